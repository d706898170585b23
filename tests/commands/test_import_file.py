"""`rightday import`: what it says in words and as JSON, what it brings in, and every way it refuses."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from rightday.agencies.models import Agency
from rightday.commands import import_file
from rightday.db.row_security import enter
from rightday.intake.models import Import, ImportRow
from rightday.leads.models import Lead
from rightday.team.rules import Permission
from tests.conftest import Cast
from tests.intake.made_imports import csv, xlsx

pytestmark = pytest.mark.django_db  # on PostgreSQL the command asks whether the book is there
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "synthetic"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS = tmp_path / "uploads"


@pytest.fixture
def here(monkeypatch: Any, tmp_path: Path, settings: Any) -> None:
    """The database of the tests, which is in memory, counts as there."""
    there = tmp_path / "there.sqlite3"
    there.touch()
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", there)


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    import_file.options(parser)
    return import_file.run(parser.parse_args(list(words)))


def file(tmp_path: Path, data: bytes | None = None, name: str = "desk.csv") -> str:
    place = tmp_path / name
    place.write_bytes(csv() if data is None else data)
    return str(place)


def fresh(tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command on a machine where nothing has been set up."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("RIGHTDAY")}
    env |= {"RIGHTDAY_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "rightday", "import", *words],
        capture_output=True,
        text=True,
        env=env,
        cwd=tmp_path,
        check=False,
    )


def test_a_dry_run_needs_no_database_and_makes_none(tmp_path: Path) -> None:
    xlsx(tmp_path / "desk.xlsx")
    done = fresh(tmp_path, "desk.xlsx", "--dry-run", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert (said["file"], said["format"], said["encoding"], said["against"]) == ("desk.xlsx", "xlsx", None, "nothing")
    leads, candidates = said["tables"]
    assert (leads["name"], leads["header_row"], leads["rows"], leads["holds"]) == ("Leads 2026", 3, 7, "leads")
    assert [column["field"] for column in leads["columns"]] == [
        "person", "company", "phone", "email", "spoke_on", "status", "notes",
    ]  # fmt: skip
    assert leads["refused"] == [{"row": 10, "reason": "No person and no company in this row."}]
    assert [record["person"]["as_typed"] for record in leads["records"]][:2] == ["Irene Castell", "Bruno Salt"]
    assert {"became", "why", "grade", "until", "phones", "demand"} <= leads["records"][0].keys()
    assert candidates["counts"]["person"] == 1
    assert sum(said["counts"].values()) == 8
    assert sum(said["counts"].values()) == sum(sum(table["counts"].values()) for table in said["tables"])
    assert not (tmp_path / "data" / "rightday.sqlite3").exists()


def test_a_dry_run_in_words(tmp_path: Path) -> None:
    file(tmp_path)
    done = fresh(tmp_path, "desk.csv", "--dry-run")
    assert done.returncode == 0
    for words in ("desk.csv (csv", "7 rows, header in row 1, read as leads", "Hiring Mgr", "1 rows that cannot be used",
                  "row 8: No person and no company", "Nothing was kept"):  # fmt: skip
        assert words in done.stdout, words


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "empty.csv", "empty"),
        (b"%PDF-1.7\n" + b"x" * 99, "list.xlsx", "This is a PDF"),
        (b"PK\x03\x04" + b"\x00" * 40, "broken.xlsx", "damaged"),
    ],
)
def test_what_cannot_be_read_is_said_in_words_and_as_json(
    tmp_path: Path, capsys: Any, data: bytes, name: str, words: str
) -> None:
    assert run(file(tmp_path, data, name), "--dry-run", "--json") == 1
    out, err = capsys.readouterr()
    reason = json.loads(out)["error"]
    assert reason.startswith(f"{name} could not be read.")
    assert words in reason
    assert err.strip() == reason
    assert run(file(tmp_path, data, name), "--dry-run") == 1
    assert capsys.readouterr().out == ""


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path: Path, capsys: Any) -> None:
    place = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as made:
        with made.open("xl/worksheets/sheet1.xml", "w") as part:
            for _each in range(310):
                part.write(b"\x00" * 1_048_576)
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/workbook.xml", "<workbook/>")
    assert run(str(place), "--dry-run", "--json") == 1
    assert "more than 300 MB" in json.loads(capsys.readouterr().out)["error"]


def test_a_file_that_is_not_there_a_folder_a_region_and_a_limit(tmp_path: Path, capsys: Any, settings: Any) -> None:
    for words, reason in (
        ((str(tmp_path / "none.csv"),), "There is no file"),
        ((str(tmp_path),), "is a folder"),
        (("a\x00b",), "There is no file"),
        ((file(tmp_path), "--region", "Narnia"), "is no country we know"),
    ):
        assert run(*words, "--dry-run") == 1
        assert reason in capsys.readouterr().err, words
    settings.UPLOAD_LIMIT = 10
    assert run(file(tmp_path), "--dry-run") == 1
    assert "is larger than" in capsys.readouterr().err


def test_the_order_of_days_is_chosen_over_what_the_file_shows(tmp_path: Path, capsys: Any) -> None:
    rows = [("Irene Castell", "Sable", "", "", "03/04/2026", "", "")]
    for words, day in ((("--dayfirst",), "2026-04-03"), (("--monthfirst",), "2026-03-04"), ((), "2026-04-03")):
        assert run(file(tmp_path, csv(rows)), "--dry-run", "--json", *words) == 0
        record = json.loads(capsys.readouterr().out)["tables"][0]["records"][0]
        assert record["spoke_on"]["day"] == day


def test_numbers_are_read_in_the_region_given(tmp_path: Path, capsys: Any) -> None:
    rows = [("Lena Brandt", "Linden", "030 5550 0142", "", "", "", "")]
    assert run(file(tmp_path, csv(rows)), "--dry-run", "--json", "--region", "de") == 0
    record = json.loads(capsys.readouterr().out)["tables"][0]["records"][0]
    assert record["phones"][0]["e164"] == "+493055500142"


@pytest.mark.django_db
@pytest.mark.usefixtures("here")
def test_a_dry_run_asks_the_book_of_the_agency_and_keeps_nothing(ours: Cast, tmp_path: Path, capsys: Any) -> None:
    assert run(file(tmp_path), "--dry-run", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["against"] == "book"
    martin = next(one for one in said["tables"][0]["records"] if one["person"]["family"] == "Ahlqvist")
    assert martin["became"] == "known"
    with enter(ours.agency):
        assert (Import.objects.count(), Lead.objects.count()) == (0, 0)
    assert run(file(tmp_path), "--dry-run", "--agency", "Nobody") == 1
    assert "There is no agency Nobody" in capsys.readouterr().err
    assert run(file(tmp_path), "--dry-run", "--agency", "brightwater") == 0
    assert "Nothing was kept." in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.usefixtures("here")
def test_it_brings_in_for_a_member_by_name(ours: Cast, tmp_path: Path, capsys: Any) -> None:
    place = file(tmp_path)
    assert run(place, "--yes") == 1
    assert "Who brings it in?" in capsys.readouterr().err
    assert run(place, "--yes", "--by", "PRIYA@brightwater.example", "--monthfirst", "--region", "GB") == 0
    assert "7 rows are in as" in capsys.readouterr().out
    with enter(ours.agency):
        batch = Import.objects.get()
        assert (batch.state, batch.by_id, ImportRow.objects.count()) == ("done", ours.priya.pk, 7)
    assert run(place, "--yes", "--json", "--by", "sam@brightwater.example") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["state"], said["rows"]) == ("done", 7)


@pytest.mark.django_db
@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("answer", "state"), [("n", "tried"), ("y", "done")])
def test_it_asks_before_it_brings_in(ours: Cast, tmp_path: Path, monkeypatch: Any, answer: str, state: str) -> None:
    monkeypatch.setattr("builtins.input", lambda _question: answer)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert run(file(tmp_path), "--by", "sam@brightwater.example") == 0
    with enter(ours.agency):
        assert Import.objects.get().state == state


@pytest.mark.django_db
@pytest.mark.usefixtures("here")
def test_it_refuses_without_yes_an_agency_or_the_permission(
    ours: Cast, tmp_path: Path, capsys: Any, monkeypatch: Any
) -> None:
    from rightday.team import rules

    place = file(tmp_path)
    assert run(place, "--json") == 1
    assert "Add --yes" in json.loads(capsys.readouterr().out)["error"]
    assert run(place, "--yes", "--agency", "Nobody") == 1
    assert "Which agency?" in capsys.readouterr().err
    monkeypatch.setitem(rules.ALLOWED, rules.Role.RECRUITER, rules.ALLOWED[rules.Role.RECRUITER] - {Permission.IMPORT})
    assert run(place, "--yes", "--by", "priya@brightwater.example") == 1
    assert "Your role does not allow this" in capsys.readouterr().err
    with enter(ours.agency):
        assert Import.objects.count() == 0
        assert len({member.pk for member in (ours.sam, ours.priya, ours.jo)}) == 3


@pytest.mark.django_db
@pytest.mark.usefixtures("here")
def test_among_several_agencies_none_is_guessed(ours: Cast, theirs: Cast, tmp_path: Path, capsys: Any) -> None:
    assert Agency.objects.count() == 2
    assert run(file(tmp_path), "--dry-run", "--json") == 0
    assert json.loads(capsys.readouterr().out)["against"] == "nothing"


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared test files")
def test_every_shared_file_is_understood_or_refused_in_words(capsys: Any) -> None:
    places = [place for place in sorted(SHARED.iterdir()) if not place.name.endswith(".truth.json")]
    assert places
    for place in places:
        code = run(str(place), "--dry-run", "--json")
        out, said, decoder = capsys.readouterr().out.strip(), [], json.JSONDecoder()
        while out:  # mail brings what is attached to it
            one, end = decoder.raw_decode(out)
            said.append(one)
            out = out[end:].strip()
        assert any("error" in one for one in said) == (code == 1), place


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared test files")
def test_the_tracker_comes_out_as_its_truth_says(capsys: Any) -> None:
    truth = json.loads((SHARED / "lead_tracker_uk.xlsx.truth.json").read_text())
    assert run(str(SHARED / "lead_tracker_uk.xlsx"), "--dry-run", "--json") == 0
    tables = json.loads(capsys.readouterr().out)["tables"]
    assert [table["name"] for table in tables] == truth["sheets"]
    assert {table["name"]: table["header_row"] for table in tables} == truth["header_row_1based"]
    assert [table["rows"] for table in tables] == [11, 4, 3]
    numbers = {phone["e164"] for table in tables for one in table["records"] for phone in one["phones"]}
    assert {"+442079460958", "+447700900123", "+447700900789", "+441614960000", "+4722955555"} <= numbers


def test_several_files_and_those_of_a_zip_each_have_a_document(ours: Cast, tmp_path: Path, capsys: Any) -> None:
    one = file(tmp_path)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as pack:
        pack.writestr("old/desk 2.csv", csv())
        pack.writestr("..", b"")
        pack.writestr("letter.bin", b"\x00\x01")
    assert run(one, str(tmp_path / "all.zip"), str(tmp_path / "none.csv"), "--dry-run", "--json") == 1
    text, documents, decoder = capsys.readouterr(), [], json.JSONDecoder()
    rest = text.out.strip()
    while rest:
        said, end = decoder.raw_decode(rest)
        documents.append(said)
        rest = rest[end:].strip()
    assert [(said["file"], bool(said["errors"])) for said in documents] == [
        ("desk.csv", False), ("desk 2.csv", False), ("file", True), ("letter.bin", True), ("none.csv", True),
    ]  # fmt: skip
    assert {said["version"] for said in documents} == {1}


@pytest.mark.usefixtures("here")
def test_what_is_brought_in_is_said_as_json(ours: Cast, tmp_path: Path, capsys: Any) -> None:
    assert run(file(tmp_path), "--yes", "--json", "--by", "sam@brightwater.example") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["version"], said["file"], said["format"], said["state"], said["errors"]) == (
        1,
        "desk.csv",
        "csv",
        "done",
        [],
    )
    assert said["tables"][0]["header_row"] == 1 and said["tables"][0]["columns"][0]["field"]
    assert len(said["refused"]) == said["counts"]["refused"]
    assert (
        sum(said["counts"][kind] for kind in ("lead", "intelligence", "person", "known", "decide", "refused"))
        == said["rows"]
    )
