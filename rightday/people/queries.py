"""Questions about people: who is this, where are they, and the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rightday.agencies import queries as agencies
from rightday.kernel import names
from rightday.kernel.days import Place
from rightday.people.duplicates import merged
from rightday.people.matching import Match, Sought, Suggestion, match, match_many, sought_of
from rightday.people.models import Company, Person
from rightday.timeline.models import Event

__all__ = [
    "Match",
    "Sought",
    "Suggestion",
    "companies_by_key",
    "company_by_key",
    "last_edit",
    "match",
    "match_many",
    "place_of",
    "sought_of",
    "zone_of",
]


def zone_of(person: Person) -> str:
    """The time zone somebody is in: their own, else their company's, else the agency's."""
    company = person.company
    return person.zone or (company.zone if company else "") or agencies.here().zone


def place_of(person: Person) -> Place:
    """Whose working days somebody keeps: their company's country, else the agency's."""
    company = person.company
    if company and company.country:
        return Place(company.country, company.subdivision)
    agency = agencies.here()
    return Place(agency.country, agency.subdivision)


def company_by_key(name: str) -> Company | None:
    """The company of that name however it is written ("Smith & Sons Ltd"), now or before a merge; the first known."""
    return companies_by_key([name]).get(names.company_key(name))


def companies_by_key(written: list[str]) -> dict[str, Company]:
    """Key → the first known company, for many names at once, also where it had that name before a merge.

    One statement, another for names nobody has.
    """
    keys = {key for name in written if (key := names.company_key(name))}
    found = {one.key: one for one in Company.objects.filter(key__among=keys).order_by("-pk")} if keys else {}
    return found | (merged.once(keys - found.keys()).companies if keys - found.keys() else {})


@dataclass(frozen=True, slots=True)
class LastEdit:
    """Who changed a record last, when, and which of its fields in words; empty when nobody has."""

    who: str = ""
    when: datetime | None = None
    what: tuple[str, ...] = ()


def last_edit(row: Person | Company) -> LastEdit:
    """The last change of a person's or company's own fields, from the timeline."""
    kind = "person" if isinstance(row, Person) else "company"
    edits = Event.objects.filter(**{f"{kind}_id": row.pk}, verb=f"{kind}.edited")
    found = edits.order_by("-at", "-id").values_list("by__name", "at", "data").first()
    return LastEdit(found[0] or "", found[1], tuple(found[2].get("what", ()))) if found else LastEdit()
