"""A call about a candidate, an order or what lies between, as it is being logged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from rightday.calls.talk import Contact
from rightday.joborders.models import JobOrder

POINT: Final = "point_"
"""What the key of a question begins with whose answer is one of the eleven points of the job order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTalk(Contact):
    """`record` is what holds the step (`calls.desk.holders`), `order` the job order it belongs to, if one."""

    record: Any
    order: JobOrder | None
