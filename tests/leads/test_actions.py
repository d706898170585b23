"""The life of a lead: never without a next step, and never two at once."""

from __future__ import annotations

import uuid
from datetime import time, timedelta

import pytest
from django.db import IntegrityError, transaction

from rightday.agencies.once import Receipt, Stale, once
from rightday.agenda.models import NextStep
from rightday.agenda.rules import DoNotCall, Kind, Reason
from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Lead, Outcome
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people import actions as people
from rightday.people import search
from rightday.people.models import Permission, Person
from rightday.people.rules import Answer, Channel
from rightday.team import queries as team
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event
from tests.conftest import cast
from tests.threads import together


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    heard = [HeardEvidence(Shows.CONTRACTORS, "Two contractors on the team", today)]
    return actions.create(inside.martin, heard=heard, title="Java", by=inside.sam)


def values(today, **changed):
    return {
        "kind": Kind.CALL_BACK, "reason": Reason.WARM, "why": "Asked us to call.", "objective": "A day",
        "fact_on": today, "due": today,
    } | changed  # fmt: skip


def verbs():
    return list(Event.objects.order_by("id").values_list("verb", flat=True))


def test_a_lead_cannot_be_without_or_with_both(inside, lead, today):
    outcome = Outcome.objects.create(kind="cancelled", on=today)
    for changed in ({"next_step": None}, {"outcome": outcome}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Lead.objects.filter(pk=lead.pk).update(**changed)
    with pytest.raises(IntegrityError), transaction.atomic():
        Lead.objects.create(person=inside.martin, owner=inside.sam, heard_on=today, next_step=lead.next_step)
    assert Lead.objects.get().next_step_id == lead.next_step_id


def test_one_step_follows_another(inside, lead, today):
    first = lead.next_step_id
    second = actions.replace_step(lead, done=first, by=inside.sam, **values(today, tries=2))
    assert (second.subject, second.owner, second.tries, second.introduced) == ("Java", inside.sam, 2, False)
    assert list(NextStep.objects.all()) == [second]
    with pytest.raises(Stale) as problem:
        actions.replace_step(lead, done=first, by=inside.sam, **values(today))
    assert (problem.value.who, problem.value.message) == (
        "Sam Whitlock", "This lead has changed since you opened it.",
    )  # fmt: skip
    assert list(NextStep.objects.all()) == [second]


def test_a_changed_day_keeps_its_reason(inside, lead, today):
    first = lead.next_step
    day = today + timedelta(days=4)
    step = actions.change_step(lead, seen_step=first.pk, due=day, time=time(10, 30), agreed=True, by=inside.priya)
    assert (step.due, step.earliest, step.agreed, step.owner) == (day, time(10, 30), True, inside.sam)
    assert (step.reason, step.why, step.objective, step.then_reason) == (
        first.reason, first.why, first.objective, first.then_reason,
    )  # fmt: skip
    again = actions.change_step(
        lead, seen_step=step.pk, due=day, objective="By name and hour", subject="Two of them", by=inside.sam
    )
    assert (again.objective, again.subject) == ("By name and hour", "Two of them")
    assert verbs() == ["lead.created", "lead.step_moved", "lead.step_moved"]
    with pytest.raises(Stale) as problem:
        actions.change_step(lead, seen_step=first.pk, due=day, by=inside.jo)
    assert problem.value.who == "Sam Whitlock"


def test_title_owner_introducer(inside, lead):
    ife = Person.objects.create(name="Ife Adebayo", key="ife adebayo")
    actions.edit(lead, seen=0, title=" Two Java ", owner=inside.jo, introduced_by=ife, by=inside.sam)
    kept = Lead.objects.select_related("next_step").get()
    assert (kept.title, kept.owner, kept.introduced_by, kept.version) == ("Two Java", inside.jo, ife, 1)
    assert (kept.next_step.owner, kept.next_step.introduced) == (inside.jo, True)
    assert 2 ** (kept.next_step.rank - lead.next_step.rank) == pytest.approx(1.5)
    assert verbs() == ["lead.created", "lead.edited", "lead.owner", "lead.introduced"]
    with pytest.raises(Stale):
        actions.edit(lead, seen=0, title="Lost", by=inside.sam)
    actions.edit(lead, seen=1, title="Two Java", owner=inside.jo, introduced_by=ife, by=inside.sam)
    assert verbs()[-1] == "lead.introduced"


def test_an_ended_lead_can_be_renamed(inside, lead, today):
    actions.end(lead, kind=Ending.CANCELLED, on=today, by=inside.sam)
    actions.edit(lead, seen=Lead.objects.get().version, title="Three Java", by=inside.sam)
    assert Lead.objects.get().title == "Three Java"


def test_notes_on_anything(inside, lead):
    assert actions.note(lead, words=" Board signs on Mondays ", by=inside.sam).words == "Board signs on Mondays"
    person = actions.note(inside.martin, words="Direct", by=inside.sam)
    company = actions.note(inside.halden, words="New office", by=inside.sam)
    assert (person.person, person.company, person.lead) == (inside.martin, inside.halden, None)
    assert (company.company, company.person) == (inside.halden, None)
    assert search.find_said("mondays") == search.find_said("direct") == [inside.martin.pk]


def test_who_says_no_is_left_alone(inside, lead, today):
    other = actions.create(inside.martin, heard=[], title="Another", by=inside.priya)
    ended = actions.refuse(inside.martin, words="Please take me off your list", by=inside.sam)
    assert [outcome.kind for outcome in ended] == ["do_not_contact"] * 2
    assert Permission.objects.get().answer == "refused"
    assert Lead.objects.open().count() == 0 and Lead.objects.filter(pk=other.pk).exists()
    inside.martin.refresh_from_db()
    assert inside.martin.do_not_call
    with pytest.raises(DoNotCall):
        actions.reopen(Lead.objects.select_related("person", "outcome", "owner").first(), by=inside.sam)


def test_a_no_of_before_a_later_yes_ends_nothing(inside, lead, today):
    people.record_permission(inside.martin, channel=Channel.PHONE, answer=Answer.GIVEN, by=inside.sam, on=today)
    inside.martin.refresh_from_db()
    assert actions.refuse(inside.martin, words="Not again", by=inside.sam, on=today - timedelta(days=30)) == []
    inside.martin.refresh_from_db()
    assert not inside.martin.do_not_call
    assert list(Lead.objects.open()) == [lead]
    assert Permission.objects.filter(answer="refused").count() == 1


@pytest.mark.parametrize("verb", ["replace_step", "change_step", "end", "reopen", "edit", "note", "add_evidence"])
def test_who_has_left_changes_nothing(inside, lead, today, verb):
    inside.jo.left_at = inside.jo.joined_at
    more = {
        "replace_step": {"done": lead.next_step_id, **values(today)},
        "change_step": {"seen_step": lead.next_step_id, "due": today},
        "end": {"kind": Ending.CANCELLED, "on": today},
        "reopen": {},
        "edit": {"seen": 0, "title": "x"},
        "note": {"words": "x"},
        "add_evidence": {"heard": HeardEvidence(Shows.PLAN, "x", today)},
    }[verb]
    with pytest.raises(NotAllowed):
        getattr(actions, verb)(lead, by=inside.jo, **more)
    assert verbs() == ["lead.created"]


def test_eight_at_once(at_once):
    ours = cast("Ours")
    with enter(ours.agency):
        today = team.today(ours.sam)
        lead = actions.create(ours.martin, heard=[], title="Java", by=ours.sam)

    shown = lead.next_step_id

    def replace(_):
        with enter(ours.agency):
            mine = Lead.objects.select_related("person__company", "company", "owner").get(pk=lead.pk)
            return actions.replace_step(mine, done=shown, by=ours.sam, **values(today))

    results = together(8, replace)
    names = sorted(type(result).__name__ for result in results)
    assert names == ["NextStep"] + ["Stale"] * 7, results
    with enter(ours.agency):
        assert NextStep.objects.count() == 1

    key = uuid.uuid4()

    def submit(_):
        with enter(ours.agency):
            return once(key, lambda: f"/leads/{actions.create(ours.martin, heard=[], title='x', by=ours.sam).pk}/")

    answers = together(8, submit)
    assert len({str(answer) for answer in answers}) == 1 and "/leads/" in answers[0], answers
    with enter(ours.agency):
        assert (Lead.objects.count(), Receipt.objects.count()) == (2, 1)


def test_no_evidence_is_lost_by_two_at_once(at_once):
    ours = cast("Ours")
    with enter(ours.agency):
        today = team.today(ours.sam)
        lead = actions.create(ours.martin, heard=[], title="Java", by=ours.sam)
    told = [Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING]

    def hear(i):
        with enter(ours.agency):
            mine = Lead.objects.get(pk=lead.pk)
            return actions.add_evidence(mine, heard=HeardEvidence(told[i], "", today), by=ours.sam)

    assert [type(result).__name__ for result in together(4, hear)] == ["Lead"] * 4
    with enter(ours.agency):
        kept = Lead.objects.get(pk=lead.pk)
        assert kept.evidence.count() == 4
        assert (kept.grade_on(today).value, kept.version) == ("hot", 4)
