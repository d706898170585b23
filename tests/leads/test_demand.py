"""Every word of demand has its sentence, and every denial its fact."""

from __future__ import annotations

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
    Shows,
)  # fmt: skip


def test_everything_has_its_words():
    assert set(SHOWS_WORDS) == set(Shows) and set(ENDING_WORDS) == set(Ending) and set(GRADE_WORDS) == set(Grade)
    assert [value for value, _ in SHOWS_CHOICES] == [shows.value for shows in Shows]


def test_what_carries_a_grade_can_be_denied():
    assert set(DENIES.values()) == {*CARRIES, Shows.PHONE_TESTED}
    assert not set(DENIES) & (set(CARRIES) | set(IDENTITY))
