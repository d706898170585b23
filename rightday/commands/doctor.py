"""`rightday doctor`: what is wrong with this installation, in words, and what to do."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from rightday.commands import prepare
from rightday.commands.say import say

if TYPE_CHECKING:
    from rightday.agencies.models import Agency

LEAST_SPACE = 500 * 1024 * 1024


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quick", action="store_true", help="leave out checks that read whole tables")


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    wrong = 0
    for name, check in CHECKS.items():
        if options.quick and check in SLOW:
            continue
        found = _found(check)
        wrong += len(found)
        say(f"{'fine ' if not found else 'wrong'}  {name}")
        for words in found:
            say(f"       {words}")
        if found and check in NEEDED:
            say("       What follows needs this, and was not looked at.")
            break
    say("Everything is fine." if not wrong else f"{wrong} to put right.")
    return 1 if wrong else 0


def _found(check: Callable[[], Iterator[str]]) -> list[str]:
    from django.db import Error

    try:
        return list(check())
    except Error as error:
        return [f"The database refused this check: {str(error).strip()}"]


def _folder() -> Iterator[str]:
    from django.conf import settings

    probe = settings.DATA / ".doctor"
    try:
        settings.DATA.mkdir(parents=True, exist_ok=True)
        probe.write_text("x")
        probe.unlink()
    except OSError as error:
        yield f"{settings.DATA} cannot be written ({error.strerror}). Set RIGHTDAY_DATA to a folder of yours."
        return
    if shutil.disk_usage(settings.DATA).free < LEAST_SPACE:
        yield "Less than 500 MB are free on this disk. Make room before the next import."
    kept = settings.DATA / "secret_key"
    if kept.exists() and kept.stat().st_mode & 0o077:
        yield f"Others on this machine can read {kept}. Run: chmod 600 {kept}"


def _database() -> Iterator[str]:
    from django.db import Error, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        connection.introspection.table_names()  # SQLite reads its file only now
    except Error as error:
        if connection.vendor == "sqlite":
            yield f"{connection.settings_dict['NAME']} cannot be read: {error}. Restore the last backup."
        else:
            yield f"The database does not answer: {str(error).strip()}. Check RIGHTDAY_DATABASE, and that it runs."


def _migrations() -> Iterator[str]:
    wrong = prepare.not_current()
    if wrong:
        yield wrong


def _walls() -> Iterator[str]:
    from django.db import connection

    from rightday.db import composite_keys, row_security

    for found in composite_keys.problems(connection):
        yield f"{found}. Restore the last backup and run: rightday migrate"
    if connection.vendor == "postgresql":
        for found in row_security.problems(connection):
            yield f"{found}. See docs/operate/postgresql.md, the two roles."


def _integrity() -> Iterator[str]:
    from django.db import connection

    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(5)")
        answers = [row[0] for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        broken = cursor.fetchmany(5)
    if answers != ["ok"]:
        yield f"The database file is damaged: {answers[0]}. Restore the last backup."
    for table, row, *_ in broken:
        yield f"Row {row} of {table} points to nothing. Write to the makers with this line."


def _steps() -> Iterator[str]:
    from rightday.calls.desk import holders

    for agency in _each_agency():
        orphans = holders.steps_without_record(limit=100)
        if orphans:
            shown = ", ".join(map(str, orphans[:5]))
            count = f"{len(orphans)} or more" if len(orphans) == 100 else str(len(orphans))
            yield f"{agency.name}: {count} next steps belong to nothing ({shown}). Write to the makers with this line."


def _each_agency() -> Iterator[Agency]:
    """Each agency in turn, entered while it is looked at."""
    from rightday.agencies.models import Agency
    from rightday.db.row_security import enter

    for agency in Agency.objects.order_by("pk"):
        with enter(agency):
            yield agency


def _static() -> Iterator[str]:
    from django.conf import settings

    manifest = settings.STATIC_ROOT / "staticfiles.json"
    if not settings.DEBUG and not manifest.exists():
        yield "Static files are not prepared. `rightday run` does it; behind another server run it once."


def _worker() -> Iterator[str]:
    from django.utils import timezone

    from rightday.work.leases import LEASE
    from rightday.work.models import WorkerBeat

    last = WorkerBeat.objects.order_by("-seen_at").first()
    if last is None or last.seen_at < timezone.now() - LEASE:
        when = "never" if last is None else f"at {last.seen_at:%d %b %H:%M} UTC"
        yield f"No worker runs (last seen {when}): imports wait. Start one with rightday run, or rightday work."


def _mail() -> Iterator[str]:
    from django.conf import settings

    if settings.HOSTS and not settings.EMAIL_HOST:
        yield "No mail server is set: sign-in links and invitations are only printed. Set RIGHTDAY_SMTP_HOST."


def _clock() -> Iterator[str]:
    from django.utils import timezone

    from rightday.timeline import queries as timeline

    latest = max(filter(None, (timeline.latest_at() for _ in _each_agency())), default=None)
    if latest and latest > timezone.now() + timedelta(hours=1):
        yield f"The clock is behind: something is recorded at {latest:%d %b %Y %H:%M} UTC. Set the clock right."


CHECKS: dict[str, Callable[[], Iterator[str]]] = {
    "data folder": _folder,
    "static files": _static,
    "mail": _mail,
    "database": _database,
    "migrations": _migrations,
    "walls between agencies": _walls,
    "database file": _integrity,
    "every open record has its next step": _steps,
    "worker": _worker,
    "clock": _clock,
}
SLOW = {_integrity, _steps}
NEEDED = {_database, _migrations}
