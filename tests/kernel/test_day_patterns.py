import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.day_patterns import PATTERNS


@pytest.mark.parametrize("text", ["next " * 400, "on " * 900, "1/" * 900, "the " * 900, "a week on " * 300])
def test_a_tiresome_text_is_read_in_no_time(text: str) -> None:
    for pattern, _ in PATTERNS:
        assert sum(1 for _ in pattern.finditer(text)) <= len(text)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)))
def test_a_whole_date_means_itself_whatever_today_is(day: dt.date, today: dt.date) -> None:
    pattern, meaning = PATTERNS[0]
    match = pattern.fullmatch(day.isoformat())
    assert match is not None
    meant = meaning(match, today, False)
    assert meant is not None
    assert meant[0] == day
