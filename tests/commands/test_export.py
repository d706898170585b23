"""Lists as files from the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rightday.commands import export
from rightday.db.row_security import enter
from rightday.leads import actions as leads
from tests.conftest import Cast

Call = Callable[..., int]
SAM = ("--by", "sam@brightwater.example")
EACH = [(what, kind) for what, kinds in export.FORMATS.items() for kind in kinds]
BEGINS = {"xlsx": b"PK", "csv": b"\xef\xbb\xbf", "vcf": b"BEGIN:VCARD", "vcf3": b"BEGIN:VCARD", "json": b"{", "ics": b"BEGIN:VCALENDAR"}  # fmt: skip


@pytest.mark.parametrize(("what", "kind"), EACH)
def test_each_list_in_each_format(ours: Cast, call: Call, tmp_path: Path, what: str, kind: str, capsys):
    target = tmp_path / f"list.{kind.rstrip('3')}"
    with enter(ours.agency):
        leads.create(ours.martin, heard=[], title="Go developer", by=ours.sam, source="form")
    assert call("export", what, str(target), "--format", kind, *SAM) == 0
    assert target.read_bytes().startswith(BEGINS[kind])
    assert str(target) in capsys.readouterr().out
    assert call("export", what, str(target), "--format", kind, *SAM) == 1
    assert "never replaces" in capsys.readouterr().err


def test_the_name_says_the_format_and_the_query_narrows(ours: Cast, call: Call, tmp_path: Path, monkeypatch):
    assert call("export", "people", str(tmp_path / "a.json"), *SAM) == 0
    assert [one["name"] for one in json.loads((tmp_path / "a.json").read_text())["people"]] == ["Martin Ahlqvist"]
    assert call("export", "people", str(tmp_path / "b.json"), "--query", "view=refused", *SAM) == 0
    assert json.loads((tmp_path / "b.json").read_text())["people"] == []
    monkeypatch.chdir(tmp_path)
    assert call("export", "companies", *SAM) == 0
    assert (tmp_path / "companies.xlsx").exists()


def test_to_standard_output(ours: Cast, call: Call, capfdbinary):
    assert call("export", "companies", "-", "--format", "csv", *SAM) == 0
    assert b"Halden Insurance" in capfdbinary.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("calls", "a.xlsx"), "Calls leave as ics, not as xlsx."), (("people", "a"), "not as ?."),
        (("people", "-", "--format", "xlsx"), "needs a file of its own"),
        (("people", "a.csv"), "In whose name?"), (("people", "a.csv", "--by", "priya@brightwater.example"), "Your role"),
    ],
)  # fmt: skip
def test_what_is_refused(
    ours: Cast, call: Call, tmp_path: Path, monkeypatch, words: tuple[str, ...], said: str, capsys
):
    monkeypatch.chdir(tmp_path)
    assert call("export", *words) == 1
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("a*"))
