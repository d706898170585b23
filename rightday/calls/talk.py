"""A call as it is being logged: what the caller says of it, and what it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from rightday.agenda.models import NextStep
from rightday.calls import rules
from rightday.calls.rules import NextWish, Result, Said
from rightday.leads.models import Lead
from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.rules import IDENTITY, Ending, HeardEvidence
from rightday.people.models import Person, PhoneNumber
from rightday.team.models import Member


@dataclass(frozen=True, slots=True)
class Report:
    """What the caller says of the call. `others`: somebody else was asked, for they want no call about it."""

    result: Result
    note: str
    level: str
    answers: dict[str, str]
    heard: Sequence[HeardEvidence]
    said: Said
    next: NextWish | None
    ending: Ending | None
    milestone: MilestoneHeard | None = None
    others: bool = False

    @property
    def reached(self) -> bool:
        """Whether it was the person themselves."""
        return self.result in rules.REACHED and not self.others


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A call as it stands when it is logged, whatever it was about; `before` gathers what undoing needs."""

    person: Person
    step: NextStep
    by: Member
    now: datetime
    today: date
    phones: Sequence[PhoneNumber]
    before: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Contact):
    """A call about a lead."""

    lead: Lead


def second_hand(heard: Sequence[HeardEvidence]) -> list[HeardEvidence]:
    """As somebody else said it: of who the person is nothing is confirmed by that."""
    return [replace(one, said_by=None, second_hand=True) for one in heard if one.shows not in IDENTITY]
