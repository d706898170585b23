"""Reads about calls, and the rows of the one at hand."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Achievement as Kinds
from rightday.calls import actions, queries
from rightday.calls.models import Achievement, Call, OnThePhone
from rightday.calls.rules import Result
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, Grade, HeardEvidence, Shows
from rightday.people.models import Person, PhoneNumber
from tests.calls.conftest import lead_of
from tests.conftest import Cast

TUESDAY = datetime(2026, 11, 24, 9, 40)
DAY = date(2026, 11, 24)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(TUESDAY, tick=False):
        yield


def test_focus_has_everything_to_hand(inside: Cast, warm: Lead) -> None:
    leads.add_evidence(warm, heard=HeardEvidence(Shows.INTERVIEWING, "seeing two", DAY), by=inside.sam)
    leads.add_evidence(warm, heard=HeardEvidence(Shows.NO_CONTRACTORS, "gone", DAY), by=inside.sam)
    Lead.objects.update(introduced_by=inside.martin, heard_from=inside.martin)
    PhoneNumber.objects.update(ext="7", label="Desk")
    warm.refresh_from_db()
    found = queries.focus(warm.next_step_id, by=inside.sam, now=timezone.now())
    assert (found.grade, found.until) == (Grade.HOT, date(2026, 11, 29))
    assert [(row.number, row.label) for row in found.numbers] == [("+442079460142 x7", "Desk")]
    assert [row.shows for row in found.evidence] == [
        Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING,
    ]  # fmt: skip
    assert (found.missing, found.last, found.introduced_by) == ((), None, "Martin Ahlqvist")
    assert found.plan.open.startswith("Martin, it’s Sam from Brightwater. Martin said I should ring you.")
    assert queries.call_plan(warm.next_step_id, by=inside.sam, now=timezone.now()) == found.plan


def test_of_two_of_a_kind_the_later_counts(inside: Cast) -> None:
    lead = lead_of(inside, Shows.INTERVIEWING, heard_on=date(2026, 11, 20))
    for day in (23, 21):
        heard = HeardEvidence(Shows.INTERVIEWING, f"on the {day}th", date(2026, 11, day))
        leads.add_evidence(lead, heard=heard, by=inside.sam, replan=False)
    found = queries.focus(lead.next_step_id, by=inside.sam, now=timezone.now())
    assert [row.words for row in found.evidence] == ["on the 23th"]
    assert found.missing == (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


def test_a_step_that_is_gone_has_no_plan(inside: Cast, warm: Lead) -> None:
    assert queries.focus(999_999, by=inside.sam, now=timezone.now()) is None
    assert queries.call_plan(999_999, by=inside.sam, now=timezone.now()) is None


def test_an_ended_lead_has_no_situation(inside: Cast, warm: Lead) -> None:
    leads.end(warm, kind=Ending.CANCELLED, on=DAY, by=inside.sam)
    with pytest.raises(NextStep.DoesNotExist):
        queries.situation_of(warm, by=inside.sam, now=timezone.now(), phones=())


def test_a_person_without_a_company_or_a_name_still_has_a_plan(inside: Cast, warm: Lead) -> None:
    Lead.objects.update(company=None)
    Person.objects.update(company=None, given="", family="")
    found = queries.focus(warm.next_step_id, by=inside.sam, now=timezone.now())
    assert found.plan.open.startswith("Hello, it’s Sam from Brightwater.")
    assert found.situation.first_name == "Martin Ahlqvist"


def test_the_last_call_is_told(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(warm.next_step_id, result=Result.MET, by=inside.priya, note="Two on Thursday")
    last = queries.focus(logged.next_step.pk, by=inside.sam, now=timezone.now()).last
    assert (last.day, last.result, last.note, last.by) == (DAY, "Objective met", "Two on Thursday", "Priya Nair")


def test_done_and_achieved_are_a_members_own_of_the_day(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(
        warm.next_step_id, result=Result.NO_ANSWER, by=inside.sam, achieved=[Kinds.LEAD, Kinds.REFERRAL]
    )
    (row,) = queries.done_on(inside.sam, DAY)
    assert (row.id, row.person, row.words, row.met) == (logged.call.pk, "Martin Ahlqvist", "No answer", False)
    assert (row.next_said, row.next_due, row.next_at) == ("try again", date(2026, 11, 26), time(14, 30))
    assert queries.achieved_on(inside.sam, DAY) == {Kinds.LEAD: 1, Kinds.REFERRAL: 1}
    for member, day in ((inside.priya, DAY), (inside.sam, DAY + timedelta(days=1))):
        assert queries.done_on(member, day) == ()
        assert queries.achieved_on(member, day) == {}


def test_rows_say_what_they_are(inside: Cast, warm: Lead) -> None:
    actions.pick_up(inside.martin, by=inside.sam)
    assert str(OnThePhone.objects.get()) == f"{inside.sam.pk} with {inside.martin.pk}"
    actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam, achieved=[Kinds.LEAD])
    assert (str(Call.objects.get()), str(Achievement.objects.get())) == ("met 2026-11-24", "lead")
