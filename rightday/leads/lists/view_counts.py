"""How many leads a saved view has, in words, never counted further than is said."""

from __future__ import annotations

from datetime import date
from typing import Final

from rightday.leads.lists.filter_values import Filters
from rightday.leads.lists.narrowing import asked
from rightday.leads.lists.orders import order_of
from rightday.leads.lists.reading import read
from rightday.team.models import Member

MOST: Final = 99
WALK: Final = 4_000
"""Rows looked through for one count; what is found by then is "so many or more"."""


def count_words(filters: Filters, member: Member, on: date) -> str:
    """ "7", or "99+"."""
    sort, turned = order_of(filters)
    found = read(asked(filters, member, on), sort, turned=turned, key=None, back=False, size=MOST, walk=WALK)
    return f"{len(found.rows)}{'+' if found.more else ''}"
