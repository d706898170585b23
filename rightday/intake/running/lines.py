"""The lines of an import in their order: the stored file, read under the columns that were chosen."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

from django.conf import settings

from rightday.agencies import queries as agencies
from rightday.intake.models import Import
from rightday.intake.reading import Book, open_file
from rightday.intake.running import ahead
from rightday.intake.understanding.file_lines import Line, Source, columns_of, lines_of
from rightday.leads.rules import Holds
from rightday.team import queries as team

__all__ = ["Line", "columns_of", "lines", "reopen", "source", "stored"]


def stored(batch: Import) -> Path:
    return Path(settings.UPLOADS) / "imports" / batch.stored


def reopen(batch: Import) -> Book:
    """The stored file, open. Raises Unreadable if it has gone or changed."""
    return open_file(stored(batch), batch.name)


def source(batch: Import, today: date) -> Source:
    """What reading the file needs; the agency must be entered."""
    return Source(
        stored(batch), batch.name, batch.understood, today, agencies.numbers(Holds, "grades"),
        zone=agencies.here().zone, ours=team.our_addresses(),
    )  # fmt: skip


def lines(batch: Import, today: date, *, after: int = 0) -> Generator[Line]:
    """The records of every sheet that is used, from the one after `after` on; long files by a second process."""
    if ahead.worth_it(batch.total - after):
        return ahead.lines(source(batch, today), after=after)
    return lines_of(source(batch, today), after=after)
