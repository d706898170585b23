"""Installations in folders of their own, and commands run on them, here or as processes."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from rightday.commands import running

ROOT = Path(__file__).resolve().parents[2]


class Installation:
    """One agency, Brightwater, owned by sam@brightwater.example, on SQLite."""

    def __init__(self, folder: Path, **environment: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("RIGHTDAY_", "PORT"))}
        kept.pop("DISPLAY", None)
        # Debugging leaves the static files where they are: preparing them takes seconds.
        self.environment = {**kept, "RIGHTDAY_DATA": str(folder), "RIGHTDAY_DEBUG": "1", "PYTHONPATH": str(ROOT)}
        self.environment |= environment
        self.folder = folder
        self.started: list[subprocess.Popen[str]] = []

    def command(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "rightday", *words], env=self.environment, cwd=self.folder, input=typed,
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "rightday", *words], env=self.environment | environment, cwd=self.folder,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip
        self.started.append(process)
        return process

    def processes(self) -> list[int]:
        """Every process that works on this folder, found by its environment."""
        mark, found = f"RIGHTDAY_DATA={self.folder}\0".encode(), []
        for path in Path("/proc").glob("[0-9]*/environ"):
            try:
                if mark in path.read_bytes() and "Z" not in (path.parent / "stat").read_text().rsplit(")")[1][:3]:
                    found.append(int(path.parent.name))
            except OSError:  # it has ended
                continue
        return found

    def end(self) -> None:
        for process in self.started:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(15)
                except subprocess.TimeoutExpired:
                    process.kill()
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Installation(tmp_path_factory.mktemp("prepared"))
    words = ("--agency", "Brightwater", "--email", "sam@brightwater.example", "--name", "Sam Whitlock")
    done = made.command("setup", *words)
    assert done.returncode == 0, done.stderr
    return made.folder


@pytest.fixture
def installation(prepared: Path, tmp_path: Path) -> Iterator[Installation]:
    folder = tmp_path / "data"
    shutil.copytree(prepared, folder)
    made = Installation(folder)
    yield made
    made.end()


@pytest.fixture
def here(settings: pytest.FixtureRequest, tmp_path: Path, db: None) -> Iterator[Path]:
    """The data folder of the test database, for commands that are called in this process."""
    data = tmp_path / "data"
    settings.DATA, settings.UPLOADS, settings.STATIC_ROOT = data, data / "uploads", data / "static"
    settings.DEBUG, settings.HOSTS, settings.HTTPS, settings.PORT = True, [], False, 8000
    data.mkdir()
    yield data
    running.release(data)


@pytest.fixture
def call(here: Path) -> Callable[..., int]:
    """Runs a command in this process: call("user", "list")."""

    def run(name: str, *words: str) -> int:
        module = import_module(f"rightday.commands.{name}")
        parser = argparse.ArgumentParser()
        module.options(parser)
        return module.run(parser.parse_args(words))

    return run
