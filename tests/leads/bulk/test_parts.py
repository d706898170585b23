"""Parts of a bulk act: leads taken as they were seen, steps kept as plain JSON."""

from __future__ import annotations

import json
from datetime import time

from django.utils import timezone

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Reason
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.parts import Part, count_on, plain_of, plan_of, steps_of, unchanged
from rightday.team import queries as team
from rightday.timeline.models import Event
from tests.leads.many import fresh, some_leads


def part(cast) -> Part:
    return Part([], {}, cast.sam, team.today(cast.sam), timezone.now())


def test_leads_are_taken_as_they_were_seen(inside):
    same, changed = some_leads(inside, 2)
    one = part(inside)
    unchanged(one, [(same.pk, same.version), (changed.pk, changed.version + 1), (987, 0)], closed=False)
    assert [lead.pk for lead in one.leads] == [same.pk]
    assert one.skipped == {changed.pk: bulk_acts.CHANGED, 987: bulk_acts.GONE}


def test_a_step_comes_back_from_json_as_it_was(inside):
    (lead,) = some_leads(inside, 1)
    NextStep.objects.filter(pk=lead.next_step_id).update(
        earliest=time(9, 30), latest=time(10, 0), agreed=True, tries=2, weight=2.5, then_reason=Reason.RAN_OUT.value
    )
    step = fresh(lead.pk).next_step
    values = plan_of(json.loads(json.dumps(plain_of(step))))
    for name in ("why", "objective", "subject", "fact_on", "due", "holds_until", "earliest", "latest", "agreed",
                 "tries", "weight", "introduced"):  # fmt: skip
        assert values[name] == getattr(step, name), name
    assert (values["kind"], values["reason"], values["then"]) == (step.kind, step.reason, Reason.RAN_OUT)


def test_steps_have_what_planning_reads_without_another_statement(inside, django_assert_num_queries):
    leads = some_leads(inside, 2)
    with django_assert_num_queries(0):
        steps = steps_of(leads)
        assert {steps[lead.pk].person.company.name for lead in leads} == {"Halden Insurance"}


def test_events_and_versions_are_written_at_once(inside, django_assert_num_queries):
    leads = some_leads(inside, 2)
    one = part(inside)
    for lead in leads:
        one.told("note", lead, "words")
    one.record()
    assert Event.objects.filter(verb="note", words="words").count() == 2
    with django_assert_num_queries(1):
        count_on(leads)
    assert [fresh(lead.pk).version for lead in leads] == [lead.version + 1 for lead in leads]
