"""Fields of their own on a record, and what other systems call it: read for its page, one statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import IntegerField, QuerySet, Value

from rightday.db.prepared import Prepared, Slot
from rightday.people.models_files import ExternalId, Kept

MOST: Final = 200
"""So many fields are shown; an export has all."""
SYSTEMS: Final = {
    "atomic": "Atomic CRM", "bullhorn": "Bullhorn", "google": "Google", "greenhouse": "Greenhouse",
    "hubspot": "HubSpot", "linkedin": "LinkedIn", "odoo": "Odoo", "opencats": "OpenCATS", "outlook": "Outlook",
    "pipedrive": "Pipedrive", "salesforce": "Salesforce", "zoho": "Zoho",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptFields:
    """Name and value of each, in the order of their file; and the system and id of each external one."""

    fields: tuple[tuple[str, str], ...]
    ids: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.fields or self.ids)


def _of(kind: str) -> Callable[[], QuerySet[Any, Any]]:
    def build() -> QuerySet[Any, Any]:
        fields = _marked(Kept.objects.filter(**{f"{kind}_id": Slot("id", _ID)}), 1, "name")
        ids = _marked(ExternalId.objects.filter(**{f"{kind}_id": Slot("id", _ID)}), 0, "system")
        return ids.union(fields, all=True).order_by("part", "id")[: 2 * MOST]

    return build


def _marked(rows: QuerySet[Any, Any], part: int, name: str) -> QuerySet[Any, Any]:
    marked: QuerySet[Any, Any] = rows.annotate(part=Value(part, output_field=IntegerField()))
    return marked.values_list("part", "id", name, "value")


_ID: Final[IntegerField[int, int]] = IntegerField()
# Both at once, for they are on every record's page and mostly empty. Ids come first: there are few.
_KEPT: Final = {kind: Prepared(_of(kind)) for kind in ("person", "company")}


def kept_of(**owner: int) -> KeptFields:
    """Of `person=id` or `company=id`. One statement."""
    ((kind, pk),) = owner.items()
    rows = _KEPT[kind](id=pk)
    fields = [(name, value) for part, _id, name, value in rows if part]
    ids = [(SYSTEMS.get(name, ""), value) for part, _id, name, value in rows if not part]
    return KeptFields(tuple(fields[:MOST]), tuple(ids[:MOST]))
