"""A backup becomes the installation, or nothing is changed."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rightday import __version__
from rightday.commands import restore
from tests.commands.conftest import ROOT, Installation

ABOUT = {"version": __version__, "database": "sqlite", "at": "2026-01-05T09:30:00+00:00"}


def pack(path: Path, about: object = ABOUT, **more: bytes | str) -> Path:
    """A file like a backup; names are written with __ for /."""
    with zipfile.ZipFile(path, "w") as made:
        if about is not None:
            made.writestr("backup.json", about if isinstance(about, str) else json.dumps(about))
        for name, content in {"rightday.sqlite3": b"", **more}.items():
            made.writestr(name.replace("__", "/"), content)
    return path


def refused(path: Path, data: Path) -> str:
    with pytest.raises(restore.Refused) as found:
        restore.inspect(path, "sqlite", data)
    return str(found.value)


def test_what_a_backup_says_of_itself(tmp_path: Path):
    made = pack(tmp_path / "b.zip", uploads__1__tracker="x")
    assert restore.inspect(made, "sqlite", tmp_path) == restore.About(**ABOUT)


@pytest.mark.parametrize(
    "about",
    [None, "no json", "[]", "{}", {**ABOUT, "more": 1}, {**ABOUT, "database": "paper"}, {**ABOUT, "version": "x"}],
)
def test_another_zip_is_no_backup(about: object, tmp_path: Path):
    assert "is no backup of Rightday" in refused(pack(tmp_path / "b.zip", about), tmp_path)


def test_no_zip_is_no_backup(tmp_path: Path):
    (tmp_path / "b.zip").write_text("Dear Sam")
    assert "is no backup of Rightday" in refused(tmp_path / "b.zip", tmp_path)
    assert "is no backup of Rightday" in refused(tmp_path / "none.zip", tmp_path)


@pytest.mark.parametrize(
    "name", ["..__evil", "uploads__..__..__evil", "__etc__evil", "secret_key", "static__x", "uploads\\..\\evil"]
)
def test_files_outside_their_places_are_refused(name: str, tmp_path: Path):
    assert "not written by Rightday" in refused(pack(tmp_path / "b.zip", **{name: "x"}), tmp_path)


def test_a_backup_without_its_database_is_refused(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as made:
        made.writestr("backup.json", json.dumps(ABOUT))
    assert "not written by Rightday" in refused(tmp_path / "b.zip", tmp_path)


def test_another_database_or_a_later_version_is_refused(tmp_path: Path):
    other = refused(pack(tmp_path / "a.zip", {**ABOUT, "database": "postgresql"}), tmp_path)
    assert other.startswith("This backup is of postgresql; this installation uses sqlite.")
    later = refused(pack(tmp_path / "b.zip", {**ABOUT, "version": "99.10.0"}), tmp_path)
    assert "is of version 99.10.0, later than" in later


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=3))
    assert "not enough room" in refused(pack(tmp_path / "b.zip", uploads__x="four"), tmp_path)


def test_a_damaged_database_replaces_nothing(tmp_path: Path):
    (tmp_path / "aside").mkdir()
    (tmp_path / "dump").write_bytes(b"not a database " * 200)
    (tmp_path / "place").write_text("before")
    with pytest.raises(restore.Refused, match="is damaged"):
        restore.put_sqlite(tmp_path / "dump", tmp_path / "place", tmp_path / "aside")
    assert (tmp_path / "place").read_text() == "before"


def test_what_was_there_goes_aside(tmp_path: Path):
    aside, place = tmp_path / "aside", tmp_path / "place"
    aside.mkdir()
    for name in ("place", "place-wal"):
        (tmp_path / name).write_text("before")
    with sqlite3.connect(tmp_path / "dump") as book:
        book.execute("CREATE TABLE x (y)")
    book.close()
    restore.put_sqlite(tmp_path / "dump", place, aside)
    assert sorted(path.name for path in aside.iterdir()) == ["place", "place-wal"]
    assert place.read_bytes()[:6] == b"SQLite" and not (tmp_path / "place-wal").exists()


def test_uploads_are_replaced_whole(tmp_path: Path):
    aside, fresh, place = tmp_path / "aside", tmp_path / "fresh", tmp_path / "uploads"
    for folder, name in ((fresh, "new"), (place, "old")):
        folder.mkdir()
        (folder / name).touch()
    aside.mkdir()
    restore.put_uploads(fresh, place, aside)
    assert [path.name for path in place.iterdir()] == ["new"]
    assert [path.name for path in (aside / "uploads").iterdir()] == ["old"]
    (tmp_path / "later").mkdir()
    restore.put_uploads(fresh, place, tmp_path / "later")
    assert list(place.iterdir()) == []
    restore.put_uploads(fresh, tmp_path / "none", tmp_path / "later")
    assert list((tmp_path / "none").iterdir()) == []


def names(installation: Installation) -> list[str]:
    with sqlite3.connect(installation.folder / "rightday.sqlite3") as book:
        found = [row[0] for row in book.execute("SELECT name FROM rightday_agency ORDER BY id")]
    book.close()
    return found


@pytest.mark.slow
def test_there_and_back(installation: Installation):
    uploads = installation.folder / "uploads"
    (uploads / "tracker.xlsx").write_bytes(b"rows")
    assert installation.command("backup", "b.zip").returncode == 0
    assert installation.command("setup", "--agency", "Later", "--email", "x@y.example").returncode == 0
    (uploads / "later.xlsx").touch()
    assert names(installation) == ["Brightwater", "Later"]

    asked = installation.command("restore", "b.zip", typed="n\n")
    silent = installation.command("restore", "b.zip")
    assert (asked.returncode, silent.returncode) == (1, 1)
    assert "Nothing was changed." in asked.stderr and "Add --yes" in silent.stderr

    worker = installation.start("work")
    assert worker.stdout
    while len(installation.processes()) == 0 or not _beats(installation):
        pass
    running = installation.command("restore", "b.zip", "--yes")
    assert (running.returncode, "Stop it first" in running.stderr) == (1, True)
    worker.terminate()
    worker.wait(15)
    assert names(installation) == ["Brightwater", "Later"]

    done = installation.command("restore", "b.zip", "--yes")
    assert done.returncode == 0, done.stderr
    assert names(installation) == ["Brightwater"]
    assert [path.name for path in uploads.iterdir()] == ["tracker.xlsx"]
    (aside,) = installation.folder.glob("before-restore-*")
    assert (aside / "rightday.sqlite3").exists() and (aside / "uploads" / "later.xlsx").exists()
    assert (installation.folder / "rightday.sqlite3").stat().st_mode & 0o077 == 0


def _beats(installation: Installation) -> bool:
    with sqlite3.connect(installation.folder / "rightday.sqlite3", timeout=20) as book:
        found = book.execute("SELECT count(*) FROM rightday_workerbeat").fetchone()[0]
    book.close()
    return bool(found)


def test_a_file_that_was_cut_changes_nothing(installation: Installation):
    assert installation.command("backup", "b.zip").returncode == 0
    path = installation.folder / "b.zip"
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 200] = b"\0" * 200
    path.write_bytes(content)
    done = installation.command("restore", "b.zip", "--yes")
    assert done.returncode == 1
    assert "is damaged. Nothing was changed" in done.stderr
    assert names(installation) == ["Brightwater"]
    assert list(installation.folder.glob("before-restore-*")) == []


ON_SERVER = """
set -e
"$PYTHON" -m rightday setup --agency Brightwater --email sam@b.example >/dev/null
"$PYTHON" -m rightday backup b.zip
"$PYTHON" -m rightday setup --agency Later --email x@b.example >/dev/null
psql "$RIGHTDAY_DATABASE_OWNER" -qc "CREATE TABLE left_by_a_later_version (id int)"
"$PYTHON" -m rightday restore b.zip --yes
"$PYTHON" -m rightday user list
psql "$RIGHTDAY_DATABASE_OWNER" -Atc "SELECT to_regclass('left_by_a_later_version') IS NULL"
"$PYTHON" -m rightday doctor || true
"""


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))), reason="no PostgreSQL here"
)
def test_there_and_back_on_postgresql_by_two_roles(tmp_path: Path, free: Callable[[], dict[str, str]]):
    words = [sys.executable, str(ROOT / "tools" / "with_postgresql.py"), "--two-roles", "bash", "-c", ON_SERVER]
    done = subprocess.run(words, cwd=tmp_path, env=free(), capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Brightwater (" in done.stdout and "Later" not in done.stdout
    assert "\nt\n" in done.stdout
    assert "fine   walls between agencies" in done.stdout


@pytest.fixture
def free(tmp_path: Path) -> Callable[[], dict[str, str]]:
    """The environment of an installation on a server that is still to come."""
    return lambda: Installation(tmp_path).environment | {"PYTHON": sys.executable}
