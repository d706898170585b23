"""Rows of an import once they are in, a part at a time."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from rightday.intake.models import ImportRow
from rightday.intake.showing import rows as import_rows
from tests.conftest import Cast
from tests.intake.made_imports import csv, done


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS = tmp_path / "uploads"


def test_rows_of_a_kind_come_in_parts(inside: Cast, tmp_path: Path) -> None:
    batch = done(inside, tmp_path, data=csv([("", "", "", "", "", "", f"gone {n}") for n in range(3)]))
    first, key = import_rows.rows_of(batch, ImportRow.Became.REFUSED, datetime(2026, 11, 25).date(), limit=2)
    rest, end = import_rows.rows_of(batch, ImportRow.Became.REFUSED, datetime(2026, 11, 25).date(), after=key, limit=2)
    assert ([row.name for row in (*first, *rest)], end) == (["gone 0", "gone 1", "gone 2"], 0)
    assert import_rows.written({"a": "x" * 300}) == "x" * 117 + "…"
