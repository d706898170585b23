"""The ledger on its way out, as a workbook or as text: what stands on the page, line by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import xlsxwriter
from django.utils.translation import gettext as _

from rightday.kernel.money import Money, minor_units
from rightday.kernel.neutral import neutral
from rightday.leads.incentives.ledger_shown import LINKS, LineShown, show
from rightday.leads.incentives.models import LedgerQuerySet
from rightday.team import queries as team
from rightday.team.models import Member

CHUNK: Final = 500
MOST: Final = 50_000
"""Lines in one file: a large agency writes as many in ten years."""
_NO_GUESSES = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
_OPTIONS: Final = {"in_memory": True} | dict.fromkeys(_NO_GUESSES, False)


def workbook(found: LedgerQuerySet, *, reader: Member) -> bytes:
    """An .xlsx with amounts as numbers, and no text that a cell would take for a formula."""
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into, dict(_OPTIONS))
    sheet = book.add_worksheet(_("Incentives")[:31])
    sheet.freeze_panes(1, 0)
    day, amount = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "0.00"})
    for column, words in enumerate(_header()):
        sheet.write_string(0, column, words)
    for row, line in enumerate(_lines(found, reader), 1):
        for column, value in enumerate(_cells(line)):
            if isinstance(value, Decimal):
                sheet.write_number(row, column, value, amount)
            elif isinstance(value, int):
                sheet.write_number(row, column, value)
            elif isinstance(value, str):
                sheet.write_string(row, column, neutral(value))
            else:
                sheet.write_datetime(row, column, value, day)
    book.close()
    return into.getvalue()


def text(found: LedgerQuerySet, *, reader: Member) -> bytes:
    """The same as .csv, with the mark at its beginning by which Excel knows UTF-8."""
    into = io.StringIO()
    writer = csv.writer(into)
    writer.writerow(_header())
    for line in _lines(found, reader):
        writer.writerow([neutral(value) if isinstance(value, str) else value for value in _cells(line)])
    return into.getvalue().encode("utf-8-sig")


def _header() -> list[str]:
    return [
        _("No."), _("Day"), _("Earned by"), _("Who that is"), _("For"), _("Words"), _("Amount"), _("Currency"),
        _("State"), _("By whom, with what"),
    ]  # fmt: skip


def _cells(line: LineShown) -> list[Any]:
    return [
        line.number, line.day, line.earner, line.kind, line.heading, line.words, _major(line.amount),
        line.amount.currency, line.state_words, line.note,
    ]  # fmt: skip


def _major(money: Money) -> Decimal:
    """Pounds, not pence, to the penny."""
    return (Decimal(money.minor) / minor_units(money.currency)).quantize(Decimal("0.01"))


def _lines(found: LedgerQuerySet, reader: Member) -> Iterator[LineShown]:
    """All of them, the oldest first, some hundreds at a time."""
    today, last, written = team.today(reader), 0, 0
    while written < MOST:
        rows = list(found.filter(number__gt=last).select_related(*LINKS).order_by("number")[:CHUNK])
        if not rows:
            return
        yield from show(rows, reader=reader, today=today)
        last, written = rows[-1].number, written + len(rows)
