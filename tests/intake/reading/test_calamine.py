"""Cells as calamine gives them, and as they are kept."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from rightday.intake.reading.calamine import _cell


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", None), (95101.0, 95101), (1.5, 1.5), (datetime(2026, 4, 3), date(2026, 4, 3)), (True, True),
        (datetime(2026, 4, 3, 9, 30), datetime(2026, 4, 3, 9, 30)), (time(9, 30), time(9, 30)), ("a\r\nb\0", "a\nb"),
        (timedelta(hours=27), timedelta(hours=27)), (("x",), "('x',)"),
    ],
)  # fmt: skip
def test_cells(given: Any, kept: Any) -> None:
    assert _cell(given, "A", 1, []) == kept


def test_a_long_cell_is_cut_and_told() -> None:
    problems: list[str] = []
    assert len(str(_cell("x" * 40_000, "B", 7, problems))) == 32_767
    assert problems == ["Cell B7 was longer than 32,767 characters and was cut."]
