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

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        for one in self.rows:
            yield rules.person_cells(one) if isinstance(one, PersonOut) else rules.company_cells(one)

    def lines(self, kind: Kind) -> Iterator[bytes]:
        """The file in parts; not for xlsx, which `write_workbook` writes."""
        if kind is Kind.CSV:
            yield from sheets.csv_lines(self.header, self.cells())
        elif kind is Kind.JSON:
            yield from sheets.json_lines(self.name, (_json(one) for one in self.rows))
        else:
            for one in self.rows:
                yield cards.person_card(one, kind) if isinstance(one, PersonOut) else cards.company_card(one, kind)

    def write_workbook(self, path: Path) -> None:
        sheets.write_workbook(path, self.title, self.header, self.cells())


def people_file(member: Member, *, view: str = "", q: str = "") -> ListFile:
    return ListFile("people", "People", rules.PERSON_COLUMNS, reading.people(member, view=view, q=q))


def companies_file(member: Member, *, q: str = "") -> ListFile:
    return ListFile("companies", "Companies", rules.COMPANY_COLUMNS, reading.companies(member, q=q))


def _json(one: Row) -> dict[str, Any]:
    """As it is, numbers as {"shown", "ext", "label", "dials"}."""
    return asdict(one)
