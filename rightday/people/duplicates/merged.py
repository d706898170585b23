"""Names that merges took away, and whose they are now: a file or a colleague may still use them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from rightday.kernel import names
from rightday.people.duplicates.models import Merge
from rightday.people.models import Company

WHY: Final = "same person since a merge"


@dataclass(frozen=True, slots=True)
class Was:
    """Somebody whose record went: who they are part of now, and keys of the companies both were at."""

    person_id: int
    firms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Once:
    """Key of a name → the company that has it since a merge, the persons who had it before one."""

    companies: dict[str, Company] = field(default_factory=dict)
    persons: dict[str, tuple[Was, ...]] = field(default_factory=dict)


def once(keys: Iterable[str]) -> Once:
    """Whose these names are since a merge. One statement, five where there are any.

    A company that is there under such a name is meant by it; a name that went to two companies is neither's.
    """
    kinds = [Merge.Kind.PERSON, Merge.Kind.COMPANY]
    rows = Merge.objects.filter(kind__in=kinds, gone_key__among={key for key in keys if key}, undone_at=None)
    merges = list(rows.select_related("person", "company").order_by("pk"))
    return Once(_companies(merges), _persons([one for one in merges if one.person_id])) if merges else Once()


def written(company: Company, key: str) -> str:
    """How a company's other name with this key is written; '' where it has none such."""
    return next((one for one in company.also_written if names.company_key(one) == key), "")


def _companies(merges: Sequence[Merge]) -> dict[str, Company]:
    found: dict[str, dict[int, Company]] = {}
    for one in merges:
        if one.company is not None:
            found.setdefault(one.gone_key, {})[one.company.pk] = one.company
    there = set(Company.objects.filter(key__in=found).values_list("key", flat=True)) if found else set()
    return {key: next(iter(some.values())) for key, some in found.items() if len(some) == 1 and key not in there}


def _persons(merges: Sequence[Merge]) -> dict[str, tuple[Was, ...]]:
    at = {one.pk: _companies_of(one) for one in merges}
    keys_of = _keys_of({pk for ids in at.values() for pk in ids}) if merges else {}
    found: dict[str, dict[int, Was]] = {}
    for one in merges:
        firms = frozenset(key for pk in at[one.pk] for key in keys_of[pk])
        kept, person_id = found.setdefault(one.gone_key, {}), one.person_id or 0
        before = kept[person_id].firms if person_id in kept else frozenset()
        kept[person_id] = Was(person_id, firms | before)
    return {key: tuple(some.values()) for key, some in found.items()}


def _companies_of(merge: Merge) -> set[int]:
    """Where the record that went was, and where the kept one is."""
    kept = merge.person.company_id if merge.person else None
    return {pk for pk in (merge.row["columns"]["company_id"], kept) if pk}


def _keys_of(ids: set[int]) -> dict[int, set[str]]:
    """All keys of companies, whichever merges they went through: their own and those of what is part of them."""
    merges = Merge.objects.filter(kind=Merge.Kind.COMPANY, undone_at=None)
    into = dict(merges.filter(gone__in=ids).values_list("gone", "company_id"))
    now = {pk: into.get(pk, pk) for pk in ids}
    own = Company.objects.filter(pk__in=set(now.values())).values_list("pk", "key")
    parts = merges.filter(company_id__in=set(now.values())).values_list("company_id", "gone_key")
    keys: dict[int, set[str]] = {}
    for pk, key in (*own, *parts):
        keys.setdefault(pk, set()).add(key)
    return {pk: keys.get(now[pk], set()) for pk in ids}
