"""The web server alone: this process becomes it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import pytest

from rightday import settings as read
from rightday.commands import running, web


class Became(Exception):
    """What the process would have become."""


def became(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *words: str) -> list[str]:
    def execv(program: str, arguments: list[str]) -> None:
        raise Became(program, arguments)

    monkeypatch.setattr(os, "execv", execv)
    monkeypatch.setattr(read, "DATA", tmp_path)
    parser = argparse.ArgumentParser()
    web.options(parser)
    try:
        with pytest.raises(Became) as found:
            web.run(parser.parse_args(words))
        with running.alone(tmp_path) as free:
            assert not free
    finally:
        running.release(tmp_path)
    assert found.value.args[0] == sys.executable
    return found.value.args[1]


def test_it_listens_here_on_the_port_of_the_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(read, "PORT", 8123)
    words = " ".join(became(monkeypatch, tmp_path))
    assert "--host 127.0.0.1 --port 8123 --workers 1 --blocking-threads 4" in words
    assert words.endswith("rightday.wsgi:application")


def test_options_win(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    words = " ".join(
        became(monkeypatch, tmp_path, "--host", "0.0.0.0", "--port", "9000", "--workers", "3", "--threads", "2")
    )
    assert "--host 0.0.0.0 --port 9000 --workers 3 --blocking-threads 2" in words
