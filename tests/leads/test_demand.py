"""Every word of demand has its sentence, and every denial its fact."""

from __future__ import annotations

from datetime import date

from rightday.leads.demand import (
    CARRIES,
    DENIES,
    ENDING_WORDS,
    GRADE_WORDS,
    IDENTITY,
    SHOWS_CHOICES,
    SHOWS_WORDS,
    Ending,
    Grade,
    HeardEvidence,
    Shows,
    in_words,
)  # fmt: skip


def test_everything_has_its_words():
    assert set(SHOWS_WORDS) == set(Shows) and set(ENDING_WORDS) == set(Ending) and set(GRADE_WORDS) == set(Grade)
    assert [value for value, _ in SHOWS_CHOICES] == [shows.value for shows in Shows]


def test_what_carries_a_grade_can_be_denied():
    assert set(DENIES.values()) == {*CARRIES, Shows.PHONE_TESTED}
    assert not set(DENIES) & (set(CARRIES) | set(IDENTITY))


def test_what_was_heard_is_said_once():
    day = date(2026, 11, 24)
    heard = [
        HeardEvidence(Shows.NAME_CONFIRMED, "Her signature", day),
        HeardEvidence(Shows.INTERVIEWING, "Two Java on Thursday", day),
        HeardEvidence(Shows.CONTRACTORS, "Two Java", day),
        HeardEvidence(Shows.PLAN, "", day),
        HeardEvidence(Shows.CONTEXT, "Likes numbers", day),
    ]
    assert in_words(heard) == "Two Java on Thursday Likes numbers"
