"""What repeats, and how often; what is tried again after a failure."""

from __future__ import annotations

from datetime import timedelta

from rightday.work import leases


def register() -> None:
    """Fills the worker's tables of recurring work and retries. Paths are names: work/ knows no room."""
    leases.RECURRING |= {
        "rightday.agencies.tasks.forget_receipts": timedelta(hours=6),
        "rightday.agencies.tasks.count_rows": timedelta(days=1),
        "rightday.team.tasks.forget_sessions": timedelta(days=1),
        "rightday.intake.tasks.wake_imports": timedelta(minutes=1),
        "rightday.leads.tasks.lapse_hand_offs": timedelta(minutes=1),
        "rightday.leads.tasks.send_digests": timedelta(minutes=5),
        "rightday.leads.tasks.finish_bulk_acts": timedelta(minutes=1),
        "rightday.takeout.tasks.expire_archives": timedelta(minutes=15),
    }
    leases.RECURRING["rightday.people.duplicates.tasks.wake_searches"] = timedelta(minutes=1)
    leases.RETRIES |= {
        "rightday.people.duplicates.tasks.look_for_duplicates": leases.Retry(tries=5, wait=timedelta(seconds=5)),
        "rightday.agenda.tasks.rescore": leases.Retry(tries=5, wait=timedelta(seconds=5)),
        "rightday.intake.tasks.run_import": leases.Retry(tries=5, wait=timedelta(seconds=5)),
        "rightday.intake.tasks.undo_import": leases.Retry(tries=5, wait=timedelta(seconds=5)),
    }
