"""Verbs that change an agency's milestone checklist. Published versions never change; one draft at a time.

Open leads keep the version they began with: nothing here touches a lead.
"""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.leads.process import template_edits
from rightday.leads.process.models import ProcessTemplate
from rightday.leads.process.queries_template import versions
from rightday.leads.process.rules import BadTemplate, Template, checked, kept, template_of
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline
from rightday.timeline.models import Event


@transaction.atomic
def edit_template(template: Template, *, seen: int, by: Member) -> ProcessTemplate:
    """Keeps this checklist as the draft, which begins with the first change.

    `template.number` is the draft's, `seen` its version as it was shown; 0 where there was none. Raises
    NotAllowed, BadTemplate, Stale when the draft has changed, was published or discarded meanwhile.
    """
    by.must(Permission.AGENCY_SETTINGS)
    checked(template)
    now = versions()
    if (now.next_number, now.seen) != (template.number, seen):
        raise _stale()
    before = now.shown.template
    values = {"milestones": kept(template), "made_by": by, "changed_at": timezone.now()}
    draft = _begin(template.number, values) if now.draft is None else _change(template.number, seen, values)
    what = [one.name for one in template_edits.differences(before, template)]
    if what:
        timeline.record("process.edited", by=by, number=template.number, what=what)
    return draft


@transaction.atomic
def publish_template(number: int, *, seen: int, by: Member) -> ProcessTemplate:
    """The draft is the version that new leads follow. Raises NotAllowed, Stale, BadTemplate where nothing differs."""
    by.must(Permission.AGENCY_SETTINGS)
    now = versions()
    draft = now.draft
    if draft is None or (draft.number, draft.seen) != (number, seen):
        raise _stale()
    changes = template_edits.differences(now.in_use.template, draft.template)
    if not changes:
        raise BadTemplate(f"Nothing differs from version {now.in_use.number}.")
    at = timezone.now()
    published = {"published_at": at, "published_by": by, "version": F("version") + 1}
    if not ProcessTemplate.objects.filter(number=number, version=seen, published_at=None).update(**published):
        raise _stale()
    timeline.record("process.published", by=by, at=at, number=number, what=[one.name for one in changes])
    return ProcessTemplate.objects.get(number=number)


@transaction.atomic
def discard_template(number: int, *, seen: int, by: Member) -> Event:
    """The draft is thrown away; the event keeps it, so that it can be brought back. Raises NotAllowed, Stale."""
    by.must(Permission.AGENCY_SETTINGS)
    draft = ProcessTemplate.objects.filter(number=number, version=seen, published_at=None).first()
    if draft is None:
        raise _stale()
    draft.delete()
    return timeline.record("process.discarded", by=by, number=number, milestones=draft.milestones)


@transaction.atomic
def bring_back_template(discarded: Event, *, by: Member) -> ProcessTemplate:
    """A draft that was thrown away is there again. Raises NotAllowed, Stale when another was begun meanwhile."""
    template = template_of(versions().next_number, discarded.data["milestones"])
    return edit_template(template, seen=0, by=by)


def _begin(number: int, values: dict[str, object]) -> ProcessTemplate:
    try:
        with transaction.atomic():
            made: ProcessTemplate = ProcessTemplate.objects.create(number=number, version=1, **values)
            return made
    except IntegrityError as problem:  # somebody began one in the same moment
        raise _stale() from problem


def _change(number: int, seen: int, values: dict[str, object]) -> ProcessTemplate:
    there = ProcessTemplate.objects.filter(number=number, version=seen, published_at=None)
    if not there.update(version=F("version") + 1, **values):
        raise _stale()
    return ProcessTemplate.objects.get(number=number)


def _stale() -> Stale:
    """Who changed it and when, where that is known."""
    last = ProcessTemplate.objects.select_related("made_by").order_by("-number").first()
    who = last.made_by.name if last and last.made_by else ""
    return Stale("The hiring process has changed since you opened it.", who, last.changed_at if last else None)
