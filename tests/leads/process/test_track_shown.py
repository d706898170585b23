"""The track of a lead in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rightday.leads.models import Lead
from rightday.leads.process import track_shown
from rightday.leads.process.actions_track import Kept, Said
from rightday.leads.process.queries import FallRow, Track
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Failure, Stage
from rightday.leads.process.track import Fact, points
from rightday.leads.process.track_shown import (
    fall_words,
    fills,
    kept_words,
    milestone_view,
    point_words,
    shown,
    what_follows,
)

TODAY = date(2026, 11, 25)
KNOWN = {
    1: Fact(done_on=date(2026, 11, 9), note="11 CVs"),
    4: Fact(done_on=date(2026, 11, 18)),
    5: Fact(done_on=date(2026, 11, 19), answer="yes"),
    6: Fact(expected=date(2026, 11, 24), note="unconfirmed"),
    12: Fact(expected=date(2027, 1, 4)),
}


def add(day, n):
    return date.fromordinal(day.toordinal() + n)


def track(known=None, **more):
    made = points(DEFAULT_TEMPLATE, KNOWN if known is None else known, begun=date(2026, 11, 2), add=add)
    here = next((point.place for point in made if point.state == "here"), 14)
    values = {
        "template": DEFAULT_TEMPLATE, "points": made, "here": here, "stage": Stage.CVS, "round": 1, "falls": (), "filler": "",
        "filler_who": "", "rival_id": None, "rival": "", "call_on": None, "uncalled_on": None, "version": 4, "ended": False,
    }  # fmt: skip
    return Track(**values | more)


FALL = FallRow(1, 12, "Start date", Failure.NO_SHOW, date(2026, 11, 23), 1, "competitor", "Brightline", "Never came")


def test_each_point_says_where_it_stands():
    view = shown(track(), TODAY)
    assert [(one.state, one.days) for one in view.points] == [
        ("done", "9 Nov, 11 CVs"), ("passed", ""), ("passed", ""), ("done", "Wed 18 Nov"), ("done", "Thu 19 Nov"),
        ("late", "yesterday, overdue, unconfirmed"), ("ahead", "about Fri 27 Nov"), ("ahead", "about Fri 27 Nov"),
        ("ahead", "about Sun 29 Nov"), ("ahead", "about Wed 2 Dec"), ("ahead", "about 4 Dec"), ("ahead", "4 Jan"),
        ("ahead", "about 10 Mar"),
    ]  # fmt: skip
    assert [one.spoken for one in view.points[4:7]] == ["done", "awaited", "ahead"]
    assert [one.place for one in view.points if one.decision] == [5, 8]
    assert (view.key, view.aside, view.version, view.ended, view.uncalled) == (6, "", 4, False, "")


def test_on_its_day_it_is_not_late_yet():
    assert shown(track(), date(2026, 11, 24)).points[5].state == "here"


def test_a_day_far_away_has_its_year_and_a_long_note_its_beginning():
    known = {1: Fact(expected=date(2028, 3, 6), note="A very long note about " + "everything " * 9)}
    assert shown(track(known), TODAY).points[0].days == "6 Mar 2028, A very long note about everything every…"


@pytest.mark.parametrize(
    ("known", "more", "aside"),
    [
        ({}, {}, "nothing known yet"),
        ({1: Fact(done_on=TODAY)}, {"round": 2}, "round 2"),
        ({}, {"round": 3}, "round 3, nothing known yet"),
        ({13: Fact(done_on=TODAY)}, {}, "all done"),
    ],
)
def test_the_words_beside_the_heading(known, more, aside):
    view = shown(track(known, **more), TODAY)
    assert view.aside == aside
    assert 1 <= view.key <= 13


@pytest.mark.parametrize(
    ("filler", "who", "rival", "words"),
    [
        ("", "", "", ""),
        ("us", "", "", "us"),
        ("own", "Ann Lee", "", "Ann Lee, their own hire"),
        ("competitor", "", "Brightline", "Brightline, a competitor"),
    ],
)
def test_who_fills_the_place(filler, who, rival, words):
    assert fills(track(filler=filler, filler_who=who, rival=rival)) == words


def test_how_it_began_again():
    said = fall_words(FALL, DEFAULT_TEMPLATE, TODAY)
    assert said == (
        "Start date, Mon 23 Nov: did not start. Brightline had filled it. It began again at “CVs received”. “Never came”"
    )
    alone = replace(
        FALL, place=5, name="At least one contender?", filled_by="", who="", words="", why=Failure.NO_CONTENDER
    )
    assert fall_words(alone, DEFAULT_TEMPLATE, TODAY).startswith(
        "At least one contender, Mon 23 Nov: no contender. It began"
    )
    assert "We had filled it." in fall_words(replace(FALL, filled_by="us", who=""), DEFAULT_TEMPLATE, TODAY)
    two = replace(FALL, round=2, words="")
    assert [words[-5:] for words in shown(track(falls=(FALL, two), round=3), TODAY).falls] == ["ved”.", "came”"]


def test_what_a_failure_leads_to():
    assert what_follows(DEFAULT_TEMPLATE.mark(5), DEFAULT_TEMPLATE) == (
        "It begins again at “CVs received”; the lead goes to the top of the sheet."
    )
    assert what_follows(DEFAULT_TEMPLATE.mark(9), DEFAULT_TEMPLATE) == (
        "It begins again at “At least one contender”; the lead goes to the top of the sheet, worth 1.3 times as much."
    )
    assert track_shown.fell_words(DEFAULT_TEMPLATE.mark(12), DEFAULT_TEMPLATE).startswith(
        "It begins again at “CVs received”. The"
    )


@pytest.mark.parametrize(
    ("said", "kept", "words"),
    [
        (Said(back=True), {}, "Not done after all: 2nd interview arranged."),
        (Said(done_on=TODAY), {}, "Done today: 2nd interview arranged."),
        (Said(expected=TODAY), {}, "Expected today: 2nd interview arranged."),
        (Said(expected=TODAY), {"moved": 5, "slipped": 3}, "Moved five more by 3 working days."),
        (Said(expected=TODAY), {"moved": 1, "slipped": 1}, "Moved one more by 1 working day."),
        (Said(expected=TODAY), {"moved": 2}, "Moved two more."),
        (Said(expected=date(2026, 11, 24)), {}, "Saved: 2nd interview arranged."),
        (Said(note="x"), {}, "Saved: 2nd interview arranged."),
    ],
)
def test_what_was_kept(said, kept, words):
    made = Kept(**{"before": {6: KNOWN[6]}, "moved": 0, "slipped": 0, "version": 5} | kept)
    assert kept_words(track().points[5], said, made, TODAY).endswith(words)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (1, "Done Mon 9 Nov."),
        (2, "Passed: a later one is done. The day is not known."),
        (6, "Expected yesterday, overdue."),
        (7, "Expected about Fri 27 Nov, reckoned from what is known."),
        (12, "Expected Mon 4 Jan 2027."),
    ],
)
def test_where_a_milestone_stands(place, words):
    assert point_words(track().points[place - 1], TODAY) == words


def test_nobody_has_named_a_day():
    assert point_words(track({}).points[0], TODAY) == "Nobody has named a day yet."


def test_the_dialog_of_a_milestone():
    found = track()
    view = milestone_view(Lead(pk=7), found, found.points[7], TODAY)
    assert (view.place, view.of, view.decision, view.open, view.done, view.lead_id) == (8, 13, True, True, False, 7)
    assert milestone_view(Lead(pk=7), found, found.points[0], TODAY).done
    assert not milestone_view(Lead(pk=7), found, found.points[1], TODAY).open


def test_since_when_they_are_not_called():
    assert shown(track(uncalled_on=date(2026, 11, 20)), TODAY).uncalled == "Fri 20 Nov"
