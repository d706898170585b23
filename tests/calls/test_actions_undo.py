"""A result taken back leaves everything as it was before the call, and on record."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Achievement as Kinds
from rightday.calls import actions, queries
from rightday.calls.models import Achievement, Call
from rightday.calls.rules import CannotUndo, Result, Said
from rightday.db.row_security import enter
from rightday.leads import actions as leads
from rightday.leads.models import Evidence, Lead, Outcome
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people.models import Permission, Person, PhoneNumber
from rightday.timeline.models import Event
from tests.calls.conftest import lead_of
from tests.conftest import Cast

TUESDAY = datetime(2026, 11, 24, 9, 40)
DAY = date(2026, 11, 24)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(TUESDAY, tick=False):
        yield


def everything() -> dict[str, Any]:
    """All that a call may change, without versions."""
    return {
        "steps": sorted(map(repr, NextStep.objects.values())),
        "leads": sorted(repr({k: v for k, v in row.items() if k != "version"}) for row in Lead.objects.values()),
        "evidence": sorted(map(repr, Evidence.objects.values())),
        "numbers": sorted(map(repr, PhoneNumber.objects.values())),
        "people": sorted(map(repr, Person.objects.values())),
        "permissions": sorted(map(repr, Permission.objects.values())),
        "achievements": sorted(map(repr, Achievement.objects.values())),
        "outcomes": sorted(map(repr, Outcome.objects.values())),
    }


@pytest.mark.parametrize("result", list(Result))
def test_every_result_can_be_taken_back_whole(inside: Cast, warm: Lead, result: Result) -> None:
    lead_of(inside, Shows.RUMOUR)
    before = everything()
    logged = actions.log_result(
        warm.next_step_id, result=result, by=inside.sam, note="a note", achieved=[Kinds.LEAD],
        heard=[HeardEvidence(Shows.INTERVIEWING, "two", DAY)], said=Said(date(2026, 12, 4), may_call=True),
    )  # fmt: skip
    assert everything() != before
    undone = actions.undo(logged.call.pk, by=inside.sam)
    assert everything() == before
    assert undone.undone_at is not None
    assert queries.done_on(inside.sam, DAY) == ()
    assert Event.objects.filter(verb="call.undone", lead=warm).count() == 1


@pytest.mark.parametrize("ending", [Ending.NOT_RECRUITING, Ending.DO_NOT_CONTACT])
def test_an_ending_can_be_taken_back(inside: Cast, warm: Lead, ending: Ending) -> None:
    lead_of(inside, Shows.RUMOUR)
    before = everything()
    logged = actions.log_result(warm.next_step_id, result=Result.NOT_INTERESTED, by=inside.sam, ending=ending)
    assert everything() != before
    actions.undo(logged.call.pk, by=inside.sam)
    assert everything() == before


def test_the_step_put_back_can_be_called_again(inside: Cast, warm: Lead) -> None:
    step = warm.next_step_id
    first = actions.log_result(step, result=Result.NO_ANSWER, by=inside.sam)
    actions.undo(first.call.pk, by=inside.sam)
    second = actions.log_result(step, result=Result.MET, by=inside.sam)
    assert second.call.step == step
    assert [row.id for row in queries.done_on(inside.sam, DAY)] == [second.call.pk]


def test_undoing_twice_undoes_once(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam)
    actions.undo(logged.call.pk, by=inside.sam)
    actions.undo(logged.call.pk, by=inside.sam)
    assert Person.objects.get().dials == 0
    assert Event.objects.filter(verb="call.undone").count() == 1


def test_too_late_or_a_colleagues_call_stays(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam)
    with pytest.raises(CannotUndo):
        actions.undo(logged.call.pk, by=inside.priya)
    with time_machine.travel(TUESDAY + timedelta(minutes=11)), pytest.raises(CannotUndo):
        actions.undo(logged.call.pk, by=inside.sam)
    assert Call.objects.get().undone_at is None


def test_a_lead_that_moved_on_keeps_the_result(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam)
    lead = Lead.objects.get(pk=warm.pk)
    leads.change_step(lead, seen_step=lead.next_step_id, due=date(2026, 12, 2), by=inside.priya)
    with pytest.raises(Stale, match="moved on since"):
        actions.undo(logged.call.pk, by=inside.sam)
    assert Call.objects.get().undone_at is None
    assert Lead.objects.get(pk=warm.pk).next_step.due == date(2026, 12, 2)


def test_a_number_deleted_meanwhile_is_no_obstacle(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(warm.next_step_id, result=Result.NOT_NOW, by=inside.sam, said=Said(date(2026, 12, 4)))
    Call.objects.update(number=None)
    Permission.objects.all().delete()
    PhoneNumber.objects.all().delete()
    actions.undo(logged.call.pk, by=inside.sam)
    assert Lead.objects.get(pk=warm.pk).next_step_id == warm.next_step_id


def test_a_call_of_another_agency_is_not_found(inside: Cast, warm: Lead, theirs: Cast) -> None:
    logged = actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam)
    with enter(theirs.agency), pytest.raises(Call.DoesNotExist):
        actions.undo(logged.call.pk, by=theirs.sam)


def test_a_call_that_marked_no_number_is_taken_back_too(inside: Cast, warm: Lead) -> None:
    PhoneNumber.objects.update(state="reached", reached_on=date(2026, 11, 2))
    before = everything()
    logged = actions.log_result(warm.next_step_id, result=Result.NO_ANSWER, by=inside.sam)
    assert "number" not in logged.call.before
    actions.undo(logged.call.pk, by=inside.sam)
    assert everything() == before
