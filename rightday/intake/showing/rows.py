"""Rows of an import once they are in: by kind, those to call today, those worth a look, and all for a download."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from rightday.intake.models import Import, ImportRow
from rightday.intake.showing.rows_shown import RowShown, row_shown
from rightday.intake.showing.words import Became
from rightday.leads.models import Lead
from rightday.leads.rules import Grade
from rightday.leads.verdicts import verdict
from rightday.team.models import Member

PAGE: Final = 50
RESULT_ROWS: Final = 20
"""Refused rows shown on the result; the download has all of them."""
LOOK: Final = 10
WAITING: Final = 3
MOST_CALLS: Final = 200


def rows_of(
    batch: Import, became: Became, today: date, *, after: int = 0, limit: int = PAGE
) -> tuple[tuple[RowShown, ...], int]:
    """Rows of one kind in their order, and the key of those that follow (0: none do)."""
    found = _rows(batch).filter(became=became, order__gt=after).order_by("order")[: limit + 1]
    rows = list(found)
    return tuple(_shown(row, today) for row in rows[:limit]), rows[limit - 1].order if len(rows) > limit else 0


def worth_a_look(batch: Import, today: date) -> tuple[RowShown, ...]:
    """The first rows that are in although something of them could not be read."""
    found = _rows(batch).exclude(became=Became.REFUSED).exclude(problems=[]).order_by("order")[:LOOK]
    return tuple(_shown(row, today) for row in found)


def stayed(batch: Import, today: date) -> tuple[RowShown, ...]:
    """The first rows of an import taken out of which something stays, for somebody has worked with it since."""
    found = _rows(batch).filter(why__startswith="Kept").order_by("order")[:PAGE]
    return tuple(_shown(row, today) for row in found)


def to_call(batch: Import, member: Member, today: date, *, limit: int = WAITING) -> tuple[RowShown, ...]:
    """People of this import who are hot and may be called by the member today, the freshest first.

    Asked from the side of the hot leads, of which there are few, whatever the length of the file.
    """
    due = Lead.objects.hot(today).owned_by(member).filter(next_step__due__lte=today, uncalled_on=None)
    ids = list(due.order_by("-hot_until", "pk").values_list("pk", flat=True)[:MOST_CALLS])
    place = {pk: index for index, pk in enumerate(ids)}
    rows = sorted(_rows(batch).filter(lead__in=ids), key=lambda row: (place[row.lead_id], row.order))
    first = {row.lead_id: row for row in reversed(rows)}
    return tuple(_shown(first[pk], today) for pk in ids if pk in first)[:limit]


def all_rows(batch: Import, *, only_refused: bool) -> Iterator[ImportRow]:
    """Every row (or every refused one) in its order, a few hundred at a time."""
    found = _rows(batch).order_by("order")
    after, rows = 0, found.filter(became=Became.REFUSED) if only_refused else found
    while chunk := list(rows.filter(order__gt=after)[:500]):
        yield from chunk
        after = chunk[-1].order


def _rows(batch: Import) -> Any:
    return ImportRow.objects.filter(batch=batch).select_related("person__company", "lead__company")


def _shown(row: ImportRow, today: date) -> RowShown:
    person, lead = row.person, row.lead
    company = (lead.company if lead else None) or (person.company if person else None)
    said = verdict(lead.dates, today) if lead else None
    graded = said is not None and said.grade is not Grade.NONE and row.became == Became.LEAD
    return row_shown(
        Became(row.became),
        sheet=row.sheet,
        number=row.number,
        name=person.name if person else written(row.cells),
        company=company.name if company else "",
        grade=said.grade.value if said and graded else "",
        ticks=said.ticks if said and graded else 0,
        left=said.left if said and graded else "",
        why=row.why,
        problems=tuple(row.problems),
        href=f"/leads/{lead.pk}/" if lead else f"/people/{person.pk}/" if person else "",
    )


def written(cells: dict[str, str]) -> str:
    """The row's words in a line, as far as they go: "gone to Stackline??"."""
    line = " · ".join(" ".join(text.split()) for text in cells.values() if text.strip())
    return f"{line[:117]}…" if len(line) > 118 else line
