"""Putting two records together, deciding that they are two, and taking a merge apart again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from rightday.people import rules as people
from rightday.people import search
from rightday.people.duplicates import moving, queries
from rightday.people.duplicates.folding import move_rows
from rightday.people.duplicates.joining import NOTHING_CHOSEN, Choice, join_company, join_person
from rightday.people.duplicates.models import CompanySuggestion, Merge
from rightday.people.models import Company, DuplicateSuggestion, Person, PhoneNumber
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline

UNDO_DAYS: Final = 90
PUT_OFF: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Apart:
    """A merge that was taken apart: the record that stayed, the one that is there again."""

    kept: Any
    back: Any


@transaction.atomic
def merge_persons(kept: int, *, gone: int, by: Member, choice: Choice = NOTHING_CHOSEN) -> Merge:
    """All that speaks of `gone` speaks of `kept`; nothing is lost, and `unmerge` takes it apart.

    Who said no on either record has said no. Raises DoesNotExist when either has been merged away since.
    """
    by.must(Permission.PERSON_EDIT)
    one, other = _both(Person, kept, gone)
    said = search.said_of([gone]).get(gone, [])
    moves = moving.Moves()
    row, was = moving.columns(other), one.key
    join_person(one, other, choice, moves, by=by)
    moving.ask_again(DuplicateSuggestion, gone, kept, moves)
    move_rows(Person, gone, kept, moves, without=moving.PAIRS)
    Person.objects.filter(pk=gone).delete()
    search.remove_persons([gone])
    merge = _keep(Merge.Kind.PERSON, one, other, {"columns": row, "said": said}, moves, by, was)
    search.put_persons([kept])
    search.add_words(kept, " ".join(said))
    timeline.record("person.merged", by=by, person=one, gone=other.name)
    return merge


@transaction.atomic
def merge_companies(kept: int, *, gone: int, by: Member, choice: Choice = NOTHING_CHOSEN) -> Merge:
    """As `merge_persons`, of companies: its people, leads and numbers are the kept one's, its name another spelling."""
    by.must(Permission.PERSON_EDIT)
    one, other = _both(Company, kept, gone)
    moves = moving.Moves()
    row, was = moving.columns(other), one.key
    join_company(one, other, choice, moves)
    moving.ask_again(CompanySuggestion, gone, kept, moves)
    move_rows(Company, gone, kept, moves, without=moving.PAIRS)
    Company.objects.filter(pk=gone).delete()
    search.remove_companies([gone])
    merge = _keep(Merge.Kind.COMPANY, one, other, {"columns": row}, moves, by, was)
    search.put_companies([kept])
    search.put_persons(_of(moves, "Person.company"))
    timeline.record("company.merged", by=by, company=one, gone=other.name)
    return merge


@transaction.atomic
def unmerge(merge: Merge, *, by: Member) -> Apart:
    """Takes a merge apart: everything goes back to where it was, but for what somebody changed since.

    Calls made since to a number that goes back go with it. Raises Refused after 90 days or a second time.
    """
    by.must(Permission.PERSON_EDIT)
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at is not None:
        raise Refused("This was taken apart already.")
    if timezone.now() - merge.at > timedelta(days=UNDO_DAYS):
        raise Refused(f"A merge can be taken apart for {UNDO_DAYS} days. This one is older.")
    is_person = merge.kind == Merge.Kind.PERSON
    model: Any = Person if is_person else Company
    kept = int((merge.person_id if is_person else merge.company_id) or 0)
    back = moving.insert(model, queries.alive(model, merge.row["columns"]))
    # Whoever the kept record has been merged into since holds its rows now.
    own = {f"{of.__name__}.{link}" for of, link in moving.links(model)}
    moved = [[label, old, kept if label in own else new, ids] for label, old, new, ids in merge.moved]
    moves = moving.Moves(moved, queries.alive_rows(merge.folded), merge.made, merge.changed)
    moving.put_back(moves)
    Merge.objects.filter(pk=merge.pk).update(undone_at=timezone.now(), undone_by=by)
    _pair_is_two(merge, kept, by)
    row: Any = model.objects.get(pk=kept)
    if is_person:
        _follow_numbers(_of(moves, "PhoneNumber.person"), kept, back.pk)
        _one_first(kept)
        _one_first(back.pk)
        search.put_persons([kept, back.pk])
        search.put_said({back.pk: merge.row["said"]} if merge.row["said"] else {})
        timeline.record("person.unmerged", by=by, person=row, gone=back.name)
    else:
        search.put_companies([kept, back.pk])
        search.put_persons(_of(moves, "Person.company"))
        timeline.record("company.unmerged", by=by, company=row, gone=back.name)
    return Apart(row, model.objects.get(pk=back.pk))


@transaction.atomic
def keep_two(pair: DuplicateSuggestion | CompanySuggestion, *, by: Member) -> None:
    """They are two: never suggested again."""
    by.must(Permission.PERSON_EDIT)
    type(pair).objects.filter(pk=pair.pk).update(decided_at=timezone.now(), decided_by=by, same=False)


@transaction.atomic
def put_off(pair: DuplicateSuggestion | CompanySuggestion, *, by: Member, ask: bool = False) -> date:
    """Later: asked again in a week. With `ask` the next call to either asks them; the day it comes back."""
    by.must(Permission.PERSON_EDIT)
    until = team.today(by) + PUT_OFF
    values = {"ask": ask} if isinstance(pair, DuplicateSuggestion) else {}
    type(pair).objects.filter(pk=pair.pk).update(later_until=until, **values)
    return until


def _both(model: Any, kept: int, gone: int) -> tuple[Any, Any]:
    """Both rows, locked in one order; a person and themselves are refused."""
    if kept == gone:
        raise Refused("These are one record already.")
    rows = {row.pk: row for row in model.objects.select_for_update().filter(pk__in=[kept, gone]).order_by("pk")}
    if len(rows) < 2:
        raise model.DoesNotExist
    return rows[kept], rows[gone]


def _keep(
    kind: Merge.Kind, one: Any, other: Any, row: dict[str, Any], moves: moving.Moves, by: Member, was: str
) -> Merge:
    """`was`: the kept one's key before; where it took the other's name, that is the one nobody has any more."""
    gone_key = other.key if other.key != one.key else was
    made: Merge = Merge.objects.create(
        kind=kind, **{kind.value: one}, gone=other.pk, gone_name=other.name, gone_key=gone_key, at=timezone.now(),
        by=by, row=row, moved=moves.moved, folded=moves.folded, made=moves.made, changed=moves.changed,
    )  # fmt: skip
    return made


def _of(moves: moving.Moves, label: str) -> list[int]:
    return [pk for one, _old, _new, ids in moves.moved if one == label for pk in ids]


def _pair_is_two(merge: Merge, kept: int, by: Member) -> None:
    """Taken apart is decided: they are two."""
    pairs = DuplicateSuggestion if merge.kind == Merge.Kind.PERSON else CompanySuggestion
    first, second = moving.PAIRS[pairs]
    low, high = sorted((kept, merge.gone))
    decided = {"decided_at": timezone.now(), "decided_by": by, "same": False}
    pairs.objects.update_or_create(
        **{f"{first}_id": low, f"{second}_id": high}, defaults=decided, create_defaults={**decided, "likeness": 1}
    )


def _follow_numbers(numbers: list[int], kept: int, back: int) -> None:
    """What was done since by a number that went back is of the person who was called."""
    for model, link in moving.links(PhoneNumber):
        for other, of_person in moving.links(Person):
            if other is model:
                model.objects.filter(**{f"{link}__in": numbers, f"{of_person}_id": kept}).update(
                    **{f"{of_person}_id": back}
                )


def _one_first(person_id: int) -> None:
    """Somebody with a number that can be dialled has one to dial first."""
    numbers = PhoneNumber.objects.filter(person=person_id)
    if not numbers.filter(first=True).exists():
        usable = numbers.exclude(e164="").exclude(state=people.NumberState.WRONG.value)
        best = usable.order_by("-reached_on", "pk").first()
        if best:
            PhoneNumber.objects.filter(pk=best.pk).update(first=True)
