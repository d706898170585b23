"""A fresh installation reads an archive back to the same state."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Installation
from tests.takeout.archive.helpers import changed, row_changed

Call = Callable[..., int]
NOT_THE_AGENCYS = {"rightday_recurrence", "rightday_workerbeat", "rightday_takeout"}


def test_there_is_no_such_file(call: Call, tmp_path: Path, capsys):
    assert call("unarchive", str(tmp_path / "none.zip")) == 1
    assert "There is no file" in capsys.readouterr().err


def test_another_file_changes_nothing(call: Call, tmp_path: Path, capsys):
    (tmp_path / "letter.zip").write_text("Dear Sam")
    assert call("unarchive", str(tmp_path / "letter.zip")) == 1
    assert capsys.readouterr().err.endswith("Nothing was changed.\n")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    made = Installation(tmp_path_factory.mktemp("demo"))
    done = made.command("demo")
    assert done.returncode == 0, done.stderr
    done = made.command("archive", "all.zip")
    assert done.returncode == 0, done.stderr
    return made


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table of the product, but for what belongs to no agency, and without passwords."""
    book = sqlite3.connect(folder / "rightday.sqlite3")
    names = [name for (name,) in book.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found = {}
    for name in names:
        if name.startswith("rightday_") and name not in NOT_THE_AGENCYS:
            columns = [c[1] for c in book.execute(f"PRAGMA table_info({name})")]
            names_of = ", ".join(f'"{one}"' for one in columns if one not in ("password", "last_login"))
            found[name] = book.execute(f"SELECT {names_of} FROM {name} ORDER BY id").fetchall()
    for kind in ("person", "company", "said"):
        found[f"search_{kind}"] = [
            (pk, *sorted(body.split()))
            for pk, body in book.execute(f"SELECT rowid, body FROM search_{kind} ORDER BY rowid")
        ]
    book.close()
    return found


def test_every_table_of_a_fresh_installation_is_equal(demo: Installation, tmp_path: Path):
    fresh = Installation(tmp_path / "fresh")
    fresh.folder.mkdir()
    done = fresh.command("unarchive", str(demo.folder / "all.zip"))
    assert done.returncode == 0, done.stderr
    assert "is here" in done.stdout
    before, after = rows(demo.folder), rows(fresh.folder)
    assert sum(bool(some) for some in before.values()) >= 30
    for name, some in before.items():
        assert after[name] == some, name
    assert fresh.command("doctor").returncode == demo.command("doctor").returncode
    again = fresh.command("unarchive", str(demo.folder / "all.zip"))
    assert again.returncode == 1 and "already" in again.stderr


def test_rows_that_point_nowhere_are_found_at_the_end(demo: Installation, tmp_path: Path):
    fresh = Installation(tmp_path / "fresh")
    fresh.folder.mkdir()
    wrong = changed(demo.folder / "all.zip", tmp_path / "wrong.zip", row_changed("Person", company_id=9_999_999))
    done = fresh.command("unarchive", str(wrong))
    assert done.returncode == 1
    assert "do not fit together" in done.stderr and "Nothing was changed." in done.stderr
    assert rows(fresh.folder)["rightday_agency"] == []
    assert not list((fresh.folder / "uploads").rglob("*.bin"))
