"""Which of the names in a text is the person, the company, the source, somebody else or a rival."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rightday.intake.capture import names_by_rules, names_in_text, told_by
from rightday.intake.capture.captured import Known
from rightday.intake.capture.names_by_rules import Name
from rightday.intake.capture.told_by import Told
from rightday.intake.capture.words import RIVALS
from rightday.intake.capture.words_in_text import Word

_BEFORE_PERSON = frozenset({":", "-", "–", "|", "\n", "/", "'s", "’s"})
_LIBRARY_READS = 500  # spaCy takes 10 ms for so many characters


@dataclass(frozen=True, slots=True)
class Cast:
    """Which of the names found plays which part."""

    person: Name | None
    company: Name | None
    told: Told | None
    others: tuple[str, ...]
    rivals: tuple[str, ...]


def cast_of(text: str, words: Sequence[Word], known: Known) -> Cast:
    names = names_by_rules.find(words, known)
    told = told_by.find(words, names)
    free = [name for name in names if told is None or name is not told.name]
    rivals = tuple(dict.fromkeys(n.text for n in free if n.text.lower() in RIVALS))
    free = [name for name in free if name.text.lower() not in RIVALS]
    person = max((n for n in free if n.as_person >= max(2, n.as_company)), key=_as_person, default=None)
    if person is not None:
        person = _first_of_two(words, free, person)
    company = _choose_company(words, free, person)
    speaks = told is not None and told.by_verb and not told.saw
    if person is None and told is not None and speaks and (company is None or told.name.at_company):
        person = told.name  # "Priya says she is interviewing": she speaks of herself
    if person is None or company is None:
        found = names_in_text.by_library(text[:_LIBRARY_READS])
        person, company = helped(text, words, found, person, company)
    others = tuple(
        n.text
        for n in free
        if n is not person and n is not company and n.as_person >= 5 and n.as_person >= n.as_company
    )
    return Cast(person, company, told, others, rivals)


def _first_of_two(words: Sequence[Word], names: Iterable[Name], person: Name) -> Name:
    """ "Tom Reed and Anna Bell at Lumen Grid" is about Tom first."""
    for name in names:
        joined = name.last + 1 == person.first and words[name.last].low in ("and", "und", "et")
        if joined and name.as_person >= 5 and name.as_person >= name.as_company:
            return name
    return person


def _as_person(name: Name) -> tuple[int, int]:
    return name.as_person, -name.first


def _choose_company(words: Sequence[Word], names: Iterable[Name], person: Name | None) -> Name | None:
    """The likeliest company; a bare name is one only beside the person ("Karen Whitby, Fenwick")."""
    best: Name | None = None
    for name in names:
        if name is person:
            continue
        sure = name.as_company >= 5 and name.as_company >= name.as_person
        beside = person is not None and not name.at_company and not name.cue and _beside(words, name, person)
        if (sure or beside) and (best is None or name.as_company > best.as_company):
            best = name
    return best


def _beside(words: Sequence[Word], name: Name, person: Name) -> bool:
    """ "Karen Whitby, Fenwick"; before the person only with a colon, a dash or a line: "IBM: Grace"."""
    if person.last == name.first or (person.last + 1 == name.first and words[person.last].low == "of"):
        return True
    return name.last == person.first and words[person.first].gap.strip(" ") in _BEFORE_PERSON


def helped(
    text: str,
    words: Sequence[Word],
    found: Iterable[tuple[int, int, bool]],
    person: Name | None,
    company: Name | None,
) -> tuple[Name | None, Name | None]:
    """Person and company, where the rules have none from what a library `found` (start, end, is a person)."""
    for start, end, is_person in found:
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
