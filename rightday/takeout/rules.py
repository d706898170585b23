"""How long a file waits for its download, and what is said of one that is made."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

KEPT: Final = timedelta(days=2)
"""An archive holds everybody's data: it is fetched soon, or made again."""
SILENT: Final = timedelta(minutes=10)
"""One that should be in the making and has not been heard of for so long has lost its worker."""


class State(StrEnum):
    WAITING = "waiting"
    MAKING = "making"
    DONE = "done"
    FAILED = "failed"
    GONE = "gone"


STATE_WORDS: Final[dict[State, str]] = {
    State.WAITING: "Waiting for a worker",
    State.MAKING: "Being made",
    State.DONE: "Ready",
    State.FAILED: "Stopped",
    State.GONE: "Deleted",
}
STATE_CHOICES: Final = [(state.value, words) for state, words in STATE_WORDS.items()]
UNDER_WAY: Final = frozenset({State.WAITING, State.MAKING})


def expires_at(finished: datetime) -> datetime:
    return finished + KEPT


def share(done: int, of: int) -> int:
    """Hundredths, never 100 before the end: the last part is checking and closing the file."""
    return min(done * 100 // of, 99) if of else 0
