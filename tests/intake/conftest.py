"""Uploads in a folder of the test's own, and files brought in."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from rightday.intake import actions
from rightday.intake.models import Import
from tests.conftest import Cast
from tests.intake.trackers import tracker


@pytest.fixture(autouse=True)
def uploads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "UPLOADS", tmp_path / "uploads")


@pytest.fixture
def bring(inside: Cast, tmp_path: Path):
    """Writes rows into a tracker and brings them in."""
    made = iter(range(100))

    def run(*rows: tuple[str, ...], run_it: bool = True, **columns: object) -> Import:
        path = tracker(tmp_path / f"{next(made)}.csv", rows, **columns)  # type: ignore[arg-type]
        batch = actions.receive(path, name="Sam desk.csv", by=inside.sam)
        return actions.run_now(batch, by=inside.sam) if run_it else batch

    return run
