"""A statement compiled once: other values each time, and the agency of the moment."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agenda.models import NextStep
from rightday.db.prepared import Prepared, Slot
from rightday.db.row_security import enter
from rightday.db.scope import OutsideAgency, wall_open
from rightday.people.models import Person
from rightday.timeline.models import Event

built: list[int] = []


def _steps():
    built.append(1)
    return NextStep.objects.filter(owner_id=Slot("owner"), due__lte=Slot("on")).values_list("id", "due")


def test_values_and_agency_are_those_of_each_run(ours, theirs):
    steps = Prepared(_steps)
    built.clear()
    with enter(ours.agency):
        assert steps(owner=ours.member.pk, on=dt.date(2026, 1, 5)) == [(ours.step.pk, dt.date(2026, 1, 5))]
        assert steps(owner=ours.member.pk, on=dt.date(2026, 1, 4)) == []
        assert steps(owner=theirs.member.pk, on=dt.date(2026, 1, 5)) == []
    with enter(theirs.agency):
        assert [row[0] for row in steps(owner=theirs.member.pk, on=dt.date(2026, 1, 5))] == [theirs.step.pk]
    assert len(built) == 1


def test_outside_an_agency_it_does_not_run(ours):
    steps = Prepared(_steps)
    with pytest.raises(OutsideAgency):
        steps(owner=ours.member.pk, on=dt.date(2026, 1, 5))
    with wall_open(), pytest.raises(FieldError):
        steps(owner=ours.member.pk, on=dt.date(2026, 1, 5))


def test_it_answers_as_the_queryset_does(ours):
    rows = Prepared(lambda: Person.objects.order_by("id").values_list("id", "name", "company__name")[:5])
    with enter(ours.agency):
        assert rows() == list(Person.objects.order_by("id").values_list("id", "name", "company__name")[:5])


def test_a_moment_is_compared_as_it_is_stored(ours):
    at = dt.datetime(2026, 1, 5, tzinfo=dt.UTC)
    since = Prepared(lambda: Event.objects.filter(at__gte=Slot("since")).values_list("verb"))
    with enter(ours.agency):
        Event.objects.create(at=at, verb="x", data={})
        assert ("x",) in since(since=at)
        assert ("x",) not in since(since=at + dt.timedelta(seconds=1))


def test_values_are_converted_as_the_columns_want(ours):
    at = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
    rows = Prepared(lambda: Event.objects.filter(verb=Slot("verb")).values_list("at", "data"))
    with enter(ours.agency):
        Event.objects.create(at=at, verb="x", data={"a": 1})
        assert rows(verb="x") == [(at, {"a": 1})]


def test_it_counts(ours):
    count = Prepared(lambda: NextStep.objects.filter(owner_id=Slot("owner")).values("id"), count=True)
    with enter(ours.agency):
        assert count(owner=ours.member.pk)[0][0] == 1
        assert count(owner=0)[0][0] == 0


def test_a_run_is_one_statement(ours):
    steps = Prepared(_steps)
    with enter(ours.agency), CaptureQueriesContext(connection) as seen:
        steps(owner=ours.member.pk, on=dt.date(2026, 1, 5))
    assert len(seen) == 1 and "agency_id" in seen[0]["sql"]


def test_a_value_that_is_missing_is_an_error(ours):
    steps = Prepared(_steps)
    with enter(ours.agency), pytest.raises(KeyError):
        steps(owner=ours.member.pk)
