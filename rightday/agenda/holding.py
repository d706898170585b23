"""Open records and the one next step that each holds: given, replaced and taken away in one place.

A record that is made with its step takes one from `agenda.actions.plan(of=…)`.

A record that holds steps is a model with `next_step`, `version` and `STEP_OF`, the kind of record it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Protocol, Unpack

from django.db import transaction
from django.db.models import F

from rightday.agencies.once import Stale
from rightday.agenda import actions
from rightday.agenda.models import NextStep
from rightday.agenda.planning import PlanValues
from rightday.agenda.rules import Of
from rightday.people.models import Company, Person
from rightday.team.models import Member
from rightday.team.rules import Permission

MOVED = "This has moved on meanwhile. Look at it again before you go on."


class Holder(Protocol):
    """A record that holds a next step."""

    STEP_OF: ClassVar[Of]
    pk: Any
    version: int
    next_step: Any
    next_step_id: Any
    objects: ClassVar[Any]


@transaction.atomic
def give_step(
    record: Holder,
    *,
    done: int | None,
    owner: Member,
    person: Person,
    company: Company | None,
    by: Member,
    columns: Mapping[str, Any] | None = None,
    **values: Unpack[PlanValues],
) -> NextStep:
    """The step `done` is over (None: there was none), another one follows. Compare-and-set, version + 1.

    `columns`: what else is written on the record with it. Raises Stale when the record has another step by now,
    DoNotCall when the person has said no.
    """
    by.must(Permission.DESK_WORK, own=owner.pk == by.pk)
    made = actions.plan(owner=owner, person=person, company=company, by=by, **(values | {"of": record.STEP_OF}))
    _write(record, done, made, columns or {})
    return made


@transaction.atomic
def end_step(record: Holder, *, done: int | None, by: Member, columns: Mapping[str, Any] | None = None) -> None:
    """The record has no next step any more; `columns` say why, where its table asks for that. Raises Stale."""
    by.must(Permission.DESK_WORK)
    _write(record, done, None, columns or {})


@transaction.atomic(savepoint=False)
def put_back(record: Holder, *, step: Mapping[str, Any], left: int | None, by: Member, **columns: Any) -> NextStep:
    """Undoing: the step as it was (`agenda.kept.columns_from`), in place of `left`. Raises Stale."""
    by.must(Permission.CALL_LOG)
    made: NextStep = NextStep.objects.create(**step)
    _write(record, left, made, columns)
    return made


def _write(record: Holder, done: int | None, made: NextStep | None, columns: Mapping[str, Any]) -> None:
    mine = type(record).objects.filter(pk=record.pk, next_step=done)
    if not mine.update(next_step=made, version=F("version") + 1, **columns):
        raise Stale(MOVED)
    if done is not None:
        NextStep.objects.filter(pk=done).erase()
    for name, value in columns.items():
        setattr(record, name, value)
    record.next_step, record.version = made, record.version + 1
