from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rightday.bench.fill import SMOKE, Book
from rightday.commands import bench


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    bench.options(parser)
    return parser.parse_args(words)


def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "RIGHTDAY_DATA": str(folder), "RIGHTDAY_DATABASE": ""}
    return subprocess.run(
        [sys.executable, "-m", "rightday", "bench", *words],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_book_is_what_was_asked_for():
    assert bench._book(parsed("fill")) == Book()
    assert bench._book(parsed("fill", "--leads", "50", "--seed", "3")) == Book(leads=50, seed=3)
    assert bench._book(parsed(*bench.SMOKE)) == SMOKE


def test_there_is_nothing_to_measure_without_a_book(tmp_path: Path):
    done = command(tmp_path, "measure")
    assert done.returncode == 1
    assert "rightday bench fill" in done.stderr


def test_a_book_is_filled_once(tmp_path: Path):
    words = ("fill", "--leads", "30", "--agencies", "2", "--first", "20", "--members", "2")
    first, second = command(tmp_path, *words), command(tmp_path, *words)
    assert first.returncode == 0, first.stderr
    assert "30 Lead," in first.stdout
    assert second.returncode == 1
    assert "holds an agency already" in second.stderr


@pytest.mark.slow
def test_fills_and_measures_and_writes_the_page(tmp_path: Path):
    """The whole of it, as `make bench-smoke` runs it too."""
    page = tmp_path / "benchmarks.md"
    words = ("--leads", "400", "--agencies", "2", "--first", "300", "--members", "8", "--rounds", "1", "--seconds", "2")
    done = command(tmp_path, *words, "--rows", "0", "--quick", "--strict", "--out", str(page))
    assert done.returncode == 0, done.stderr
    assert "| Bare page | 5 |" in page.read_text(encoding="utf-8")
