from __future__ import annotations

from typing import Any

import pytest

from rightday.takeout.archive import rules
from rightday.takeout.archive.rules import Contents, Part, Refused

PART = Part("tables/Person.jsonl", 2, 40, "aa")
UPLOAD = Part("uploads/imports/zdqcsw9p0aT8.bin", 0, 4, "bb")
SAID = Contents("Brightwater", "2026-11-24T09:42:00+00:00", "0.1.0", "0004_files", (PART,), (UPLOAD,))


def refused(said: Any) -> str:
    with pytest.raises(Refused) as found:
        rules.contents(said, schema="0005_duplicates")
    return str(found.value)


def test_the_list_comes_back():
    assert rules.contents(SAID.as_json(), schema="0004_files") == SAID
    assert SAID.rows == 2


@pytest.mark.parametrize("said", [None, [], "x", {}, {"format": "zip"}])
def test_another_file_is_no_archive(said: Any):
    assert refused(said).startswith("This is no archive of Rightday.")


@pytest.mark.parametrize("version", [2, "1", None])
def test_a_later_format(version: Any):
    assert f"of format {version}" in refused(SAID.as_json() | {"version": version})


def test_later_tables():
    assert "Install that version first" in refused(SAID.as_json() | {"schema": "0006_more"})


@pytest.mark.parametrize(
    "change",
    [
        {"tables": None}, {"tables": "x"}, {"tables": [1]}, {"uploads": [{}]}, {"agency": 7},
        {"tables": [{"path": "a", "rows": -1, "size": 0, "sha256": ""}]},
        {"tables": [{"path": "a", "rows": "1", "size": 0, "sha256": ""}]},
    ],
)  # fmt: skip
def test_a_damaged_list(change: dict[str, Any]):
    assert "list of contents" in refused(SAID.as_json() | change)
    said = SAID.as_json()
    del said["tables"]
    assert "list of contents" in refused(said)


@pytest.mark.parametrize(
    "path", ["uploads/imports/../../../etc/passwd", "/etc/passwd", "uploads/x.bin", "uploads/imports/a b c d e f g.bin"]
)
def test_files_that_are_no_uploads(path: str):
    said = SAID.as_json() | {"uploads": [{"path": path, "rows": 0, "size": 0, "sha256": ""}]}
    assert "no uploads" in refused(said)


def test_names_of_tables():
    assert rules.table_name(rules.table_path("Person")) == "Person"
    assert rules.table_name("uploads/imports/Person") == ""
