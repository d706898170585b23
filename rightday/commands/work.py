"""`rightday work`: runs background tasks, with a lease, retries and recurring work."""

from __future__ import annotations

import argparse

from rightday.commands import prepare, running
from rightday.commands.say import problem


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--queue", action="append", help="only tasks of this queue (may be repeated)")


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    from django.conf import settings
    from django.utils.crypto import get_random_string
    from django_tasks_db.management.commands.db_worker import Worker

    from rightday.work import leases, recurring

    running.hold(settings.DATA)
    wrong = prepare.not_current()
    if wrong:
        return problem(wrong)
    recurring.register()
    worker_id = get_random_string(16)
    worker = Worker(
        queue_names=options.queue or ["*"],
        interval=0.5,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )
    worker.configure_signals()
    stop = leases.start(worker_id)
    try:
        worker.run()
    finally:
        stop.set()
    return 0
