"""Opens a file in this very process: its format told by content, its faults made into words."""

from collections.abc import Callable, Iterator
from pathlib import Path

from rightday.intake.reading import calamine, calendars, cards, mails, resumes, web_tables
from rightday.intake.reading.book import Book, Row, Unreadable
from rightday.intake.reading.delimited import open_delimited
from rightday.intake.reading.package import TOO_LARGE
from rightday.intake.reading.sniff import Format, sniff
from rightday.intake.reading.xlsx import open_xlsx

DAMAGED = "This file is damaged and cannot be read to its end. Save it again where it was made, and bring that."
Reader = Callable[[Path, str], Book]

READERS: dict[Format, Reader] = {
    Format.XLSX: open_xlsx,
    Format.DELIMITED: open_delimited,
    Format.XLS: calamine.open_xls,
    Format.XLSB: calamine.open_xlsb,
    Format.ODS: calamine.open_ods,
    Format.VCARD: cards.open_cards,
    Format.ICALENDAR: calendars.open_calendar,
    Format.EML: mails.open_eml,
    Format.MBOX: mails.open_mbox,
    Format.JSON: resumes.open_json,
    Format.WEB_PAGE: web_tables.open_page,
}


def open_here(path: Path, name: str) -> Book:
    """The file as a book, every table read to its end. Raises Unreadable, and nothing else, for what it holds."""
    try:
        book = READERS[sniff(path)](path, name)
    except Unreadable:
        raise
    except OSError as problem:
        raise Unreadable(f"This file could not be opened: {problem.strerror or problem}.") from None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:
        raise _unreadable(fault) from None
    if not any(table.row_count or table.skipped or table.header_row for table in book.tables):
        raise Unreadable("This spreadsheet is empty.")
    return book


def guarded(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows, with faults of their reader as words."""
    try:
        yield from rows
    except (Unreadable, GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:
        raise _unreadable(fault) from None


def _unreadable(fault: BaseException) -> Unreadable:
    return Unreadable(TOO_LARGE if isinstance(fault, MemoryError) else DAMAGED)
