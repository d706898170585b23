"""The report of the shared files: what is right, what is lost, what crashed."""

from __future__ import annotations

import json

from tools import intake_report

READ = json.dumps(
    {
        "file": "a.csv", "format": "csv", "delimiter": ",",
        "tables": [
            {
                "rows": 2, "columns": [{"header": "Name"}, {"header": "Phone "}], "not_records": [], "refused": [],
                "records": [{"person": {"as_typed": "Ada King"}, "phones": [{"e164": "+442079460991"}]}],
            }
        ],
    }
)  # fmt: skip


def test_facts_are_looked_for_in_what_was_printed() -> None:
    facts = {
        "records": 2, "delimiter": ",", "columns": ["name", "Phone", "Fax"], "record1_key_fields": {"name": "ada  KING"},
        "name": "+44 20 7946 0991", "subject": "Not there",
    }  # fmt: skip
    made = intake_report.outcome("a.csv", "table-csv", facts, (0, READ, 0.5))
    assert (made.found, made.rows, made.right, made.of) == ("csv", 2, 6, 8)
    assert made.wrong == ["column Fax", "Not there"]


def test_a_refusal_is_right_where_it_was_to_be_expected() -> None:
    printed = json.dumps({"error": "This is a PDF."})
    assert intake_report.outcome("a.pdf", "pdf", {"pages": 1}, (1, printed, 0.1)).wrong == []
    assert intake_report.outcome("a.csv", "table-csv", {"records": 1}, (1, printed, 0.1)).wrong == ["nothing was read"]


def test_what_crashes_or_hangs_is_said_and_fails() -> None:
    for code, words in ((2, "crashed"), (-1, "ran into the limit")):
        made = intake_report.outcome("a.csv", "table-csv", {}, (code, "", 60.0))
        assert (made.found, made.crashed) == (words, True)
    assert "1 crashed or ran into the limit" in intake_report.report([made])


def test_several_documents_are_read_one_after_the_other() -> None:
    assert [one["format"] for one in intake_report.documents(f"{READ}\n{READ}\n")] == ["csv", "csv"]
    assert len(intake_report.documents(json.dumps([json.loads(READ)] * 3))) == 3
