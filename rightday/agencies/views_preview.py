"""What a change of the numbers would do today, in one sentence, before anybody saves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rightday.agenda import rules as agenda
from rightday.agenda.models import NextStep
from rightday.leads.models import Lead
from rightday.leads.rules import Grade, Holds
from rightday.team.models import Member

LOOKED_AT: Final = 200


@dataclass(frozen=True, slots=True)
class GradeChange:
    """One grade's new days and how many open leads it touches today: they gain it or lose it."""

    grade: str
    was: int
    days: int
    leads: int
    gain: bool


@dataclass(frozen=True, slots=True)
class OrderChange:
    """How many of a member's calls today stand elsewhere, and who comes first before and after."""

    calls: int
    moved: int
    first: str
    first_then: str


def grades(was: Holds, wanted: Holds, *, on: date) -> tuple[GradeChange, ...]:
    """What new days do to the open leads today; grades that stay are left out."""
    columns = (
        (Grade.HOT, was.hot, wanted.hot),
        (Grade.WARM, was.warm, wanted.warm),
        (Grade.COLD, was.cold, wanted.cold),
    )
    return tuple(_grade(grade, before, after, on) for grade, before, after in columns if before != after)


def _grade(grade: Grade, before: int, after: int, on: date) -> GradeChange:
    """A lead's last day is the day of the fact plus the days it holds: so the leads that gain or
    lose the grade today are those whose last day lies in the difference."""
    leads, longer = Lead.objects.open(), timedelta(days=after - before)
    if after < before:
        last_days = (on, on - longer - timedelta(days=1))
        those = {Grade.HOT: leads.hot, Grade.WARM: leads.warm, Grade.COLD: leads.cold}[grade](on)
    else:  # better grades stay what they are
        last_days = (on - longer, on - timedelta(days=1))
        none, cold = leads.to_qualify(on), leads.cold(on)
        those = {Grade.HOT: leads, Grade.WARM: none | cold, Grade.COLD: none}[grade]
    touched = those.filter(identified_on__isnull=False, **{f"{grade}_until__range": last_days})
    return GradeChange(grade.value, before, after, touched.count(), after > before)


def order(member: Member, was: agenda.Numbers, wanted: agenda.Numbers, *, on: date) -> OrderChange:
    """The member's due calls under both sets of numbers (the first 200 of them)."""
    due = NextStep.objects.owned_by(member).due_by(on).on_sheet().select_related("person__company", "company")
    steps = list(due.order_by("id")[:LOOKED_AT])
    before = sorted(steps, key=lambda step: _key(step, was, on))
    after = sorted(steps, key=lambda step: _key(step, wanted, on))
    moved = sum(one.pk != other.pk for one, other in zip(before, after, strict=True))
    return OrderChange(
        len(steps),
        moved,
        before[0].person.name if before else "",
        after[0].person.name if after else "",
    )


def _key(step: NextStep, numbers: agenda.Numbers, on: date) -> tuple[int, float, int]:
    standing = agenda.standing(
        reason=agenda.Reason(step.reason), fact_on=step.fact_on, due=step.due, agreed=step.agreed,
        dials=step.person.dials, talks=step.person.talks, introduced=step.introduced,
        works_with_agencies=_works(step), holds_until=step.holds_until,
        then=agenda.Reason(step.then_reason) if step.then_reason else None, weight=step.weight, numbers=numbers,
    )  # fmt: skip
    return agenda.sort_key(standing, on, step.pk, numbers)


def _works(step: NextStep) -> bool | None:
    """Whether they work with agencies: the person's own answer, else the company's."""
    company = step.company or step.person.company
    own = step.person.works_with_agencies
    return company.works_with_agencies if own is None and company else own
