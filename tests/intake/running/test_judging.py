"""The verdict on a row: always one, always with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.intake.running.judging import NOBODY, Became, Judged, Known, evidence_of, judge
from rightday.intake.understanding.holds import Holds as Table
from rightday.intake.understanding.records import Record
from rightday.leads.rules import Grade, Holds, Shows
from tests.intake.records import ANY, LIKELY, TODAY, record

DAYS = Holds()
CAST = st.one_of(
    st.just(Known()),
    st.just(Known(same="Ada King", why="same number")),
    st.just(Known(like="Ada King, Alder", reasons=("same name", "similar company"))),
)


def judged(one: Record, *, holds: Table = Table.LEADS, known: Known = NOBODY, on: date = TODAY) -> Judged:
    return judge(one, holds=holds, known=known, today=on, days=DAYS)


SPOKE = {"name": "Ada King", "company": "Alder", "phone": "020 7946 0142", "spoke": TODAY - timedelta(days=1)}


@pytest.mark.parametrize(
    ("one", "holds", "known", "became", "why"),
    [
        (record(notes="??"), Table.LEADS, Known(), "refused", "No person and no company in this row."),
        (
            record(**SPOKE, notes="Interviewing two people"), Table.LEADS, Known(), "lead",
            "“Interviewing two people”, true Wed 13 May",
        ),
        (
            record("Ada King", "Alder", notes="Interviewing two people"), Table.LEADS, Known(), "intelligence",
            "A rumour. Ask: are they interviewing, and whom did they see last?",
        ),
        (
            record("Ada King", "Alder", spoke=TODAY, notes="Interviewing two people"), Table.LEADS, Known(), "intelligence",
            "Number never reached them. Ask: are they still interviewing?",
        ),
        (
            record(**SPOKE | {"spoke": TODAY - timedelta(days=90)}, notes="Interviewing two people"), Table.LEADS, Known(),
            "intelligence", "“Interviewing two people” was true Fri 13 Feb, and has run out. Ask again.",
        ),
        (
            record("Ada King", "Alder", notes="Asks for facts"), Table.LEADS, Known(), "intelligence",
            "Nothing about hiring. Ask: what are they building, and who is on the team?",
        ),
        (
            record(company="Alder", notes="May be hiring"), Table.LEADS, Known(), "intelligence",
            "A company without a person. Ask: who decides on hires there?",
        ),
        (record("Ada King", notes="Java"), Table.CANDIDATES, Known(), "person", "A candidate, with the words of the row"),
        (
            record("Ada King", notes="Do not contact again"), Table.LEADS, Known(), "person",
            "Asked not to be contacted: “Do not contact”",
        ),
        (
            record("Ada King"), Table.LEADS, Known(same="Ada King", why="same number"), "known",
            "Same number as Ada King. Added to their record, nothing replaced",
        ),
        (
            record("Ada King", notes="Do not contact again"), Table.LEADS, Known(same="Ada King", why="same email"), "known",
            "Same email as Ada King. Asked not to be contacted: “Do not contact”",
        ),
        (
            record("Ada King"), Table.LEADS, Known(like="Ada King, Alder", reasons=("same name",)), "decide",
            "Like Ada King, Alder: same name",
        ),
    ],
)  # fmt: skip
def test_what_becomes_of_a_row_and_why(one: Record, holds: Table, known: Known, became: str, why: str) -> None:
    said = judged(one, holds=holds, known=known)
    assert (said.became, said.why) == (became, why)


def test_a_hot_lead_says_until_when() -> None:
    said = judged(record(**SPOKE, notes="Interviewing two people"))
    assert (said.grade, said.until) == (Grade.HOT, date(2026, 5, 18))


def test_only_a_day_to_come_is_the_next_step() -> None:
    later = TODAY + timedelta(days=9)
    assert judged(record("Ada King", next_call=later)).next_on == later
    assert judged(record("Ada King", next_call=TODAY - timedelta(days=9))).next_on is None
    assert judged(record("Ada King", next_call="soon")).next_on is None


def test_long_words_are_quoted_in_their_beginning() -> None:
    words = "Interviewing two people " + "and more " * 40
    assert judged(record(**SPOKE, notes=words)).why.startswith("“Interviewing two people and more")
    assert len(judged(record(**SPOKE, notes=words)).why) < 150


def test_a_talk_confirms_what_the_row_names() -> None:
    def shown(**cells: object) -> set[Shows]:
        return {one.shows for one in evidence_of(record(**cells), TODAY)}  # type: ignore[arg-type]

    assert shown(**SPOKE) == {Shows.CONTEXT, Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED}
    assert shown(**SPOKE | {"phone": "12"}) == {Shows.CONTEXT, Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED}
    assert shown(name="Ada King", spoke=TODAY) == {Shows.CONTEXT, Shows.NAME_CONFIRMED}
    assert shown(company="Alder", spoke=TODAY) == {Shows.CONTEXT}
    assert shown(**SPOKE | {"spoke": TODAY + timedelta(days=3)}) == {Shows.CONTEXT}


@given(ANY, st.sampled_from(Table), CAST, st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_row_gets_a_verdict_with_its_reason(one: Record, holds: Table, known: Known, on: date) -> None:
    said = judged(one, holds=holds, known=known, on=on)
    assert said.why
    assert (said.became is Became.REFUSED) is not one.usable
    assert (said.grade is not Grade.NONE) is (said.until is not None)
    if said.became is Became.LEAD:
        assert said.grade is not Grade.NONE
        assert one.full_name
    assert said.next_on is None or said.next_on >= on


@given(ANY, st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_evidence_is_never_empty_and_never_of_tomorrow(one: Record, on: date) -> None:
    heard = evidence_of(one, on)
    assert heard
    assert all(piece.true_on <= on for piece in heard)
    if one.notes:
        assert any(one.notes in piece.words for piece in heard)


@given(LIKELY)
def test_somebody_who_said_no_never_becomes_a_lead(one: Record) -> None:
    if one.do_not_contact:
        assert judged(one).became in {Became.PERSON, Became.REFUSED}


def test_a_need_alone_is_demand_and_needs_no_context() -> None:
    (piece,) = evidence_of(record("Ada King", needs="Go developer"), TODAY)
    assert (piece.shows, piece.words) == (Shows.RUMOUR, "Go developer")


def test_a_grade_that_was_typed_is_evidence_to_be_confirmed_and_no_grade() -> None:
    typed = replace(record("Ada King", "Alder", "020 7946 0142"), grade_words="HOT!")
    heard = evidence_of(typed, TODAY)
    assert [(one.shows, one.words) for one in heard] == [(Shows.CONTEXT, "Grade as imported, to be confirmed: HOT!")]
    assert (judged(typed).became, judged(typed).grade) == (Became.INTELLIGENCE, Grade.NONE)
