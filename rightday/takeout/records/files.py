"""A list as a file of any kind: which rows, which columns, which cards; the same for browser and command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

from rightday.takeout.records import cards, reading, rules, sheets
from rightday.takeout.records.rules import Cell, CompanyOut, Kind, PersonOut
from rightday.team.models import Member

Row: TypeAlias = PersonOut | CompanyOut


@dataclass(frozen=True, slots=True)
class ListFile:
    """Rows that are read as they are asked for, once; the agency must be entered meanwhile."""

    name: str
    title: str
    header: Sequence[str]
    rows: Iterable[Row]
    kept: Sequence[str]

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        for one in self.rows:
            cells = rules.person_cells(one) if isinstance(one, PersonOut) else rules.company_cells(one)
            yield (*cells, *rules.kept_cells(one.kept, self.kept))

    def lines(self, kind: Kind) -> Iterator[bytes]:
        """The file in parts; not for xlsx, which `write_workbook` writes."""
        if kind is Kind.CSV:
            yield from sheets.csv_lines((*self.header, *self.kept), self.cells())
        elif kind is Kind.JSON:
            yield from sheets.json_lines(self.name, (_json(one) for one in self.rows))
        else:
            for one in self.rows:
                yield cards.person_card(one, kind) if isinstance(one, PersonOut) else cards.company_card(one, kind)

    def write_workbook(self, path: Path) -> None:
        sheets.write_workbook(path, self.title, (*self.header, *self.kept), self.cells())


def people_file(member: Member, *, view: str = "", q: str = "") -> ListFile:
    rows = reading.people(member, view=view, q=q)
    return ListFile("people", "People", rules.PERSON_COLUMNS, rows, reading.kept_names("person"))


def companies_file(member: Member, *, q: str = "") -> ListFile:
    rows = reading.companies(member, q=q)
    return ListFile("companies", "Companies", rules.COMPANY_COLUMNS, rows, reading.kept_names("company"))


def _json(one: Row) -> dict[str, Any]:
    """As it is, numbers as {"shown", "ext", "label", "dials"}."""
    return asdict(one)
