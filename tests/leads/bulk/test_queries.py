"""Bulk acts as they are told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.leads.bulk import actions as actions_bulk
from rightday.leads.bulk import queries as queries_acts
from rightday.leads.bulk.rules import BulkKind
from rightday.leads.lists.actions_labels import label_named
from rightday.leads.lists.models import BulkAct, Label, LeadLabel
from rightday.leads.process.rules import Stage
from rightday.team import queries as team
from tests.leads.many import some_leads


@pytest.mark.parametrize("kind", list(BulkKind))
def test_each_kind_is_told_in_words(inside, kind):
    label = label_named("Priority", by=inside.sam)
    values = {"to": inside.jo.pk, "stage": Stage.OFFER.value, "due": team.today(inside.sam).isoformat(),
              "label": label.pk}  # fmt: skip
    act = BulkAct(kind=kind.value, values=values, by=inside.sam)
    assert queries_acts.words_of(act) == {
        BulkKind.TODAY: "Added to today", BulkKind.HAND: "Handed to Jo Lindqvist", BulkKind.OWN: "Given to Jo Lindqvist",
        BulkKind.MOVE: "Moved to Offer", BulkKind.STEP: "Next step on today", BulkKind.LABEL: "Labelled Priority",
        BulkKind.UNLABEL: "Label Priority taken off",
    }[kind]  # fmt: skip


def test_a_label_that_is_gone_breaks_nothing(inside):
    act = BulkAct(kind="label", values={"label": 987}, by=inside.sam)
    assert queries_acts.words_of(act) == "Labelled that is gone"


def test_the_way_back_is_open_for_a_day(inside):
    (lead,) = some_leads(inside, 1)
    label = label_named("Priority", by=inside.sam)
    act = actions_bulk.begin(BulkKind.LABEL, leads=[lead.pk], values={"label": label.pk}, by=inside.sam)
    soon, later = timezone.now() + timedelta(hours=1), timezone.now() + timedelta(hours=25)
    assert queries_acts.act_shown(act, inside.sam, now=soon).may_undo
    assert not queries_acts.act_shown(act, inside.sam, now=later).may_undo
    assert not queries_acts.act_shown(act, inside.jo, now=soon).may_undo


def test_a_page_of_an_act_takes_the_same_statements_however_many_leads(inside, django_assert_num_queries):
    label = label_named("Priority", by=inside.sam)
    for count, at in ((1, 0), (5, 20)):
        leads = some_leads(inside, count, at=at)
        LeadLabel.objects.bulk_create(LeadLabel(label=label, lead=lead) for lead in leads)
        ids = [lead.pk for lead in leads]
        act = actions_bulk.begin(BulkKind.LABEL, leads=ids, values={"label": label.pk}, by=inside.sam)
        with django_assert_num_queries(3):
            shown = queries_acts.act_shown(act, inside.sam, now=timezone.now())
        assert [(left.count, len(left.leads)) for left in shown.left] == [(count, count)]


def test_ids_that_are_none_are_not_asked_for(inside):
    ids, problem = queries_acts.selected(["7", "x", "-1", "9" * 30], None, inside.sam, team.today(inside.sam))
    assert (ids, problem) == ([7], "")
    assert Label.objects.count() == 0
