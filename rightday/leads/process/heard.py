"""What a call says of a milestone. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rightday.leads.process.rules import Failure


@dataclass(frozen=True, slots=True)
class MilestoneHeard:
    """What was heard of a milestone in a call. `place` 0 is the one awaited.

    `reached_on`: the day it was done; `answer` of a decision, yes or no. A no, or a `failure`, lets the process fall
    back (on `reached_on`, else today). `expected`: the day on which what is awaited after all this is due.
    """

    place: int = 0
    reached_on: date | None = None
    answer: str = ""
    failure: Failure | None = None
    expected: date | None = None
    note: str = ""
