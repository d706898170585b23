"""Each check, tried on an installation that is broken in just that way."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from rightday.agenda.models import NextStep
from rightday.commands import doctor
from rightday.db.row_security import enter
from rightday.timeline.models import Event
from rightday.work import leases
from tests.commands.conftest import Installation

Call = Callable[..., int]
SQLITE = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's file")


@pytest.fixture
def well(here: Path, ours, db: None) -> Path:
    """An installation with nothing wrong: its worker has just been heard of."""
    leases.beat("worker", timezone.now())
    (here / "secret_key").touch(0o600)
    return here


def wrong(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What the doctor found, by the name of the check."""
    found: dict[str, str] = {}
    name = ""
    for line in capsys.readouterr().out.splitlines():
        if line.startswith(("fine   ", "wrong  ")):
            name = line[7:]
        elif line.startswith("       "):
            found[name] = found.get(name, "") + line.strip() + " "
    return found


def test_everything_is_fine(well: Path, call: Call, capsys):
    assert call("doctor") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[7:] for line in lines[:-1]] == list(doctor.CHECKS)
    assert lines[-1] == "Everything is fine."


def test_quick_leaves_out_what_reads_whole_tables(well: Path, call: Call, capsys):
    assert call("doctor", "--quick") == 0
    assert len(capsys.readouterr().out.splitlines()) == len(doctor.CHECKS) - len(doctor.SLOW) + 1


def test_a_folder_that_cannot_be_written(well: Path, call: Call, capsys, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    assert call("doctor") == 1
    assert "cannot be written (Permission denied). Set RIGHTDAY_DATA" in wrong(capsys)["data folder"]


def test_a_full_disk(well: Path, call: Call, capsys, monkeypatch: pytest.MonkeyPatch):
    usage = shutil.disk_usage(well)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    assert call("doctor") == 1
    assert "Make room" in wrong(capsys)["data folder"]


def test_a_key_that_others_can_read(well: Path, call: Call, capsys):
    (well / "secret_key").chmod(0o644)
    assert call("doctor") == 1
    assert f"chmod 600 {well / 'secret_key'}" in wrong(capsys)["data folder"]


def test_migrations_that_are_pending_end_the_visit(well: Path, call: Call, capsys):
    MigrationRecorder(connection).migration_qs.filter(app="rightday").delete()
    assert call("doctor") == 1
    found = wrong(capsys)
    assert "Run: rightday migrate" in found["migrations"] and "was not looked at" in found["migrations"]
    assert list(found) == ["migrations"]


@SQLITE
def test_a_wall_that_is_down(well: Path, call: Call, capsys):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE rightday_achievement")
        cursor.execute("CREATE TABLE rightday_achievement (id integer primary key, agency_id, call_id, kind)")
    assert call("doctor", "--quick") == 1
    assert "no key (agency_id, id)" in wrong(capsys)["walls between agencies"]


def test_static_files_that_are_missing(well: Path, call: Call, capsys, settings):
    settings.DEBUG = False
    assert call("doctor") == 1
    assert list(wrong(capsys)) == ["static files"]
    settings.STATIC_ROOT.mkdir()
    (settings.STATIC_ROOT / "staticfiles.json").touch()
    assert call("doctor") == 0


def test_hosts_without_a_mail_server(well: Path, call: Call, capsys, settings):
    settings.HOSTS, settings.EMAIL_HOST = ["rightday.example"], ""
    assert call("doctor") == 1
    assert "RIGHTDAY_SMTP_HOST" in wrong(capsys)["mail"]


def test_a_step_that_belongs_to_nothing(well: Path, call: Call, capsys, ours, today):
    with enter(ours.agency):
        step = NextStep.objects.create(
            owner=ours.sam, person=ours.martin, kind="lead", reason="hot", why="x", fact_on=today, due=today, zone="UTC"
        )
    assert call("doctor") == 1
    assert f"Brightwater: 1 next steps belong to nothing ({step.pk})." in wrong(capsys)[list(doctor.CHECKS)[7]]


def test_no_worker(well: Path, call: Call, capsys):
    leases.WorkerBeat.objects.all().delete()
    assert call("doctor") == 1
    assert "No worker runs (last seen never)" in wrong(capsys)["worker"]
    leases.beat("old", timezone.now() - timedelta(hours=2))
    assert call("doctor") == 1
    assert " UTC): imports wait" in wrong(capsys)["worker"]


def test_a_clock_that_is_behind(well: Path, call: Call, capsys, theirs):
    with enter(theirs.agency):
        Event.objects.create(at=timezone.now() + timedelta(hours=5), verb="lead.created")
    assert call("doctor") == 1
    assert "Set the clock right" in wrong(capsys)["clock"]


@SQLITE
def test_a_row_that_points_to_nothing(installation: Installation):
    with sqlite3.connect(installation.folder / "rightday.sqlite3") as book:
        book.execute("UPDATE rightday_member SET identity_id = 99")
    book.close()
    done = installation.command("doctor")
    assert done.returncode == 1
    assert "of rightday_member points to nothing" in done.stdout


def test_a_database_that_is_none(installation: Installation):
    for name in ("rightday.sqlite3-wal", "rightday.sqlite3-shm"):
        (installation.folder / name).unlink(missing_ok=True)
    (installation.folder / "rightday.sqlite3").write_bytes(b"not a database at all " * 400)
    done = installation.command("doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert "cannot be read: file is not a database. Restore the last backup." in done.stdout


def test_a_damaged_database(installation: Installation):
    path = installation.folder / "rightday.sqlite3"
    with sqlite3.connect(path) as book:
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = book.execute("SELECT rootpage FROM sqlite_master WHERE name = 'rightday_event'").fetchone()[0]
        size = book.execute("PRAGMA page_size").fetchone()[0]
    book.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    done = installation.command("doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert "wrong  database file" in done.stdout or "The database refused this check" in done.stdout


def test_a_server_that_does_not_answer(installation: Installation):
    installation.environment["RIGHTDAY_DATABASE"] = "postgresql://app:hunter2@127.0.0.1:1/desk"
    done = installation.command("doctor")
    assert done.returncode == 1
    assert "The database does not answer" in done.stdout and "Check RIGHTDAY_DATABASE" in done.stdout
    assert "hunter2" not in done.stdout + done.stderr
