"""Sentences about an import on its way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from rightday.agencies import clock
from rightday.intake.models import Import
from rightday.intake.showing import queries as queries_import
from tests.conftest import Cast
from tests.intake.made_imports import received

State = Import.State


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS = tmp_path / "uploads"


@pytest.mark.parametrize(
    ("state", "row", "seconds", "words"),
    [
        (State.WAITING, 0, 0, "waiting to begin"),
        (State.WAITING, 2, 0, "going on in a moment"),
        (State.RUNNING, 0, 9, ""),
        (State.FAILED, 3, 9, ""),
        (State.RUNNING, 4, 24, "about 20 seconds left"),
        (State.RUNNING, 4, 96, "about a minute left"),
        (State.RUNNING, 1, 60, "about 6 minutes left"),
    ],
)
def test_the_time_left_is_said_in_round_words(
    inside: Cast, tmp_path: Path, state: str, row: int, seconds: int, words: str
) -> None:
    batch = received(inside, tmp_path)
    now = timezone.now()
    batch.state, batch.done_row, batch.started_at = state, row, now - timedelta(seconds=seconds)
    progress = queries_import.progress_of(batch, now)
    assert (progress.aside, progress.left, progress.share) == (words, 7 - row, f"{row} of 7")


def test_a_paused_import_says_since_when_by_the_readers_clock(inside: Cast, tmp_path: Path) -> None:
    batch = received(inside, tmp_path)
    batch.state, batch.done_row = State.PAUSED, 3
    batch.state_at = datetime(2026, 11, 25, 10, 13, tzinfo=UTC)
    for zone, words in (("Europe/London", "paused at 10:13"), ("Europe/Berlin", "paused at 11:13")):
        assert queries_import.progress_of(batch, clock.local(timezone.now(), zone)).aside == words
