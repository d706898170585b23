"""The command itself: which there are, and what it says when one cannot work."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import OperationalError, ProgrammingError

from rightday import __version__, cli
from rightday.commands import doctor

ROOT = Path(__file__).resolve().parents[1]


def command(*words: str, python: str = sys.executable, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RIGHTDAY_", "PORT"))}
    return subprocess.run(
        [python, "-m", "rightday", *words], cwd=ROOT, env=kept | environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def own_umask() -> Iterator[None]:
    """`main` narrows the umask of its process, which here is ours."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


def ends(*words: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        cli.main(list(words))
    return ended.value.code


def test_version(capsys: pytest.CaptureFixture[str]):
    assert ends("--version") == 0
    assert capsys.readouterr().out == f"rightday {__version__}\n"


@pytest.mark.parametrize("words", [(), ("fly",)])
def test_used_wrongly_it_names_the_commands(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    assert ends(*words) == 2
    assert "COMMAND" in capsys.readouterr().err


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]):
    assert ends("--help") == 0
    shown = capsys.readouterr().out
    assert [name for name in cli.COMMANDS if not re.search(rf"\n    {name}\s", shown)] == []


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_says_what_it_takes(name: str, capsys: pytest.CaptureFixture[str]):
    assert ends(name, "--help") == 0
    assert f"usage: rightday {name}" in capsys.readouterr().out


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    monkeypatch.setattr(sys, "version", "3.10.4 (main)")
    assert ends("doctor") == "Rightday needs Python 3.11 or later, and this is 3.10.4."


def test_a_real_old_python_says_so_too():
    found = [path for name in ("python3.10", "python3.9") if (path := shutil.which(name))]
    old = next((p for p in found if subprocess.run([p, "-V"], capture_output=True, check=False).returncode == 0), None)
    if old is None:
        pytest.skip("no older Python here")
    done = command("doctor", python=old)
    assert (done.returncode, done.stderr[:37]) == (1, "Rightday needs Python 3.11 or later, ")


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 1),
        (OSError(28, "No space left on device", "/data/x"), "/data/x: No space left on device. Nothing more was done."),
        (OperationalError("refused\n"), "The database does not answer: refused\nAsk `rightday doctor` what to do."),
    ],
)
def test_how_a_command_ends(monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int | str):
    def run(_: argparse.Namespace) -> int:
        raise raised

    monkeypatch.setattr(doctor, "run", run)
    assert ends("doctor") == code


def test_a_mistake_of_ours_shows_where_it_is(monkeypatch: pytest.MonkeyPatch):
    def run(_: argparse.Namespace) -> int:
        raise ProgrammingError("no such column")

    monkeypatch.setattr(doctor, "run", run)
    with pytest.raises(ProgrammingError):
        cli.main(["doctor"])


def test_its_code_is_the_commands(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(doctor, "run", lambda options: 1 if options.quick else 0)
    assert (ends("doctor"), ends("doctor", "--quick")) == (0, 1)


@pytest.mark.parametrize("words", [("doctor",), ("user", "list"), ("run",), ("work",), ("web",), ("migrate",)])
def test_a_data_folder_that_cannot_be_written_is_said(words: tuple[str, ...], tmp_path: Path):
    (tmp_path / "file").touch()
    done = command(*words, RIGHTDAY_DATA=str(tmp_path / "file" / "data"))
    assert done.returncode == 1
    assert "Set RIGHTDAY_DATA to a folder of yours." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_does_not_answer_is_said(tmp_path: Path):
    address = "postgresql://app:hunter2@127.0.0.1:1/desk"
    done = command("user", "list", RIGHTDAY_DATA=str(tmp_path), RIGHTDAY_DATABASE=address)
    assert done.returncode == 1
    assert done.stderr.startswith("The database does not answer: ")
    assert "Traceback" not in done.stderr and "hunter2" not in done.stdout + done.stderr


def test_what_it_writes_is_private(tmp_path: Path):
    done = command("migrate", RIGHTDAY_DATA=str(tmp_path / "data"))
    assert done.returncode == 0, done.stderr
    modes = {path.name: path.stat().st_mode & 0o077 for path in (tmp_path / "data").rglob("*")}
    assert {"rightday.sqlite3", "secret_key"} <= modes.keys()
    assert set(modes.values()) == {0}
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
