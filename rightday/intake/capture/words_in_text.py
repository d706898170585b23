"""A text as words with places: the ground on which names, titles and needs are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rightday.intake.capture import words as known_words

# Combining marks and joiners are letters of a word in Arabic, Hebrew and the scripts of India.
_LETTER = r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u200c\u200d]"
_WORD = re.compile(rf"{_LETTER}+(?:['’\-‐]{_LETTER}+)*")
_POSSESSIVE = re.compile(r"['’][sS]$")
_SOFT = re.compile(r" {0,3}\Z|[ ]?[&+][ ]?\Z")
_AFTER_DOT = re.compile(r"\. ?\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """text[start:end]; `gap` is what stands between it and the word before.

    `soft` is true when only blanks (or "&", or the dot of an initial) stand there.
    """

    start: int
    end: int
    text: str
    low: str
    gap: str
    soft: bool

    @property
    def capital(self) -> bool:
        """Whether it begins like a name: a capital, or a script that has none."""
        first = self.text[0]
        return first.isupper() or first.istitle() or (first.isalpha() and not first.islower())


def masked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """`text` with each place blotted out, of the same length."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(places):
        pieces += [text[at:start], "|" * (end - max(start, at))]
        at = max(at, end)
    return "".join(pieces) + text[at:]


def split(text: str) -> tuple[Word, ...]:
    """The words of `text` in their order; "Priya's" is the word "Priya"."""
    found: list[Word] = []
    at = 0
    for match in _WORD.finditer(text):
        raw = match.group()
        whole = _POSSESSIVE.sub("", raw) if len(raw) > 3 else raw
        gap = text[at : match.start()]
        soft = bool(found) and _joins(found[-1], gap)
        end = match.start() + len(whole)
        found.append(Word(match.start(), end, whole, whole.lower().replace("’", "'"), gap, soft))
        at = end
    return tuple(found)


def without(words: Sequence[Word], place: tuple[int, int] | None) -> tuple[Word, ...]:
    """`words` but for those inside `place`, over which nothing joins."""
    if place is None:
        return tuple(words)
    start, end = place
    after = next((i for i, word in enumerate(words) if word.start >= end), len(words))
    before = tuple(word for word in words[:after] if word.end <= start)
    return (*before, *(replace(word, gap="|", soft=False) for word in words[after : after + 1]), *words[after + 1 :])


def has_capitals(words: Sequence[Word]) -> bool:
    """Whether capitals tell names from other words: not in lower-case typing, nor in ALL CAPS."""
    mixed = sum(1 for word in words if word.text[0].isupper() and not word.text.isupper())
    upper = sum(1 for word in words if len(word.text) > 1 and word.text.isupper())
    lower = sum(1 for word in words if word.text[0].islower())
    if upper > 2 and upper > 2 * (mixed + lower):
        return False
    return any(
        word.capital and word.low not in known_words.NOT_NAMES and (word.soft or not lower or len(word.text) > 1)
        for word in words
    )


def _joins(before: Word, gap: str) -> bool:
    if _SOFT.match(gap):
        return True
    short = len(before.text) == 1 or before.low in known_words.HONORIFICS or before.low in ("st", "co")
    return short and bool(_AFTER_DOT.match(gap))
