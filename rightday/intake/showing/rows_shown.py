"""Rows and what they become, shaped for the screen. Pure: JSON in, frozen values out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any, Final

from django.utils.translation import gettext as _

from rightday.intake.showing.words import BECAME_WORDS, BESIDE, BROUGHT, KIND_WORDS, Became
from rightday.kernel.when import say_day

_TICKS: Final = 5


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row: as written, what it becomes, why. `href` leads to what it became, once it is in."""

    sheet: str
    number: int
    name: str
    company: str
    kind: str
    icon: str
    tone: str
    grade: str
    ticks: int
    left: str
    why: str
    problems: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Bar:
    """How many rows become one kind of thing."""

    became: str
    label: str
    tab: str
    count: int
    tone: str
    words: str

    @property
    def counted(self) -> str:
        """What stands after the number: "1 new lead", "3 new leads"."""
        one = self.count == 1 and self.became in (Became.LEAD, Became.PERSON)
        return (self.label if one else self.tab).lower()


@dataclass(frozen=True, slots=True)
class Trial:
    """Step three: `rows` are those of `tab` ("" is one of each). `several`: each row names its sheet."""

    bars: tuple[Bar, ...]
    tab: str
    rows: tuple[RowShown, ...]
    bring: int
    refused: int
    problems: int
    several: bool

    @property
    def more(self) -> bool:
        """Whether the tab has more rows than are shown."""
        return any(bar.became == self.tab and bar.count > len(self.rows) for bar in self.bars)


def trial(said: dict[str, Any], tab: str, today: date) -> Trial:
    """Step three of `Import.understood["trial"]`; an unknown tab is one of each."""
    tried = said.get("trial", {})
    counts, found = tried.get("counts", {}), tried.get("rows", {})
    tab = tab if counts.get(tab) else ""
    chosen = found.get(tab, []) if tab else [row for became in Became for row in found.get(became, [])[:1]]
    kinds = [tab] * len(chosen) if tab else [became for became in Became for _row in found.get(became, [])[:1]]
    return Trial(
        bars=bars(counts, tried.get("grades", {})),
        tab=tab,
        rows=tuple(_trial_row(Became(kind), row, today) for kind, row in zip(kinds, chosen, strict=True)),
        bring=sum(counts.get(became, 0) for became in BROUGHT),
        refused=counts.get(Became.REFUSED, 0),
        problems=tried.get("problems", 0),
        several=sum(bool(table.get("use")) for table in said.get("tables", [])) > 1,
    )


def bars(counts: dict[str, int], grades: dict[str, int]) -> tuple[Bar, ...]:
    """A bar for every kind; new people only where there are some."""
    made = []
    for became in Became:
        label, tab, tone, _icon, _tone = BECAME_WORDS[became]
        count = counts.get(became, 0)
        if count or became is not Became.PERSON:
            aside = grade_words(grades) if became is Became.LEAD else str(BESIDE[became][count > 1])
            made.append(Bar(became.value, str(label), str(tab), count, tone, aside if count else ""))
    return tuple(made)


def grade_words(grades: dict[str, int]) -> str:
    """ "3 hot, 49 warm, 22 cold" without those that are none."""
    words = {"hot": _("hot"), "warm": _("warm"), "cold": _("cold")}
    return ", ".join(f"{grades[grade]} {word}" for grade, word in words.items() if grades.get(grade))


def ticks(grade: str, until: date | None, today: date) -> int:
    """Five for plenty of time, as on every grade: days for hot, share of the period else."""
    if until is None or grade not in ("hot", "warm", "cold"):
        return 0
    period = {"hot": _TICKS, "warm": 90, "cold": 180}[grade]
    days = (until - today).days
    return max(0, min(_TICKS, days if grade == "hot" else ceil(_TICKS * (days + 1) / (period + 1))))


def left(until: date | None, today: date) -> str:
    return _("until %(day)s") % {"day": say_day(until, today)} if until else ""


def row_shown(became: Became, **values: Any) -> RowShown:
    """A row with the mark of its kind."""
    _label, _tab, _tone, icon, tone = BECAME_WORDS[became]
    return RowShown(kind=str(KIND_WORDS[became]), icon=icon, tone=tone, **values)


def _trial_row(became: Became, row: dict[str, Any], today: date) -> RowShown:
    until = date.fromisoformat(row["until"]) if row.get("until") else None
    grade = row.get("grade") or ""
    return row_shown(
        became,
        sheet=row.get("sheet", ""),
        number=row.get("row", 0),
        name=row.get("name") or row.get("words", ""),
        company=row.get("company", ""),
        grade=grade if became is Became.LEAD and grade != "none" else "",
        ticks=ticks(grade, until, today),
        left=left(until, today),
        why=row.get("why", ""),
        problems=tuple(row.get("problems", ())),
        href="",
    )
