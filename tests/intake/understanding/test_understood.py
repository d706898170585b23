"""What a dry run prints of a file."""

import json
from datetime import date
from pathlib import Path

from rightday.intake.reading import Book, open_file
from rightday.intake.understanding import columns, understood
from rightday.intake.understanding.columns import Field
from rightday.intake.understanding.records import Settings

SETTINGS = Settings(date(2026, 5, 14))
LIST = """Tracker,,,,
,,,,
Company,Contact,Phone,Spoke,Fee
HOT LEADS ▼,,,,
Acme,Ann Lee,07700 900123,04/05/2026 09:30,"£4,500"
,,07700 900124,,20%
"""


def opened(path: Path) -> Book:
    path.write_text(LIST, encoding="utf-8")
    return open_file(path, "list.csv")


def test_everything_understood_is_plain_json(tmp_path: Path) -> None:
    book = opened(tmp_path / "list")
    found = understood.understood_json(book, tuple(understood.understand(table, SETTINGS) for table in book.tables))
    assert json.loads(json.dumps(found)) == found
    assert (found["file"], found["format"], found["encoding"], found["delimiter"]) == ("list.csv", "csv", "UTF-8", ",")
    (table,) = found["tables"]
    assert (table["header_row"], table["rows"], table["empty_rows"], table["holds"]) == (3, 2, 1, "leads")
    assert [column["field"] for column in table["columns"]] == ["company", "person", "phone", "spoke_on", "fee"]
    assert table["notes"] == []
    assert table["not_records"] == [
        {"row": 1, "reason": "title", "text": "Tracker"}, {"row": 4, "reason": "section", "text": "HOT LEADS ▼"},
    ]  # fmt: skip
    assert table["refused"] == [{"row": 6, "reason": "No person and no company in this row."}]
    (record,) = table["records"]
    assert record["section"] == "HOT LEADS ▼"
    assert record["phones"][0]["e164"] == "+447700900123"
    assert (record["spoke_on"]["day"], record["spoke_on"]["time"], record["next_on"]) == ("2026-05-04", "09:30", None)
    assert (record["fee"]["fixed_minor"], record["fee"]["percent"]) == (450_000, None)
    assert record["demand"] == [{"shows": "name_only", "words": "Ann Lee", "true_on": "2026-05-04", "count": None}]


def test_columns_that_somebody_chose_stand(tmp_path: Path) -> None:
    table = opened(tmp_path / "list").tables[0]
    chosen = columns.changed(columns.guess(table.header, table.sample, SETTINGS.today), {1: Field.NOTES})
    records = list(understood.understand(table, SETTINGS, chosen).records())
    assert (records[0].full_name, records[0].notes) == ("", "Contact: Ann Lee")
