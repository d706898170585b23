"""A period's leads as lines of a table: what the screen shows, and nothing that a spreadsheet would evaluate."""

from __future__ import annotations

from typing import Final

from rightday.insight.history_rows import HistoryRow
from rightday.insight.rules import BECAME_WORDS
from rightday.kernel.neutral import neutral
from rightday.leads.rules import GRADE_WORDS

HEADER: Final = (
    "Number", "Company", "What they need", "Person", "Grade then", "Since", "Found by", "Outcome", "What became of it",
    "How we know",
)  # fmt: skip


def line(row: HistoryRow) -> list[str]:
    cells = (
        str(row.id), row.name, row.need, row.person, GRADE_WORDS[row.grade], row.graded_on, row.found_by,
        BECAME_WORDS[row.group], row.words, row.how,
    )  # fmt: skip
    return [neutral(cell) for cell in cells]
