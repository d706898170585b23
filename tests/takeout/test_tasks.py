from __future__ import annotations

from pathlib import Path

from rightday.agencies import clock
from rightday.db.row_security import enter
from rightday.takeout import actions, tasks
from rightday.takeout.models import Takeout
from tests.conftest import Cast


def test_the_worker_makes_it_and_takes_it_away(ours: Cast, theirs: Cast, uploads: Path):
    with enter(ours.agency):
        takeout = actions.ask(ours.agency, by=ours.sam)
    tasks.make_archive.func(ours.agency.pk, takeout.pk)
    with enter(ours.agency):
        assert Takeout.objects.get().state == "done"
        Takeout.objects.update(expires_at=clock.now())
    tasks.expire_archives.func()
    with enter(ours.agency):
        assert Takeout.objects.get().state == "gone"
