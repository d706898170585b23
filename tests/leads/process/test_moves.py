"""Into another column of the board: what is passed by it, what is not done after all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.leads import actions
from rightday.leads.process import moves as process_moves
from rightday.leads.process import rows as process_rows
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Stage
from rightday.leads.process.track import Fact
from rightday.team import queries as team


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def course(inside):
    lead = actions.create(inside.martin, heard=[], title="Java", by=inside.sam)
    return process_rows.begin(lead, seen=0, by=inside.sam)


def test_ahead_the_last_one_passed_is_done_today(course, today):
    assert process_moves.move(course, Stage.OFFER) == 9
    assert course.known == {8: Fact(done_on=today, answer="yes")}


def test_back_keeps_what_was_done_before_and_what_is_expected(course, today):
    kept = {2: Fact(done_on=today - timedelta(days=9)), 9: Fact(expected=today, note="With the board")}
    for place, fact in kept.items():
        course.put(place, fact)
    course.put(6, Fact(done_on=today - timedelta(days=3)))
    assert process_moves.move(course, Stage.BOOKED) == 2
    assert course.here == 2
    assert course.known[9] == kept[9] and course.known[6].done_on is None
    assert course.known[1].done_on == today - timedelta(days=9)


def test_back_without_days_from_before_counts_the_day_that_is_known(course, today):
    course.put(7, Fact(done_on=today - timedelta(days=3)))
    assert process_moves.move(course, Stage.INTERVIEWING) == 6
    assert (course.known[5].done_on, course.known[5].answer, course.here) == (today - timedelta(days=3), "yes", 6)


def test_where_it_stands_already_nothing_is_put(course):
    assert process_moves.move(course, Stage.CVS) is None
    assert course.known == {} and DEFAULT_TEMPLATE.stage_of(course.here) is Stage.CVS
