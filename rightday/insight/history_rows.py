"""A line of a period's leads in words: what grade it had, who found it, what became of it, how we know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import Truncator

from rightday.agencies import queries as agencies
from rightday.calls.rules import RESULT_WORDS, Result
from rightday.insight.periods import Period
from rightday.insight.rules import BECAME_WORDS, Became
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.leads.rules import Change, Grade, Holds, KnownBy, Piece
from rightday.team.rules import initials

COLUMNS = (
    "id", "title", "company__name", "person__name", "heard_by__name", "stage", "milestone", "round", "milestone_on",
    "call_count", "last_talk_on", "last_heard_on", "heard_on", "uncalled_on", "outcome__kind", "outcome__on",
    "outcome__who", "outcome__rival__name", "outcome__known_by", "outcome__words", "outcome__by__name",
    "next_step__due", "next_step__agreed",
)  # fmt: skip
NOTE = 60
"""Signs of a note that stand in a line."""


@dataclass(frozen=True, slots=True)
class LastCall:
    """The last call about a lead: when, what came of it, what was noted."""

    on: date
    result: Result
    note: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One lead of a period. `tone` is "gap" where nobody knows, "with-us" where we filled it."""

    id: int
    group: Became
    name: str
    need: str
    person: str
    grade: Grade
    graded_on: str
    found_by: str
    letters: str
    words: str
    tone: str
    how: str


def row_of(group: Became, row: tuple[Any, ...], *, best: Change | None, call: LastCall | None, on: date) -> HistoryRow:
    """`best` is the best grade it had in the period, `call` the last one about it."""
    of = dict(zip(COLUMNS, row, strict=True))
    found_by = of["heard_by__name"] or ""
    name = of["company__name"] or of["person__name"]
    return HistoryRow(
        id=of["id"], group=group, name=name, need=of["title"], person=of["person__name"],
        grade=best.grade if best else Grade.NONE, graded_on=say_day(best.day, on) if best else "",
        found_by=found_by, letters=initials(found_by) if found_by else "", words=_became(group, of, on),
        tone={Became.UNKNOWN: "gap", Became.US: "with-us"}.get(group, ""), how=_how(group, of, call, on),
    )  # fmt: skip


def best_grade(pieces: Iterable[Piece], period: Period) -> Change | None:
    """The best grade a lead had in a period, from what was recorded by then, and the day it began; None for none."""
    changes = rules.history(list(pieces), period.last, agencies.numbers(Holds, "grades"))
    graded = [change for change in changes if change.grade is not Grade.NONE]
    return min(graded, key=lambda change: _GRADES.index(change.grade), default=None)


_GRADES = (Grade.HOT, Grade.WARM, Grade.COLD, Grade.NONE)


def _became(group: Became, of: dict[str, Any], on: date) -> str:
    """ "Harrow & Pike, Thu 12 Nov", "Interviewing, expected tomorrow", "Not known"."""
    if group is Became.UNKNOWN:
        return "Not known"
    if group is Became.OPEN:
        expected = f", expected {say_day(of['milestone_on'], on)}" if of["milestone_on"] else ""
        tracked = of["milestone"] > 1 or of["round"] > 1 or expected
        return f"{STAGE_WORDS[Stage(of['stage'])]}{expected}" if tracked else "Open"
    who = of["outcome__rival__name"] or of["outcome__who"] or BECAME_WORDS[group]
    hired = of["outcome__who"] if of["outcome__who"] not in ("", who) else ""
    return ", ".join(part for part in (who, hired, say_day(of["outcome__on"], on)) if part)


def _how(group: Became, of: dict[str, Any], call: LastCall | None, on: date) -> str:
    if group in (Became.UNKNOWN, Became.OPEN):
        return _silent(of, call, on) if group is Became.UNKNOWN else _heard(of, on)
    known = of["outcome__known_by"]
    how = rules.KNOWN_BY_WORDS[KnownBy(known)] if known else ""
    said = f"“{Truncator(of['outcome__words']).chars(NOTE)}”" if of["outcome__words"] else ""
    by = f"put down by {of['outcome__by__name'].split()[0]}" if of["outcome__by__name"] else ""
    return _sentence(", ".join(part for part in (how, said, by) if part))


def _silent(of: dict[str, Any], call: LastCall | None, on: date) -> str:
    """Why nobody knows: the last word there was, and what is agreed."""
    if of["uncalled_on"]:
        last = f"Wants no call about it, since {say_day(of['uncalled_on'], on)}"
    elif call is None:
        last = "Called, long ago" if of["call_count"] else "Never called"
    else:
        said = f"“{Truncator(call.note).chars(NOTE)}”" if call.note else RESULT_WORDS[call.result]
        again = ", never again" if of["call_count"] == 1 else ""
        last = f"{said}, {say_day(call.on, on)}{again}"
    agreed = of["next_step__agreed"] and of["next_step__due"] >= on
    return last + (f". May we check in {_on(of['next_step__due'], on)}? Yes" if agreed else "")


def _heard(of: dict[str, Any], on: date) -> str:
    """When an open lead was last spoken or heard of."""
    heard = of["last_heard_on"] or of["heard_on"]
    if of["last_talk_on"] and of["last_talk_on"] >= heard:
        return f"Spoke {say_day(of['last_talk_on'], on)}"
    return f"Heard {say_day(heard, on)}"


def _on(day: date, on: date) -> str:
    words = say_day(day, on)
    return words if words in ("today", "tomorrow", "yesterday") else f"on {words}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
