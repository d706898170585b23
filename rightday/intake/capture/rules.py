"""Quick capture: free text in; person, company, number, demand, day and source out.

The rules are plain and quick enough to run at every pause of the typing. No word is dropped:
what is not understood is the note. `verdict` says what the text is worth (FIELD_GUIDE §3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rightday.intake import heard, heard_days
from rightday.intake.capture import details, told_by, words_in_text
from rightday.intake.capture.captured import Known, Mark, Parsed, Source, Span
from rightday.intake.capture.cast import Cast, cast_of
from rightday.intake.capture.names_by_rules import Name
from rightday.intake.capture.told_by import Told
from rightday.intake.capture.verdict import KeptAs, Verdict, verdict
from rightday.intake.capture.words_in_text import Word
from rightday.intake.heard import Heard
from rightday.intake.heard_words import Kind
from rightday.kernel import names as person_names
from rightday.kernel.names import PersonName
from rightday.kernel.phones import Phone

__all__ = [
    "LONGEST", "KeptAs", "Known", "Mark", "Parsed", "Source", "Span", "Verdict", "parse", "verdict",
]  # fmt: skip

LONGEST = 20_000  # characters that are searched; the rest is kept in the note

_MAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>|,;)]{2,300}", re.IGNORECASE)
_SHE = frozenset({"she", "her", "hers", "mrs", "ms", "miss", "frau", "madame"})
_HE = frozenset({"he", "him", "his", "mr", "herr", "monsieur"})
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Seen:
    """Everything found in the text, with its places; they may still overlap."""

    mails: tuple[_Place, ...]
    phones: tuple[tuple[_Place, Phone], ...]
    title: _Place | None
    words: tuple[Word, ...]
    cast: Cast
    said: tuple[Heard, ...]
    agreed: tuple[tuple[_Place, ...], date] | None
    spoke: tuple[_Place, ...]

    @property
    def reached(self) -> bool:
        """Whether a talk took place, and not with the source."""
        told = self.cast.told
        to_source = told is not None and any(0 <= told.name.start - end <= 3 for _, end in self.spoke)
        return bool(self.spoke) and not (to_source and told is not None and told.name is not self.cast.person)


def parse(text: str, *, today: date, region: str = "GB", known: Known | None = None) -> Parsed:
    """Understand `text` as typed or pasted on `today`. Never raises.

    `region` is where numbers without a country code are dialled. Beyond LONGEST characters nothing
    is searched, `truncated` says so, and the words stand in the note.
    """
    known = known or Known()
    head = text[:LONGEST]
    seen = _look(head, today, region, known)
    spans = _spans(head, _wanted(seen))
    cast, title, agreed = seen.cast, seen.title, seen.agreed
    there = [(item.start, item.end) for item in seen.said if item.kind is Kind.CONTRACTORS]
    parsed = Parsed(
        spans=spans,
        person=_person(cast.person.text) if cast.person else None,
        title=head[title[0] : title[1]] if title else "",
        company=_company(cast.company, known),
        phones=tuple(phone for _, phone in seen.phones),
        emails=tuple(dict.fromkeys(head[start:end] for start, end in seen.mails)),
        heard=seen.said,
        day=agreed[1] if agreed else None,
        source=_source(cast, head, reached=seen.reached),
        reached=seen.reached,
        note=details.note(text, spans),
        needs=details.needs(seen.words, head, there),
        others=cast.others,
        rivals=cast.rivals,
        pronoun=_pronoun(seen.words, cast.told),
        denied=details.denied(head),
        truncated=len(text) > LONGEST,
    )
    return details.with_missing(parsed)


def _look(text: str, today: date, region: str, known: Known) -> _Seen:
    mails = tuple(match.span() for match in _MAIL.finditer(text))
    links = tuple(match.span() for match in _LINK.finditer(text))
    phones = details.phones(words_in_text.masked(text, mails + links), region)
    blotted = words_in_text.masked(text, [*mails, *links, *(place for place, _ in phones)])
    said = heard.find(blotted, today)
    words = words_in_text.split(blotted)
    title = details.title(words, [(item.start, item.end) for item in said])
    words = words_in_text.without(words, title)
    cast = cast_of(text, words, known)
    return _Seen(
        mails, phones, title, words, cast,
        said=_with_seen(said, cast.told, text, today),
        agreed=details.next_day(blotted, today),
        spoke=told_by.spoke(blotted),
    )  # fmt: skip


def _wanted(seen: _Seen) -> Iterable[tuple[_Place, Mark]]:
    """All places with their marks, the weightiest first."""
    cast = seen.cast
    for place in seen.mails:
        yield place, Mark.MAIL
    for place, _ in seen.phones:
        yield place, Mark.TEL
    for name, mark in ((cast.person, Mark.WHO), (cast.company, Mark.FIRM)):
        if name is not None:
            yield (name.start, name.end), mark
    if seen.title:
        yield seen.title, Mark.TITLE
    for place in seen.agreed[0] if seen.agreed else ():
        yield place, Mark.DAY
    for item in seen.said:
        yield (item.start, item.end), Mark.SAID
    if cast.told:
        yield (cast.told.start, cast.told.end), Mark.SOURCE
    for place in seen.spoke:
        yield place, Mark.SOURCE


def _with_seen(said: tuple[Heard, ...], told: Told | None, text: str, today: date) -> tuple[Heard, ...]:
    """ "Lena sat with her on Friday" is a fact that she interviews, whatever else is said."""
    if told is None or not told.saw:
        return said
    after = text[told.end : told.end + 80]
    stop = re.search(r"[.,;\n]", after)
    cut = stop.start() if stop else len(after if told.end + 80 >= len(text) else after.rpartition(" ")[0])
    end = told.start + len(text[told.start : told.end + cut].rstrip())
    if any(item.start < end and told.start < item.end for item in said):
        return said
    day = heard_days.day_in(text[told.end : end], today, past=True)
    seen = Heard(Kind.INTERVIEWING, told.start, end, text[told.start : end], day, None)
    return tuple(sorted((*said, seen), key=lambda item: item.start))


def _spans(text: str, wanted: Iterable[tuple[tuple[int, int], Mark]]) -> tuple[Span, ...]:
    """The places in their order of rank, later ones cut where an earlier one stands."""
    kept: list[Span] = []
    for (start, end), mark in wanted:
        at = start
        for span in sorted(span for span in kept if span.start < end and start < span.end):
            kept += _piece(text, at, span.start, mark)
            at = max(at, span.end)
        kept += _piece(text, at, end, mark)
    return tuple(sorted(kept))


def _piece(text: str, start: int, end: int, mark: Mark) -> list[Span]:
    piece = text[start:end] if start < end else ""
    left, right = len(piece) - len(piece.lstrip(" ,;:-–|(\n")), len(piece.rstrip(" ,;:-–|)\n"))
    worth = any(char.isalnum() for char in piece[left:right])
    return [Span(start + left, start + right, mark)] if worth else []


def _person(text: str) -> PersonName:
    """ "Priya N" is Priya, whose last name begins with N; elsewhere an initial may come last."""
    words = text.split()
    if len(words) == 2 and len(words[1]) == 1 < len(words[0]):
        return PersonName(person_names.read_name(words[0]).full, words[1].upper())
    return person_names.read_name(text)


def _source(cast: Cast, text: str, *, reached: bool) -> Source | None:
    if cast.told is not None and cast.told.name is not cast.person:
        told = cast.told
        return Source(
            details.tidy(told.name.text),
            text[told.start : told.end],
            herself=False,
            second_hand=told.second_hand,
        )
    if cast.person is not None and (cast.told is not None or reached):
        words = text[cast.told.start : cast.told.end] if cast.told else ""
        return Source(details.tidy(cast.person.text), words, herself=True, second_hand=False)
    return None


def _company(name: Name | None, known: Known) -> str:
    if name is None:
        return ""
    return known.company(name.text) or details.tidy(name.text)


def _pronoun(words: Iterable[Word], told: Told | None) -> str:
    """ "she" or "he" where only one is spoken of; with a source it might be theirs."""
    found = {word.low.partition("'")[0] for word in words}
    she, he = bool(found & _SHE), bool(found & _HE)
    if she == he or (told is not None and not told.saw):
        return ""
    return "she" if she else "he"
