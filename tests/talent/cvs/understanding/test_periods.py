"""Periods as CVs write them."""

from datetime import date

import pytest

from rightday.talent.cvs.understanding.periods import period_in

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "began", "ended"),
    [
        ("01/2025 – present", "2025-01-01", None),
        ("2022 – 24", "2022-01-01", "2024-12-31"),
        ("March 2020 – April 2022", "2020-03-01", "2022-04-30"),
        ("2016-2020", "2016-01-01", "2020-12-31"),
        ("Sept '18 to date", "2018-09-01", None),
        ("2019-03 – 2020-05", "2019-03-01", "2020-05-31"),
        ("since 2021", "2021-01-01", None),
        ("1 Feb 1999 until 3 Mar 2001", "1999-02-01", "2001-03-31"),
        ("Jun 98 - 7/2001", "1998-06-01", "2001-07-31"),
        ("Acme, May 2019 – now, London", "2019-05-01", None),
    ],
)
def test_period(text: str, began: str, ended: str | None) -> None:
    found = period_in(text, TODAY)
    assert found is not None
    assert found.began.isoformat() == began
    assert (found.ended.isoformat() if found.ended else None) == ended


@pytest.mark.parametrize("text", ["2022 – 2019", "call 07700 900611", "400 nodes", "May be here", "2020"])
def test_no_period(text: str) -> None:
    assert period_in(text, TODAY) is None
