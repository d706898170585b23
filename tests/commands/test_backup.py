"""Database and uploads in one file, whole or not there."""

from __future__ import annotations

import json
import sqlite3
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from rightday.commands import backup
from tests.commands.conftest import Installation

Call = Callable[..., int]
SQLITE = pytest.mark.skipif(connection.vendor != "sqlite", reason="needs no client programs")


@SQLITE
def test_it_holds_database_and_uploads_and_no_key(
    transactional_db: None, here: Path, tmp_path: Path, call: Call, ours, capsys
):
    (here / "uploads" / "1").mkdir(parents=True)
    (here / "uploads" / "1" / "tracker.xlsx").write_bytes(b"rows")
    (here / "uploads" / "takeouts").mkdir()
    (here / "uploads" / "takeouts" / "waits.zip").write_bytes(b"all of it again")
    (here / "secret_key").write_text("secret")
    target = tmp_path / "monday.zip"
    assert call("backup", str(target)) == 0
    assert f"rightday restore {target}" in capsys.readouterr().out
    with zipfile.ZipFile(target) as pack:
        assert sorted(pack.namelist()) == ["backup.json", "rightday.sqlite3", "uploads/1/tracker.xlsx"]
        assert json.loads(pack.read("backup.json"))["database"] == "sqlite"
        pack.extract("rightday.sqlite3", tmp_path)
    with sqlite3.connect(tmp_path / "rightday.sqlite3") as book:
        assert book.execute("SELECT name FROM rightday_agency").fetchall() == [("Brightwater",)]
    book.close()
    assert sorted(path.name for path in here.iterdir()) == ["secret_key", "uploads"]


def test_it_replaces_nothing(tmp_path: Path, call: Call, capsys):
    (tmp_path / "monday.zip").write_text("older")
    assert call("backup", str(tmp_path / "monday.zip")) == 1
    assert "never replaces" in capsys.readouterr().err
    assert (tmp_path / "monday.zip").read_text() == "older"


def test_a_folder_that_is_not_there(tmp_path: Path, call: Call, capsys):
    assert call("backup", str(tmp_path / "none" / "monday.zip")) == 1
    assert "There is no folder" in capsys.readouterr().err


def test_another_version_is_not_backed_up(tmp_path: Path, call: Call, capsys):
    MigrationRecorder(connection).migration_qs.filter(app="rightday").delete()
    assert call("backup", str(tmp_path / "monday.zip")) == 1
    assert "rightday migrate" in capsys.readouterr().err


def test_what_goes_wrong_leaves_nothing(tmp_path: Path, call: Call, capsys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(backup, "dump_to", lambda connection, dump: "pg_dump is not installed here.")
    assert call("backup", str(tmp_path / "monday.zip")) == 1
    assert "not installed" in capsys.readouterr().err

    def full(*_: object) -> None:
        (tmp_path / "monday.zip.part").touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "dump_to", lambda connection, dump: "")
    monkeypatch.setattr(backup, "_pack", full)
    with pytest.raises(OSError, match="No space"):
        call("backup", str(tmp_path / "monday.zip"))
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


class Server:
    """What backup asks of a connection to PostgreSQL."""

    settings_dict = {
        "NAME": "desk", "USER": "app", "HOST": "", "PORT": 5433, "PASSWORD": "p w", "OPTIONS": {"sslmode": "require"},
    }  # fmt: skip


def test_a_server_is_reached_through_the_environment_alone():
    assert backup.address(Server) == {
        "PGDATABASE": "desk", "PGUSER": "app", "PGPORT": "5433", "PGPASSWORD": "p w", "PGSSLMODE": "require",
    }  # fmt: skip


def test_a_missing_or_failing_program_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert backup.client("pg_dump", Server).startswith("pg_dump is not installed here.")
    program = tmp_path / "pg_dump"
    program.write_text('#!/bin/sh\necho "no route" >&2; exit 3\n')
    program.chmod(0o755)
    assert backup.client("pg_dump", Server) == "pg_dump failed: no route"
    program.write_text("#!/bin/sh\nexit 0\n")
    assert backup.client("pg_dump", Server) == ""


def test_a_backup_while_somebody_writes_is_whole(installation: Installation):
    path, stop, count = installation.folder / "rightday.sqlite3", threading.Event(), [0]

    def write() -> None:
        book = sqlite3.connect(path, timeout=20)
        while not stop.is_set():
            with book:  # each write is two rows, or none
                for _ in range(2):
                    book.execute(
                        "INSERT INTO rightday_recurrence (task_path, next_at) VALUES (?, '2026-01-01')", [str(count[0])]
                    )
                    count[0] += 1
        book.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        done = installation.command("backup", "now.zip")
    finally:
        stop.set()
        writer.join()
    assert done.returncode == 0, done.stderr
    target = installation.folder / "now.zip"
    assert target.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(target) as pack:
        pack.extract("rightday.sqlite3", installation.folder / "out")
    with sqlite3.connect(installation.folder / "out" / "rightday.sqlite3") as book:
        assert book.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = book.execute("SELECT count(*) FROM rightday_recurrence").fetchone()[0]
    book.close()
    assert 0 < kept <= count[0] and kept % 2 == 0
