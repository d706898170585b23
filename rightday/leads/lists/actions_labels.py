"""Labels: words of the agency's own, put on leads and taken off. A lead's version does not count them."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from rightday.leads.lists import labels
from rightday.leads.lists.models import Label, LeadLabel
from rightday.leads.models import Lead
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def label_named(name: str, *, by: Member) -> Label:
    """The label of this name, made where there is none. Raises Refused where nothing was typed.

    Not on the timeline by itself: it is told of the leads that get it.
    """
    by.must(Permission.LEAD_WORK)
    name, key = labels.name_of(name), labels.key_of(name)
    if not key:
        raise Refused("Type a word for the label.")
    there = Label.objects.filter(key=key).first()
    if there is not None:
        return there
    try:
        with transaction.atomic():
            made: Label = Label.objects.create(name=name, key=key, made_by=by)
            return made
    except IntegrityError:  # somebody else at this very moment
        found: Label = Label.objects.get(key=key)
        return found


@transaction.atomic
def put_on(lead: Lead, *, label: Label, by: Member) -> bool:
    """Puts a label on a lead. Returns whether it was not there before."""
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    Lead.objects.select_for_update().get(pk=lead.pk)
    made = LeadLabel.objects.get_or_create(label=label, lead=lead)[1]
    if made:
        timeline.record("lead.labelled", by=by, lead=lead, label=label.name)
    return bool(made)


@transaction.atomic
def take_off(lead: Lead, *, label: Label, by: Member) -> bool:
    """Takes a label off a lead. Returns whether it was there."""
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    taken = LeadLabel.objects.filter(label=label, lead=lead).delete()[0]
    if taken:
        timeline.record("lead.unlabelled", by=by, lead=lead, label=label.name)
    return bool(taken)
