"""Demand in plain words: what a note or a captured sentence shows (FIELD_GUIDE §3).

Shared by the spreadsheet import and by quick capture. A word about a grade ("HOT!") is
never evidence; a denial ("not interviewing") is never demand; a guess ("may be
interviewing") is a rumour whatever it is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rightday.intake import heard_days, heard_words
from rightday.intake.heard_words import Kind

__all__ = ["Heard", "Kind", "find"]


@dataclass(frozen=True, slots=True)
class Heard:
    """One piece of demand: `words` is the text between `start` and `end`.

    `day` is the day it was true if the words name one, else None: the caller knows
    when they were heard. `count` is how many people it is about, if said.
    """

    kind: Kind
    start: int
    end: int
    words: str
    day: date | None
    count: int | None


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    asked: bool
    doubted: bool


def find(text: str, today: date | None) -> tuple[Heard, ...]:
    """All demand in `text`, in its order; "yesterday" is counted from `today`.

    Of each kind at most one for each clause. Time grows linearly with the text.
    """
    if len(text) <= 300:
        return _find_short(text, today)
    return _find(text, today)


def _find(text: str, today: date | None) -> tuple[Heard, ...]:
    if not heard_words.TRIGGER.search(text):
        return ()
    return tuple(found for clause in _clauses(text) for found in _in_clause(text, clause, today))


_find_short = lru_cache(maxsize=20_000)(_find)


def _clauses(text: str) -> Iterator[_Clause]:
    start = 0
    for mark in heard_words.SENTENCE.finditer(text):
        yield from _split(text, start, mark.start(), asked="?" in mark.group())
        start = mark.end()
    yield from _split(text, start, len(text), asked=False)


def _split(text: str, start: int, end: int, *, asked: bool) -> Iterator[_Clause]:
    """The clauses of one sentence. A doubt at its head ("Apparently, …") covers the sentence."""
    doubted = False
    while start < end:
        mark = heard_words.BREAK.search(text, start, end)
        stop = mark.start() if mark else end
        clause = _Clause(start, stop, asked, doubted)
        if clause.end > clause.start:
            yield clause
            # Only a bare doubt reaches over the comma: "maybe next month, seeing 2 now" does not.
            few = len(text[start:stop].split()) <= 2
            doubted = doubted or (few and bool(heard_words.DOUBT.search(text, start, stop)))
        start = mark.end() if mark else end


def _in_clause(text: str, clause: _Clause, today: date | None) -> Iterator[Heard]:
    doubt = clause.asked or clause.doubted or bool(heard_words.DOUBT.search(text, clause.start, clause.end))
    seen: set[Kind] = set()
    for kind, pattern in heard_words.FACT.items():
        match = pattern.search(text, clause.start, clause.end)
        if match is None or _denied(text, clause, match):
            continue
        shown = _shown(kind, text, clause, match, doubt=doubt)
        # A rumour beside a fact in one clause ("hiring, …") adds nothing.
        if shown is None or shown in seen or (shown is Kind.RUMOUR and seen):
            continue
        seen.add(shown)
        yield _heard(shown, text, clause, match, today)


def _denied(text: str, clause: _Clause, match: re.Match[str]) -> bool:
    before = text[max(clause.start, match.start() - 60) : match.start()]
    after = text[match.end() : min(clause.end, match.end() + 60)]
    return bool(
        heard_words.DENIED.search(before)
        or heard_words.DENIAL_INSIDE.search(match.group())
        or heard_words.DENIED_AFTER.search(after)
    )


def _shown(kind: Kind, text: str, clause: _Clause, match: re.Match[str], *, doubt: bool) -> Kind | None:
    before = text[max(clause.start, match.start() - 60) : match.start()]
    if kind is Kind.CONTRACTORS and (
        heard_words.WISHED.search(before) or heard_words.WISHED.search(match.group()[:-1])
    ):
        return None
    if kind in (Kind.CONTRACTORS, Kind.PROJECT) and heard_words.PAST.search(text, clause.start, clause.end):
        return None
    if kind in (Kind.INTERVIEWING, Kind.CONTRACTORS):
        intended = heard_words.INTENDED.search(before)
        dated = heard_days.names_a_day(text[match.start() : clause.end])
        if doubt or (intended and not dated):
            return Kind.RUMOUR
    return kind


def _heard(kind: Kind, text: str, clause: _Clause, match: re.Match[str], today: date | None) -> Heard:
    start, end = match.start(), min(clause.end, match.end() + 120)
    if kind is Kind.RUMOUR:
        doubt = heard_words.DOUBT.search(text, clause.start, start)
        start = doubt.start() if doubt else start
    end = start + len(text[start:end].rstrip())
    words = text[start:end]
    past = bool(re.search(r"(?:ed|met|seen|had)\b", match.group(), re.IGNORECASE))
    day = heard_days.day_in(text[clause.start : clause.end], today, past=past)
    return Heard(kind, start, end, words, day, _count(words))


def _count(words: str) -> int | None:
    """How many people the words speak of: "seeing 2 this wk" → 2. Times and dates are none."""
    found = heard_words.COUNTED.search(words)
    if found is None:
        return None
    text = found.group(1).lower()
    return int(text) if text.isdigit() else heard_words.COUNTS[text]
