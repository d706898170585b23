"""Lines of a file without any database: as an import has them, each with its verdict."""

from __future__ import annotations

from datetime import date

from rightday.agencies.queries import numbers
from rightday.intake.running.judging import judge
from rightday.intake.running.lines import lines, source
from rightday.intake.understanding.file_lines import lines_of
from rightday.leads.rules import Holds
from tests.intake.trackers import many, row


def test_each_line_says_what_it_becomes_where_nobody_is_known(bring, today: date):
    batch = bring(*many(3, today), row(company="Alder"), row(notes="??"), run_it=False)
    found = list(lines_of(source(batch, today)))
    assert found == list(lines(batch, today))
    assert [line.judged.became for line in found] == ["lead"] * 3 + ["intelligence", "refused"]
    days = numbers(Holds, "grades")
    assert [judge(line.record, holds=line.holds, today=today, days=days) for line in found] == [
        line.judged for line in found
    ]
