"""What a fall keeps: the old round as it was, and what stays done in the next one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.process import falls as process_falls
from rightday.leads.process import rows as process_rows
from rightday.leads.process.models import Milestone
from rightday.leads.process.rules import Failure
from rightday.leads.process.track import Fact
from rightday.team import queries as team


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside):
    return actions.create(inside.martin, heard=[], title="Java", by=inside.sam)


def test_a_decision_keeps_its_no_in_the_round_that_ended(inside, lead, today):
    course = process_rows.begin(lead, seen=0, by=inside.sam)
    row = process_falls.fall(course, place=8, why=None, on=today, words=" Too junior ")
    kept = Milestone.objects.get()
    assert (kept.round, kept.place, kept.answer, kept.done_on) == (1, 8, "no", today)
    assert (row.why, row.words, course.known, lead.round) == (Failure.NO_CONTENDER, "Too junior", {}, 2)
    assert Lead.objects.get().round == 2


def test_a_step_that_fails_leaves_its_row_and_no_call_is_planned_here(inside, lead, today):
    step = lead.next_step_id
    course = process_rows.begin(lead, seen=0, by=inside.sam)
    course.put(10, Fact(done_on=today - timedelta(days=1), call_on=today, note="Signed"))
    course.put(4, Fact(done_on=today - timedelta(days=3), call_on=today, note="Good"))
    course.put(2, Fact(expected=today, note="Portal"))
    process_rows.write(course)
    process_falls.fall(course, place=10, why=Failure.DECLINED, on=today, words="")
    assert Milestone.objects.filter(round=1).count() == 3
    (again,) = Milestone.objects.filter(round=2)
    assert (again.place, again.done_on, again.call_on, again.note) == (4, today - timedelta(days=3), None, "Good")
    assert Lead.objects.get().next_step_id == step


def test_the_milestone_before_the_restart_is_done_on_the_last_day_known(inside, lead, today):
    course = process_rows.begin(lead, seen=0, by=inside.sam)
    course.put(2, Fact(done_on=today - timedelta(days=4)))
    process_falls.fall(course, place=9, why=None, on=today, words="")
    assert course.known[4].done_on == today - timedelta(days=4)
    assert course.here == 5
