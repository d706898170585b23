"""Where a merged record is now, and what a merge taken apart finds of the rows it once knew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps

from rightday.people.duplicates.models import Merge
from rightday.people.matching import Match, Sought, match_many
from rightday.people.models import Company, Person

_KINDS: dict[Any, str] = {Person: Merge.Kind.PERSON.value, Company: Merge.Kind.COMPANY.value}


def where(model: Any, pk: int) -> int | None:
    """The id of the record that a merged one is part of now; None for one that was never merged away."""
    kind = _KINDS[model]
    found = Merge.objects.filter(kind=kind, gone=pk, undone_at=None).values_list(f"{kind}_id", flat=True).first()
    return int(found) if found is not None else None


def alive(model: Any, values: dict[str, Any], coming: frozenset[tuple[str, int]] = frozenset()) -> dict[str, Any]:
    """A row's columns with links that still lead somewhere: to the record a merged one is part of, else nowhere.

    `coming`: rows, as (model, id), that are put back with it.
    """
    mended = dict(values)
    for link in model._meta.local_fields:
        pk = values.get(link.attname)
        if not getattr(link, "within_agency", False) or pk is None:
            continue
        target = link.related_model
        if (target.__name__, pk) not in coming and not target.objects.filter(pk=pk).exists():
            mended[link.attname] = where(target, pk) if target in _KINDS else None
    return mended


def alive_rows(folded: list[list[Any]]) -> list[list[Any]]:
    """`alive` for rows whose model is known by name; left out are those that cannot be without what is gone."""
    kept = []
    coming = frozenset((str(name), int(values["id"])) for name, values in folded)
    for name, values in folded:
        model = apps.get_model("rightday", name)
        mended = alive(model, values, coming)
        needed = [one for one in model._meta.local_fields if getattr(one, "within_agency", False) and not one.null]
        if mended == values or all(mended[one.attname] == values[one.attname] for one in needed):
            kept.append([name, mended])
    return kept


def alike(sought: Sequence[Sought]) -> list[Match]:
    """For a chunk of people as they are read: who they are for certain, else who they may be. Eight statements."""
    return match_many(sought)
