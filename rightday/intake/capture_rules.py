"""Quick capture: free text in; person, company, number, demand, day and source out.

The rules are plain and quick enough to run at every pause of the typing. No word is dropped:
what is not understood is the note. `verdict` says what the text is worth (FIELD_GUIDE §3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rightday.intake import capture_details as details
from rightday.intake import heard, heard_days, names_in_text, told_by, words_in_text
from rightday.intake.capture_verdict import Verdict, verdict
from rightday.intake.capture_words import RIVALS
from rightday.intake.captured import Known, Mark, Parsed, Source, Span
from rightday.intake.heard_words import Kind
from rightday.intake.names_in_text import Name
from rightday.intake.told_by import Told
from rightday.intake.words_in_text import Word
from rightday.kernel import names as person_names

__all__ = ["LONGEST", "Known", "Mark", "Parsed", "Source", "Span", "Verdict", "parse", "verdict"]

LONGEST = 20_000  # characters that are searched; the rest is kept in the note

_LIBRARY_READS = 1_000  # spaCy takes 10 ms for so many characters
_MAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>|,;)]{2,300}", re.IGNORECASE)
_SHE = re.compile(
    r"\b(she|her|hers|he|him|his)\b|\b(?:mrs|ms|miss|frau|madame|mr|herr|monsieur)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Which of the names found plays which part."""

    person: Name | None
    company: Name | None
    told: Told | None
    others: tuple[str, ...]
    rivals: tuple[str, ...]


def parse(text: str, *, today: date, region: str = "GB", known: Known | None = None) -> Parsed:
    """Understand `text` as typed or pasted on `today`. Never raises.

    `region` is where numbers without a country code are dialled. Beyond LONGEST characters nothing
    is searched, `truncated` says so, and the words stand in the note.
    """
    known = known or Known()
    head = text[:LONGEST]
    mails = [match.span() for match in _MAIL.finditer(head)]
    links = [match.span() for match in _LINK.finditer(head)]
    phones = details.phones(words_in_text.masked(head, mails + links), region)
    blotted = words_in_text.masked(head, [*mails, *links, *(place for place, _ in phones)])
    said = heard.find(blotted, today)
    title = details.title(words_in_text.split(blotted), [(item.start, item.end) for item in said])
    words = words_in_text.split(words_in_text.masked(blotted, [title] if title else []))
    cast = _cast(head, words, known)
    said = _with_seen(said, cast.told, head, today)
    agreed = details.next_day(blotted, today)
    spoke = told_by.spoke(blotted)
    reached = bool(spoke) and (cast.told is None or not _is_spoken_to(cast.told, spoke))
    spans = _spans(head, [
        *((place, Mark.MAIL) for place in mails),
        *((place, Mark.TEL) for place, _ in phones),
        *(((name.start, name.end), mark) for name, mark in ((cast.person, Mark.WHO), (cast.company, Mark.FIRM)) if name),
        *([(title, Mark.TITLE)] if title else []),
        *((place, Mark.DAY) for place in (agreed[0] if agreed else ())),
        *(((item.start, item.end), Mark.SAID) for item in said),
        *([((cast.told.start, cast.told.end), Mark.SOURCE)] if cast.told else []),
        *((place, Mark.SOURCE) for place in spoke),
    ])  # fmt: skip
    parsed = Parsed(
        spans=spans,
        person=person_names.read_name(_tidy(cast.person.text)) if cast.person else None,
        title=head[title[0] : title[1]] if title else "",
        company=_company(cast.company, known),
        phones=tuple(phone for _, phone in phones),
        emails=tuple(dict.fromkeys(head[start:end] for start, end in mails)),
        heard=said,
        day=agreed[1] if agreed else None,
        source=_source(cast, head, reached=reached),
        reached=reached,
        note=details.note(text, spans),
        needs=details.needs(words, head, [(i.start, i.end) for i in said if i.kind is Kind.CONTRACTORS]),
        others=cast.others,
        rivals=cast.rivals,
        pronoun=_pronoun(head, cast.told),
        truncated=len(text) > LONGEST,
    )
    return details.with_missing(parsed)


def _cast(text: str, words: Sequence[Word], known: Known) -> _Cast:
    names = names_in_text.find(words, known)
    told = told_by.find(words, names)
    free = [name for name in names if told is None or name is not told.name]
    rivals = tuple(dict.fromkeys(n.text for n in free if n.text.lower() in RIVALS))
    free = [name for name in free if name.text.lower() not in RIVALS]
    person = max((n for n in free if n.as_person >= max(2, n.as_company)), key=_as_person, default=None)
    if person is not None:
        person = _first_of_two(words, free, person)
    company = _choose_company(free, person)
    if person is None and company is None and told is not None and told.by_verb and not told.saw:
        person = told.name  # "Priya says she is interviewing": she speaks of herself
    if person is None or company is None:
        person, company = _helped(text, words, person, company)
    others = tuple(
        n.text
        for n in free
        if n is not person and n is not company and n.as_person >= 5 and n.as_person >= n.as_company
    )
    return _Cast(person, company, told, others, rivals)


def _first_of_two(words: Sequence[Word], names: Iterable[Name], person: Name) -> Name:
    """ "Tom Reed and Anna Bell at Lumen Grid" is about Tom first."""
    for name in names:
        joined = name.last + 1 == person.first and words[name.last].low in ("and", "und", "et")
        if joined and name.as_person >= 5 and name.as_person >= name.as_company:
            return name
    return person


def _as_person(name: Name) -> tuple[int, int]:
    return name.as_person, -name.first


def _choose_company(names: Iterable[Name], person: Name | None) -> Name | None:
    """The likeliest company; a bare name is one only beside the person ("Karen Whitby, Fenwick")."""
    best: Name | None = None
    for name in names:
        if name is person:
            continue
        sure = name.as_company >= 5 and name.as_company >= name.as_person
        beside = (
            person is not None and 0 <= name.first - person.last <= 1 and not name.cue and not name.at_company
        )
        if (sure or beside) and (best is None or name.as_company > best.as_company):
            best = name
    return best


def _helped(
    text: str, words: Sequence[Word], person: Name | None, company: Name | None
) -> tuple[Name | None, Name | None]:
    """What the library for names adds where the rules found nothing."""
    for start, end, is_person in names_in_text.by_library(text[:_LIBRARY_READS]):
        taken = any(name and start < name.end and name.start < end for name in (person, company))
        inside = [i for i, word in enumerate(words) if word.start >= start and word.end <= end]
        if taken or not inside:
            continue
        name = Name(inside[0], inside[-1] + 1, start, end, text[start:end], 5, 5, "", False)
        if is_person:
            person = person or name
        else:
            company = company or name
    return person, company


def _with_seen(
    said: tuple[heard.Heard, ...], told: Told | None, text: str, today: date
) -> tuple[heard.Heard, ...]:
    """ "Lena sat with her on Friday" is a fact that she interviews, whatever else is said."""
    if told is None or not told.saw or any(item.start < told.end and told.start < item.end for item in said):
        return said
    stop = re.search(r"[.,;\n]", text[told.end :])
    end = told.end + (min(stop.start(), 40) if stop else min(len(text) - told.end, 40))
    end = told.start + len(text[told.start : end].rstrip())
    day = heard_days.day_in(text[told.end : end], today, past=True)
    seen = heard.Heard(Kind.INTERVIEWING, told.start, end, text[told.start : end], day, None)
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


def _is_spoken_to(told: Told, spoke: Iterable[tuple[int, int]]) -> bool:
    """Whether the talk was with the source rather than with the person."""
    return any(0 <= told.name.start - end <= 3 for _, end in spoke)


def _source(cast: _Cast, text: str, *, reached: bool) -> Source | None:
    if cast.told is not None and cast.told.name is not cast.person:
        told = cast.told
        return Source(
            _tidy(told.name.text), text[told.start : told.end], herself=False, second_hand=told.second_hand
        )
    if cast.person is not None and (cast.told is not None or reached):
        words = text[cast.told.start : cast.told.end] if cast.told else ""
        return Source(_tidy(cast.person.text), words, herself=True, second_hand=False)
    return None


def _company(name: Name | None, known: Known) -> str:
    if name is None:
        return ""
    return known.company(name.text) or _tidy(name.text)


def _tidy(name: str) -> str:
    """A name typed without capitals, or all in capitals, as it is written."""
    return details.tidy(name)


def _pronoun(text: str, told: Told | None) -> str:
    """ "she" or "he" where only one is spoken of; with a source it might be theirs."""
    found = {match.group().lower() for match in _SHE.finditer(text[:2000])}
    she = bool(found & {"she", "her", "hers", "mrs", "ms", "miss", "frau", "madame"})
    he = bool(found & {"he", "him", "his", "mr", "herr", "monsieur"})
    if she == he or (told is not None and not told.saw and not found & {"with her", "mrs", "ms", "mr"}):
        return ""
    return "she" if she else "he"
