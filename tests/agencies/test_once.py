"""A form sent twice acts once."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from rightday.agencies import once
from rightday.agencies.once import Receipt, Stale
from rightday.db.row_security import enter
from rightday.people.models import Company


def act():
    return f"/companies/{Company.objects.create(name='New', key='new').pk}/"


def test_the_second_sending_gets_the_first_ones_answer(inside):
    key = uuid.uuid4()
    first = once.once(key, act)
    assert once.once(key, act) == first
    assert Company.objects.filter(key="new").count() == 1
    assert str(Receipt.objects.get(key=key)) == first


def test_what_failed_acts_when_it_is_sent_again(inside):
    key = uuid.uuid4()

    def fail():
        act()
        raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError):
        once.once(key, fail)
    assert Company.objects.filter(key="new").count() == 0
    assert once.once(key, act).startswith("/companies/")


def test_two_agencies_may_draw_the_same_key(ours, theirs):
    key = uuid.uuid4()
    for agency in (ours.agency, theirs.agency):
        with enter(agency):
            once.once(key, act)
            assert Company.objects.filter(key="new").count() == 1


def test_old_receipts_are_forgotten(inside):
    once.once(uuid.uuid4(), act)
    assert once.forget(before=timezone.now() - timedelta(days=30)) == 0
    assert once.forget(before=timezone.now() + timedelta(seconds=1)) == 1


def test_a_stale_save_says_who_and_when():
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    problem = Stale("Jo changed it.", who="Jo", when=at)
    assert (str(problem), problem.message, problem.who, problem.when) == ("Jo changed it.", "Jo changed it.", "Jo", at)
