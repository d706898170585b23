"""The milestone in a call: what can be said, and what the suggestion makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rightday.calls.milestones import as_heard, ask_of
from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Failure
from rightday.leads.process.steps import Process
from rightday.leads.process.track import Fact

TODAY, NOW = date(2026, 11, 25), datetime(2026, 11, 25, 9, 12, tzinfo=UTC)
MONDAY = date(2026, 11, 30)


def process(**known: Fact) -> Process:
    return Process(DEFAULT_TEMPLATE, {int(place[1:]): fact for place, fact in known.items()}, date(2026, 11, 2))


def done(day: int) -> Fact:
    return Fact(done_on=date(2026, 11, day))


def heard(of: Process, **said) -> Process:
    return as_heard(of, MilestoneHeard(**said), today=TODAY, at=NOW)


@pytest.mark.parametrize(
    ("known", "place", "options", "after"),
    [
        ({"p1": done(9)}, 2, (("done", "Done"), ("other", "Began again")), "Interviews arranged"),
        ({"p4": done(9)}, 5, (("yes", "Yes"), ("no", "No")), "2nd interview arranged"),
        ({"p11": done(9)}, 12, (("done", "Done"), ("no_show", "Did not start")), "Probation completed"),
        ({"p12": done(9)}, 13, (("done", "Done"), ("failed_probation", "Probation failed")), ""),
    ],
)
def test_what_can_be_said(known, place, options, after):
    found = ask_of(process(**known))
    assert (found.place, found.name, found.options, found.after) == (
        place, DEFAULT_TEMPLATE.mark(place).name, options, after,
    )  # fmt: skip


def test_the_day_that_was_named():
    known = {"p1": done(9), "p2": Fact(expected=MONDAY)}
    assert ask_of(process(**known)).expected == MONDAY
    assert ask_of(process(**known | {"p2": Fact(expected=MONDAY, told=False)})).expected is None


def test_nothing_to_ask():
    assert ask_of(None) is None
    assert ask_of(process(p13=done(9))) is None


def test_done_and_the_next_day():
    made = heard(process(p1=done(9)), reached_on=TODAY, expected=MONDAY)
    assert (made.here, made.known[2].done_on, made.known[3].expected) == (3, TODAY, MONDAY)


def test_a_day_moves_and_nothing_is_done():
    made = heard(process(p1=done(9)), place=2, expected=MONDAY)
    assert (made.here, made.known[2]) == (2, Fact(expected=MONDAY))


def test_a_yes():
    assert heard(process(p4=done(9)), place=5, answer="yes", reached_on=TODAY).here == 6


@pytest.mark.parametrize("said", [{"answer": "no"}, {"failure": Failure.DECLINED, "reached_on": date(2026, 11, 24)}])
def test_it_falls_back(said):
    made = heard(process(p1=done(9), p4=done(10), p5=replace(done(11), answer="yes")), place=9, **said)
    assert (made.here, made.fall.why) == (5, Failure.DECLINED)
    assert made.fall.on == (date(2026, 11, 24) if "failure" in said else TODAY)
    assert made.fell_since(NOW) is not None
    again = heard(process(p1=done(9)), place=9, **said, expected=MONDAY)
    assert again.known[again.here].expected == MONDAY


def test_after_the_last_nothing_is_expected():
    made = heard(process(p12=done(9)), reached_on=TODAY, expected=MONDAY)
    assert (made.here, len(made.known)) == (14, 2)
    over = process(p13=done(9))
    assert heard(over, expected=MONDAY) == over
