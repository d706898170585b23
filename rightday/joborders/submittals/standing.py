"""How far a submittal is, reckoned from its interviews and offers alone, so that a stage never lies. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rightday.joborders.rules import Stage
from rightday.joborders.submittals.rules import Held, OfferAnswer


@dataclass(frozen=True, slots=True)
class Round:
    """An interview: `on` is its day where it is, `starts` and `ends` its moments; `asked` that the debrief is settled.

    `forward` is the client's decision, None while there is none; `answered` that they have said something.
    """

    number: int
    on: date
    starts: datetime
    ends: datetime
    held: Held = Held.PLANNED
    prepared: bool = False
    debriefed: bool = False
    skipped: bool = False
    answered: bool = False
    forward: bool | None = None
    wanted: str = ""
    said: str = ""

    @property
    def counts(self) -> bool:
        """Whether client and candidate have met or are to meet."""
        return self.held in (Held.PLANNED, Held.HELD)

    @property
    def asked(self) -> bool:
        return self.debriefed or self.skipped


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer, by word or in writing, as far as it is."""

    verbal_on: date | None = None
    written_on: date | None = None
    answer_by: datetime | None = None
    answer: OfferAnswer | None = None
    answered_on: date | None = None
    resigns_on: date | None = None
    resigned_on: date | None = None
    starts_on: date | None = None

    @property
    def made_on(self) -> date | None:
        return min((day for day in (self.verbal_on, self.written_on) if day), default=None)


@dataclass(frozen=True, slots=True)
class Standing:
    """The columns of a submittal that follow from the rest."""

    stage: Stage
    round: int
    first_on: date | None
    further_on: date | None
    offer_on: date | None
    accepted_on: date | None


def standing(rounds: Sequence[Round], offers: Sequence[Offered], *, started: bool = False) -> Standing:
    """Where a submittal stands. Interviews that were cancelled or missed do not count."""
    met = [one for one in rounds if one.counts]
    first = min((one.on for one in met), default=None)
    further = min((one.on for one in met if one.number > 1), default=None)
    offered = min((day for one in offers if (day := one.made_on)), default=None)
    accepted = next((one.answered_on for one in offers if one.answer is OfferAnswer.ACCEPTED), None)
    return Standing(
        _stage(met, offers, started=started), max((one.number for one in met), default=0), first, further, offered,
        accepted,
    )  # fmt: skip


def _stage(met: Sequence[Round], offers: Sequence[Offered], *, started: bool) -> Stage:
    if started:
        return Stage.STARTED
    if any(one.answer is OfferAnswer.ACCEPTED for one in offers):
        return Stage.ACCEPTED
    if offers:
        return Stage.OFFER
    if any(one.number > 1 for one in met):
        return Stage.FURTHER_INTERVIEW
    return Stage.FIRST_INTERVIEW if met else Stage.SUBMITTED
