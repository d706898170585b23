"""When a hiring process fails, who fills the place until then, and what is found out without a call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction

from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind
from rightday.leads import rules
from rightday.leads.actions_create import create
from rightday.leads.models import Evidence, Lead
from rightday.leads.planning import next_for, pieces_of, plan_values
from rightday.leads.process import rows as process_rows
from rightday.leads.process.falls import fall
from rightday.leads.process.rules import FILLER_WORDS, Failure, Filler
from rightday.leads.process.steps import FIND_OUT_DAYS
from rightday.leads.process.track import OutOfOrder
from rightday.leads.rules import HeardEvidence, Shows, say_date
from rightday.people import search
from rightday.people.models import Company, Person
from rightday.team.models import Member
from rightday.timeline import actions as timeline


@transaction.atomic
def fall_back(lead: Lead, *, place: int, why: Failure | None, on: date, seen: int, by: Member, words: str = "") -> Lead:
    """The process failed at a milestone and begins again where its template says, as another round.

    Who had filled the place is kept with the fall, and nobody fills it now. The call is due today and worth more,
    the later it failed. `why` None: as the template says of this milestone. Raises Stale, OutOfOrder.
    """
    course = process_rows.begin(lead, seen=seen, by=by)
    fall(course, place=place, why=why, on=on, words=words)
    process_rows.plan(course)
    return lead


@transaction.atomic
def name_filler(
    lead: Lead, *, filler: Filler | None, seen: int, by: Member, who: str = "", rival: Company | None = None
) -> Lead:
    """Who fills the place while it is tracked on: not yet the end (`leads.end` is). None: nobody we know of.

    `rival` is the competitor, and is none with any other filler. The next step stays.
    """
    process_rows.begin(lead, seen=seen, by=by)
    rival = rival if filler is Filler.COMPETITOR else None
    said = (who.strip() or (rival.name if rival else ""))[:200] if filler else ""
    values = {"filler": filler.value if filler else "", "filler_who": said, "rival": rival}
    Lead.objects.filter(pk=lead.pk).update(**values)
    for name, value in values.items():
        setattr(lead, name, value)
    timeline.record(
        "lead.filler", by=by, lead=lead, filler=FILLER_WORDS[filler] if filler else "nobody we know of", winner=said
    )
    return lead


@transaction.atomic
def another_vacancy(lead: Lead, *, title: str, by: Member, heard: Sequence[HeardEvidence] = ()) -> Lead:
    """Another place that the same manager fills: a lead of its own, with the same evidence of who they are.

    `heard`: what is known of that vacancy; without any it is one to qualify. Where they said no, it is kept as ended.
    """
    standing = Evidence.objects.filter(lead=lead, shows__in=[one.value for one in rules.IDENTITY]).order_by("id")
    who = {
        row.shows: HeardEvidence(
            Shows(row.shows), row.words, row.true_on, said_by=row.said_by, said_by_words=row.said_by_words,
            second_hand=row.second_hand,
        )
        for row in standing.select_related("said_by")
        if Shows(row.shows) in _holds(lead)
    }  # fmt: skip
    return create(
        Person.objects.select_related("company").get(pk=lead.person_id), heard=[*who.values(), *heard], title=title,
        by=by, heard_from=lead.heard_from, introduced_by=lead.introduced_by,
    )  # fmt: skip


@transaction.atomic
def found_out(lead: Lead, *, words: str, seen: int, by: Member, again: date | None = None) -> Lead:
    """What somebody else said of a lead that is not called; others are asked again on `again`, else by the rule.

    Raises OutOfOrder where they may be called.
    """
    course = process_rows.begin(lead, seen=seen, by=by)
    step = NextStep.objects.select_related("person__company", "company", "owner").get(pk=lead.next_step_id or 0)
    if lead.uncalled_on is None or step.kind != Kind.FIND_OUT:
        raise OutOfOrder("They may be called. Ask them.")
    rule, today = next_for(lead, course.today), course.today
    later = rule.due if rule.due > today else course.add(today + timedelta(days=FIND_OUT_DAYS), 0)
    rule = replace(rule, due=max(again or later, today))
    values = plan_values(rule, lead.title, introduced=step.introduced)
    lead.next_step = agenda.replan(step, by=by, **values)
    timeline.record("lead.found_out", by=by, lead=lead, words=words.strip(), due=say_date(lead.next_step.due))
    if words.strip():
        search.add_words(lead.person_id, words.strip())
    return lead


@transaction.atomic
def may_call(lead: Lead, *, seen: int, by: Member, words: str = "") -> Lead:
    """They want calls about this lead again: it is back on the sheet. Raises OutOfOrder where they never said no."""
    course = process_rows.begin(lead, seen=seen, by=by)
    if lead.uncalled_on is None:
        raise OutOfOrder("They may be called already.")
    process_rows.settle(course, uncalled_on=None)
    timeline.record("lead.may_call", by=by, lead=lead, words=words.strip())
    return lead


def _holds(lead: Lead) -> set[Shows]:
    return {piece.shows for piece in rules.standing_evidence(pieces_of(lead))}
