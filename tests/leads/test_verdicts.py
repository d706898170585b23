"""The grade in words."""

from __future__ import annotations

import pytest
from hypothesis import given

from rightday.leads.rules import Grade, Shows, dates, verdict
from tests.leads.test_grades import DAY, KNOWN, all_dates, heard, near


def said(*evidence):
    found = verdict(dates([*KNOWN, *evidence]), DAY)
    return found.word, found.left, found.ticks, found.sentence


@pytest.mark.parametrize(
    ("ago", "left", "ticks", "sentence"),
    [
        (0, "5 days left", 5, "Hot until Sun 29 Nov."),
        (3, "2 days left", 2, "Hot until Thu 26 Nov."),
        (4, "1 day left", 1, "Hot until tomorrow."),
        (5, "last day", 0, "Hot until today."),
    ],
)
def test_hot_says_its_days(ago, left, ticks, sentence):
    assert said(heard(Shows.INTERVIEWING, ago)) == ("Hot", left, ticks, sentence)


def test_warm_and_cold_say_their_share():
    assert said(heard(Shows.CONTRACTORS)) == ("Warm", "90 days left", 5, "Warm until Mon 22 Feb 2027.")
    assert said(heard(Shows.CONTRACTORS, 82))[1:3] == ("8 days left", 1)
    assert said(heard(Shows.CONTRACTORS, 89))[1] == "1 day left"
    assert said(heard(Shows.CONTRACTORS, 90))[1:3] == ("last day", 1)
    assert said(heard(Shows.PROJECT))[0::2] == ("Cold", 5)


def test_what_it_was():
    assert said(heard(Shows.CONTRACTORS), heard(Shows.INTERVIEWING, 7))[:2] == ("Warm", "was hot")
    assert said(heard(Shows.INTERVIEWING, 7)) == (
        "To qualify", "was hot", 0, "To qualify: was hot until Sun 22 Nov.",
    )  # fmt: skip
    assert said(heard(Shows.INTERVIEWING, 40)) == ("To qualify", "", 0, "To qualify.")


@given(all_dates, near)
def test_ticks_and_end_fit_the_grade(found, on):
    told = verdict(found, on)
    assert 0 <= told.ticks <= 5
    assert (told.until is None) == (told.grade is Grade.NONE)
    assert told.sentence.startswith(told.word)
