"""The words of the verdict. Today is Tuesday 24 November 2026 throughout."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.intake.capture.rules import parse
from rightday.intake.capture.verdict import KeptAs, Verdict, said_day, verdict
from rightday.leads.rules import Grade, Holds
from rightday.leads.watching.rules import DAYS

TODAY = date(2026, 11, 24)
NUMBER = "020 7946 0991"


def judged(text: str, **how: object) -> Verdict:
    return verdict(parse(text, today=TODAY), today=TODAY, **how)  # type: ignore[arg-type]


def test_a_name_and_a_company_is_a_contact() -> None:
    found = judged("Karen Whitby, Fenwick Legal, runs her data team")
    assert (found.headline, found.detail) == ("Not a lead yet.", "A name and a company is a contact.")
    assert found.ask == "Is she interviewing right now? Who did she see last?"


def test_the_first_name_stands_where_nobody_said_she_or_he() -> None:
    found = judged("Karen Whitby, Fenwick Legal, runs the data team")
    assert found.ask == "Is Karen interviewing right now? Who was seen last?"


@pytest.mark.parametrize(
    ("text", "kept_as", "ask"),
    [
        ("Karen Whitby", KeptAs.NAME, "Where does Karen work, and what does the team do?"),
        ("Fenwick Legal Ltd", KeptAs.COMPANY, "Who decides on contractors at Fenwick Legal Ltd?"),
        (
            f"Mr Tom Reed, Fenwick Legal, {NUMBER}",
            KeptAs.CONTACT,
            "Is he interviewing right now? Who did he see last?",
        ),
        ("Karen Whitby at Fenwick may be interviewing", KeptAs.RUMOUR, "Who has sat with Karen, and on which day?"),
        (
            "Fenwick Legal may be interviewing",
            KeptAs.RUMOUR,
            "Who is interviewing at Fenwick Legal, and whom did they see last?",
        ),
        ("maybe interviewing", KeptAs.RUMOUR, "Who is interviewing, and whom did they see last?"),
        ("saw a job advert", KeptAs.ADVERTISEMENT, "Who is the place for, and who decides?"),
        (
            "Fenwick Legal advertise for two SREs",
            KeptAs.ADVERTISEMENT,
            "Who is the place for at Fenwick Legal, and who decides?",
        ),
        (
            "Karen Whitby at Fenwick Legal, advert for two SREs",
            KeptAs.ADVERTISEMENT,
            "Is the place still open, who is being seen, and does Karen work with agencies?",
        ),
        (
            "Karen Whitby at Fenwick Legal, not interviewing",
            KeptAs.DENIED,
            "When do you next decide on hiring, and may I call on that day?",
        ),
        ("thanks, lovely weather", KeptAs.NOTE, "Who is this about, and where do they work?"),
        (
            "Karen Whitby at Fenwick Legal interviewed on 2 November",
            KeptAs.RAN_OUT,
            "Is Karen still interviewing? Who was seen last?",
        ),
        (
            "interviewed two on 2 November",
            KeptAs.RAN_OUT,
            "Is the hiring manager still interviewing? Who was seen last?",
        ),
    ],
)
def test_what_is_no_lead_is_kept_with_the_question_that_would_make_it_one(text: str, kept_as: KeptAs, ask: str) -> None:
    found = judged(text)
    assert (found.grade, found.then, found.headline) == (Grade.NONE, Grade.NONE, "Not a lead yet.")
    assert (found.kept_as, found.ask) == (kept_as, ask)


def test_an_advertisement_without_a_manager_is_watched() -> None:
    assert judged("Fenwick Legal advertise for two SREs").until == TODAY + timedelta(days=DAYS)
    assert judged("Fenwick Legal advertise for two SREs", watch_days=7).until == TODAY + timedelta(days=7)
    assert judged("Karen Whitby at Fenwick Legal, advert for two SREs").until is None


def test_hot_waits_for_the_number_to_be_tested() -> None:
    text = f"Hilary Moss at Castle Telecom, {NUMBER}, seeing two more this Thursday. Lena sat with her"
    found = judged(text)
    assert (found.grade, found.then, found.kept_as) == (Grade.NONE, Grade.HOT, KeptAs.UNTESTED)
    assert found.headline == "Hot when her number is tested"
    assert found.detail == (
        "Ring it and reach her or the switchboard. Then hot until Sun 29 Nov. Interviewing now, heard from Lena."
    )
    assert found.ask == "How do you spell Moss, and is this her direct line?"
    assert judged(text, tested=True).headline == "Hot until Sun 29 Nov"


def test_a_number_in_the_book_need_not_be_typed() -> None:
    text = "Spoke with Priya Natarajan at Northwind, interviewing two devs"
    assert judged(text).headline == "Hot when we have a number for Priya"
    assert judged(text).ask == "What is the best number for Priya?"
    assert judged(text, known_phone=True).headline == "Hot when Priya’s number is tested"
    assert judged(text, tested=True).headline == "Hot until Sun 29 Nov"


@pytest.mark.parametrize(
    ("text", "headline", "ask"),
    [
        ("interviewing two devs", "Hot when we know who is interviewing", "Who does the interviews?"),
        (
            "Northwind Systems are interviewing two devs",
            "Hot when we know who is interviewing",
            "Who does the interviews at Northwind Systems?",
        ),
        ("has contractors on site", "Warm when we know who it is", "Who is the hiring manager?"),
        (
            "Northwind Systems use contractors",
            "Warm when we know who it is",
            "Who is the hiring manager at Northwind Systems?",
        ),
        (
            "Priya at Northwind is interviewing",
            "Hot when we know Priya’s full name",
            "What is Priya’s full name, and how is it spelled?",
        ),
        (
            f"Priya Natarajan {NUMBER} is interviewing",
            "Hot when we know the company",
            "Which company is Priya at?",
        ),
    ],
)
def test_the_first_thing_missing_is_asked_for(text: str, headline: str, ask: str) -> None:
    found = judged(text)
    assert (found.headline, found.ask) == (headline, ask)


@pytest.mark.parametrize(
    ("heard", "headline", "ask"),
    [
        ("interviewing two devs", "Hot until Sun 29 Nov", ""),
        ("interviewed two devs on 19 November", "Hot, last day", ""),
        ("has contractors on site", "Warm until Mon 22 Feb", "Is Priya interviewing right now? Who was seen last?"),
        (
            "runs a large migration project",
            "Cold until Sun 23 May",
            "Who is on the team now, and does Priya decide on contractors?",
        ),
    ],
)
def test_a_lead_says_until_when_and_what_makes_it_hotter(heard: str, headline: str, ask: str) -> None:
    found = judged(f"Spoke with Priya Natarajan at Northwind, {NUMBER}, {heard}")
    assert (found.headline, found.ask, found.kept_as) == (headline, ask, KeptAs.LEAD)
    assert found.detail.endswith(", first hand.")


def test_when_hot_ran_out_the_other_evidence_carries() -> None:
    text = f"Spoke with Priya Natarajan at Northwind, {NUMBER}. Interviewed two on 2 November. Has contractors on site"
    assert judged(text).headline == "Warm until Mon 22 Feb"


def test_what_the_source_only_heard_is_a_rumour() -> None:
    known = judged(f"Lena knows Priya Natarajan at Northwind, {NUMBER}, is interviewing", tested=True)
    heard = judged(f"Lena heard Priya Natarajan at Northwind, {NUMBER}, is interviewing", tested=True)
    assert (known.grade, heard.grade, heard.kept_as) == (Grade.HOT, Grade.NONE, KeptAs.RUMOUR)


@given(today=st.dates(max_value=date(9998, 1, 1)), back=st.integers(0, 12), hot=st.integers(1, 9))
def test_hot_holds_as_many_days_as_the_agency_says(today: date, back: int, hot: int) -> None:
    day = max(today.toordinal() - back, 1)
    text = f"Priya Natarajan, Northwind Ltd, interviewed two on {date.fromordinal(day).isoformat()}"
    found = verdict(parse(text, today=today), today=today, tested=True, holds=Holds(hot=hot))
    assert (found.grade is Grade.HOT) == (today.toordinal() - day <= hot)


def test_the_last_day_of_the_calendar_is_no_trouble() -> None:
    parsed = parse("Fenwick Legal advertise for two SREs", today=date.max)
    assert verdict(parsed, today=date.max).until == date.max


def test_days_carry_their_date() -> None:
    assert said_day(date(2026, 11, 29)) == "Sun 29 Nov"
