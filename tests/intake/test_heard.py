"""What words show, and what they do not."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.intake import heard
from rightday.intake.heard import Kind

TODAY = date(2026, 4, 16)  # a Thursday


def kinds(text: str) -> list[Kind]:
    return [found.kind for found in heard.find(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("interviewing two Java contractors this week", 2),
        ("seeing 2 this wk", 2),
        ("Priya is seeing three candidates on Friday", 3),
        ("interviews booked for Thursday", None),
        ("2nd interviews next week", None),
        ("had an interview with her yesterday", None),
        ("she interviewed me on Tuesday", None),
        ("has 3 interviews lined up", 3),
        ("interveiwing for a PM", None),
        ("meeting candidates tomorrow", None),
        ("final round Monday", None),
        ("will be interviewing on Thursday", None),
        ("no answer twice, then says she is interviewing", None),
        ("i/vs this week", None),
        ("seeing 4", 4),
        ("not keen on perm, but interviewing contractors", None),
    ],
)
def test_interviewing_is_heard_as_a_fact(text: str, count: int | None) -> None:
    found = heard.find(text, TODAY)
    assert [(one.kind, one.count) for one in found] == [(Kind.INTERVIEWING, count)]


@pytest.mark.parametrize(
    "text",
    [
        "has 4 contractors on her team",
        "uses contractors",
        "three contractors on site at the moment",
        "team of 6 freelancers",
        "contractors already in place",
    ],
)
def test_contractors_on_the_team_are_heard(text: str) -> None:
    assert kinds(text) == [Kind.CONTRACTORS]


@pytest.mark.parametrize(
    "text",
    ["running a new SAP migration", "big ERP rollout", "responsible for the cloud programme",
     "looking at staffing firms", "project starts in June"],
)  # fmt: skip
def test_a_project_is_heard(text: str) -> None:
    assert kinds(text) == [Kind.PROJECT]


@pytest.mark.parametrize(
    "text",
    ["may be interviewing", "apparently, she is seeing 2 this week", "interviewing?",
     "wants to interview", "is hiring", "might have contractors on the team",
     "wants 2 people by June", "looking for contractors now", "rumour of an opening",
     "will be interviewing", "2 drivers needed", "I think they are interviewing",
     "planning to use contractors"],
)  # fmt: skip
def test_a_guess_or_a_wish_is_a_rumour(text: str) -> None:
    assert kinds(text) == [Kind.RUMOUR]


@pytest.mark.parametrize("text", ["saw their ad on Indeed", "advertising for a PM", "job advert", "posted 2 roles"])
def test_an_advertisement_is_heard(text: str) -> None:
    assert kinds(text) == [Kind.ADVERTISEMENT]


@pytest.mark.parametrize(
    "text",
    ["", "HOT!", "hot lead", "not interviewing", "isn't interviewing at the moment",
     "no contractors on the team", "nobody came in for interviews", "not currently seeing candidates",
     "stopped interviewing", "interviews cancelled", "interviewing is on hold", "has no interviews",
     "used to have contractors", "interview prep", "seeing 2pm Thursday", "seeing him Tue",
     "meeting at 3", "prefers WhatsApp", "not hiring", "hiring manager", "same as above?",
     "doesn't use contractors", "finished interviewing", "Wants a call on Monday"],
)  # fmt: skip
def test_no_demand_is_heard_in(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("interviewing", None),
        ("interviewed me on Tuesday", date(2026, 4, 14)),
        ("interviewing on Tuesday", TODAY),
        ("interviewed two yesterday", date(2026, 4, 15)),
        ("interviewed last week", date(2026, 4, 9)),
        ("was interviewing last Monday", date(2026, 4, 13)),
        ("interviewing since 3 April", date(2026, 4, 3)),
        ("interviewing April 3rd, 2026", date(2026, 4, 3)),
        ("interviewing on 12/04", date(2026, 4, 12)),
        ("interviewing on 2026-04-10", date(2026, 4, 10)),
        ("interviewing since 3/12", date(2025, 12, 3)),
        ("interviewed 3 two weeks ago", date(2026, 4, 2)),
        ("interviewed in 2019", date(2019, 12, 31)),
        ("interviewing on 31/04/2026", None),
        ("interviewing this week", TODAY),
    ],
)
def test_the_day_is_the_one_the_words_name(text: str, day: date | None) -> None:
    assert [found.day for found in heard.find(text, TODAY)] == [day]


def test_without_today_a_relative_day_stays_open() -> None:
    (found,) = heard.find("seeing 2 this wk", None)
    assert found.day is None


def test_two_clauses_show_two_things() -> None:
    assert kinds("has no contractors and is interviewing 2, saw the advert as well") == [
        Kind.INTERVIEWING,
        Kind.ADVERTISEMENT,
    ]


def test_the_words_run_to_the_end_of_the_clause() -> None:
    (found,) = heard.find("Called. Interviewing two Java and React contractors this week, nice", TODAY)
    assert found.words == "Interviewing two Java and React contractors this week"


@given(st.text(max_size=400), st.sampled_from([TODAY, None, date.min, date.max]))
def test_any_text_gives_spans_that_lie_in_it(text: str, today: date | None) -> None:
    for found in heard.find(text, today):
        assert text[found.start : found.end] == found.words
        assert today is None or found.day is None or found.day <= today


def test_two_million_characters_take_no_age() -> None:
    text = "she is not interviewing seeing " * 65_000
    start = time.process_time()
    heard.find(text, TODAY)
    assert time.process_time() - start < 8
