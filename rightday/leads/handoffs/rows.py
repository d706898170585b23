"""Hand-offs as the screens tell them: rows in words, what is left of a clock, what became of a lead that was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agenda.rules import KIND_WORDS, Kind
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.handoffs import rules as handoffs
from rightday.leads.handoffs.clocks import Clock, clock_in
from rightday.leads.handoffs.rules import Answer, Left, Return
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.leads.rules import Dates, Ending, Grade, Holds, Verdict
from rightday.team.rules import initials

COLUMNS: Final = (
    "id", "lead_id", "lead__title", "lead__company__name", "lead__person__name", "lead__identified_on",
    "lead__hot_until", "lead__warm_until", "lead__cold_until", "giver__name", "receiver__name", "receiver__zone",
    "words", "offered_at", "answer_by", "answer", "answered_at", "reason", "answer_words",
)  # fmt: skip
QUIET: Final = 20
"""Days without a call, after which an open lead that was given counts as quiet."""


@dataclass(frozen=True, slots=True)
class HandRow:
    """One hand-off on its page. `other` is the colleague at the other end, `given` whether it went to them.

    `left` is None for what came back; then `back` says why.
    """

    id: int
    lead_id: int
    heading: str
    person: str
    other: str
    initials: str
    given: bool
    words: str
    when: str
    verdict: Verdict
    left: Left | None
    back: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: their clock and their day."""

    clock: Clock
    today: date
    now: datetime
    holds: Holds


def row_of(values: tuple[Any, ...], reader: Reader, *, given: bool) -> HandRow:
    """`given`: by the reader, so that the other end is who it was offered to."""
    row = dict(zip(COLUMNS, values, strict=True))
    answer = row["answer"]
    other = row["receiver__name"] if given else row["giver__name"]
    dates = Dates(*(row[f"lead__{name}"] for name in ("identified_on", "hot_until", "warm_until", "cold_until")))
    at = row["answered_at"] if answer else row["offered_at"]
    return HandRow(
        id=row["id"], lead_id=row["lead_id"], heading=_heading(row), person=row["lead__person__name"], other=other,
        initials=initials(other), given=given and not answer, words=row["answer_words"] if answer else row["words"],
        when=reader.clock.said(at, reader.today), verdict=rules.verdict(dates, reader.today, reader.holds),
        left=None if answer else left_of(row["receiver__zone"], row["offered_at"], row["answer_by"], reader),
        back=back_words(answer, row["reason"]) if answer else "",
    )  # fmt: skip


def left_of(zone: str, offered_at: datetime, answer_by: datetime, reader: Reader) -> Left:
    """What is left of an offer's clock, which runs where its receiver is."""
    theirs = clock_in(zone or agencies.here().zone)
    return handoffs.time_left(
        theirs.left(reader.now, answer_by), theirs.left(offered_at, answer_by),
        reader.clock.said(answer_by, reader.today),
    )  # fmt: skip


def back_words(answer: str, reason: str) -> str:
    """ "Returned: the person has moved", "Not answered in time"."""
    if answer == Answer.RETURNED:
        return f"{handoffs.ANSWER_WORDS[Answer.RETURNED]}: {handoffs.RETURN_WORDS[Return(reason)]}"
    return handoffs.ANSWER_WORDS[Answer.LAPSED]


def _heading(row: dict[str, Any]) -> str:
    """ "Orbital Payments, two SREs"."""
    return ", ".join(filter(None, (row["lead__company__name"] or "", row["lead__title"]))) or row["lead__person__name"]


BECAME: Final = (
    "id", "lead_id", "lead__title", "lead__company__name", "lead__person__name", "grade", "receiver__name",
    "answered_at", "call_by", "called_at", "lead__outcome__kind", "lead__outcome__on", "lead__outcome__who",
    "lead__stage", "lead__milestone", "lead__last_call_on", "lead__next_step__kind", "lead__next_step__due",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BecameRow:
    """A lead that was given and accepted. `tone`: with-us, gap, or none."""

    id: int
    lead_id: int
    heading: str
    person: str
    grade: Grade
    given_as: str
    to: str
    initials: str
    became: str
    tone: str
    now: str


def became_of(values: tuple[Any, ...], reader: Reader) -> BecameRow:
    row = dict(zip(BECAME, values, strict=True))
    grade = Grade(row["grade"])
    became, tone, now = _became(row, reader)
    return BecameRow(
        id=row["id"], lead_id=row["lead_id"], heading=_heading(row), person=row["lead__person__name"], grade=grade,
        given_as=rules.GRADE_WORDS[grade], to=row["receiver__name"], initials=initials(row["receiver__name"]),
        became=became, tone=tone, now=now,
    )  # fmt: skip


def _became(row: dict[str, Any], reader: Reader) -> tuple[str, str, str]:
    """What it became, its tone, and what is now."""
    if row["lead__outcome__kind"]:
        return _ended(row, reader.today)
    kind, due = Kind(row["lead__next_step__kind"]), row["lead__next_step__due"]
    step = f"{KIND_WORDS[kind]}, {say_day(due, reader.today)}"
    if row["called_at"] is None and row["call_by"] is not None:
        if reader.now > row["call_by"]:
            return "Not called yet", "gap", f"was due {reader.clock.said(row['call_by'], reader.today)}"
        return "Accepted", "", f"first call by {reader.clock.said(row['call_by'], reader.today)}"
    last = row["lead__last_call_on"] or clock.day_in(reader.clock.zone, row["called_at"] or row["answered_at"])
    quiet = (reader.today - last).days
    if quiet >= QUIET and due <= reader.today:
        return "Called, then quiet", "gap", f"{quiet} days"
    if row["lead__milestone"] > 1:
        return STAGE_WORDS[Stage(row["lead__stage"])], "", step
    return "In conversation" if row["called_at"] else "Accepted", "", step


def _ended(row: dict[str, Any], today: date) -> tuple[str, str, str]:
    """ "Filled by Harrow & Pike" with its day; who was hired stands beside what we filled ourselves."""
    kind, who, day = Ending(row["lead__outcome__kind"]), row["lead__outcome__who"], row["lead__outcome__on"]
    words, said = rules.ENDING_WORDS[kind], say_day(day, today)
    if kind is Ending.FILLED_BY_COMPETITOR and who:
        return f"Filled by {who}", "", said
    return words, "with-us" if kind is Ending.FILLED_BY_US else "", ", ".join(filter(None, (said, who)))
