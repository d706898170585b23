"""A dry run without a book says what `understood_json` says, a record at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rightday.intake.running.dry_run import Choices, Counts, head_json, line_json, opened
from rightday.intake.understanding.understood import understood_json
from tests.intake.made_imports import csv, xlsx

TODAY = date(2026, 11, 25)


def test_it_says_all_that_was_understood(tmp_path: Path) -> None:
    run = opened(xlsx(tmp_path / "desk.xlsx"), TODAY, Choices(), in_book=False)
    whole = understood_json(run.book, run.tables)
    for place, table in enumerate(run.tables):
        expected = whole["tables"][place]
        judged = list(run.judged(place))
        records = [line_json(one) for one in judged if one.line.record.usable]
        assert head_json(table) | {"records": [], "refused": []} == expected | {"records": [], "refused": []}
        for record, known in zip(records, expected["records"], strict=True):
            assert {name: record[name] for name in known if name != "refused"} == {
                name: value for name, value in known.items() if name != "refused"
            }


def test_rows_are_compared_over_sheets_and_chunks(tmp_path: Path) -> None:
    place = tmp_path / "desk.csv"
    place.write_bytes(
        csv([("Irene Castell", "Sable", "0117 496 0181", "", "24/11/2026", "", "Interviewing two people")] * 501)
    )
    run, counts = opened(place, TODAY, Choices(), in_book=False), Counts()
    for one in run.judged(0):
        counts.add(one)
    assert (counts.became["lead"], counts.became["known"], counts.grades) == (1, 500, {"hot": 1})
    total = Counts()
    total.plus(counts)
    total.plus(counts)
    assert (total.became["known"], total.grades) == (1000, {"hot": 2})
