"""A line of history in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.agencies import queries as agencies
from rightday.calls.rules import Result
from rightday.insight.history_rows import COLUMNS, LastCall, best_grade, row_of
from rightday.insight.periods import month_of
from rightday.insight.rules import Became
from rightday.leads.rules import IDENTITY, Grade, Piece, Shows

TODAY = date(2026, 11, 25)
OCTOBER = month_of(date(2026, 10, 1))
EMPTY = {
    "id": 7, "title": "Java", "company__name": "Halden", "person__name": "Martin", "heard_by__name": "Priya Nair",
    "stage": 3, "milestone": 1, "round": 1, "milestone_on": None, "call_count": 0, "last_talk_on": None,
    "last_heard_on": date(2026, 10, 8), "heard_on": date(2026, 10, 8), "uncalled_on": None, "outcome__kind": None,
    "outcome__on": date(2026, 11, 12), "outcome__who": "", "outcome__rival__name": None, "outcome__known_by": "",
    "outcome__words": "", "outcome__by__name": None, "next_step__due": TODAY, "next_step__agreed": False,
}  # fmt: skip


def line(group, call=None, **said):
    values = EMPTY | said
    return row_of(group, tuple(values[name] for name in COLUMNS), best=None, call=call, on=TODAY)


def test_who_found_it_and_whom_it_is_about():
    row = line(Became.OPEN)
    assert (row.name, row.need, row.person, row.found_by, row.letters, row.grade, row.graded_on, row.tone) == (
        "Halden", "Java", "Martin", "Priya Nair", "PN", Grade.NONE, "", "",
    )  # fmt: skip
    row = line(Became.UNKNOWN, company__name=None, heard_by__name=None)
    assert (row.name, row.found_by, row.letters, row.tone) == ("Martin", "", "", "gap")


@pytest.mark.parametrize(
    ("group", "said", "words"),
    [
        (Became.UNKNOWN, {}, "Not known"),
        (Became.OPEN, {}, "Open"),
        (Became.OPEN, {"milestone": 4}, "Interviewing"),
        (Became.OPEN, {"milestone_on": date(2026, 11, 26)}, "Interviewing, expected tomorrow"),
        (Became.US, {"outcome__who": "Oliver Tan"}, "Oliver Tan, Thu 12 Nov"),
        (Became.OWN, {}, "Their own hire, Thu 12 Nov"),
        (
            Became.COMPETITOR,
            {"outcome__rival__name": "Stackline", "outcome__who": "Stackline"},
            "Stackline, Thu 12 Nov",
        ),
        (Became.COMPETITOR, {"outcome__rival__name": "Stackline", "outcome__who": "Ann"}, "Stackline, Ann, Thu 12 Nov"),
    ],
)
def test_what_became_of_it(group, said, words):
    assert line(group, **said).words == words


CALL = LastCall(date(2026, 10, 27), Result.NO_ANSWER, "")


@pytest.mark.parametrize(
    ("group", "call", "said", "words"),
    [
        (Became.UNKNOWN, None, {}, "Never called"),
        (Became.UNKNOWN, None, {"call_count": 2}, "Called, long ago"),
        (Became.UNKNOWN, CALL, {"call_count": 1}, "No answer, Tue 27 Oct, never again"),
        (Became.UNKNOWN, CALL, {"call_count": 2}, "No answer, Tue 27 Oct"),
        (Became.UNKNOWN, LastCall(CALL.on, Result.NOT_NOW, "Try me"), {"call_count": 2}, "“Try me”, Tue 27 Oct"),
        (Became.UNKNOWN, None, {"uncalled_on": TODAY}, "Wants no call about it, since today"),
        (
            Became.UNKNOWN, None, {"next_step__agreed": True, "next_step__due": date(2026, 11, 30)},
            "Never called. May we check in on Mon 30 Nov? Yes",
        ),
        (Became.UNKNOWN, None, {"next_step__agreed": True}, "Never called. May we check in today? Yes"),
        (
            Became.UNKNOWN, None, {"next_step__agreed": True, "next_step__due": TODAY - timedelta(days=1)},
            "Never called",
        ),
        (Became.OPEN, None, {}, "Heard Thu 8 Oct"),
        (Became.OPEN, None, {"last_talk_on": date(2026, 11, 20)}, "Spoke Fri 20 Nov"),
        (Became.OPEN, None, {"last_talk_on": date(2026, 10, 1), "last_heard_on": None}, "Heard Thu 8 Oct"),
        (
            Became.US, None,
            {"outcome__known_by": "seen", "outcome__by__name": "Sam Whitlock", "outcome__words": "She walked in"},
            "We saw it ourselves, “She walked in”, put down by Sam",
        ),
        (Became.US, None, {}, ""),
    ],
)  # fmt: skip
def test_how_we_know(group, call, said, words):
    assert line(group, call, **said).how == words


def test_the_best_grade_of_the_time_from_what_was_recorded_by_then(inside):
    def piece(shows, day, recorded=None):
        return Piece(shows, day, recorded or day)

    known = [piece(one, date(2026, 10, 2)) for one in IDENTITY]
    hot = piece(Shows.INTERVIEWING, date(2026, 10, 26))
    warm = piece(Shows.CONTRACTORS, date(2026, 10, 3))
    with agencies.at_hand(inside.agency):
        best = best_grade([*known, warm, hot], OCTOBER)
        assert (best.grade, best.day) == (Grade.HOT, date(2026, 10, 26))
        later = piece(Shows.INTERVIEWING, date(2026, 10, 26), date(2026, 11, 2))
        assert best_grade([*known, warm, later], OCTOBER).grade is Grade.WARM
        assert best_grade([hot], OCTOBER) is None
        graded = row_of(Became.US, tuple(EMPTY[name] for name in COLUMNS), best=best, call=None, on=TODAY)
    assert (graded.grade, graded.graded_on, graded.tone) == (Grade.HOT, "Mon 26 Oct", "with-us")
