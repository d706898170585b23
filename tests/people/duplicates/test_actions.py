"""Merging keeps all and moves all; taking apart puts all back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from rightday.agenda.rules import Kind
from rightday.calls.models import Call
from rightday.kernel import phones
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.people import actions as people
from rightday.people import search
from rightday.people.duplicates import actions, moving, queries
from rightday.people.duplicates.joining import Choice
from rightday.people.duplicates.models import CompanySuggestion, Merge
from rightday.people.models import (
    Company,
    DuplicateSuggestion,
    EmailAddress,
    Permission,
    Person,
    PhoneNumber,
    Position,
)
from rightday.people.rules import Answer, Channel
from rightday.team.rules import Refused
from rightday.timeline.models import Event
from tests.conftest import Cast

LATER = {"merge", "event", "duplicatesuggestion", "companysuggestion"}


def book() -> dict[str, list[dict[str, Any]]]:
    """Every row of the agency but of merges, the timeline and pairs, as it is."""
    every = apps.get_app_config("rightday").get_models()
    return {
        model.__name__: [moving.columns(row) for row in model.objects.order_by("pk")]
        for model in every
        if hasattr(model, "_walled_query") or any(getattr(f, "agency_of_row", False) for f in model._meta.local_fields)
        if model._meta.model_name not in LATER
    }


@pytest.fixture
def twin(inside: Cast) -> Person:
    """Martin once more, as a file had him: his number, another number, an address, a note, a lead."""
    firm = people.add_company("Halden Group", by=inside.sam, city="Leeds")
    twin = people.add_person(
        given="M.", family=inside.martin.family, title="Chief engineer", company=firm, by=inside.sam, city="Leeds",
        phones=phones.read(f"{inside.number.e164} / 020 7946 0777"), emails=["m@halden.example"],
    )  # fmt: skip
    people.record_permission(
        twin, channel=Channel.EMAIL, answer=Answer.GIVEN, by=inside.sam, on=date(2026, 11, 2), words="yes"
    )
    leads.note(twin, words="Replacing two contractors", by=inside.sam)
    leads.create(twin, heard=[], title="Two engineers", by=inside.sam, source="form")
    return twin


def test_all_that_spoke_of_the_one_speaks_of_the_other(inside: Cast, twin: Person):
    lead = Lead.objects.get(person=twin)
    merge = actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)
    assert not Person.objects.filter(pk=twin.pk).exists()
    assert Lead.objects.get(pk=lead.pk).person == inside.martin
    numbers = PhoneNumber.objects.filter(person=inside.martin).values_list("e164", flat=True)
    assert sorted(numbers) == sorted([inside.number.e164, "+442079460777"])
    assert PhoneNumber.objects.filter(person=inside.martin, first=True).count() == 1
    assert EmailAddress.objects.get(person=inside.martin).address == "m@halden.example"
    assert Permission.objects.get(person=inside.martin, channel="email").words == "yes"
    assert {one.title for one in Position.objects.filter(person=inside.martin, current=True)} <= {inside.martin.title}
    martin = Person.objects.get(pk=inside.martin.pk)
    assert (martin.name, martin.company) == (inside.martin.name, inside.halden)
    assert martin.city == (inside.martin.city or "Leeds")
    assert queries.where(Person, twin.pk) == martin.pk and queries.where(Person, martin.pk) is None
    assert search.find_said("replacing contractors") == [martin.pk]
    assert search.find_persons("0777") == [martin.pk]
    assert Event.objects.filter(person=martin, verb="person.merged", data__gone=twin.name).exists()
    assert str(merge) == f"person {twin.pk}"


def test_taking_apart_puts_every_row_back(inside: Cast, twin: Person):
    before = book()
    merge = actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)
    assert book() != before
    apart = actions.unmerge(merge, by=inside.sam)
    assert (apart.kept.pk, apart.back.pk) == (inside.martin.pk, twin.pk)
    assert book() == before
    assert search.find_persons("0777") == [twin.pk]
    pair = DuplicateSuggestion.objects.get()
    assert (pair.same, {pair.person_id, pair.other_id}) == (False, {inside.martin.pk, twin.pk})
    with pytest.raises(Refused, match="already"):
        actions.unmerge(merge, by=inside.sam)
    assert queries.where(Person, twin.pk) is None
    actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)  # and once more


def test_what_people_did_since_stays(inside: Cast, twin: Person):
    merge = actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)
    other = PhoneNumber.objects.get(e164="+442079460777")
    martin = Person.objects.get(pk=inside.martin.pk)
    people.edit_person(martin, seen=martin.version, by=inside.sam, city="York")
    for number in (inside.number, other):
        Call.objects.create(
            member=inside.sam, person=inside.martin, number=number, kind=Kind.QUALIFY.value, at=timezone.now(),
            day=date(2026, 11, 25), due=date(2026, 11, 25), result="progressed",
        )  # fmt: skip
    people.count_dial(Person.objects.get(pk=inside.martin.pk), reached=True, at=timezone.now())
    actions.unmerge(merge, by=inside.sam)
    assert Person.objects.get(pk=inside.martin.pk).city == "York"
    assert Person.objects.get(pk=inside.martin.pk).dials == 1
    assert Call.objects.get(number=other).person == twin
    assert Call.objects.get(number=inside.number).person == inside.martin


def test_people_choose_name_position_and_number(inside: Cast, twin: Person):
    first = PhoneNumber.objects.get(person=twin, e164="+442079460777")
    before = book()
    merge = actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam, choice=Choice(True, True, first.pk))
    martin = Person.objects.get(pk=inside.martin.pk)
    assert (martin.name, martin.title, martin.company) == (twin.name, "Chief engineer", twin.company)
    assert PhoneNumber.objects.get(person=martin, first=True).e164 == "+442079460777"
    assert Position.objects.get(person=martin, current=True).title == "Chief engineer"
    actions.unmerge(merge, by=inside.sam)
    assert book() == before


def test_a_chosen_number_that_both_have_is_the_kept_ones(inside: Cast, twin: Person):
    same = PhoneNumber.objects.get(person=twin, e164=inside.number.e164)
    PhoneNumber.objects.filter(pk=same.pk).update(
        state="reached", state_on=date(2026, 9, 4), reached_on=date(2026, 9, 4)
    )
    actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam, choice=Choice(first=same.pk))
    first = PhoneNumber.objects.get(person=inside.martin, first=True)
    assert (first.pk, first.state, first.reached_on) == (inside.number.pk, "reached", date(2026, 9, 4))


def test_a_no_of_either_record_is_a_no(inside: Cast, twin: Person):
    people.record_permission(twin, channel=Channel.PHONE, answer=Answer.REFUSED, by=inside.sam, on=date(2026, 1, 5))
    people.record_permission(
        inside.martin, channel=Channel.PHONE, answer=Answer.GIVEN, by=inside.sam, on=date(2026, 10, 5)
    )
    before = book()
    merge = actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)
    assert Person.objects.get(pk=inside.martin.pk).do_not_call
    assert Permission.objects.filter(person=inside.martin, answer="refused").count() == 2
    actions.unmerge(merge, by=inside.sam)
    assert book() == before


def test_pairs_of_the_one_are_asked_of_the_other_once(inside: Cast, twin: Person):
    ada = people.add_person(given="Ada", family="King", by=inside.sam)
    eve = people.add_person(given="Eve", family="King", by=inside.sam)
    people.suggest_duplicate(twin, ada, ["same name"], 0.9)
    people.suggest_duplicate(twin, eve, ["same name"], 0.9)
    people.suggest_duplicate(inside.martin, eve, ["similar name"], 0.8)
    people.suggest_duplicate(inside.martin, twin, ["same number"], 1)
    merge = actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)
    pairs = {frozenset((one.person_id, one.other_id)) for one in DuplicateSuggestion.objects.all()}
    assert pairs == {frozenset((inside.martin.pk, ada.pk)), frozenset((inside.martin.pk, eve.pk))}
    actions.unmerge(merge, by=inside.sam)
    pairs = {frozenset((one.person_id, one.other_id)) for one in DuplicateSuggestion.objects.filter(same=None)}
    assert pairs == {frozenset(ids) for ids in ((twin.pk, ada.pk), (twin.pk, eve.pk), (inside.martin.pk, eve.pk))}


def test_merges_one_upon_the_other_come_apart_in_either_order(inside: Cast, twin: Person):
    ada = people.add_person(given="Ada", family="King", by=inside.sam)
    lead = Lead.objects.get(person=twin)
    one = actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)
    two = actions.merge_persons(ada.pk, gone=inside.martin.pk, by=inside.sam)
    assert queries.where(Person, twin.pk) == ada.pk
    actions.unmerge(one, by=inside.sam)
    assert Lead.objects.get(pk=lead.pk).person == twin
    actions.unmerge(two, by=inside.sam)
    assert Lead.objects.get(pk=lead.pk).person == twin
    assert set(Person.objects.values_list("pk", flat=True)) == {inside.martin.pk, twin.pk, ada.pk}


def test_companies_take_over_people_leads_and_numbers(inside: Cast, twin: Person):
    group: Company = twin.company
    for owner in (inside.halden, group):
        people.add_number(owner, phones.read("020 7946 0100")[0], by=inside.sam)
    Company.objects.filter(pk=group.pk).update(note="Ask for Jo", website="halden.example")
    other = people.add_company("Halden Groups", by=inside.sam)
    CompanySuggestion.objects.create(company=group, other=other, likeness=0.9, reasons=["similar name"])
    before = book()
    merge = actions.merge_companies(inside.halden.pk, gone=group.pk, by=inside.sam)
    halden = Company.objects.get(pk=inside.halden.pk)
    assert Person.objects.get(pk=twin.pk).company == halden
    assert (halden.note.endswith("Ask for Jo"), halden.website, "Halden Group" in halden.also_written) == (
        True, "halden.example", True,
    )  # fmt: skip
    assert PhoneNumber.objects.filter(company=halden, e164="+442079460100").count() == 1
    assert halden.pk in search.find_companies("halden group")
    assert CompanySuggestion.objects.get().other == other
    actions.unmerge(merge, by=inside.sam)
    assert book() == before
    merge = actions.merge_companies(inside.halden.pk, gone=group.pk, by=inside.sam, choice=Choice(others_name=True))
    assert Company.objects.get(pk=inside.halden.pk).name == "Halden Group"


def test_a_merge_is_taken_apart_for_ninety_days(inside: Cast, twin: Person):
    merge = actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)
    Merge.objects.filter(pk=merge.pk).update(at=timezone.now() - timedelta(days=91))
    with pytest.raises(Refused, match="90 days"):
        actions.unmerge(merge, by=inside.sam)


def test_what_is_no_pair_is_refused(inside: Cast, twin: Person, monkeypatch):
    with pytest.raises(Refused):
        actions.merge_persons(twin.pk, gone=twin.pk, by=inside.sam)
    actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)
    with pytest.raises(Person.DoesNotExist):
        actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)


def test_two_people_and_later_are_decisions(inside: Cast, twin: Person):
    pair = people.suggest_duplicate(inside.martin, twin, ["same name"], 0.9)
    actions.put_off(pair, by=inside.sam, ask=True)
    pair.refresh_from_db()
    assert pair.ask and pair.later_until is not None and pair.decided_at is None
    actions.keep_two(pair, by=inside.sam)
    pair.refresh_from_db()
    assert (pair.same, pair.decided_by) == (False, inside.sam)


def test_a_steps_person_moves_too(inside: Cast, twin: Person):
    step = Lead.objects.get(person=twin).next_step
    assert step is not None
    actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam)
    step.refresh_from_db()
    assert step.person_id == inside.martin.pk


def test_who_is_left_without_a_number_to_dial_first_gets_the_best_one(inside: Cast):
    twin = people.add_person(given="M.", family="Ahlqvist", by=inside.sam, phones=phones.read("020 7946 0777"))
    theirs = PhoneNumber.objects.get(person=twin)
    merge = actions.merge_persons(inside.martin.pk, gone=twin.pk, by=inside.sam, choice=Choice(first=theirs.pk))
    PhoneNumber.objects.filter(pk=inside.number.pk).update(first=False)
    assert PhoneNumber.objects.get(person=inside.martin, first=True) == theirs
    Merge.objects.update(changed=[one for one in merge.changed if one[2] != "first"])  # somebody chose another since
    actions.unmerge(Merge.objects.get(), by=inside.sam)
    assert PhoneNumber.objects.get(person=inside.martin, first=True) == inside.number
