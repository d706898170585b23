"""Who said what a captured text tells, and whether a call reached the person herself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rightday.intake.capture import words as known_words
from rightday.intake.capture.names_by_rules import Name
from rightday.intake.capture.words_in_text import Word

_SPOKE = re.compile(
    r"\b(?:(?:have |just )?(?:spoke|spoken|talked|chatted)\s+(?:with\b|to\b|w/)"
    r"|(?:on|off) the (?:phone|line) (?:with|to)\b"
    r"|got (?:through to|hold of)\b|(?:good |quick |long )?(?:call|chat|conversation) (?:with\b|w/))",
    re.IGNORECASE,
)
_PICKED_UP = re.compile(
    r"\b(?:picked up|answered (?:the phone|herself|himself|first ring|straight away|at once)"
    r"|(?:rang|called|phoned) (?:me |us )?back"
    r"|reached (?:her|him|them)|(?:she|he|they) (?:answered|rang me|called me))\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:no answer|no reply|voice ?mail|answerphone|rang out|engaged|left (?:a )?message|unavailable"
    r"|(?:didn['’]?t|did not|doesn['’]?t|never|not) (?:pick(?:ed)? up|answer(?:ed)?|reached?|spoken?)"
    r"|(?:need|want|have|trying|tried|try|hope|should|must|will) (?:to )?(?:speak|talk))\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r" ?: ?[\"“«']")
_FROM = frozenset({"from", "via", "per", "source", "to", "by"})
_ME = frozenset({"me", "us", "him", "her", "them"})


@dataclass(frozen=True, slots=True)
class Told:
    """text[start:end] says that `name` told it; `saw`: they were in the interview themselves."""

    name: Name
    start: int
    end: int
    second_hand: bool
    saw: bool

    @property
    def by_verb(self) -> bool:
        """Whether a verb follows the name: "Priya says"."""
        return self.end > self.name.end


def find(words: Sequence[Word], names: Sequence[Name]) -> Told | None:
    """The first name in `names` that a verb of saying, "from" or "sat with her" makes a source."""
    for name in names:
        rival = name.text.lower() in known_words.RIVALS
        if rival or (name.as_person == 0 and not _introduced(words, name)):
            continue
        told = _says(words, name, names) or _saw(words, name) or _from(words, name) or _about(words, name, names)
        if told is not None:
            return told
    return None


def spoke(text: str) -> tuple[tuple[int, int], ...]:
    """Where the text says that a talk took place: "Spoke with", "she picked up"."""
    if _MISSED.search(text):
        return ()
    return tuple(match.span() for pattern in (_SPOKE, _PICKED_UP) for match in pattern.finditer(text))


def _says(words: Sequence[Word], name: Name, names: Sequence[Name]) -> Told | None:
    """ "Lena says", and "Tom at Castle says"."""
    place = next((other for other in names if name.at_company and other.first == name.last + 1), None)
    at = place.last if place else name.last
    if at < len(words) and words[at].soft and words[at].low in ("just", "also"):
        at += 1
    if at < len(words) and name.first == 0 and _QUOTE.match(words[at].gap):
        return Told(name, name.start, name.end, second_hand=False, saw=False)
    if at >= len(words) or not words[at].soft or words[at].low not in known_words.SAYS:
        return None
    last = at + 1 if at + 1 < len(words) and words[at + 1].soft and words[at + 1].low in _ME else at
    return Told(name, name.start, words[last].end, words[at].low in known_words.HEARSAY, saw=False)


def _saw(words: Sequence[Word], name: Name) -> Told | None:
    """ "Lena sat with her", "Lena interviewed with": a candidate who was there."""
    at = name.last
    if at + 1 < len(words) and words[at].soft and words[at].low in ("had", "did"):
        return _had_round(words, name)
    if at + 1 >= len(words) or not words[at].soft or words[at].low not in known_words.SAW:
        return None
    after = words[at + 1]
    if not after.soft or after.low not in ("with", "her", "him", "them"):
        return None
    last = at + 1
    if after.low == "with" and at + 2 < len(words) and words[at + 2].soft and words[at + 2].low in _ME:
        last = at + 2
    return Told(name, name.start, words[last].end, second_hand=False, saw=True)


def _had_round(words: Sequence[Word], name: Name) -> Told | None:
    """ "Aisha had a second round with Peter"."""
    for at in range(name.last + 1, min(name.last + 6, len(words) - 1)):
        if not words[at].soft:
            return None
        if words[at].low in ("round", "interview", "rounds", "interviews") and words[at + 1].low == "with":
            return Told(name, name.start, words[name.last].end, second_hand=False, saw=True)
    return None


def _from(words: Sequence[Word], name: Name) -> Told | None:
    if not _introduced(words, name):
        return None
    first = name.first - 1
    if first > 0 and words[first].soft and words[first - 1].low in ("heard", "according", "tip", "got", "came", "told"):
        first -= 1
    return Told(name, words[first].start, name.end, second_hand=False, saw=False)


def _introduced(words: Sequence[Word], name: Name) -> bool:
    if name.first == 0 or name.as_company >= 6:
        return False
    before, word = words[name.first - 1], words[name.first]
    if before.low not in _FROM or not (word.soft or word.gap.strip() == ":"):
        return False
    earlier = words[name.first - 2] if name.first > 1 else None
    if before.low in ("to", "by"):
        return earlier is not None and earlier.low in ("according", "told", "confirmed", "introduced")
    if before.low == "from":
        # "Jane from Northgate Rail" is a company; "Heard from Lena" and ", from Lena" are not.
        return earlier is None or not before.soft or earlier.low in known_words.NOT_NAMES
    return True


def _about(words: Sequence[Word], name: Name, names: Sequence[Name]) -> Told | None:
    """ "Spoke with Lena about Hilary Moss": Lena is the source."""
    later = any(other.first > name.last for other in names if other.as_person)
    if not (name.cue and later and name.last < len(words) and words[name.last].low in ("about", "re", "regarding")):
        return None
    return Told(name, name.start, name.end, second_hand=False, saw=False)
