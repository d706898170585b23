"""Which agency a thread of work is in."""

from __future__ import annotations

import threading

import pytest

from rightday.db.scope import OutsideAgency, current_agency_id, entered_agency_id, scope, wall_open


def test_outside_there_is_none():
    with pytest.raises(OutsideAgency):
        current_agency_id()
    assert entered_agency_id() is None


def test_inside_it_is_the_one_entered_last():
    with scope(1):
        with scope(2):
            assert (current_agency_id(), entered_agency_id()) == (2, 2)
        assert current_agency_id() == 1
    with pytest.raises(OutsideAgency):
        current_agency_id()


def test_an_error_leaves_it():
    with pytest.raises(ZeroDivisionError), scope(1):
        1 / 0
    assert entered_agency_id() is None


def test_an_open_wall_is_no_agency():
    with wall_open():
        assert current_agency_id() is None and entered_agency_id() is None
        with scope(3):
            assert current_agency_id() == 3
        assert current_agency_id() is None


def test_another_thread_is_outside():
    seen: list[int | None] = []
    with scope(1):
        thread = threading.Thread(target=lambda: seen.append(entered_agency_id()))
        thread.start()
        thread.join()
    assert seen == [None]


def test_what_is_no_id_enters_nothing():
    with pytest.raises((TypeError, ValueError)), scope("ours"):  # type: ignore[arg-type]
        pass
    assert entered_agency_id() is None
