"""JSON: people, records, and what is neither."""

from pathlib import Path

import pytest

from rightday.intake.reading import open_file
from tests.intake.reading.made import refused


def read(path: Path, text: str, kind: str) -> list[dict[str, object]]:
    path.write_text(text)
    book = open_file(path, "x")
    assert book.format == kind
    (table,) = book.tables
    return [
        {name: cell for name, cell in zip(table.header, row.cells, strict=False) if cell is not None}
        for row in table.rows()
    ]


PERSON = (
    '{"basics": {"name": "Ann Lee", "label": "Buyer", "email": "a@x.example", "phone": "1", "image": null,'
    '"location": {"city": "Leeds", "countryCode": "GB"}}, "work": [{"name": "Acme", "position": "Head"}, {"name": "Beta"}],'
    '"skills": ["a", "b"], "meta": {}}'
)


def test_a_resume(path: Path) -> None:
    (one,) = read(path, PERSON, "jsonresume")
    assert one == {
        "Full name": "Ann Lee", "Job title": "Buyer", "Email": "a@x.example", "Phone": "1", "Company": "Acme",
        "Location": "Leeds, GB", "Work": "Acme, Head\nBeta", "Skills": "a, b",
    }  # fmt: skip
    assert len(read(path, f"[{PERSON}, {PERSON}]", "jsonresume")) == 2


def test_records(path: Path) -> None:
    assert read(path, '{"people": [{"Name": "Ann", "Age": 4, "VIP": true, "Tags": {"a": "b"}}, {"Town": "York"}]}', "json") == [
        {"Name": "Ann", "Age": 4, "VIP": True, "Tags": "b"}, {"Town": "York"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"a": ', "damaged"),
        (b'{"a": 1}', "neither"),
        (b'{"x":' + b"[" * 100_000, "damaged"),
        (b"[[1, 2]]", "neither"),
    ],
    ids=["cut", "other", "deep", "lists"],
)
def test_other_json_is_refused_in_words(path: Path, content: bytes, words: str) -> None:
    assert words in refused(path, content)
