"""The rows of the call at hand."""

from __future__ import annotations

import pytest

from rightday.calls import at_hand
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import Shows
from rightday.people.models import Company, Person, PhoneNumber
from tests.calls.conftest import lead_of
from tests.conftest import Cast

pytestmark = pytest.mark.django_db


def test_the_row_at_hand_is_the_lead_with_its_people(inside: Cast, warm: Lead) -> None:
    found = at_hand.lead_of_step(warm.next_step_id)
    assert (found, found.next_step, found.person, found.owner) == (warm, warm.next_step, inside.martin, inside.sam)
    assert (found.person.company, found.company) == (inside.halden, inside.halden)
    assert found.person.company.zone == "Europe/London"
    assert at_hand.lead_of_step(999_999) is None


def test_a_lead_at_another_company_than_the_persons_and_a_person_without_one(inside: Cast, warm: Lead) -> None:
    corvid = Company.objects.create(name="Corvid Health", key="corvid health")
    Lead.objects.update(company=corvid)
    assert at_hand.lead_of_step(warm.next_step_id).company == corvid
    Person.objects.update(company=None)
    assert at_hand.lead_of_step(warm.next_step_id).person.company is None


def test_numbers_stand_in_the_order_to_dial_them(inside: Cast, warm: Lead) -> None:
    switchboard = PhoneNumber.objects.create(company=inside.halden, typed="020 7946 0001", e164="+442079460001")
    wrong = PhoneNumber.objects.create(person=inside.martin, typed="1", state="wrong")
    second = PhoneNumber.objects.create(person=inside.martin, typed="2", e164="+442079460002")
    assert at_hand.phones_of(at_hand.lead_of_step(warm.next_step_id).person) == [
        inside.number,
        second,
        switchboard,
        wrong,
    ]


def test_evidence_since_a_moment_is_of_one_person_and_member(inside: Cast) -> None:
    assert at_hand.newest_evidence(inside.martin) == 0
    lead = lead_of(inside, Shows.RUMOUR)
    newest = at_hand.newest_evidence(inside.martin)
    assert newest == Evidence.objects.get().pk
    assert at_hand.evidence_since(0, inside.martin, inside.sam) == [[newest, lead.pk]]
    assert at_hand.evidence_since(newest, inside.martin, inside.sam) == []
    assert at_hand.evidence_since(0, inside.martin, inside.priya) == []


def test_whether_somebody_is_waited_for_twice(inside: Cast, warm: Lead) -> None:
    assert not at_hand.has_other_steps(inside.martin, warm.next_step_id)
    lead_of(inside, Shows.RUMOUR)
    assert at_hand.has_other_steps(inside.martin, warm.next_step_id)
