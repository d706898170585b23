"""A number found wrong outside a call."""

from __future__ import annotations

import pytest
from django.utils import timezone

from rightday.kernel import phones
from rightday.leads import actions_create, actions_numbers
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people import actions as people
from rightday.people.models import PhoneNumber
from rightday.team.rules import NotAllowed
from tests.conftest import Cast


def test_the_number_and_what_rests_on_it(inside: Cast):
    on = timezone.localdate()
    shows = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)
    lead = actions_create.create(
        inside.martin, heard=[HeardEvidence(each, "", on) for each in shows], title="X", by=inside.sam, source="form"
    )
    assert lead.identified_on == on
    actions_numbers.number_wrong(inside.number, by=inside.sam)
    assert PhoneNumber.objects.get(pk=inside.number.pk).state == "wrong"
    assert Evidence.objects.filter(lead=lead, shows=Shows.PHONE_WRONG.value).exists()
    assert Lead.objects.get(pk=lead.pk).identified_on is None


def test_a_switchboard(inside: Cast):
    number = people.add_number(inside.halden, phones.read("020 7946 0100")[0], by=inside.sam)
    actions_numbers.number_wrong(number, by=inside.sam)
    assert PhoneNumber.objects.get(pk=number.pk).state == "wrong"


def test_somebody_who_left(inside: Cast):
    inside.jo.left_at = timezone.now()
    with pytest.raises(NotAllowed):
        actions_numbers.number_wrong(inside.number, by=inside.jo)
