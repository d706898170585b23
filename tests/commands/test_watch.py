"""What is put into a folder comes in once, and lies where it belongs with what came of it."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sqlite3
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rightday.commands import watch
from rightday.db.row_security import enter
from rightday.intake import actions as intake
from rightday.intake.models import Import, ImportRow
from rightday.people.models import Person
from tests.commands.conftest import Installation
from tests.conftest import Cast
from tests.intake.trackers import row, tracker

Call = Callable[..., int]
SAM = ("--by", "sam@brightwater.example")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def look(call: Call, folder: Path) -> int:
    return call("watch", str(folder), "--once", *SAM)


def leads(path: Path, *names: str) -> Path:
    return tracker(path, [row(f"{name} Marlow", company=f"{name} Ltd", phone=f"020 7946 {number:04}", notes="interviewing")
                          for number, name in enumerate(names)])  # fmt: skip


def test_what_can_be_read_is_in_and_done(ours: Cast, call: Call, folder: Path, capsys):
    leads(folder / "leads.csv", "Ana", "Ben")
    (folder / "letter.csv").write_bytes(b"\x00\x01\x02")
    assert look(call, folder) == 0
    assert sorted(path.name for path in (folder / "done").iterdir()) == ["leads.csv", "leads.csv.json"]
    said = json.loads((folder / "done" / "leads.csv.json").read_text())
    assert (said["rows"], said["errors"], said["version"]) == (2, [], 1)
    refused = folder / "refused"
    assert sorted(path.name for path in refused.iterdir()) == ["letter.csv", "letter.csv.json", "letter.csv.txt"]
    assert (refused / "letter.csv.txt").read_text().startswith("letter.csv: ")
    with enter(ours.agency):
        assert Person.objects.filter(name__endswith="Marlow").count() == 2
    assert "brought in" in capsys.readouterr().out


def test_the_same_file_is_in_once_and_names_are_kept_apart(ours: Cast, call: Call, folder: Path):
    for _twice in range(2):
        leads(folder / "leads.csv", "Ana")
        assert look(call, folder) == 0
    leads(folder / "leads.csv", "Cara")
    assert look(call, folder) == 0
    with enter(ours.agency):
        assert Import.objects.count() == 2
    names = {path.name for path in (folder / "done").glob("*.csv")}
    assert names == {"leads.csv", "leads 2.csv", "leads 3.csv"}


def test_what_was_under_way_goes_on(ours: Cast, call: Call, folder: Path):
    path = leads(folder / "leads.csv", "Ana", "Ben", "Cara")
    with enter(ours.agency):
        batch = intake.receive(path, name="leads.csv", by=ours.sam)
        Import.objects.filter(pk=batch.pk).update(state="running")
    assert look(call, folder) == 0
    with enter(ours.agency):
        assert Import.objects.get().state == "done"
        assert ImportRow.objects.count() == 3


def test_one_that_was_received_and_no_more_comes_in(ours: Cast, call: Call, folder: Path):
    path = leads(folder / "leads.csv", "Ana")
    with enter(ours.agency):
        intake.receive(path, name="leads.csv", by=ours.sam)
    assert look(call, folder) == 0
    with enter(ours.agency):
        assert [one.state for one in Import.objects.all()] == ["done"]


def test_each_file_of_a_zip(ours: Cast, call: Call, folder: Path, tmp_path: Path):
    with zipfile.ZipFile(folder / "all.zip", "w") as pack:
        pack.writestr("2026/leads.csv", leads(tmp_path / "x.csv", "Ana").read_bytes())
        pack.writestr("../..", b"\x00")
        pack.writestr("empty.csv", b"")
    assert look(call, folder) == 0
    said = json.loads((folder / "done" / "all.zip.json").read_text())
    assert (said[0]["file"], said[0]["errors"]) == ("leads.csv", [])
    assert all(one["errors"] for one in said[1:]) and len(said) == 3


def test_what_is_still_written_hidden_or_linked_is_left(ours: Cast, call: Call, folder: Path, tmp_path: Path):
    for name in (".hidden.csv", "leads.csv.part", "~$leads.xlsx", "x.TMP"):
        leads(folder / name, "Ana")
    (folder / "link.csv").symlink_to(leads(tmp_path / "x.csv", "Ben"))
    (folder / "more").mkdir()
    assert look(call, folder) == 0
    with enter(ours.agency):
        assert not Import.objects.exists()
    assert not (folder / "done").exists()


def test_a_file_is_taken_once_it_has_stopped_growing(ours: Cast, folder: Path, monkeypatch: pytest.MonkeyPatch):
    path, taken, looks = leads(folder / "leads.csv", "Ana"), [], [0]

    class Taker:
        def take(self, path: Path) -> None:
            taken.append((path.name, looks[0]))

    def wait(_seconds: float) -> None:
        looks[0] += 1
        if looks[0] == 1:
            path.write_text(path.read_text() + "\n")  # it grew
        if looks[0] == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch.time, "sleep", wait)
    with pytest.raises(KeyboardInterrupt):
        watch._look_again_and_again(argparse.Namespace(folder=folder, once=False, every=0), Taker())
    assert taken == [("leads.csv", 2)]


def test_what_is_wrong_is_said(ours: Cast, call: Call, folder: Path, tmp_path: Path, capsys):
    assert call("watch", str(tmp_path / "none"), "--once") == 1
    assert "There is no folder" in capsys.readouterr().err
    assert call("watch", str(folder), "--once") == 1
    assert "In whose name?" in capsys.readouterr().err


def test_it_goes_on_after_kill_9(installation: Installation, tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    leads(folder / "leads.csv", *(f"P{number}" for number in range(3_000)))
    process = installation.start("watch", str(folder), "--every", "0.05")
    book = installation.folder / "rightday.sqlite3"
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with sqlite3.connect(book) as look:
            done = look.execute("SELECT coalesce(max(done_row), 0) FROM rightday_import").fetchone()[0]
        if done:
            break
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    done = installation.command("watch", str(folder), "--once")
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(book) as look:
        assert look.execute("SELECT state, total FROM rightday_import").fetchall() == [("done", 3_000)]
        assert look.execute('SELECT count(*), count(DISTINCT "order") FROM rightday_importrow').fetchone() == (
            3_000,
            3_000,
        )
    assert (folder / "done" / "leads.csv").exists()
