"""Archives for a download: asked for by owners, made once, gone after their days."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from rightday.agencies import clock
from rightday.db.row_security import enter
from rightday.takeout import actions, files, rules
from rightday.takeout.archive import writing
from rightday.takeout.models import Takeout
from rightday.takeout.rules import State
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event
from tests.conftest import Cast


def asked(ours: Cast) -> Takeout:
    with enter(ours.agency):
        return actions.ask(ours.agency, by=ours.sam)


def made(ours: Cast) -> Takeout:
    takeout = asked(ours)
    actions.make(takeout, agency=ours.agency, by=ours.sam)
    with enter(ours.agency):
        takeout.refresh_from_db()
    return takeout


def test_an_owner_asks_and_nobody_else(inside: Cast, uploads: Path):
    for member in (inside.priya, inside.jo):
        with pytest.raises(NotAllowed):
            actions.ask(inside.agency, by=member)
    one = actions.ask(inside.agency, by=inside.sam)
    assert one.state == State.WAITING
    assert actions.ask(inside.agency, by=inside.sam).pk == one.pk
    assert list(Event.objects.values_list("verb", flat=True)) == ["agency.archive_asked"]


def test_it_is_made_with_its_checksum_and_its_end(ours: Cast, uploads: Path):
    takeout = made(ours)
    place = files.place(takeout.stored)
    assert takeout.state == State.DONE and takeout.rows > 0
    assert takeout.size == place.stat().st_size
    assert takeout.sha256 == hashlib.sha256(place.read_bytes()).hexdigest()
    assert takeout.expires_at == rules.expires_at(takeout.finished_at)
    assert not files.part(takeout.stored).exists()


def test_it_is_made_once(ours: Cast, uploads: Path):
    takeout = made(ours)
    before = files.place(takeout.stored).read_bytes()
    actions.make(takeout, agency=ours.agency, by=ours.sam)
    assert files.place(takeout.stored).read_bytes() == before


def test_after_a_worker_was_ended_it_begins_anew(ours: Cast, uploads: Path):
    takeout = asked(ours)
    part = files.part(takeout.stored)
    part.parent.mkdir(parents=True)
    part.write_bytes(b"half of it")
    with enter(ours.agency):
        Takeout.objects.filter(pk=takeout.pk).update(state=State.MAKING.value)
    actions.make(takeout, agency=ours.agency, by=ours.sam)
    assert files.place(takeout.stored).read_bytes()[:2] == b"PK"


def test_a_full_disk_is_said(ours: Cast, uploads: Path, monkeypatch: pytest.MonkeyPatch):
    def full(path: Path, *_: object) -> None:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write", full)
    takeout = made(ours)
    assert takeout.state == State.FAILED
    assert takeout.problem == "The file could not be written: No space left on device."
    assert not files.part(takeout.stored).exists()


def test_it_is_deleted_by_an_owner(ours: Cast, uploads: Path):
    takeout = made(ours)
    with enter(ours.agency):
        with pytest.raises(NotAllowed):
            actions.delete(takeout, by=ours.priya)
        assert files.place(takeout.stored).exists()
        actions.delete(takeout, by=ours.sam)
        assert Takeout.objects.get().state == State.GONE
    assert not files.place(takeout.stored).exists()


def test_it_is_gone_after_its_days(ours: Cast, uploads: Path):
    takeout = made(ours)
    with enter(ours.agency):
        assert actions.expire() == 0
        Takeout.objects.update(expires_at=clock.now())
        assert actions.expire() == 1
        assert Takeout.objects.get().state == State.GONE
    assert not files.place(takeout.stored).exists()


def test_one_that_lost_its_worker_says_so(ours: Cast, uploads: Path):
    takeout = asked(ours)
    with enter(ours.agency):
        Takeout.objects.update(state_at=clock.now() - rules.SILENT * 2)
        files.place(takeout.stored).parent.mkdir(parents=True)
        files.Meter(takeout.stored)(1, 9)
        assert actions.expire() == 0  # it was heard of just now
        files.remove(takeout.stored)
        assert actions.expire() == 1
        assert Takeout.objects.get().problem == "It was cut off. Ask for it again."


def test_a_list_leaves_with_permission_and_is_told(inside: Cast):
    with pytest.raises(NotAllowed):
        actions.left("people.csv", by=inside.priya)
    actions.left("people.csv", by=inside.sam)
    event = Event.objects.get()
    assert (event.verb, event.data) == ("book.exported", {"what": "people.csv"})


def test_days_are_two():
    assert timedelta(days=2) == rules.KEPT
