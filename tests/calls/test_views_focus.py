"""Words around the call at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
import time_machine
from django.http import QueryDict

from rightday.agenda.rules import Kind
from rightday.agenda.views_sheet import CallLine
from rightday.calls import queries
from rightday.calls.forms import ResultForm
from rightday.calls.rules import Result, Said
from rightday.calls.views_focus import focus_page, queue_words, reading, suggested
from rightday.leads import actions_evidence
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Shows
from tests.calls.test_next_rules import HOT, situation
from tests.conftest import Cast

LINE = CallLine(
    1,
    2,
    "Ruth",
    "Ruth",
    "Corvid",
    "Goes stale tomorrow. Confirm.",
    "",
    "",
    "",
    "hot",
    1,
    "",
    "",
    "",
    False,
    "",
    "#",
    "#",
)


@pytest.mark.django_db
def test_the_suggested_day_of_each_result_in_words(inside: Cast) -> None:
    shown = suggested(replace(situation(HOT), tries=5))
    words = {result: (when, what) for result, when, what in shown.by_result}
    assert words[Result.MET.value] == ("Thu 26 Nov", "Confirming call")
    assert words[Result.NO_ANSWER.value] == ("Thu 24 Dec, 14:30", "rests until then")
    assert words[Result.NOT_NOW.value] == ("Tue 8 Dec", "Call back")
    assert words[Result.WRONG_NUMBER.value] == ("tomorrow", "Qualifying call")
    assert (shown.tomorrow, shown.week) == ("Wed 25 Nov", "Tue 1 Dec")


@pytest.mark.django_db
def test_a_day_they_named_is_suggested_with_its_hour(inside: Cast) -> None:
    shown = suggested(situation(HOT), Said(date(2026, 11, 27), time(10), True))
    words = {result: (when, what) for result, when, what in shown.by_result}
    assert words[Result.MET.value] == ("Fri 27 Nov, 10:00", "Milestone call")
    assert words[Result.NOT_NOW.value] == ("Fri 27 Nov, 10:00", "Call back as agreed")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (LINE, "Goes stale tomorrow"),
        (LINE._replace(n="11:00"), "From 11:00. Goes stale tomorrow. Confirm."),
        (LINE._replace(why="word " * 30), "word " * 11 + "word…"),
    ],
)
def test_the_reason_in_the_queue_is_short(line: CallLine, words: str) -> None:
    assert queue_words(line) == words


@pytest.mark.django_db
def test_reading_writes_nothing_and_says_what_was_understood(inside: Cast, warm: Lead) -> None:
    with time_machine.travel(datetime(2026, 11, 24, 9, 40), tick=False):
        found = queries.focus(warm.next_step_id, by=inside.sam, now=datetime.now().astimezone())
        _shown, words = reading(found, ResultForm(QueryDict("answer-seeing=two+on+Friday")))
        assert words == "Hot until Sun 29 Nov."
        assert reading(found, ResultForm(QueryDict("note=hello")))[1] == ""
        assert Lead.objects.get().hot_until is None
        assert focus_page(999_999, by=inside.sam) is None
        assert focus_page(warm.next_step_id, by=inside.sam).focus.step.kind == Kind.LEAD.value


@pytest.mark.django_db
def test_what_was_noted_is_said_and_is_no_evidence(inside: Cast, warm: Lead) -> None:
    noted = HeardEvidence(Shows.CONTEXT, "Asks for facts, not praise.\nStatus: warm", date(2026, 11, 20))
    actions_evidence.add_evidence(warm, heard=[noted], by=inside.sam)
    warm.refresh_from_db()
    shown = focus_page(warm.next_step_id, by=inside.sam)
    assert ("Noted", "Asks for facts, not praise.") in shown.facts
    assert "Has contractors on the team" in [row["words"] for row in shown.evidence]
    assert "Context" not in [row["words"] for row in shown.evidence]


@pytest.mark.django_db
def test_what_came_of_one_call_is_one(inside: Cast, warm: Lead) -> None:
    shown = focus_page(warm.next_step_id, by=inside.sam)
    assert ("interview_arranged", "Interview arranged") in shown.achievements
