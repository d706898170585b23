"""What lapses by itself, in every agency."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import time_machine

from rightday.db.row_security import enter
from rightday.leads import tasks
from rightday.leads.bulk import actions as actions_bulk
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.rules import BulkKind
from rightday.leads.handoffs import actions as actions_handoff
from rightday.leads.handoffs.models import HandOff
from rightday.leads.lists.actions_labels import label_named
from rightday.leads.lists.models import BulkAct, LeadLabel
from rightday.leads.rules import Shows
from rightday.work import leases, recurring
from tests.leads.handoffs.test_actions import make, offer
from tests.leads.many import some_leads

TUESDAY = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)


def test_offers_lapse_in_every_agency_and_in_batches(ours, theirs, monkeypatch):
    monkeypatch.setattr(actions_handoff, "BATCH", 1)
    with time_machine.travel(TUESDAY, tick=False) as clock:
        for members in (ours, theirs):
            with enter(members.agency):
                for _ in range(2):
                    offer(members, make(members, Shows.INTERVIEWING))
        tasks.lapse_hand_offs.func()
        for members in (ours, theirs):
            with enter(members.agency):
                assert HandOff.objects.waiting().count() == 2
        clock.move_to(TUESDAY + timedelta(hours=2))
        tasks.lapse_hand_offs.func()
        tasks.lapse_hand_offs.func()
    for members in (ours, theirs):
        with enter(members.agency):
            assert set(HandOff.objects.values_list("answer", flat=True)) == {"lapsed"}


def test_it_has_its_beat():
    recurring.register()
    assert leases.RECURRING["rightday.leads.tasks.lapse_hand_offs"] <= timedelta(minutes=1)


def test_what_was_begun_for_many_leads_is_finished_in_every_agency(ours, theirs, monkeypatch):
    monkeypatch.setattr(bulk_acts, "PART", 1)
    with time_machine.travel(TUESDAY, tick=False) as clock:
        for members in (ours, theirs):
            with enter(members.agency):
                label = label_named("Priority", by=members.sam)
                leads = [lead.pk for lead in some_leads(members, 3)]
                actions_bulk.begin(BulkKind.LABEL, leads=leads, values={"label": label.pk}, by=members.sam)
        tasks.finish_bulk_acts.func()  # somebody looks at it
        for members in (ours, theirs):
            with enter(members.agency):
                assert LeadLabel.objects.count() == 1
        clock.move_to(TUESDAY + timedelta(minutes=1))
        tasks.finish_bulk_acts.func()
        for members in (ours, theirs):
            with enter(members.agency):
                assert (LeadLabel.objects.count(), BulkAct.objects.filter(finished_at=None).count()) == (3, 0)
    recurring.register()
    assert leases.RECURRING["rightday.leads.tasks.finish_bulk_acts"] <= timedelta(minutes=1)


def test_what_somebody_began_who_has_left_waits_and_keeps_nobody_elses_from_being_finished(ours, monkeypatch):
    monkeypatch.setattr(bulk_acts, "PART", 1)
    with time_machine.travel(TUESDAY, tick=False) as clock, enter(ours.agency):
        label = label_named("Priority", by=ours.sam)
        leads = [lead.pk for lead in some_leads(ours, 2)]
        for kind, by in ((BulkKind.LABEL, ours.jo), (BulkKind.UNLABEL, ours.sam)):
            actions_bulk.begin(kind, leads=leads, values={"label": label.pk}, by=by)
        ours.jo.left_at = TUESDAY
        ours.jo.save()
        clock.move_to(TUESDAY + timedelta(minutes=1))
        tasks.finish_bulk_acts.func()
        assert [act.done for act in BulkAct.objects.order_by("pk")] == [1, 2]
