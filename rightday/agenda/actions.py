"""Planning the next step, keeping its order true, and intending a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Unpack

from django.db import transaction
from django.db.models import F, Q

from rightday.agencies.once import Stale
from rightday.agencies.queries import numbers
from rightday.agenda import rules
from rightday.agenda.models import IntendedOutcome, Intention, NextStep
from rightday.agenda.planning import PlanValues, about, columns, standing_columns
from rightday.db import bulk
from rightday.kernel import days
from rightday.people.models import Company, Person
from rightday.people.queries import place_of, zone_of
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline
from rightday.work.queue import enqueue

BATCH = 1_000
"""Steps put in order in one transaction."""


@transaction.atomic
def plan(
    *, owner: Member, person: Person, company: Company | None, by: Member, **values: Unpack[PlanValues]
) -> NextStep:
    """Makes a next step; the caller ties it to its record in the same transaction.

    A day that is not agreed moves on to a working day of the person's place. Raises DoNotCall
    when the person has said no. Not recorded in the timeline: the verb that needed it is.
    """
    by.must(Permission.LEAD_WORK, own=owner.pk == by.pk)
    score = numbers(rules.Numbers, "score")
    return NextStep.objects.create(owner=owner, **columns(person, company, score, **values))


@transaction.atomic
def replan(step: NextStep, *, by: Member, **values: Unpack[PlanValues]) -> NextStep:
    """Turns a step into another one where it stands: same id, so that a call in progress can still be logged.

    For when its facts have changed; who chooses another day makes a new step instead. Raises Stale
    when the step has been done meanwhile, DoNotCall as `plan` does.
    """
    by.must(Permission.LEAD_WORK, own=step.owner_id == by.pk)
    values.setdefault("of", rules.Of(step.of))
    said = columns(step.person, step.company, numbers(rules.Numbers, "score"), **values)
    if not NextStep.objects.filter(pk=step.pk).update(**said, version=F("version") + 1):
        raise Stale("This next step has been done meanwhile.")
    step.refresh_from_db()
    return step


@transaction.atomic
def replan_many(plans: Sequence[tuple[NextStep, PlanValues]], *, by: Member) -> None:
    """`replan` for many steps in one statement; one done meanwhile, or of somebody who said no, stays as it is.

    The rows in hand are not refreshed.
    """
    by.must(Permission.LEAD_WORK)
    score = numbers(rules.Numbers, "score")
    said = [
        (step.pk, columns(step.person, step.company, score, **values))
        for step, values in plans
        if not step.person.do_not_call
    ]
    names = [name for name in said[0][1] if name not in {"person", "company"}] if said else []
    rows = [(pk, [values[name] for name in names]) for pk, values in said]
    bulk.update_values(NextStep, names, rows, version=True)


@transaction.atomic
def hand_over(step: NextStep, *, to: Member, no_later: date, by: Member) -> NextStep:
    """Gives a step to a colleague, due on `no_later` at the latest, or the first working day of the place after it.

    A day agreed with the person stays, and so does that of a step which is no call. Same id: a call in progress
    can still be logged. Raises Stale when the step has been done meanwhile.
    """
    by.must(Permission.LEAD_WORK, own=step.owner_id == by.pk)
    if not step.agreed and step.kind != rules.Kind.FIND_OUT:
        step.due = min(step.due, days.on_or_after_working_day(no_later, place_of(step.person)))
    if not NextStep.objects.filter(pk=step.pk).update(owner=to, due=step.due, version=F("version") + 1):
        raise Stale("This next step has been done meanwhile.")
    step.owner, step.version = to, step.version + 1
    return step


@transaction.atomic
def reorder_for(person: Person, *, by: Member) -> int:
    """After a call or an edit: the chance to answer, the notes and the zone of the person's steps. Returns how many."""
    by.must(Permission.CALL_LOG)
    steps = NextStep.objects.filter(person=person).select_related("person__company", "company")
    return _restand(list(steps[:200]))


@transaction.atomic
def reorder_for_company(company: Company, *, by: Member) -> int:
    """After an edit: `reorder_for` for all who work there, and for steps about the company. Returns how many."""
    by.must(Permission.CALL_LOG)
    of_company = Q(company=company) | Q(person__in=Person.objects.filter(company=company))
    steps = NextStep.objects.filter(of_company).order_by("id").select_related("person__company", "company")
    return _restand(list(steps[:BATCH]))


@transaction.atomic
def rescore(*, by: Member, after: int = 0, batch: int = BATCH) -> int | None:
    """After the numbers changed: the order of `batch` steps, those with an id after `after`.

    Returns the id to go on after, None when that was the last: `rescore_all` hands the rest to the worker.
    """
    by.must(Permission.AGENCY_SETTINGS)
    steps = NextStep.objects.filter(pk__gt=after).order_by("id").select_related("person__company", "company")
    some = list(steps[:batch])
    _restand(some)
    if len(some) == batch:
        return int(some[-1].pk)
    timeline.record("agenda.rescored", by=by)
    return None


@transaction.atomic
def rescore_all(*, by: Member) -> None:
    """Every open step in its new order: the first batch at once, further ones by the worker, each for itself."""
    last = rescore(by=by)
    if last is not None:
        enqueue("rightday.agenda.tasks.rescore", by.agency_id, by.pk, last)


@transaction.atomic
def intend(
    member: Member,
    *,
    day: date,
    words: str,
    outcomes: Mapping[rules.Achievement, int],
    seen: int | None,
    by: Member,
) -> Intention:
    """What a member wants from a day. `seen` is the version shown, None where there was none yet.

    Raises Stale when it was changed in between, and NotAllowed for somebody else's day.
    """
    by.must(Permission.CALL_LOG)
    if member.pk != by.pk:
        by.must(Permission.TEAM_MANAGE)
    intention, made = Intention.objects.get_or_create(member=member, day=day, defaults={"words": words[:500]})
    if not made:
        changed = Intention.objects.filter(pk=intention.pk, version=-1 if seen is None else seen).update(
            words=words[:500], version=F("version") + 1
        )
        if not changed:
            raise Stale("This day's intention has been changed meanwhile.", by.name)
        intention.refresh_from_db()
    IntendedOutcome.objects.filter(intention=intention).delete()
    IntendedOutcome.objects.bulk_create(
        IntendedOutcome(intention=intention, kind=kind.value, count=count)
        for kind, count in outcomes.items()
        if count > 0
    )
    timeline.record("day.intended", by=by, words=words[:500], day=day.isoformat())
    return intention


def _restand(steps: list[NextStep]) -> int:
    """Writes the standing of these steps anew, from their facts, and the zone their hours are reckoned in."""
    score = numbers(rules.Numbers, "score")
    for step in steps:
        standing = rules.standing(
            reason=rules.Reason(step.reason),
            fact_on=step.fact_on,
            due=step.due,
            agreed=step.agreed,
            introduced=step.introduced,
            holds_until=step.holds_until,
            then=rules.Reason(step.then_reason) if step.then_reason else None,
            weight=step.weight,
            off_sheet=step.kind == rules.Kind.FIND_OUT,
            live=step.kind in rules.LIVE_KINDS,
            numbers=score,
            **about(step.person, step.company),
        )
        for column, value in standing_columns(standing).items():
            setattr(step, column, value)
        step.zone = zone_of(step.person)
    if steps:
        NextStep.objects.bulk_update(steps, _ORDERING)
    return len(steps)


_ORDERING = [
    "place", "urgent_from", "urgent_until", "agreed_until", "holds_until", "rank", "fade",
    "then_reason", "then_rank", "then_fade", "chance", "zone",
]  # fmt: skip
