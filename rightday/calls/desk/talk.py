"""A call about a candidate, an order or what lies between, as it is being logged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rightday.calls.talk import Contact
from rightday.joborders.models import JobOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTalk(Contact):
    """`record` is what holds the step (`calls.desk.holders`), `order` the job order it belongs to, if one."""

    record: Any
    order: JobOrder | None
