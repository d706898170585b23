"""How an import moves from one state to the next, and walks through its file: shared by all its actions."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final, TypeVar

from django.db.models import F

from rightday.agencies import clock
from rightday.agencies.once import Stale
from rightday.intake.models import Import

CHUNK: Final = 4_000
"""Rows written in one transaction. The more, the fewer pages are written twice; the fewer, the sooner others write."""
State = Import.State
T = TypeVar("T")


def move(batch: Import, before: set[State], after: State, *, seen: int | None = None, **values: Any) -> None:
    """From one of some states to another. Raises Stale when somebody was first."""
    rows = Import.objects.filter(pk=batch.pk, state__in=before)
    if seen is not None:
        rows = rows.filter(version=seen)
    if not rows.update(state=after, state_at=clock.now(), version=F("version") + 1, **values):
        batch.refresh_from_db()
        raise Stale(f"This import is {batch.get_state_display().lower()} by now. Look at it again.")
    batch.refresh_from_db()


def chunks(every: Iterable[T]) -> Iterator[list[T]]:
    """CHUNK of them at a time."""
    iterator = iter(every)
    while some := list(islice(iterator, CHUNK)):
        yield some


@contextmanager
def no_cycles() -> Iterator[None]:
    """The rows of a chunk hold no cycles: looking for some took a quarter of an import's time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
