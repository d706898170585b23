"""A line on its way from verdict to rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rightday.intake.running.judged_lines import JudgedLine
from rightday.intake.running.judging import Became
from rightday.intake.understanding.records import Record
from rightday.leads.models import Lead
from rightday.leads.rules import StepWish
from rightday.people.models import Person


@dataclass(slots=True)
class Written:
    """What became of one line while its chunk is written."""

    judged: JudgedLine
    person: Person | None = None
    lead: Lead | None = None
    made: dict[str, Any] = field(default_factory=dict)
    record: Record = field(init=False)
    became: Became = field(init=False)

    def __post_init__(self) -> None:
        self.record, self.became = self.judged.line.record, self.judged.judged.became


def title(record: Record) -> str:
    return " ".join(record.needs.split("\n")[0].split())[:200] if record.needs else ""


def wish(record: Record, next_on: date | None) -> StepWish | None:
    """The day of the next call: set by the file it is ours and may move on to a working day, agreed it stays."""
    if next_on is None:
        return None
    time = record.next_on.time if record.next_on else None
    return StepWish(due=next_on, earliest=time, agreed=record.agreed, subject=record.subject)
