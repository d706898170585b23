"""Leads of an import are taken out as if they had never come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.leads import actions, actions_import
from rightday.leads.models import Evidence, Lead, Outcome
from rightday.leads.rules import Ending, Grade, HeardEvidence, Shows
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event
from tests.conftest import Cast

KNOWN = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


def lead(cast: Cast, *shows: Shows, on: date) -> Lead:
    return actions.create(cast.martin, heard=[HeardEvidence(one, "x", on) for one in shows], title="", by=cast.sam)


def test_a_lead_goes_with_everything_of_it_and_the_others_stay(inside: Cast, today: date):
    gone, ended, stays = (lead(inside, Shows.RUMOUR, on=today) for _ in range(3))
    actions.end(ended, kind=Ending.CANCELLED, on=today, by=inside.sam)
    actions.reopen(Lead.objects.select_related("person", "owner", "outcome").get(pk=ended.pk), by=inside.sam)
    actions.end(Lead.objects.select_related("owner").get(pk=ended.pk), kind=Ending.CANCELLED, on=today, by=inside.sam)
    actions_import.take_out([gone.pk, ended.pk], by=inside.sam)
    assert list(Lead.objects.all()) == [stays]
    assert list(NextStep.objects.values_list("pk", flat=True)) == [stays.next_step_id]
    assert not Outcome.objects.exists()
    assert set(Evidence.objects.values_list("lead", flat=True)) == {stays.pk}
    assert set(Event.objects.exclude(lead=None).values_list("lead", flat=True)) == {stays.pk}


def test_evidence_taken_out_takes_its_grade_with_it(inside: Cast, today: date):
    one = lead(inside, *KNOWN, Shows.CONTRACTORS, on=today)
    before = (one.grade_on(today), one.hot_until, one.warm_until, one.next_step_id)
    assert before[0] is Grade.WARM
    more = HeardEvidence(Shows.INTERVIEWING, "two people", today)
    (made,) = actions.add_evidence_to_many([(one, [more])], by=inside.sam)
    Event.objects.create(at=timezone.now(), verb="lead.imported", lead=one, person=inside.martin, by=inside.sam)
    one.refresh_from_db()
    assert one.grade_on(today) is Grade.HOT
    actions_import.take_out_evidence(made, by=inside.sam)
    one.refresh_from_db()
    assert (one.grade_on(today), one.hot_until, one.warm_until, one.next_step_id) == before
    assert not Event.objects.filter(verb="lead.imported").exists()


def test_a_lead_without_any_evidence_left_has_no_grade(inside: Cast, today: date):
    one = lead(inside, *KNOWN, Shows.INTERVIEWING, on=today - timedelta(days=1))
    actions_import.take_out_evidence(list(Evidence.objects.values_list("pk", flat=True)), by=inside.sam)
    one.refresh_from_db()
    assert (one.grade_on(today), one.hot_until, one.identified_on) == (Grade.NONE, None, None)


def test_ids_of_another_agency_take_nothing_out(ours: Cast, theirs: Cast, today: date):
    with enter(theirs.agency):
        one = lead(theirs, Shows.RUMOUR, on=today)
        pieces = list(Evidence.objects.values_list("pk", flat=True))
    with enter(ours.agency):
        actions_import.take_out([one.pk], by=ours.sam)
        actions_import.take_out_evidence(pieces, by=ours.sam)
    with enter(theirs.agency):
        assert (Lead.objects.count(), Evidence.objects.count(), NextStep.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("take", [actions_import.take_out, actions_import.take_out_evidence])
def test_who_has_left_takes_nothing_out(inside: Cast, take):
    inside.priya.left_at = timezone.now()
    with pytest.raises(NotAllowed):
        take([], by=inside.priya)
