"""What a captured text is evidence of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.intake.capture.evidence import heard_of, settled, shows_of, title_of
from rightday.intake.capture.rules import KeptAs, parse, verdict
from rightday.leads import rules
from rightday.leads.rules import DEFAULT, Grade, Piece, Shows

TODAY = date(2026, 11, 24)
SPOKE = "Spoke with Priya Natarajan at Northwind Systems, 020 7946 0991, interviewing two Java contractors"


def kinds(text: str, **more: object) -> list[str]:
    return [one.shows.value for one in heard_of(parse(text, today=TODAY), text, today=TODAY, **more)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SPOKE, ["interviewing", "name_confirmed", "company_confirmed", "phone_tested"]),
        (SPOKE.replace(", 020 7946 0991", ""), ["interviewing", "name_confirmed", "company_confirmed"]),
        ("Spoke with Priya at Northwind Systems", ["company_confirmed"]),
        ("Spoke with Priya Natarajan", ["name_confirmed"]),
        (SPOKE.replace("Spoke with ", ""), ["interviewing"]),
        ("Karen Whitby, Fenwick Legal", ["context"]),
        ("Karen Whitby, Fenwick Legal, runs the data team", ["context"]),
        ("Tom Reed heard that Karen Whitby at Fenwick Legal is interviewing two testers", ["rumour"]),
        ("Spoke with Priya Natarajan, not interviewing", ["not_interviewing", "name_confirmed", "context"]),
        ("Lena says Priya Natarajan is not interviewing", ["context"]),
        ("Spoke with her", ["context"]),
    ],
)
def test_what_a_text_shows(text: str, expected: list[str]):
    assert kinds(text) == expected


def test_another_company_than_ours_confirms_none():
    assert kinds(SPOKE, elsewhere="Northwind Systems") == ["interviewing", "name_confirmed", "phone_tested", "context"]


def test_who_said_it():
    text = "Lena says Priya Natarajan at Northwind is interviewing"
    heard = heard_of(parse(text, today=TODAY), text, today=TODAY)[0]
    assert (heard.said_by, heard.said_by_words) == (None, "Lena")
    heard = heard_of(parse(text, today=TODAY), text, today=TODAY, said_by="lena")[0]
    assert (heard.said_by, heard.said_by_words) == ("lena", "")
    heard = heard_of(parse(SPOKE, today=TODAY), SPOKE, today=TODAY, about="priya", said_by="nobody")[0]
    assert (heard.said_by, heard.said_by_words) == ("priya", "")


def test_the_title_is_what_they_look_for():
    assert title_of(parse(SPOKE, today=TODAY)) == "Two Java contractors"
    assert title_of(parse("Priya", today=TODAY)) == ""
    assert shows_of(parse(SPOKE, today=TODAY)) is Shows.INTERVIEWING
    assert shows_of(parse("Priya", today=TODAY)) is Shows.CONTEXT


def judged(text: str, *known: Shows, on: date = TODAY, tested: bool = False, open_lead: bool = False):
    parsed = parse(text, today=TODAY)
    found = verdict(parsed, today=TODAY, tested=tested)
    heard = heard_of(parsed, text, today=TODAY)
    pieces = [Piece(one, on, on) for one in known] + [Piece(one.shows, one.true_on, TODAY) for one in heard]
    return settled(found, parsed, pieces, today=TODAY, holds=DEFAULT, open_lead=open_lead)


class TestSettled:
    def test_the_text_alone(self):
        assert judged(SPOKE) == verdict(parse(SPOKE, today=TODAY), today=TODAY)

    def test_an_open_hot_lead_stays_hot(self):
        found = judged("Karen Whitby, Fenwick Legal", *rules.IDENTITY, Shows.INTERVIEWING, on=date(2026, 11, 23))
        assert (found.grade, found.headline, found.ask) == (Grade.HOT, "Hot until Sat 28 Nov", "")
        assert found.detail == "This goes on their open lead."

    def test_its_last_day(self):
        found = judged("Karen Whitby, Fenwick Legal", *rules.IDENTITY, Shows.INTERVIEWING, on=date(2026, 11, 19))
        assert found.headline == "Hot, last day"

    def test_the_same_grade_for_longer(self):
        text = "Spoke with Karen Whitby at Fenwick Legal, 020 7946 0991, interviewed two on Friday"
        found = judged(text, Shows.INTERVIEWING)
        assert (found.headline, found.detail) == ("Hot until Sun 29 Nov", "Interviewing now, first hand.")

    def test_a_tested_number_with_an_unsure_name(self):
        text = "Karen Whitby, Fenwick Legal is interviewing two"
        found = judged(text, Shows.PHONE_TESTED, Shows.COMPANY_CONFIRMED, tested=True)
        assert (found.grade, found.then, found.kept_as) == (Grade.NONE, Grade.HOT, KeptAs.UNTESTED)
        assert found.headline == "Hot when the name is spelled right"
        assert found.ask == "How do you spell Whitby?"

    def test_a_tested_number_with_an_unsure_company(self):
        text = "Karen Whitby, Fenwick Legal is interviewing two"
        found = judged(text, Shows.PHONE_TESTED, Shows.NAME_CONFIRMED, tested=True)
        assert (found.headline, found.ask) == ("Hot when the company is right", "Is Fenwick Legal the full name?")

    def test_a_word_more_about_an_open_lead(self):
        found = judged("Karen Whitby, Fenwick Legal", open_lead=True)
        assert found.detail == "It goes with what we know of them already."
        assert judged("Karen Whitby, Fenwick Legal").detail == "A name and a company is a contact."

    @given(
        st.sampled_from(
            [SPOKE, "Karen Whitby, Fenwick Legal", "Lena says Priya Natarajan at Northwind is interviewing"]
        ),
        st.lists(st.sampled_from(list(Shows)), max_size=6),
        st.dates(date(2026, 5, 1), TODAY),
        st.booleans(),
    )
    def test_the_words_before_and_the_grade_after_are_one(self, text: str, known: list[Shows], on: date, tested: bool):
        parsed = parse(text, today=TODAY)
        heard = heard_of(parsed, text, today=TODAY)
        pieces = [Piece(one, on, on) for one in known] + [Piece(one.shows, one.true_on, TODAY) for one in heard]
        after = rules.dates(pieces)
        found = judged(text, *known, on=on, tested=tested)
        assert found.grade is rules.grade(after, TODAY)
        if found.grade is not Grade.NONE:
            assert found.until == rules.grade_until(after, TODAY)
