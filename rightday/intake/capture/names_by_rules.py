"""Persons and companies named in free text, by plain rules.

The rules read how recruiters type: "Spoke with <person> at <company>", "<person>, <company>,",
"<person> from <company>", a line of a signature; with capitals, without, or in ALL CAPS.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rightday.intake.capture import words as known_words
from rightday.intake.capture.captured import Known
from rightday.intake.capture.words_in_text import Word, has_capitals

_LONGEST = 7
_MOST = 200  # more are a list, which is a matter for the import
_SAID_BY_MANY = frozenset({"advertise", "advertises", "advertising", "advertised", "are", "have", "recruiting"})
_SENTENCE_GOES_ON = frozenset(
    {
        "is",
        "was",
        "has",
        "had",
        "says",
        "said",
        "told",
        "runs",
        "needs",
        "wants",
        "at",
        "from",
        "of",
        "leads",
        "picked",
        "answered",
        "sat",
        "interviewed",
        "met",
        "saw",
        "works",
        "manages",
        "heads",
        "sees",
        "interviews",
        "may",
        "might",
        "mentioned",
        "confirmed",
        "reckons",
        "heard",
        "thinks",
        "knows",
        "uses",
        "owns",
        "called",
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """words[first:last] name a person or a company, with how sure each reading is."""

    first: int
    last: int
    start: int
    end: int
    text: str
    as_person: int
    as_company: int
    cue: str
    at_company: bool


def find(words: Sequence[Word], known: Known) -> tuple[Name, ...]:
    """The names in `words`, in their order, never overlapping; of a long list only the first."""
    capitals = has_capitals(words)
    found: list[Name] = []
    at = 0
    while at < len(words) and len(found) < _MOST:
        last = _run(words, at, capitals=capitals)
        if last == at:
            at += 1
            continue
        found += [_weigh(words, first, end, known, capitals=capitals) for first, end in _parts(words, at, last, known)]
        at = last
    return tuple(name for name in found if max(name.as_person, name.as_company) > 0)


def _run(words: Sequence[Word], at: int, *, capitals: bool) -> int:
    """The end of the run of name words that starts at `at`, or `at` itself."""
    strict = capitals and (words[at].capital or not _invited(words, at))
    if not (_nameable(words[at], strict=strict) or (capitals and _given_too(words, at))):
        return at
    last = at + 1
    while last < len(words) and last - at < _LONGEST and words[last].soft:
        step = _next(words, last, strict=strict, start=at)
        if step == last:
            break
        last = step
    return last


def _next(words: Sequence[Word], at: int, *, strict: bool, start: int) -> int:
    word, before = words[at], words[at - 1]
    if _nameable(word, strict=strict) or word.low in known_words.LEGAL_FORMS:
        return at + 1
    if word.low in known_words.PARTICLES:
        after = at + 1
        while after < len(words) and words[after].soft and words[after].low in known_words.PARTICLES:
            after += 1
        ends = after == len(words) or not words[after].soft or not _nameable(words[after], strict=strict)
        return at if ends else after + 1
    if word.low in known_words.COMPANY_WORDS and (word.capital if strict else _at(words, start)):
        return at + 1
    if strict and word.capital and at <= start + 2 and word.low in known_words.SURNAMES_TOO:
        return at + 1
    if at + 1 == len(words) or not words[at + 1].soft:
        return at
    if word.low == "of" and before.low in known_words.JOINABLE_BY_OF:
        return at + 2 if words[at + 1].capital or not strict else at
    if word.low == "and" and _at(words, start):
        return at + 2 if _nameable(words[at + 1], strict=strict) else at
    return at


def _nameable(word: Word, *, strict: bool) -> bool:
    if word.low in known_words.NOT_NAMES:
        return False
    if not any(char.isalpha() for char in word.text) or "_" in word.text:
        return False
    if strict and not word.capital:
        return word.low.startswith(("al-", "el-", "d'", "o'", "l'"))
    # A sentence without blanks (Chinese, Japanese, Thai) is one long word, and no name.
    caseless = not word.text[0].isupper() and not word.text[0].islower()
    return len(word.text) <= (12 if caseless else 30)


def _given_too(words: Sequence[Word], at: int) -> bool:
    """Whether this is "Will", "May", "April" as a first name: a surname with a capital follows."""
    if words[at].low not in known_words.GIVEN_TOO or not words[at].capital or at + 1 == len(words):
        return False
    after = words[at + 1]
    return after.soft and after.text[0].isupper() and not after.text.isupper() and _nameable(after, strict=True)


def _invited(words: Sequence[Word], at: int) -> bool:
    """Whether what stands before makes a name likely even without a capital."""
    return bool(_cue(words, at)) or _at(words, at)


def _cue(words: Sequence[Word], at: int) -> str:
    """The word that introduces a person here ("spoke with", "Ms", "manager:"), or ''."""
    if at == 0:
        return ""
    before, word = words[at - 1], words[at]
    if before.low in known_words.HONORIFICS and word.soft:
        return before.low
    if before.low in ("with", "to", "for") and word.soft and at > 1 and before.soft:
        return words[at - 2].low if words[at - 2].low in known_words.MET_WITH else ""
    if before.low == "is" and word.soft and at > 1 and words[at - 2].low in ("name", "manager", "boss", "contact"):
        return "is"
    near = word.soft or word.gap.strip() in (":", "-", "–")
    return before.low if near and before.low in known_words.MET else ""


def _at(words: Sequence[Word], at: int) -> bool:
    """Whether "at", "@", "works for" or "<person> from" stands before."""
    if at == 0:
        return False
    word, before = words[at], words[at - 1]
    if word.gap.strip() == "@":
        return True
    if not word.soft:
        return before.low in ("company", "employer", "firm", "client") and word.gap.strip() in (":", "-")
    if before.low in known_words.AT:
        return True
    if before.low == "for" and at > 1:
        return words[at - 2].low in ("works", "working", "worked", "work")
    return before.low in ("from", "of") and at > 1 and before.soft and words[at - 2].low not in known_words.NOT_NAMES


def _parts(words: Sequence[Word], first: int, last: int, known: Known) -> list[tuple[int, int]]:
    """One run as typed may be a person and a company side by side ("Hilary Moss Castle Telecom")."""
    size = last - first
    if size < 2 or _at(words, first):
        return [(first, last)]
    for cut in range(first + 1, last):
        if known.company(_text(words, cut, last)) is not None and known.company(_text(words, first, last)) is None:
            return [(first, cut), (cut, last)]
    joined = any("&" in words[i].gap or "+" in words[i].gap for i in range(first + 1, last))
    parted = any(word.low in known_words.PARTICLES for word in words[first : first + 3])
    least = 5 if words[last - 1].low in known_words.LEGAL_FORMS else 4
    if size >= least and not joined and not parted and _companyish(words, first, last):
        return [(first, first + 2), (first + 2, last)]
    return [(first, last)]


def _weigh(words: Sequence[Word], first: int, last: int, known: Known, *, capitals: bool) -> Name:
    text = _text(words, first, last)
    cue, at = _cue(words, first), _at(words, first)
    linked = _links_to_company(words, last)
    return Name(
        first, last, words[first].start, words[last - 1].end, text,
        as_person=_person(words, first, last, text, known, cue=cue, at=at, linked=linked, capitals=capitals),
        as_company=_company(words, first, last, text, known, at=at),
        cue=cue, at_company=linked,
    )  # fmt: skip


def _company(words: Sequence[Word], first: int, last: int, text: str, known: Known, *, at: bool) -> int:
    if known.company(text) is not None:
        return 9
    if _companyish(words, first, last):
        return 8 if at else 6
    if at:
        return 7
    if last < len(words) and words[last].soft and words[last].low in _SAID_BY_MANY:
        return 5
    return 2 if last - first <= 4 else 1


def _person(
    words: Sequence[Word], first: int, last: int, text: str, known: Known,
    *, cue: str, at: bool, linked: bool, capitals: bool,
) -> int:  # fmt: skip
    if known.person(text) is not None:
        return 9
    if _companyish(words, first, last) or (at and not linked) or text.lower() in known_words.RIVALS:
        return 0
    size = last - first
    if linked:
        return 8
    if cue:
        return 7
    if size == 1:
        goes_on = last < len(words) and words[last].soft and words[last].low in _SENTENCE_GOES_ON
        alone = last == len(words) or not words[last].soft
        return 3 if goes_on else (2 if capitals and alone and not words[first].text.isupper() else 1)
    if capitals or _company_follows(words, last, known):
        return 5
    # Without capitals "top notch" looks like a name: one that nothing introduces begins its line.
    begins = first == 0 or "\n" in words[first].gap
    return 5 if begins and (last == len(words) or not words[last].soft) else 1


def _company_follows(words: Sequence[Word], at: int, known: Known) -> bool:
    """Whether a company stands right after, without a comma: "ruth delacroix corvid health"."""
    if at == len(words) or not words[at].soft:
        return False
    last = _run(words, at, capitals=False)
    return last > at and (_companyish(words, at, last) or known.company(_text(words, at, last)) is not None)


def _links_to_company(words: Sequence[Word], last: int) -> bool:
    """Whether "at", "from" or "@" and a name follow."""
    if last + 1 < len(words) and words[last].soft and words[last + 1].soft:
        return words[last].low in ("at", "from", "bei", "chez", "inside") and _nameable(words[last + 1], strict=False)
    return last < len(words) and words[last].gap.strip() == "@"


def _companyish(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words themselves say "company": a legal form, "Systems" at the end, "&"."""
    if last - first < 2:
        return words[first].text.endswith(("公司", "集团", "株式会社"))
    inside = range(first + 1, last)
    dotted = "".join(word.low for word in words[max(first + 1, last - 2) : last] if len(word.low) == 1)
    if dotted in known_words.LEGAL_FORMS or any(words[i].low in known_words.LEGAL_FORMS for i in inside):
        return True
    return (
        words[last - 1].low in known_words.COMPANY_WORDS
        or any("&" in words[i].gap for i in inside)
        or (words[first].low in known_words.JOINABLE_BY_OF and words[first + 1].low == "of")
    )


def _text(words: Sequence[Word], first: int, last: int) -> str:
    return "".join((words[i].gap if i > first else "") + words[i].text for i in range(first, last))
