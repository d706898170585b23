"""Evidence taken back; a step put back in place of what followed it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.agenda.kept import columns_of
from rightday.agenda.models import NextStep
from rightday.leads import actions as leads
from rightday.leads.actions_take_back import put_back_step, take_back_evidence
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import Grade, HeardEvidence, Shows
from rightday.team import queries as team
from tests.conftest import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(inside: Cast) -> Lead:
    today = team.today(inside.sam)
    shows = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.CONTRACTORS)
    heard = [HeardEvidence(each, "", today) for each in shows]
    return leads.create(inside.martin, heard=heard, title="2 engineers", by=inside.sam)


def test_evidence_taken_back_takes_its_grade_along(inside: Cast, lead: Lead) -> None:
    today = team.today(inside.sam)
    leads.add_evidence(lead, heard=HeardEvidence(Shows.INTERVIEWING, "two", today), by=inside.sam, replan=False)
    assert lead.grade_on(today) is Grade.HOT
    added = Evidence.objects.get(shows="interviewing")
    take_back_evidence(lead, evidence=[added.pk], by=inside.sam)
    assert (lead.grade_on(today), Lead.objects.get(pk=lead.pk).grade_on(today)) == (Grade.WARM, Grade.WARM)


def test_evidence_of_another_lead_stays(inside: Cast, lead: Lead) -> None:
    other = leads.create(inside.martin, heard=[], title="another", by=inside.sam)
    theirs = Evidence.objects.filter(lead=other).values_list("pk", flat=True)
    assert len(theirs) > 0
    count = Evidence.objects.count()
    take_back_evidence(lead, evidence=list(theirs), by=inside.sam)
    assert Evidence.objects.count() == count


def test_a_step_is_put_back_only_where_its_follower_still_stands(inside: Cast, lead: Lead) -> None:
    step = NextStep.objects.get()
    columns = columns_of(step)
    columns |= {"due": step.due, "fact_on": step.fact_on, "made_at": step.made_at}
    columns |= {"holds_until": step.holds_until}
    made = leads.change_step(lead, seen_step=step.pk, due=step.due + timedelta(days=14), by=inside.sam)
    with pytest.raises(Stale):
        put_back_step(lead, columns=columns, left=made.pk + 100, outcome=None, by=inside.sam)
    assert NextStep.objects.get().due == made.due
    back = put_back_step(lead, columns=columns, left=made.pk, outcome=None, by=inside.sam)
    assert (NextStep.objects.get().pk, back.pk, back.due) == (step.pk, step.pk, step.due)
    assert isinstance(back.due, date)
