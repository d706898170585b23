"""One agency into one file, whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from rightday.takeout.archive import writing

Call = Callable[..., int]


def test_it_is_written_and_says_how_to_read_it(ours, tmp_path: Path, call: Call, capsys):
    assert call("archive", str(tmp_path / "a.zip")) == 0
    said = capsys.readouterr().out
    assert "rows" in said and f"rightday unarchive {tmp_path / 'a.zip'}" in said
    assert call("unarchive", "--check", str(tmp_path / "a.zip")) == 0
    assert capsys.readouterr().out.startswith("Whole: Brightwater, ")


def test_a_name_of_its_own(ours, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert call("archive") == 0
    assert len(list(tmp_path.glob(f"rightday-agency-{ours.agency.pk}-*.zip"))) == 1


def test_it_replaces_nothing_and_asks_for_a_folder(ours, tmp_path: Path, call: Call, capsys):
    (tmp_path / "a.zip").write_text("older")
    assert call("archive", str(tmp_path / "a.zip")) == 1
    assert "never replaces" in capsys.readouterr().err
    assert call("archive", str(tmp_path / "none" / "a.zip")) == 1
    assert "There is no folder" in capsys.readouterr().err


def test_which_agency(ours, theirs, tmp_path: Path, call: Call, capsys):
    assert call("archive", str(tmp_path / "a.zip")) == 1
    assert "Which agency?" in capsys.readouterr().err
    assert call("archive", "--agency", "Brightwater", str(tmp_path / "a.zip")) == 0


def test_another_version(db, tmp_path: Path, call: Call, capsys):
    MigrationRecorder(connection).migration_qs.filter(app="rightday").delete()
    assert call("archive", str(tmp_path / "a.zip")) == 1
    assert "rightday migrate" in capsys.readouterr().err


def test_a_full_disk_leaves_nothing(ours, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    def full(path: Path, *_: object) -> None:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write", full)
    with pytest.raises(OSError, match="No space"):
        call("archive", str(tmp_path / "a.zip"))
    assert not list(tmp_path.glob("a.zip*"))
