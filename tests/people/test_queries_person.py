"""The page of a person, as far as this room knows them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rightday.agencies import clock
from rightday.people import actions, queries_person
from rightday.people.models import Company, Person, Position
from rightday.people.queries_person import number_words, person_page
from rightday.people.rules import Answer, Channel
from tests.conftest import Cast

TUE = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("state", "state_on", "reached_on", "words"),
    [
        ("untested", None, None, "Not tested yet"), ("reached", TUE, TUE, "Reached today"),
        ("reached", TUE, None, "Reached"),
        ("rang_out", TUE, None, "Rang out today"), ("rang_out", None, None, "Rang out"),
        ("rang_out", TUE, TUE - timedelta(days=4), "Rang out today, reached Fri 20 Nov"),
        ("wrong", TUE, None, "Wrong number since today"), ("wrong", None, None, "Wrong number"),
    ],
)  # fmt: skip
def test_numbers_in_words(state, state_on, reached_on, words):
    assert number_words(state, state_on, reached_on, TUE) == words


def test_nobody(inside: Cast):
    with pytest.raises(Person.DoesNotExist):
        person_page(inside.sam, 0)


@pytest.mark.parametrize(
    ("own", "companys", "words"),
    [
        (True, False, "Yes"), (False, True, "No"), (None, True, "Yes, their company does"),
        (None, False, "No, their company does not"), (None, None, "We do not know"),
    ],
)  # fmt: skip
def test_works_with_agencies_is_taken_over_from_the_company(inside: Cast, own, companys, words):
    Person.objects.filter(pk=inside.martin.pk).update(works_with_agencies=own)
    Company.objects.filter(pk=inside.halden.pk).update(works_with_agencies=companys)
    assert person_page(inside.sam, inside.martin.pk).works_with_agencies == words


def test_who_added_them(inside: Cast):
    assert person_page(inside.sam, inside.martin.pk).added == "Today"
    person = actions.add_person(given="Ann", family="", by=inside.sam, source="the fair")
    assert person_page(inside.sam, person.pk).added == "By Sam Whitlock, today, from the fair"


def test_the_answer_that_counts_is_shown(inside: Cast):
    today = clock.today_in("Europe/London")
    for answer, days in ((Answer.GIVEN, 9), (Answer.REFUSED, 2), (Answer.NOT_ASKED, 0)):
        actions.record_permission(
            inside.martin, channel=Channel.TEXT, answer=answer, by=inside.sam, on=today - timedelta(days=days)
        )
    page = person_page(inside.sam, inside.martin.pk)
    assert [(line.label, line.answer) for line in page.channels] == [
        ("Phone", Answer.NOT_ASKED), ("Email", Answer.NOT_ASKED), ("Text", Answer.REFUSED),
    ]  # fmt: skip
    assert page.call is None


def test_a_refusal_of_calls(inside: Cast):
    today = clock.today_in("Europe/London")
    actions.record_permission(
        inside.martin, channel=Channel.PHONE, answer=Answer.REFUSED, by=inside.sam, on=today, words="No.", days=[1]
    )
    call = person_page(inside.sam, inside.martin.pk).call
    assert call is not None
    assert (call.answer, call.on, call.to, call.said, call.days, call.week) == (
        Answer.REFUSED, "today", "Sam Whitlock", "No.", "", (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("began", "ended", "current", "when"),
    [
        (date(2023, 9, 1), None, True, "Sep 2023 to now"), (None, None, True, "Now"),
        (date(2019, 3, 1), date(2023, 9, 1), False, "Mar 2019 to Sep 2023"),
        (None, date(2023, 9, 1), False, "Until Sep 2023"),
        (None, None, False, ""), (date(2019, 3, 1), None, False, "Mar 2019"),
    ],
)  # fmt: skip
def test_positions(inside: Cast, began, ended, current, when):
    boss = actions.add_person(given="Ruth", family="Delacroix", by=inside.sam)
    Position.objects.create(
        person=inside.martin,
        company=inside.halden,
        title="Lead",
        began=began,
        ended=ended,
        current=current,
        supervisor=boss,
    )
    (line,) = person_page(inside.sam, inside.martin.pk).positions
    assert (line.when, line.title, line.supervisor, line.now) == (
        when,
        "Lead, Halden Insurance",
        "Ruth Delacroix",
        current,
    )
    assert person_page(inside.sam, boss.pk).supervised == ((inside.martin.pk, "Martin Ahlqvist"),)


def test_days_are_those_of_the_reader(inside: Cast):
    midnight = timezone.now().replace(hour=0, minute=5)
    inside.sam.zone = "Pacific/Auckland"
    assert queries_person.day_of(midnight, inside.sam, clock.day_in("Pacific/Auckland", midnight)) == "today"
    assert queries_person.day_of(None, inside.sam, TUE) == ""
