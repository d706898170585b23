"""Gap analysis: what a client needs beside what a candidate has shown, line by line. Pure.

A line is proposed by likeness of words: of the words with meaning in a need, how many stand in what was done. Each
proposal says what it rests on, and a human corrects it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rightday.joborders.feedback.rules import Fit, Need
from rightday.kernel.folding import fold

ALIKE: Final = 0.45
PARTLY: Final = 0.2
ENOUGH_KNOWN: Final = 3
"""So many deeds of a kind (or skills) on record say that somebody asked: what is not among them is missing."""
MOST_OF_A_POINT: Final = 3
MOST_SKILLS: Final = 8
NEED_WORDS: Final = {
    Need.GOAL: "Goal", Need.CHALLENGE: "Challenge", Need.DELIVERABLE: "Deliverable", Need.RESULT: "Result",
    Need.SKILL: "Skill",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Needed:
    """One need. `fact` is the row it was said in; a skill has its `skill`, and `years` where they asked for them."""

    need: Need
    words: str
    fact: int | None = None
    skill: int | None = None
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """Something they did: `said` is how we know, `weighs` whether more than their own word stands behind it."""

    id: int
    need: Need
    words: str
    at: str
    said: str
    weighs: bool


@dataclass(frozen=True, slots=True)
class Has:
    """A skill on record: `shown` proven, partly or unknown."""

    id: int
    skill: int
    shown: str
    years: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a referee that may be quoted."""

    id: int
    words: str
    who: str


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal: how the need is met, why the rule thinks so, what to show, and the rows that it rests on."""

    needed: Needed
    fit: Fit
    why: str
    words: str = ""
    deed: int | None = None
    has: int | None = None
    quote: int | None = None


def parts(words: str) -> tuple[str, ...]:
    """Several needs that were said in one breath: a line or a list entry each, at most three."""
    found = (part.strip(" \t•*-–") for part in re.split(r"\n|;", words))
    return tuple(part[:500] for part in found if part)[:MOST_OF_A_POINT]


def line(needed: Needed, done: Sequence[Done], has: Sequence[Has], said: Sequence[Said]) -> Line:
    """The line of one need."""
    return _skill(needed, has) if needed.need is Need.SKILL and needed.skill else _deed(needed, done, said)


def likeness(need: str, deed: str) -> float:
    """How many of the need's words with meaning stand in the deed, 0 to 1; 0 where the need has none."""
    wanted, shown = stems(need), stems(deed)
    return len(wanted & shown) / len(wanted) if wanted else 0.0


def stems(text: str) -> frozenset[str]:
    """Words with meaning, folded, without their endings."""
    return frozenset(_stem(word) for word in fold(text).split() if len(word) > 2 and word not in _EMPTY)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ies", "ers", "ed", "er", "es", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _skill(needed: Needed, has: Sequence[Has]) -> Line:
    mine = next((one for one in has if one.skill == needed.skill), None)
    if mine is None:
        if len(has) >= ENOUGH_KNOWN:
            return Line(needed, Fit.MISSING, f"Not among the {len(has)} skills on record.")
        return Line(needed, Fit.UNKNOWN, "Nobody has asked.")
    years = f"{mine.years} years" if mine.years else ""
    if mine.shown == "unknown":
        return Line(needed, Fit.UNKNOWN, "On record, but nobody has asked how well.", years, has=mine.id)
    if needed.years and (mine.years or 0) < needed.years:
        short = f"{needed.years} years are asked for, {mine.years or 'no'} on record."
        return Line(needed, Fit.PARTLY, short, years, has=mine.id)
    if mine.shown == "partly":
        return Line(needed, Fit.PARTLY, "Shown in part.", years, has=mine.id)
    return Line(needed, Fit.COVERED, "Shown by what they did.", years, has=mine.id)


def _deed(needed: Needed, done: Sequence[Done], said: Sequence[Said]) -> Line:
    quote = max(said, key=lambda one: likeness(needed.words, one.words), default=None)
    spoken = quote.id if quote and likeness(needed.words, quote.words) >= PARTLY else None
    best = max(done, key=lambda one: (likeness(needed.words, one.words), one.need is needed.need), default=None)
    alike = likeness(needed.words, best.words) if best else 0.0
    if best and alike >= PARTLY:
        return _like(needed, best, alike, spoken)
    if quote and spoken:
        return Line(needed, Fit.PARTLY, f"{quote.who} speaks of it.", quote.words[:500], quote=spoken)
    known = sum(one.need is needed.need for one in done)
    if known >= ENOUGH_KNOWN:
        return Line(needed, Fit.MISSING, f"None of the {known} of that kind on record is like it.")
    return Line(needed, Fit.UNKNOWN, "Nobody has asked.")


def _like(needed: Needed, best: Done, alike: float, quote: int | None) -> Line:
    place = f" at {best.at}" if best.at else ""
    if alike >= ALIKE and (best.weighs or quote):
        return Line(needed, Fit.COVERED, f"Did the like{place}. {best.said}.", best.words, deed=best.id, quote=quote)
    if alike >= ALIKE:
        why = f"Did the like{place}, by their own word alone. {best.said}."
        return Line(needed, Fit.PARTLY, why, best.words, deed=best.id)
    return Line(needed, Fit.PARTLY, f"Something near it{place}. {best.said}.", best.words, deed=best.id, quote=quote)


_EMPTY: Final = frozenset(
    "the and for with that this from into onto our your their his her its are was were has have had been can could "
    "will would should must may not all any every each who what when which where how why than then them they you she "
    "him one two out off over under until till before after within without about also only just very more most less "
    "need needs want wants make made get gets does did done per new some such".split()
)
