"""A process while it changes: written at once, for one of two people only."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.once import Stale
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.process import rows as process_rows
from rightday.leads.process.models import Milestone
from rightday.leads.process.queries import working_days_of
from rightday.leads.process.track import Fact, OutOfOrder
from rightday.team import queries as team


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside):
    return actions.create(inside.martin, heard=[], title="Java", by=inside.sam)


def test_the_version_is_taken_once(inside, lead):
    course = process_rows.begin(lead, seen=0, by=inside.sam)
    assert (lead.version, course.here, course.known) == (1, 1, {})
    with pytest.raises(Stale, match="has changed since you opened it"):
        process_rows.begin(lead, seen=0, by=inside.priya)


def test_the_row_in_hand_is_what_the_database_has(inside, lead, today):
    Lead.objects.filter(pk=lead.pk).update(hot_until=today, filler="us")
    course = process_rows.begin(lead, seen=0, by=inside.sam)
    assert (course.lead.hot_until, course.lead.filler) == (today, "us")


def test_many_milestones_are_written_together(inside, lead, today):
    course = process_rows.begin(lead, seen=0, by=inside.sam)
    for place in range(1, 5):
        course.put(place, Fact(expected=today))
    process_rows.write(course)
    for place in range(3, 9):
        course.put(place, Fact(done_on=today, note="kept"))
    with CaptureQueriesContext(connection) as seen:
        process_rows.write(course)
    assert len([one for one in seen if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= 3
    rows = list(Milestone.objects.order_by("place").values_list("place", "expected", "done_on", "note", "by"))
    assert rows[2:4] == [(3, None, today, "kept", inside.sam.pk), (4, None, today, "kept", inside.sam.pk)]
    assert [row[0] for row in rows] == list(range(1, 9)) and rows[0][1] == today


def test_what_follows_a_later_day_goes_along(inside, lead, today):
    add = working_days_of(inside.martin)
    course = process_rows.begin(lead, seen=0, by=inside.sam)
    process_rows.expect(course, 2, today)
    process_rows.expect(course, 3, add(today, 1), call_on=add(today, 1))
    assert course.agreed_days == {add(today, 1)}
    process_rows.expect(course, 2, add(today, 4), note=" later ")
    assert course.fact(2).note == "later"
    moved = course.fact(3)
    assert moved.expected is not None and moved.expected > add(today, 1)
    assert (moved.told, moved.call_on, course.agreed_days) == (False, None, frozenset())
    process_rows.expect(course, 2, None)
    assert course.fact(2).expected is None and course.fact(3) == moved


@pytest.mark.parametrize("place", [0, 14])
def test_a_place_beyond_the_template_is_refused(inside, lead, today, place):
    course = process_rows.begin(lead, seen=0, by=inside.sam)
    with pytest.raises(OutOfOrder, match="no milestone"):
        course.put(place, Fact())
    with pytest.raises(OutOfOrder, match="no milestone"):
        process_rows.expect(course, place, today)


def test_a_step_that_was_replaced_meanwhile_is_read_again(inside, lead, today):
    seen = Lead.objects.select_related("next_step", "person__company").get(pk=lead.pk)
    moved = actions.change_step(lead, seen_step=lead.next_step_id, due=today, by=inside.sam)
    course = process_rows.begin(seen, seen=1, by=inside.sam)
    assert course.lead.next_step.pk == moved.pk
