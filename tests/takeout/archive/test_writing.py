from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from rightday import __version__
from rightday.db.row_security import enter
from rightday.intake.models import Import
from rightday.people.models import Person
from rightday.takeout.archive import tables, writing
from tests.conftest import Cast


def test_it_says_what_is_in_it(ours: Cast, archived: Path):
    with zipfile.ZipFile(archived) as pack:
        said = json.loads(pack.read("archive.json"))
        rows = [json.loads(line) for line in pack.read("tables/Person.jsonl").splitlines()]
        names = pack.namelist()
    assert (said["format"], said["version"], said["agency"]) == ("rightday-archive", 1, "Brightwater")
    assert (said["product"], said["schema"]) == (__version__, tables.schema())
    with enter(ours.agency):
        martin = Person.objects.get(pk=ours.martin.pk)
        assert {part["path"]: part["rows"] for part in said["tables"]}["tables/Person.jsonl"] == Person.objects.count()
        assert len(said["uploads"]) == Import.objects.count() == 2
    found = next(row for row in rows if row["id"] == martin.pk)
    assert found["name"] == "Martin Ahlqvist" and found["company_id"] == ours.halden.pk and "agency_id" not in found
    assert sorted(names) == sorted([part["path"] for part in (*said["tables"], *said["uploads"])] + ["archive.json"])


def test_it_holds_nothing_of_another_agency_and_no_password(ours: Cast, theirs: Cast, archived: Path):
    with zipfile.ZipFile(archived) as pack:
        whole = b"\n".join(pack.read(name) for name in pack.namelist())
    assert b"sam@brightwater.example" in whole
    assert b"otherfirm" not in whole and b"password" not in whole


def test_an_upload_that_has_gone_is_left_out(ours: Cast, tmp_path: Path, uploads: Path):
    with enter(ours.agency):
        Import.objects.create(name="gone.csv", stored="gone-long-ago.bin", size=1, sha256="", by=ours.sam)
    made = writing.write(tmp_path / "a.zip", ours.agency)
    assert made.uploads == ()


def test_it_replaces_nothing(ours: Cast, tmp_path: Path):
    (tmp_path / "a.zip").write_text("older")
    with pytest.raises(FileExistsError):
        writing.write(tmp_path / "a.zip", ours.agency)


def test_progress_grows_to_the_end(ours: Cast, tmp_path: Path, uploads: Path):
    seen: list[tuple[int, int]] = []
    writing.write(tmp_path / "a.zip", ours.agency, lambda done, of: seen.append((done, of)))
    assert seen == sorted(seen) and seen[-1][0] == seen[-1][1] > 0


def test_rows_go_past_in_parts(ours: Cast, tmp_path: Path, uploads: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writing, "CHUNK", 1)
    made = writing.write(tmp_path / "a.zip", ours.agency)
    assert next(part.rows for part in made.tables if part.path == "tables/Member.jsonl") == 3
