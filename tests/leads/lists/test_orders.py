"""Orders and their keys."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from rightday.leads.lists.filters import Filters, Sort
from rightday.leads.lists.orders import Key, key_of, order_of


@pytest.mark.parametrize(
    ("params", "order"),
    [
        ({}, (Sort.GRADE, False)),
        ({"sort": "-due"}, (Sort.DUE, True)),
        ({"view": "ended"}, (Sort.ENDED, False)),
        ({"outcome": "any", "sort": "-stage"}, (Sort.ENDED, False)),
        ({"view": "ended", "sort": "-owner"}, (Sort.OWNER, True)),
        ({"sort": "ended"}, (Sort.GRADE, False)),
    ],
)
def test_what_a_list_is_put_in_order_by(params, order):
    assert order_of(Filters.of(params)) == order


@pytest.mark.parametrize(
    ("sort", "value"),
    [
        (Sort.GRADE, date(2026, 1, 2)), (Sort.AGE, datetime(2026, 1, 2, 3, 4, 5, 6, UTC)), (Sort.OWNER, "A ~ b"),
        (Sort.ENDED, ""),
    ],
)  # fmt: skip
def test_a_key_comes_back(sort, value):
    assert key_of(sort, str(Key(3, value, 7))) == Key(3, value, 7)


@pytest.mark.parametrize("text", ["", "1", "a~b~c", "1~2~2026-13-01", "-1~2~2026-01-01", f"1~{2**63}~2026-01-01"])
def test_a_key_that_is_none(text):
    assert key_of(Sort.GRADE, text) is None
