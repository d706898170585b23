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
    """What new days do to the open leads today; grades that stay are left out.

    A lead's last day is the day of the fact plus the days it holds: so the leads that gain or
    lose a grade today are those whose last day lies in the difference.
    """
    columns = ((Grade.HOT, "hot"), (Grade.WARM, "warm"), (Grade.COLD, "cold"))
    changes = []
    for grade, name in columns:
        before, after = getattr(was, name), getattr(wanted, name)
        if before == after:
            continue
        difference = timedelta(days=abs(after - before))
        first, last = (on - difference, on - timedelta(days=1)) if after > before else (on, on + difference)
        if after < before:
            last -= timedelta(days=1)
        touched = (
            Lead.objects.open().filter(identified_on__isnull=False, **{f"{name}_until__range": (first, last)}).count()
        )
        changes.append(GradeChange(grade.value, before, after, touched, after > before))
    return tuple(changes)


def order(member: Member, was: agenda.Numbers, wanted: agenda.Numbers, *, on: date) -> OrderChange:
    """The member's due calls under both sets of numbers (the first 200 of them)."""
    steps = list(
        NextStep.objects.owned_by(member)
        .due_by(on)
        .select_related("person__company", "company")
        .order_by("id")[:LOOKED_AT]
    )
    before, after = (sorted(steps, key=lambda step: _key(step, numbers, on)) for numbers in (was, wanted))
    moved = sum(one.pk != other.pk for one, other in zip(before, after, strict=True))
    return OrderChange(
        len(steps),
        moved,
        before[0].person.name if before else "",
        after[0].person.name if after else "",
    )


def _key(step: NextStep, numbers: agenda.Numbers, on: date) -> tuple[int, float, int]:
    company = step.company or step.person.company
    works = step.person.works_with_agencies
    standing = agenda.standing(
        reason=agenda.Reason(step.reason),
        fact_on=step.fact_on,
        due=step.due,
        agreed=step.agreed,
        dials=step.person.dials,
        talks=step.person.talks,
        introduced=step.introduced,
        works_with_agencies=company.works_with_agencies if works is None and company else works,
        holds_until=step.holds_until,
        then=agenda.Reason(step.then_reason) if step.then_reason else None,
        numbers=numbers,
    )
    return agenda.sort_key(standing, on, step.pk, numbers)
