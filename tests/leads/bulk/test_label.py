"""Labels of many leads: those that have it already are left alone."""

from __future__ import annotations

from django.utils import timezone

from rightday.leads.bulk import label as bulk_labels
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.parts import Part
from rightday.leads.lists.actions_labels import label_named, put_on
from rightday.leads.lists.models import LeadLabel
from rightday.team import queries as team
from tests.leads.many import some_leads


def test_put_on_and_taken_off(inside):
    has, lacks = some_leads(inside, 2)
    label = label_named("Priority", by=inside.sam)
    put_on(has, label=label, by=inside.sam)

    def part() -> Part:
        return Part([has, lacks], {"label": label.pk}, inside.sam, team.today(inside.sam), timezone.now())

    on, off = part(), part()
    bulk_labels.put_on(on)
    assert (on.skipped, list(on.before)) == ({has.pk: bulk_acts.LABELLED}, [lacks.pk])
    bulk_labels.take_off(off)
    assert (off.skipped, LeadLabel.objects.count()) == ({}, 0)
    again = part()
    bulk_labels.undo_put(again, {})
    assert set(again.skipped.values()) == {bulk_acts.MOVED_ON}
    bulk_labels.undo_take(part(), {})
    assert LeadLabel.objects.count() == 2
