"""The rows of the call at hand, by statements built once: they run at every plan and at every result."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import BigIntegerField, Model

from rightday.agenda.models import NextStep
from rightday.db.prepared import Prepared, Slot
from rightday.leads.models import Evidence, Lead
from rightday.people.models import Company, Person, PhoneNumber
from rightday.people.rules import NumberState
from rightday.team.models import Member

NUMBERS_READ: Final = 20


def _columns(model: type[Model], path: str = "") -> tuple[str, ...]:
    return tuple(f"{path}{field.attname}" for field in model._meta.concrete_fields)


_PARTS: Final[tuple[tuple[type[Model], str], ...]] = (
    (Lead, ""), (NextStep, "next_step__"), (Person, "person__"), (Member, "owner__"), (Company, "person__company__"),
)  # fmt: skip
_LEAD = Prepared(
    lambda: Lead.objects.filter(next_step__pk=Slot("step", BigIntegerField())).values_list(
        *(name for model, path in _PARTS for name in _columns(model, path))
    )[:1]
)
# Two statements: for "of the person, or of the company" SQLite reads all numbers of the agency
# where few companies have one (80 ms in a book of a million), and so does an order by id.
_PHONES = Prepared(
    lambda: PhoneNumber.objects.filter(person__pk=Slot("person", BigIntegerField())).values_list(
        *_columns(PhoneNumber)
    )[:NUMBERS_READ]
)
_SWITCHBOARD = Prepared(
    lambda: PhoneNumber.objects.filter(company__pk=Slot("company", BigIntegerField())).values_list(
        *_columns(PhoneNumber)
    )[:NUMBERS_READ]
)
_EVIDENCE_OF = Prepared(
    lambda: Evidence.objects.filter(lead__person__pk=Slot("person", BigIntegerField())).values_list("pk")
)
_EVIDENCE_SINCE = Prepared(
    lambda: Evidence.objects.filter(
        pk__gt=Slot("last", BigIntegerField()), lead__person__pk=Slot("person", BigIntegerField()),
        recorded_by__pk=Slot("by", BigIntegerField()),
    ).values_list("pk", "lead_id")
)  # fmt: skip
_OTHER_STEPS = Prepared(
    lambda: (
        NextStep.objects.filter(person__pk=Slot("person", BigIntegerField()))
        .exclude(pk=Slot("but", BigIntegerField()))
        .values_list("pk")[:1]
    )
)


def lead_of_step(step_id: int) -> Lead | None:
    """The open lead whose next step this is, with everything a call needs of its person; one statement."""
    rows = _LEAD(step=step_id)
    if not rows:
        return None
    lead, step, person, owner, company = _rows(rows[0])
    person.company = company
    lead.next_step, lead.person, lead.owner = step, person, owner
    if lead.company_id == person.company_id:
        lead.company = company
    return lead  # type: ignore[no-any-return]  # a row of Lead, the first of _PARTS


def phones_of(person: Person) -> list[PhoneNumber]:
    """The person's numbers, the one to dial first, wrong ones last; then the company's switchboard."""
    names = _columns(PhoneNumber)
    found = _PHONES(person=person.pk)
    if person.company_id is not None:
        found += _SWITCHBOARD(company=person.company_id)
    rows = [PhoneNumber.from_db("default", names, row) for row in found]
    for row in rows:
        if row.person_id == person.pk:
            row.person = person
    return sorted(
        rows, key=lambda row: (row.state == NumberState.WRONG.value, row.person_id is None, not row.first, row.pk)
    )


def newest_evidence(person: Person) -> int:
    """The id of the evidence recorded last about a person's leads, 0 for none."""
    return max((row[0] for row in _EVIDENCE_OF(person=person.pk)), default=0)


def evidence_since(last: int, person: Person, by: Member) -> list[list[int]]:
    """Evidence about a person's leads that `by` recorded after that id: [id, lead's id]."""
    return [[pk, lead] for pk, lead in _EVIDENCE_SINCE(last=last, person=person.pk, by=by.pk)]


def has_other_steps(person: Person, but: int) -> bool:
    """Whether a person is waited for by another step too."""
    return bool(_OTHER_STEPS(person=person.pk, but=but))


def _rows(values: tuple[Any, ...]) -> list[Any]:
    """One joined row as instances of its models; None where an outer join found nothing."""
    made: list[Any] = []
    for model, _path in _PARTS:
        names = _columns(model)
        mine, values = values[: len(names)], values[len(names) :]
        made.append(model.from_db("default", names, mine) if mine[0] is not None else None)
    return made
