"""What the command says in words: short lists stay short."""

from __future__ import annotations

from typing import Any

from rightday.commands import import_said
from rightday.intake.running.dry_run import Counts


def test_a_table_names_doubts_and_what_is_left_out(capsys: Any) -> None:
    columns = [
        {"index": 0, "header": "x", "field": "leave_out", "sure": 1.0, "why": "Chosen by you."},
        {"index": 1, "header": "y", "field": "keep_as_note", "sure": 0.3, "why": "Kept."},
    ]
    said = {"rows": 1, "header_row": None, "holds": "leads", "columns": columns, "not_records": [
        {"row": 4, "reason": "total", "text": "TOTAL  7"}]}  # fmt: skip
    import_said.say_table(said, "")
    out = capsys.readouterr().out
    for words in ("Table: 1 row, no header, read as leads", "left out", "keep as note", "(please look)", "row 4 is no record (total): TOTAL 7"):  # fmt: skip
        assert words in out


def test_refused_rows_are_named_up_to_twenty(capsys: Any) -> None:
    refused = [{"row": row, "reason": "Nobody."} for row in range(25)]
    import_said.say_counts(Counts({"lead": 3, "refused": 25}, {"hot": 2}, refused))
    out = capsys.readouterr().out
    assert "3 new leads (2 hot)" in out
    assert "row 19: Nobody." in out
    assert "and 5 more" in out
    assert "row 20" not in out
