"""A book of a few hundred leads, filled as the big one is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import connection

from rightday.agencies import clock
from rightday.agencies.models import Agency
from rightday.bench import draw
from rightday.bench.draw import Drawn
from rightday.bench.fill import Book, fill
from rightday.bench.search_fill import KINDS

SMALL = Book(leads=120, agencies=2, first=80, members=2)


@contextmanager
def as_owner() -> Iterator[None]:
    """On PostgreSQL the owner of the tables, who may drop their indexes."""
    options = connection.settings_dict["OPTIONS"]
    role = options.pop("assume_role", None)
    if role:
        connection.close()
    yield
    if role:
        connection.close()
        options["assume_role"] = role


@pytest.fixture
def today() -> date:
    return clock.today_in("Europe/London")


@pytest.fixture
def filled(transactional_db: None, today: date) -> Iterator[dict[str, int]]:
    """The book, and how many rows each table got."""
    with as_owner():
        yield_ = fill(SMALL, today)
    yield yield_
    with as_owner(), connection.cursor() as cursor:  # the flush knows tables of models alone
        for kind in KINDS:
            for table in (
                [f"search_{kind}"]
                if connection.vendor == "sqlite"
                else [f"search_{kind}_token", f"search_{kind}_words"]
            ):
                cursor.execute(f"DELETE FROM {table}")


@pytest.fixture
def drawn(filled: dict[str, int], today: date) -> Drawn:
    return draw.drawn(Agency.objects.order_by("pk")[0], today)
