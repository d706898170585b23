"""Which agency this thread of work has entered.

The bottom of the wall: a context variable, read when a statement is compiled. Everything
else (manager, fields, compiler, row-level security) asks here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final


class OutsideAgency(Exception):
    """A statement of the trade was run without its agency, or for another one."""


class _Open:
    """The wall stands open on purpose (migrations, the benchmark's filling, the list of one's agencies)."""


_OPEN: Final = _Open()
_entered: ContextVar[int | _Open | None] = ContextVar("rightday_agency", default=None)


def current_agency_id() -> int | None:
    """Id of the agency entered; None while the wall is open. Raises OutsideAgency outside both."""
    entered = _entered.get()
    if isinstance(entered, int):
        return entered
    if entered is None:
        raise OutsideAgency("No agency has been entered: this statement would see every agency.")
    return None


def entered_agency_id() -> int | None:
    """Like `current_agency_id`, but None outside an agency instead of an error."""
    entered = _entered.get()
    return entered if isinstance(entered, int) else None


@contextmanager
def scope(agency_id: int) -> Iterator[None]:
    """Python's part of entering an agency; requests, tasks and commands use `row_security.enter`."""
    token = _entered.set(int(agency_id))
    try:
        yield
    finally:
        _entered.reset(token)


@contextmanager
def wall_open() -> Iterator[None]:
    """Statements inside see every agency that the database itself lets them see.

    For the listed places only (a guard holds the list): PostgreSQL's own wall still stands.
    """
    token = _entered.set(_OPEN)
    try:
        yield
    finally:
        _entered.reset(token)
