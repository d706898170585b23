"""A trial run: counts of what rows would become, and some of each to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rightday.intake.running.judged_lines import JudgedLine
from rightday.intake.running.judging import Became
from rightday.leads.rules import Grade

SHOWN = 50
"""So many rows of each kind are kept to look at."""


@dataclass(slots=True)
class Trial:
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys((kind.value for kind in Became), 0))
    grades: dict[str, int] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    problems: int = 0

    def add(self, one: JudgedLine) -> None:
        became = one.judged.became
        self.counts[became.value] += 1
        self.problems += bool(one.line.record.problems)
        if became is Became.LEAD and one.judged.grade is not Grade.NONE:
            self.grades[one.judged.grade.value] = self.grades.get(one.judged.grade.value, 0) + 1
        shown = self.rows.setdefault(became.value, [])
        if len(shown) < SHOWN:
            shown.append(row_json(one))

    def shown(self) -> dict[str, Any]:
        """Plain values for the page."""
        return {"counts": self.counts, "grades": self.grades, "rows": self.rows, "problems": self.problems}


def row_json(one: JudgedLine) -> dict[str, Any]:
    record, judged = one.line.record, one.judged
    return {
        "order": one.line.order,
        "sheet": one.line.sheet,
        "row": record.number,
        "name": record.full_name,
        "company": record.company,
        "grade": judged.grade.value,
        "until": judged.until.isoformat() if judged.until else "",
        "why": judged.why,
        "problems": list(record.problems),
        "words": " · ".join(one.line.cells.values())[:200],
    }
