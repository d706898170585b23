"""Days in words, names of people, and evidence as it was said."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.http import QueryDict

from rightday.leads.forms import DetailsForm, EvidenceForm, NewLeadForm, StepForm, details_form, step_form
from rightday.leads.rules import Shows
from rightday.people.models import Company, Person

TODAY = date(2026, 11, 24)


def form(cls, text, **more):
    return cls(QueryDict(text), today=TODAY, **more)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("last Thurs", 19),
        ("yesterday", 23),
        ("", 24),
        ("18 Nov", 18),
        ("20/11/2026", 20),
        ("2026-11-02", 2),
        ("20261102", 2),
    ],
)
def test_the_day_it_was_true(typed, day):
    said = form(EvidenceForm, f"shows=interviewing&true_on={typed}")
    assert said.is_valid() and said.cleaned_data["true_on"] == date(2026, 11, day)


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("tomorrow", date(2026, 11, 25), None),
        ("Thursday at 10:30", date(2026, 11, 26), time(10, 30)),
        ("in two weeks", date(2026, 12, 8), None),
        ("3 Dec 2026", date(2026, 12, 3), None),
    ],
)
def test_the_day_of_a_call(typed, day, at):
    said = form(StepForm, f"due={typed}&seen_step=3&objective=A+day")
    assert said.is_valid()
    assert said.change() == {"due": day, "time": at, "seen_step": 3, "objective": "A day", "agreed": False}


@pytest.mark.parametrize("typed", ["soon", "31/04/2027", "", "0", "x" * 61])
def test_a_day_that_is_none(typed):
    assert "due" in form(StepForm, f"due={typed}&seen_step=3").errors


@pytest.mark.parametrize(
    ("text", "them", "words"),
    [("said=them", True, ""), ("said=", True, ""), ("said=other&said_by_words=Ife", False, "Ife"),
     ("said=&said_by_words=Ife", False, "Ife"), ("said=other", False, "")],
)  # fmt: skip
def test_who_said_it(text, them, words):
    said = form(EvidenceForm, f"shows=plan&{text}")
    assert said.is_valid()
    martin = Person(name="Martin")
    heard = said.heard(martin)
    assert (heard.said_by is martin, heard.said_by_words) == (them, words)


def test_a_new_lead_without_evidence_and_with_words_alone():
    bare, words = form(NewLeadForm, "title=Java"), form(NewLeadForm, "words=likes+hiking")
    assert bare.is_valid() and bare.evidence(Person()) == []
    assert words.is_valid() and [each.shows for each in words.evidence(Person())] == [Shows.CONTEXT]


def details(name):
    return DetailsForm(QueryDict(f"title=t&owner=1&seen=0&introduced_by={name}"), owners=((1, "Sam"),))


def test_who_can_speak_for_us(inside):
    found = details("martin AHLQVIST")
    assert found.is_valid() and found.cleaned_data["introduced_by"] == inside.martin
    assert details("").is_valid()
    assert "on record" in str(details("Nobody Known").errors)
    corvid = Company.objects.create(name="Corvid", key="corvid")
    other = Person.objects.create(name="Martin Ahlqvist", key=inside.martin.key, company=corvid)
    assert "Add the company" in str(details("Martin Ahlqvist").errors)
    one = details("Martin Ahlqvist, Corvid")
    assert one.is_valid() and one.cleaned_data["introduced_by"] == other


def test_forms_show_what_there_is(inside, shown):
    assert step_form(None, shown, TODAY).initial["seen_step"] == shown.next_step_id
    shown.next_step.earliest = time(9)
    assert step_form(None, shown, TODAY).initial["due"].endswith(" 09:00")
    shown.introduced_by = inside.martin
    assert details_form(None, shown, ()).initial["introduced_by"] == "Martin Ahlqvist"
    shown.next_step = None
    assert step_form(None, shown, TODAY).initial == {}
