"""People of an import are taken out as if they had never come."""

from __future__ import annotations

import pytest
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.kernel import phones
from rightday.people import actions, actions_import, search
from rightday.people.models import (
    Company,
    DuplicateSuggestion,
    EmailAddress,
    Permission,
    Person,
    PhoneNumber,
    Position,
)
from rightday.people.models_files import ExternalId, Kept
from rightday.people.rules import Answer, Channel
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event
from tests.conftest import Cast


def ada(cast: Cast) -> Person:
    alder = actions.add_company("Alder Bank", by=cast.sam)
    return actions.add_person(
        given="Ada", family="King", company=alder, phones=phones.read("020 7946 0777"), emails=["ada@alder.example"],
        by=cast.sam,
    )  # fmt: skip


def test_a_person_goes_with_everything_of_this_room(inside: Cast):
    person = ada(inside)
    today = timezone.localdate()
    actions.record_permission(person, channel=Channel.EMAIL, answer=Answer.GIVEN, by=inside.sam, on=today)
    actions.suggest_duplicate(person, inside.martin, ["same name"], 0.9)
    position = Position.objects.create(person=inside.martin, supervisor=person)
    actions_import.take_out_persons([person.pk], by=inside.sam)
    assert list(Person.objects.all()) == [inside.martin]
    assert list(PhoneNumber.objects.all()) == [inside.number]
    assert (EmailAddress.objects.count(), Permission.objects.count(), DuplicateSuggestion.objects.count()) == (0, 0, 0)
    assert not Event.objects.filter(person__isnull=False).exists()
    assert search.find_persons("ada") == []
    position.refresh_from_db()
    assert (position.person, position.supervisor) == (inside.martin, None)


def test_a_company_goes_and_a_career_keeps_its_place(inside: Cast):
    alder = actions.add_company("Alder Bank", by=inside.sam)
    Event.objects.filter(company=alder).delete()
    actions.add_number(alder, phones.read("020 7946 0700")[0], by=inside.sam)
    Event.objects.filter(company=alder).delete()
    position = Position.objects.create(person=inside.martin, company=alder)
    actions_import.take_out_companies([alder.pk], by=inside.sam)
    assert list(Company.objects.all()) == [inside.halden]
    assert list(PhoneNumber.objects.all()) == [inside.number]
    assert search.find_companies("alder") == []
    position.refresh_from_db()
    assert position.company is None


def test_only_numbers_that_nobody_has_called_go(inside: Cast):
    made = actions.add_reach(
        [(inside.martin, phones.read("020 7946 0777 / 07700 900123"), ["m@halden.example"])], by=inside.sam
    )[0]
    PhoneNumber.objects.filter(e164="+447700900123").update(state="reached")
    actions_import.take_out_reach(
        numbers=[*made["numbers"], inside.number.pk], emails=made["emails"], by=inside.sam
    )  # fmt: skip
    assert set(PhoneNumber.objects.values_list("e164", flat=True)) == {"+442079460142", "+447700900123"}
    assert not EmailAddress.objects.exists()
    assert search.find_persons("0777") == []
    assert search.find_persons("900123") == [inside.martin.pk]


def test_ids_of_another_agency_take_nothing_out(ours: Cast, theirs: Cast):
    with enter(ours.agency):
        actions_import.take_out_persons([theirs.martin.pk], by=ours.sam)
        actions_import.take_out_companies([theirs.halden.pk], by=ours.sam)
        actions_import.take_out_reach(numbers=[theirs.number.pk], emails=[], by=ours.sam)
    with enter(theirs.agency):
        assert (Person.objects.count(), Company.objects.count(), PhoneNumber.objects.count()) == (1, 1, 1)


def test_who_has_left_takes_nothing_out(inside: Cast):
    inside.priya.left_at = timezone.now()
    for take in (
        lambda: actions_import.take_out_persons([], by=inside.priya),
        lambda: actions_import.take_out_companies([], by=inside.priya),
        lambda: actions_import.take_out_reach(numbers=[], emails=[], by=inside.priya),
        lambda: actions_import.take_out_own(kept=[], external=[], by=inside.priya),
    ):
        with pytest.raises(NotAllowed):
            take()


def test_fields_of_their_own_and_ids_that_an_import_brought_go_and_no_others(inside: Cast):
    kept = [Kept.objects.create(person=inside.martin, name="Tier", value=value) for value in ("A", "B")]
    ids = [
        ExternalId.objects.create(person=inside.martin, system="bullhorn", kind="Lead", value=value)
        for value in ("1", "2")
    ]
    actions_import.take_out_own(kept=[kept[0].pk], external=[ids[1].pk], by=inside.sam)
    assert (Kept.objects.get(), ExternalId.objects.get()) == (kept[1], ids[0])
