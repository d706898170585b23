"""Versions of the hiring process: one draft, published for good, and leads that keep theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from rightday.agencies.once import Stale
from rightday.leads.actions import create
from rightday.leads.models import Lead
from rightday.leads.process import actions_template as actions
from rightday.leads.process import template_edits
from rightday.leads.process.models import ProcessTemplate
from rightday.leads.process.queries import newest_template
from rightday.leads.process.queries_template import versions
from rightday.leads.process.rules import DEFAULT_TEMPLATE, BadTemplate, kept, template_of
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event


def second(place: int = 4):
    return replace(template_edits.without(DEFAULT_TEMPLATE, place), number=2)


def edited(template, cast, seen=0):
    return actions.edit_template(template, seen=seen, by=cast.sam)


def test_the_first_change_begins_a_draft(inside):
    draft = edited(second(), inside)
    assert (draft.number, draft.version, draft.published_at, draft.made_by) == (2, 1, None, inside.sam)
    assert template_of(2, draft.milestones) == second()
    event = Event.objects.get(verb="process.edited")
    assert event.data == {"number": 2, "what": ["Interviews completed"]}
    assert newest_template() is None


def test_the_next_change_changes_it(inside):
    edited(second(), inside)
    draft = edited(second(5), inside, seen=1)
    assert (draft.version, ProcessTemplate.objects.count()) == (2, 1)
    assert template_of(2, draft.milestones) == second(5)


def test_saved_as_it_was_records_nothing(inside):
    edited(second(), inside)
    edited(second(), inside, seen=1)
    assert Event.objects.filter(verb="process.edited").count() == 1


@pytest.mark.parametrize("act", ["changed", "published", "discarded"])
def test_what_was_shown_is_not_there_any_more(inside, act):
    edited(second(), inside)
    if act == "changed":
        edited(second(5), inside, seen=1)
    elif act == "published":
        actions.publish_template(2, seen=1, by=inside.sam)
    else:
        actions.discard_template(2, seen=1, by=inside.sam)
    with pytest.raises(Stale, match="has changed since you opened it") as problem:
        edited(second(6), inside, seen=1)
    assert problem.value.who == ("" if act == "discarded" else "Sam Whitlock")


def test_two_begin_a_draft_at_once(inside):
    edited(second(), inside)
    with pytest.raises(Stale):
        edited(second(5), inside)


def test_the_database_holds_one_draft(inside):
    edited(second(), inside)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProcessTemplate.objects.create(number=3, milestones=[])
    with pytest.raises(Stale), transaction.atomic():
        actions._begin(2, {"milestones": []})
    with pytest.raises(Stale):
        actions._change(2, 7, {"milestones": []})


def test_a_checklist_that_cannot_be_followed_is_not_kept(inside):
    with pytest.raises(BadTemplate):
        edited(replace(second(), marks=()), inside)
    assert ProcessTemplate.objects.count() == 0


def test_publishing(inside):
    edited(second(), inside)
    made = actions.publish_template(2, seen=1, by=inside.sam)
    assert (made.published_by, made.published_at is None, newest_template()) == (inside.sam, False, made.pk)
    assert versions().draft is None
    assert Event.objects.get(verb="process.published").data == {"number": 2, "what": ["Interviews completed"]}
    with pytest.raises(Stale):
        actions.publish_template(2, seen=1, by=inside.sam)


def test_a_published_version_never_changes_again(inside):
    edited(second(), inside)
    was = actions.publish_template(2, seen=1, by=inside.sam)
    third = replace(second(5), number=3)
    edited(third, inside)
    was.refresh_from_db()
    assert template_of(2, was.milestones) == second()
    assert [one.number for one in versions().all] == [3, 2, 1]


def test_nothing_to_publish(inside):
    with pytest.raises(Stale):
        actions.publish_template(2, seen=0, by=inside.sam)
    edited(second(), inside)
    with pytest.raises(Stale):
        actions.publish_template(2, seen=4, by=inside.sam)
    edited(replace(DEFAULT_TEMPLATE, number=2), inside, seen=1)
    with pytest.raises(BadTemplate, match="Nothing differs from version 1"):
        actions.publish_template(2, seen=2, by=inside.sam)


def test_two_publish_at_once(inside, monkeypatch):
    """The second read the draft before the first wrote it."""
    edited(second(), inside)
    before = versions()
    actions.publish_template(2, seen=1, by=inside.sam)
    monkeypatch.setattr(actions, "versions", lambda: before)
    with pytest.raises(Stale):
        actions.publish_template(2, seen=1, by=inside.sam)


def test_a_draft_is_discarded_and_brought_back(inside):
    edited(second(), inside)
    with pytest.raises(Stale):
        actions.discard_template(2, seen=3, by=inside.sam)
    event = actions.discard_template(2, seen=1, by=inside.sam)
    assert ProcessTemplate.objects.count() == 0
    back = actions.bring_back_template(event, by=inside.sam)
    assert (back.number, back.milestones) == (2, kept(second()))
    with pytest.raises(Stale):
        actions.bring_back_template(event, by=inside.sam)


def test_only_who_may_change_the_settings(inside):
    edited(second(), inside)
    event = Event.objects.latest("id")
    for act in (
        lambda: actions.edit_template(second(5), seen=1, by=inside.jo),
        lambda: actions.publish_template(2, seen=1, by=inside.jo),
        lambda: actions.discard_template(2, seen=1, by=inside.jo),
        lambda: actions.bring_back_template(replace_data(event), by=inside.jo),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert versions().draft.seen == 1


def replace_data(event):
    event.data = {"milestones": kept(DEFAULT_TEMPLATE)}
    return event


def test_open_leads_keep_the_version_they_began_with(inside):
    lead = create(inside.martin, heard=[], title="a tester", by=inside.sam)
    edited(second(), inside)
    made = actions.publish_template(2, seen=1, by=inside.sam)
    kept_lead = Lead.objects.get(pk=lead.pk)
    assert (kept_lead.template_id, kept_lead.milestone, kept_lead.version) == (None, lead.milestone, lead.version)
    newer = create(inside.martin, heard=[], title="a second tester", by=inside.sam)
    assert Lead.objects.get(pk=newer.pk).template_id == made.pk
    edited(replace(second(6), number=3), inside)
    actions.publish_template(3, seen=1, by=inside.sam)
    assert [one.template_id for one in Lead.objects.order_by("pk")] == [None, made.pk]
