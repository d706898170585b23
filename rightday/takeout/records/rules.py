"""Which files there are, and the columns of the lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Final, TypeAlias

Cell: TypeAlias = str | int | date | time | None


class Kind(StrEnum):
    """What a file is. `VCARD3` is for programs that do not read version 4."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    VCARD = "vcf"
    VCARD3 = "vcf3"
    CALENDAR = "ics"


KIND_WORDS: Final[dict[Kind, str]] = {
    Kind.XLSX: "Excel",
    Kind.CSV: "CSV",
    Kind.JSON: "JSON",
    Kind.VCARD: "vCard",
    Kind.VCARD3: "vCard 3.0",
    Kind.CALENDAR: "Calendar",
}
TYPES: Final[dict[Kind, str]] = {
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.CSV: "text/csv; charset=utf-8",
    Kind.JSON: "application/json",
    Kind.VCARD: "text/vcard; charset=utf-8",
    Kind.VCARD3: "text/vcard; charset=utf-8",
    Kind.CALENDAR: "text/calendar; charset=utf-8",
}
OF_LISTS: Final = (Kind.XLSX, Kind.CSV, Kind.VCARD, Kind.VCARD3, Kind.JSON)
OF_CARDS: Final = (Kind.VCARD, Kind.VCARD3)
OF_RECORDS: Final = (Kind.VCARD, Kind.VCARD3, Kind.JSON)
NUMBERS: Final = 3
"""Columns for numbers, and for addresses; what is more stands in the last, apart by semicolons."""


Kept: TypeAlias = tuple[tuple[str, str], ...]
"""Fields of their own, that came from somebody's file: name and value."""


@dataclass(frozen=True, slots=True)
class NumberOut:
    """`shown` is E.164, else as typed; `work` where it is a switchboard or labelled so."""

    shown: str
    ext: str
    label: str
    dials: bool

    @property
    def words(self) -> str:
        return f"{self.shown} ext {self.ext}" if self.ext else self.shown


@dataclass(frozen=True, slots=True)
class PersonOut:
    """A person as they leave. `refused`: said no, which must leave with them."""

    id: int
    given: str
    family: str
    name: str
    title: str
    company: str
    city: str
    website: str
    source: str
    refused: bool
    numbers: tuple[NumberOut, ...]
    emails: tuple[str, ...]
    added_on: date
    last_spoke_on: date | None
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class CompanyOut:
    """A company as it leaves."""

    id: int
    name: str
    city: str
    country: str
    website: str
    note: str
    numbers: tuple[NumberOut, ...]
    people: int
    added_on: date
    kept: Kept = ()


PERSON_COLUMNS: Final = (
    "Name", "First name", "Last name", "Job title", "Company", "Phone", "Phone 2", "Phone 3", "Email", "Email 2",
    "Email 3", "City", "Website", "Do not contact", "Last spoke", "Source", "Date added",
)  # fmt: skip
COMPANY_COLUMNS: Final = ("Company", "Switchboard", "City", "Country", "Website", "Notes", "People", "Date added")


def person_cells(one: PersonOut) -> tuple[Cell, ...]:
    """In the order of PERSON_COLUMNS: words that the intake reads as the same fields."""
    numbers, emails = spread([number.words for number in one.numbers]), spread(one.emails)
    return (
        one.name, one.given, one.family, one.title, one.company, *numbers, *emails, one.city, one.website,
        "yes" if one.refused else "", one.last_spoke_on, one.source, one.added_on,
    )  # fmt: skip


def company_cells(one: CompanyOut) -> tuple[Cell, ...]:
    numbers = "; ".join(number.words for number in one.numbers)
    return one.name, numbers, one.city, one.country, one.website, one.note, one.people, one.added_on


def kept_cells(kept: Kept, names: Sequence[str]) -> tuple[str, ...]:
    """One cell a name; two values of one name stand in it apart by semicolons."""
    found: dict[str, list[str]] = {}
    for name, value in kept:
        found.setdefault(name, []).append(value)
    return tuple("; ".join(found.get(name, ())) for name in names)


def spread(values: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Over NUMBERS columns; none is left out."""
    first = list(values[: NUMBERS - 1])
    return (*first, *[""] * (NUMBERS - 1 - len(first)), "; ".join(values[NUMBERS - 1 :]))
