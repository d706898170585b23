"""Small files as other systems write them: header and one record, made here, in the layout of each."""

from __future__ import annotations

from datetime import date

from rightday.intake.reading import Row
from rightday.intake.understanding import columns, profiles
from rightday.intake.understanding.records import Record, Settings, read_row

TODAY = date(2026, 5, 14)


def read(header: str, *cells: str) -> tuple[profiles.Profile, Record]:
    """The profile that knows the header, and the record that the cells are."""
    heads = tuple(" ".join(one.split()) for one in header.split(","))
    profile = profiles.of(heads)
    assert profile is not None
    row = Row(2, cells)
    plan = columns.plan(columns.guess(heads, [row], TODAY))
    return profile, read_row(row, plan, Settings(TODAY))
