"""Numbers, titles, needs, the agreed day and the note of a captured text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, zip_longest

from rightday.intake.capture import words as known_words
from rightday.intake.capture.captured import Parsed, Span
from rightday.intake.capture.words_in_text import Word
from rightday.kernel import name_case, when
from rightday.kernel import phones as kernel_phones
from rightday.kernel.names import PersonName
from rightday.kernel.phones import Phone

_MOST_PHONES = 20  # a pasted list of numbers is a matter for the import
_PHONE = re.compile(
    r"(?<![\w£$€.,/-])(?:\+|\(\+?|00)?\d(?:[\d\u00a0().\-]|/(?=\d)| (?! ?/)){4,30}\d"
    r"(?:,? ?(?:ext|extension|extn|x|#)\.? ?\d{1,6})?(?!\w)",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,4}[/. -]\d{1,2}[/. -]\d{2,4}(?:\D.*)?\Z")
_MONEY = re.compile(r"[£$€][\d ,.]*\Z")
_CALL = re.compile(
    r"(?<!good )(?<!great )(?<!nice )(?<!long )\b"
    r"(?:call|ring|phone|ping|chase|try|text|e-?mail|meet|catch up|follow(?: it| this)? up|check (?:in|back)"
    r"|speak|talk|chat|get back|come back|ask again|remind me|diarise|call ?back)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;!?\n]")
_MOST_CALLS = 50
_DENIED = re.compile(
    r"\b(?:not|isn['’]t|aren['’]t|no longer|never)(?: \w+){0,2} (?:interviewing|hiring|recruiting|looking)\b"
    r"|\bno (?:openings?|vacanc(?:y|ies)|needs?|plans? to hire|headcount)\b|\b(?:don['’]t|doesn['’]t) need\b",
    re.IGNORECASE,
)
EDGES = ' \t\r\n\v\f\u00a0,;:-–—|.()•·"“”?!'


def phones(text: str, region: str) -> tuple[tuple[tuple[int, int], Phone], ...]:
    """The numbers in `text` with their places; dates, money and years are none."""
    found: list[tuple[tuple[int, int], Phone]] = []
    for match in _PHONE.finditer(text):
        typed = match.group()
        count = sum(char.isdigit() for char in typed)
        abroad = typed.lstrip("(").startswith(("+", "0"))
        money = _MONEY.search(text, max(0, match.start() - 12), match.start())
        if len(found) >= _MOST_PHONES or money or _DATE.match(typed) or count < (7 if abroad else 10):
            continue
        found += [
            (match.span(), phone) for phone in kernel_phones.read(typed, region) if phone.e164 is not None or abroad
        ]
    return tuple(found)


def title(words: Sequence[Word], said: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """Where the first title stands ("Head of Data", "engineering manager", "CTO").

    None of those in `said`: "interviewing two project managers" is a need.
    """
    said = tuple(said)
    for at, word in enumerate(words):
        found = _title_at(words, at, word)
        if found and not any(start < found[1] and found[0] < end for start, end in said):
            return found
    return None


def _title_at(words: Sequence[Word], at: int, word: Word) -> tuple[int, int] | None:
    first = at
    while first > 0 and words[first].soft and words[first - 1].low in known_words.TITLE_BEFORE and at - first < 4:
        first -= 1
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].soft else None
    if word.low in known_words.TITLE_OF and after is not None and after.low == "of":
        last = at + 2
        while last < len(words) and words[last].soft and last < at + 6 and _of(words, last):
            last += 1
        return (words[first].start, words[last - 1].end) if last > at + 2 else None
    if word.low in known_words.TITLE_ALONE:
        last = at + 1
        while last < len(words) and words[last].soft and words[last].low in known_words.TITLE_BEFORE:
            last += 1
        return words[first].start, words[last - 1].end
    if word.low in known_words.TITLE_LAST and first < at:
        return words[first].start, word.end
    return None


def _of(words: Sequence[Word], at: int) -> bool:
    """Whether this word goes on with what somebody is head of."""
    word = words[at]
    if word.low in known_words.TITLE_BEFORE or (word.capital and word.low not in known_words.NOT_NAMES):
        return True
    going_on = at + 1 < len(words) and words[at + 1].soft and words[at + 1].low in known_words.TITLE_BEFORE
    return word.low in ("and", "the") and going_on


def needs(words: Sequence[Word], text: str, there: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """What they look for, as typed: "two Java contractors"; not those `there` already."""
    there = tuple(there)
    found: list[str] = []
    for at, word in enumerate(words):
        if word.low not in known_words.ROLES or (at + 1 < len(words) and _goes_on(words[at + 1])):
            continue
        if any(start <= word.start < end for start, end in there):
            continue
        first = _counted_from(words, at)
        if first is not None:
            found.append(text[words[first].start : word.end])
    return tuple(dict.fromkeys(found))[:10]


def _goes_on(word: Word) -> bool:
    return word.soft and word.low in known_words.ROLES


def _counted_from(words: Sequence[Word], at: int) -> int | None:
    leader = words[at].low in ("manager", "lead", "managers", "leads")
    for first in range(at - 1, max(at - 6, -1), -1):
        if not words[first + 1].soft:
            return None
        low = words[first].low
        if low.isdigit() and len(low) <= 3:
            return first
        if low in known_words.COUNTS:
            return None if leader and low in ("a", "an") else first
        if low in ("at", "with", "for", "of", "is", "are", "on", "the"):
            return None
    return None


def next_day(text: str, today: date) -> tuple[tuple[tuple[int, int], ...], date] | None:
    """The next step agreed on: "call her Thursday" → the places of its words, and the day.

    Only today or later; a day long gone is no next step.
    """
    cues = list(islice(_CALL.finditer(text), _MOST_CALLS))
    for cue, after in zip_longest(cues, cues[1:]):
        last = min(cue.end() + 130, after.start() if after else len(text))
        stop = _STOP.search(text, cue.end(), last)
        clause = text[cue.start() : stop.start() if stop else last]
        for found in when.find_days(clause, today):
            if found.day < today:
                continue
            start, end = cue.start() + found.start, cue.start() + found.end
            near = ((cue.start(), end),)
            return near if found.start <= 20 else (cue.span(), (start, end)), found.day
    return None


def note(text: str, spans: Sequence[Span]) -> str:
    """The words outside all `spans`, but for glue such as a lone "at"; as typed."""
    pieces: list[str] = []
    at = 0
    for start, end in [*((span.start, span.end) for span in spans), (len(text), len(text))]:
        piece = text[at:start].strip(EDGES)
        if piece and not all(word in known_words.GLUE for word in re.findall(r"\w+", piece.lower())):
            pieces.append(piece)
        at = end
    return "; ".join(pieces)


def tidy(name: str) -> str:
    """A company typed without capitals, or all in them, as it is written; short ones stay ("IBM")."""
    words = " ".join(name.split())
    if not (words.islower() or (words.isupper() and (" " in words or len(words) > 5))):
        return words
    return " ".join(_tidy_word(word, upper=words.isupper()) for word in words.split(" "))


def _tidy_word(word: str, *, upper: bool) -> str:
    if word.lower() in ("of", "and", "the", "für", "und", "de", "et"):
        return word.lower()
    if word.lower() in known_words.LEGAL_FORMS:
        return {"gmbh": "GmbH", "ltd": "Ltd", "limited": "Limited", "inc": "Inc"}.get(word.lower(), word.upper())
    return word if upper and len(word) <= 3 else name_case.put_right(word, shouted=True)


def denied(text: str) -> bool:
    """Whether the text says that they do not interview or hire now."""
    return bool(_DENIED.search(text))


def with_missing(parsed: Parsed) -> Parsed:
    """The same, saying what is missing of name, company, phone and demand."""
    missing = (
        ("name", parsed.person is None or not whole(parsed.person)),
        ("company", not parsed.company),
        ("phone", not any(phone.e164 for phone in parsed.phones)),
        ("demand", not parsed.heard),
    )
    return replace(parsed, missing=tuple(name for name, is_missing in missing if is_missing))


def whole(person: PersonName) -> bool:
    """First and last name, no initial; in scripts without capitals one word can be both."""
    return bool(person.given and len(person.family.strip(".")) > 1) or not (
        person.full.lower() != person.full or person.full.upper() != person.full
    )
