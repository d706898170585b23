"""Fields of their own on a record, and what other systems call it: read for its page, two statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

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


def kept_of(**owner: int) -> KeptFields:
    """Of `person=id` or `company=id`."""
    named: dict[str, Any] = {f"{kind}_id": pk for kind, pk in owner.items()}
    fields = Kept.objects.filter(**named).order_by("id").values_list("name", "value")[:MOST]
    ids = ExternalId.objects.filter(**named).order_by("id").values_list("system", "value")[:MOST]
    return KeptFields(tuple(fields), tuple((SYSTEMS.get(system, ""), value) for system, value in ids))
