"""What was heard becomes evidence, evidence becomes dates, and the next step follows."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from django.db import transaction
from django.db.models import F

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.planning import PlanValues
from rightday.agenda.rules import DoNotCall, Kind, Reason
from rightday.db import bulk
from rightday.leads import rules
from rightday.leads.incentives.actions import settle, settle_many
from rightday.leads.models import Evidence, Lead
from rightday.leads.planning import next_for, pieces_of, pieces_of_many, plan_values, rows_of, write_evidence
from rightday.leads.process.queries import is_tracked
from rightday.leads.rules import HeardEvidence, Holds, Piece, Shows
from rightday.people import search
from rightday.people.models import Person, PhoneNumber
from rightday.people.rules import NumberState
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

_DATES = ("identified_on", "hot_until", "warm_until", "cold_until")
BY_RULE = frozenset({Kind.LEAD.value, Kind.QUALIFY.value, Kind.CONFIRM.value})
"""Kinds of step that the rule makes, and may make anew when the evidence changes."""
OF_PROCESS = BY_RULE | {Kind.MILESTONE.value, Kind.FIND_OUT.value}
"""The same of a lead whose hiring process is known, or that is not called."""


@transaction.atomic
def add_evidence(
    lead: Lead, *, heard: HeardEvidence | Sequence[HeardEvidence], by: Member, replan: bool = True
) -> Lead:
    """Keeps what was heard, recomputes the grade's dates, and the next step where its reason has changed.

    A day agreed with somebody, or a step of another kind, stays as it is; so does every step with
    `replan` False (a call being logged plans its own). Returns the lead, changed.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    heard = [heard] if isinstance(heard, HeardEvidence) else list(heard)
    # Two at once on one lead: the second waits here, then sees the first one's evidence.
    lead_now = Lead.objects.select_for_update().get(pk=lead.pk)
    at = clock.now()
    Evidence.objects.bulk_create(rows_of(lead_now, heard, by=by, at=at))
    said = " ".join(each.words for each in heard if each.words)
    if said:
        search.add_words(lead_now.person_id, said)
    spoken = any(_from_them(each, lead_now, team.today(by)) for each in heard)
    _follow(lead_now, by=by, spoken=spoken, replan=replan)
    for each in heard:
        timeline.record(
            _verb(each.shows), by=by, lead=lead_now, words=each.words, shows=rules.SHOWS_WORDS[each.shows],
            said_by=str(each.said_by or each.said_by_words), true_on=each.true_on.isoformat(),
            grade=rules.GRADE_WORDS[lead_now.grade_on(team.today(by))],
        )  # fmt: skip
    settle(lead_now, by=by)
    for field in (*_DATES, "version"):
        setattr(lead, field, getattr(lead_now, field))
    return lead


@transaction.atomic
def add_evidence_to_many(heard: Sequence[tuple[Lead, Sequence[HeardEvidence]]], *, by: Member) -> list[list[int]]:
    """`add_evidence` for many leads at once (an import), without the timeline and the search: the caller writes both.

    A lead may come more than once. Returns the ids of the rows written, in the same order. Only leads whose
    dates change are written, and only their steps are planned anew.
    """
    by.must(Permission.LEAD_WORK)
    ids = iter(write_evidence(heard, by=by, at=clock.now()))
    written = [[next(ids) for _ in said] for _, said in heard]
    leads = {lead.pk: lead for lead, _ in heard}
    pieces = pieces_of_many(leads)
    holds = agencies.numbers(Holds, "grades")
    found = {pk: rules.dates(pieces[pk], holds) for pk in leads}
    changed = [lead for pk, lead in leads.items() if found[pk] != lead.dates]
    bulk.update_values(
        Lead, _DATES, [(lead.pk, [getattr(found[lead.pk], name) for name in _DATES]) for lead in changed], version=True
    )
    last = {pk: rules.last_heard(pieces[pk], lead.heard_on) for pk, lead in leads.items()}
    later = [(pk, [day]) for pk, day in last.items() if day != leads[pk].last_heard_on]
    bulk.update_values(Lead, ("last_heard_on",), later)
    steps, plans, today = _steps_of(changed), [], team.today(by)
    for lead in changed:
        _dated(lead, found[lead.pk])
        step = steps.get(lead.next_step_id)
        if step is not None and (values := _other_plan(lead, step, pieces[lead.pk], today, spoken=False)):
            plans.append((step, values))
    agenda.replan_many(plans, by=by)
    settle_many([lead.pk for lead in changed if lead.heard_from_id or lead.source != "import"], by=by)
    return written


@transaction.atomic
def confirm(lead: Lead, *, shows: Shows, by: Member, words: str = "") -> Lead:
    """The name or the company is spelled right: today, first hand. A name is right on every lead of the person."""
    today = team.today(by)
    heard = HeardEvidence(shows, words, today)
    if shows is Shows.NAME_CONFIRMED:
        _to_open_leads(lead.person, heard, by=by, but=lead.pk)
        Person.objects.filter(pk=lead.person_id).update(name_confirmed_on=today)
    return add_evidence(lead, heard=heard, by=by)


@transaction.atomic
def phone_tested(person: Person, *, on: date, by: Member, replan: bool = False) -> int:
    """A call has reached them: ticks "phone tested" on each open lead that lacks it. Returns how many."""
    words = f"{person.given or person.name} picked up"
    return _to_open_leads(person, HeardEvidence(Shows.PHONE_TESTED, words, on, said_by=person), by=by, replan=replan)


@transaction.atomic
def phone_wrong(person: Person, *, on: date, by: Member, replan: bool = False) -> int:
    """The number is somebody else's: voids "phone tested", unless another number of theirs has reached them."""
    if PhoneNumber.objects.filter(person=person, state=NumberState.REACHED.value).exists():
        return 0
    heard = HeardEvidence(Shows.PHONE_WRONG, "Wrong number", on)
    return _to_open_leads(person, heard, by=by, replan=replan)


def _verb(shows: Shows) -> str:
    if shows in rules.IDENTITY:
        return "lead.confirmed"
    return "lead.denied" if shows in rules.DENIES else "lead.evidence"


def _steps_of(leads: Sequence[Lead]) -> dict[int | None, NextStep]:
    """Steps by id, with what planning them anew reads."""
    ids = [lead.next_step_id for lead in leads if lead.next_step_id is not None]
    steps = NextStep.objects.filter(pk__among=ids).select_related("person__company", "company")
    return {step.pk: step for step in steps}


def _follow(lead: Lead, *, by: Member, spoken: bool, replan: bool) -> None:
    """Dates from all evidence; then the step, where the rule made it and would now make another."""
    pieces = pieces_of(lead)
    found = rules.dates(pieces, agencies.numbers(Holds, "grades"))
    Lead.objects.filter(pk=lead.pk).update(
        identified_on=found.identified_on, hot_until=found.hot_until, warm_until=found.warm_until,
        cold_until=found.cold_until, last_heard_on=rules.last_heard(pieces, lead.heard_on), version=F("version") + 1,
    )  # fmt: skip
    _dated(lead, found)
    if not replan or lead.next_step_id is None:
        return
    step = _steps_of([lead])[lead.next_step_id]
    values = _other_plan(lead, step, pieces, team.today(by), spoken=spoken)
    if values is not None:
        # Of somebody who said no the step waits for nobody: the sheet leaves such a person out.
        with suppress(DoNotCall):
            agenda.replan(step, by=by, **values)


def _dated(lead: Lead, found: rules.Dates) -> None:
    """The row in hand, as it stands in the database by now."""
    for name in _DATES:
        setattr(lead, name, getattr(found, name))
    lead.version += 1


def _other_plan(lead: Lead, step: NextStep, pieces: list[Piece], today: date, *, spoken: bool) -> PlanValues | None:
    """What the rule would plan by now; None where it is the same, or the step is not the rule's.

    What fell through stays until it is called about.
    """
    tracked = is_tracked(lead) or lead.uncalled_on is not None
    if step.agreed or step.kind not in (OF_PROCESS if tracked else BY_RULE) or step.reason == Reason.FALL_THROUGH:
        return None
    lead.person = step.person
    rule = next_for(lead, today, pieces=pieces, spoken=spoken)
    if (step.reason, step.kind, step.holds_until) == (rule.reason.value, rule.kind.value, rule.holds_until):
        return None
    values = plan_values(rule, lead.title if tracked else step.subject, introduced=step.introduced)
    values["tries"] = step.tries
    return values


def _to_open_leads(
    person: Person, heard: HeardEvidence, *, by: Member, but: int | None = None, replan: bool = True
) -> int:
    """Adds to each open lead of the person where it changes something."""
    denied = rules.DENIES.get(heard.shows)
    done = 0
    leads = Lead.objects.open().filter(person=person)
    if but is not None:
        leads = leads.exclude(pk=but)
    for lead in leads.order_by("id")[:50]:
        standing = {piece.shows for piece in rules.standing_evidence(pieces_of(lead))}
        if denied in standing if denied else heard.shows not in standing:
            add_evidence(lead, heard=heard, by=by, replan=replan)
            done += 1
    return done


def _from_them(heard: HeardEvidence, lead: Lead, today: date) -> bool:
    """Whether the manager said it today: then we have just spoken, and need not call again today."""
    said_by = heard.said_by
    return said_by is not None and said_by.pk == lead.person_id and heard.true_on >= today and not heard.second_hand
