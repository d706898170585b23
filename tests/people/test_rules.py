"""What counts of several answers, and likeness."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.people import rules
from rightday.people.rules import Answer, Said

GIVEN, REFUSED, NOT_ASKED = Answer.GIVEN, Answer.REFUSED, Answer.NOT_ASKED
MON, TUE = date(2026, 11, 23), date(2026, 11, 24)
names = st.sampled_from(
    ["Ruth Delacroix", "DELACROIX, Ruth", "R. Delacroix", "Ruth", "Tom Bell", "نور الهدى", "", "Ann Mary Lee Bo Do"]
)
companies = st.sampled_from(["Corvid Ltd", "Corvid Limited", "Corvid Health", "Halden Insurance", "", "  "])


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ([], NOT_ASKED),
        ([Said(NOT_ASKED, MON)], NOT_ASKED),
        ([Said(GIVEN, MON)], GIVEN),
        ([Said(GIVEN, MON), Said(REFUSED, TUE)], REFUSED),
        ([Said(REFUSED, MON), Said(GIVEN, TUE)], GIVEN),
        ([Said(REFUSED, TUE, 1), Said(GIVEN, MON, 2)], REFUSED),  # an old spreadsheet, imported later
        ([Said(REFUSED, MON, 1), Said(GIVEN, MON, 2)], REFUSED),
        ([Said(REFUSED, MON), Said(NOT_ASKED, TUE)], REFUSED),
    ],
)
def test_the_answer_that_counts(said: list[Said], counts: Answer):
    assert rules.standing(said) is counts


@given(st.lists(st.builds(Said, st.sampled_from(Answer), st.dates(), st.integers(0, 9))), st.randoms())
def test_the_order_of_rows_does_not_matter(said, random):
    mixed = list(said)
    random.shuffle(mixed)
    assert rules.standing(mixed) is rules.standing(said)


@given(st.lists(st.builds(Said, st.sampled_from(Answer), st.dates())), st.dates())
def test_a_no_on_the_last_day_always_wins(said, day):
    last = max([one.on for one in said], default=day)
    assert rules.standing([*said, Said(REFUSED, last)]) is REFUSED


@given(names, companies, names, companies)
def test_likeness_is_the_same_in_either_order(name, company, other, other_company):
    here = rules.likeness(name, company, other, other_company)
    assert here == rules.likeness(other, other_company, name, company)
    assert 0 <= here.score <= 1
    assert bool(here.reasons) or here.score < rules.LIKELY


@pytest.mark.parametrize(
    ("one", "other", "reasons", "likely"),
    [
        (("Ruth Delacroix", "Corvid Ltd"), ("DELACROIX, Ruth", "Corvid"), ("same name", "same company"), True),
        (("R. Delacroix", "Corvid"), ("Ruth Delacroix", "Corvid Health"), ("an initial only", "similar company"), True),
        (("Ruth Delacroix", ""), ("Ruth Delacroix", "Corvid"), ("same name", "company not known"), True),
        (("Ruth Delacroix", "Corvid"), ("Ruth Delacroix", "Halden"), ("same name, another company",), False),
        (("Ruth Delacroix", "Corvid"), ("Tom Bell", "Corvid"), (), False),
    ],
)
def test_reasons_of_a_likeness(one, other, reasons, likely):
    found = rules.likeness(*one, *other)
    assert found.reasons == reasons
    assert (found.score >= rules.LIKELY) is likely


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Sarah Bell", "Martin Ahlqvist", True), ("Sarah Bell", "Sarah Ahlqvist", False),
        ("Sarah", "Martin Ahlqvist", False),
        ("", "Martin Ahlqvist", False), ("M. Ahlquist", "Martin Ahlqvist", False),
    ],
)  # fmt: skip
def test_names_that_cannot_be_one_persons(one, other, two):
    assert rules.two_people(one, other) is rules.two_people(other, one) is two


def test_mailboxes_that_several_people_read():
    assert rules.is_shared_mailbox("Info@corvid.example")
    assert rules.is_shared_mailbox("office-london@corvid.example")
    assert not rules.is_shared_mailbox("ruth.info@corvid.example")


def test_a_name_is_needed():
    assert rules.full_name("  Ruth ", " de  la Croix ") == "Ruth de la Croix"
    with pytest.raises(rules.NoName):
        rules.full_name(" ", "")


def test_the_week_somebody_gave():
    assert [(day.label, day.words) for day in rules.week([], "")] == [
        (day, "any time") for day in ("Mon", "Tue", "Wed", "Thu", "Fri")
    ]
    week = rules.week([2, 6], "9:30-11")
    assert [(day.label, day.start, day.end, day.words) for day in week] == [
        ("Mon", None, None, "no"), ("Tue", 9.5, 11.0, "09:30 to 11"), ("Wed", None, None, "no"),
        ("Thu", None, None, "no"), ("Fri", None, None, "no"), ("Sat", 9.5, 11.0, "09:30 to 11"),
    ]  # fmt: skip
    early = rules.week([1], "06:00-20:00")[0]
    assert (early.start, early.end, early.words) == (8.0, 18.0, "6 to 20")
    assert rules.week([1], "after lunch")[0].words == "after lunch"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("9-11", (time(9), time(11))), (" 09:30 to 11.15 ", (time(9, 30), time(11, 15))), ("9–17", (time(9), time(17))),
        ("11-9", None), ("9-9", None), ("25-26", None), ("9:70-10", None), ("", None), ("morning", None),
    ],
)  # fmt: skip
def test_hours_as_people_write_them(text, span):
    assert rules.hours_of(text) == span


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], "any working day"), ([3], "Wednesday"), ([1, 5], "Monday and Friday"), ([2, 3, 4], "Tuesday to Thursday"),
        ([1, 3, 5], "Monday, Wednesday and Friday"), ([5, 4], "Thursday and Friday"),
        ([1, 2, 3, 4, 5], "Monday to Friday"),
    ],
)  # fmt: skip
def test_days_in_words(days, words):
    assert rules.days_in_words(days) == words


def test_every_state_and_answer_has_words():
    assert rules.NUMBER_WORDS.keys() == set(rules.NumberState)
    assert rules.ANSWER_WORDS.keys() == set(Answer)
    assert rules.CHANNEL_WORDS.keys() == set(rules.Channel)
