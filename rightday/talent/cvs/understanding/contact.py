"""Who it is and how they are reached: name, numbers, addresses, place; from the top of a CV."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rightday.kernel import phones
from rightday.kernel.folding import fold
from rightday.kernel.names import read_name
from rightday.talent.cvs.understanding.proposal import Kind, Proposal
from rightday.talent.cvs.understanding.sections import Line, Section

EMAIL: Final = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}\b")
_PHONE: Final = re.compile(r"(?<![\w@/.-])(?:\+|\(?0|\(?[1-9])[\d ()./-]{7,22}\d(?![\w@])")
_NAME: Final = re.compile(r"[^\W\d_][^\d@|•:/,]{1,60}")
_NOT_NAMES: Final = frozenset("curriculum vitae cv resume résumé profile contact personal details page name".split())
_PARTS: Final = re.compile(r"\s*[·|•]\s*|\s{2,}|\t")
_LABEL: Final = re.compile(r"^(?:lives in|location|address|based in|city|place)\s*:?\s*", re.IGNORECASE)
_STREET: Final = re.compile(r"\d|\b(?:street|road|lane|avenue|drive|way|close|phone|mobile|email)\b", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"([A-Z][\w'’-]+(?:[ -][A-Z]?[\w'’-]+){0,3}),? ?(?:[A-Z]{1,2}\d{1,2}[A-Z]?|UK|United Kingdom|[A-Z]{2})?\b"
)
_TOP: Final = 8
_MOST: Final = 5


def contact(lines: Sequence[Line], region: str) -> list[Proposal]:
    """`region` (ISO) is where a number without a country code is dialled."""
    top = [line for line in lines if line.section in (Section.TOP, Section.OTHER)][:40]
    found = [*_name(top), *_numbers(top, region), *_emails(lines), *_city(top[:_TOP])]
    unique: dict[str, Proposal] = {}
    for one in found:
        unique.setdefault(one.key, one)
    return list(unique.values())


def _name(top: Sequence[Line]) -> list[Proposal]:
    for line in top[:5]:
        match = _NAME.match(line.text)
        if line.heading or match is None:
            continue
        text = re.sub(r"^(?:name|cv of|curriculum vitae of)\s*:?\s*", "", match[0].strip(), flags=re.IGNORECASE)
        words = text.split()
        plain = {word.casefold() for word in words}
        if (
            2 <= len(words) <= 5
            and not plain & _NOT_NAMES
            and all(word[0].isupper() or len(word) <= 3 for word in words)
        ):
            name = read_name(text)
            start = line.text.index(text) + line.start
            values = {"given": name.given, "family": name.family, "text": name.full}
            return [Proposal("name", Kind.NAME, values, ((start, start + len(text)),))]
    return []


def _numbers(top: Sequence[Line], region: str) -> list[Proposal]:
    found: list[Proposal] = []
    for line in top:
        for match in _PHONE.finditer(line.text):
            read = phones.read(match[0], region)
            if len(read) == 1 and read[0].e164 and len(found) < _MOST:
                e164 = read[0].e164
                place = ((line.start + match.start(), line.start + match.end()),)
                found.append(Proposal(f"phone:{e164}", Kind.PHONE, {"text": match[0].strip(), "e164": e164}, place))
    return found


def _emails(lines: Sequence[Line]) -> list[Proposal]:
    """Addresses of the whole CV that stand before the work: what follows may be a referee's."""
    found: list[Proposal] = []
    for line in lines:
        if line.section not in (Section.TOP, Section.OTHER) or "refer" in line.text.casefold():
            continue
        for match in EMAIL.finditer(line.text):
            place = ((line.start + match.start(), line.start + match.end()),)
            if len(found) < _MOST:
                found.append(Proposal(f"email:{match[0].casefold()}", Kind.EMAIL, {"text": match[0]}, place))
    return found


def _city(top: Sequence[Line]) -> list[Proposal]:
    """A town among the parts of a line that says how they are reached, or after a label."""
    for line in top[1:]:
        reached = EMAIL.search(line.text) or _PHONE.search(line.text)
        for part in _PARTS.split(line.text):
            labelled = _LABEL.match(part)
            text = part[labelled.end() :] if labelled else part
            if not (labelled or reached) or EMAIL.search(text) or "/" in text:
                continue
            match = _PLACE.match(text)
            if match and not _STREET.search(match[1]) and fold(match[1]):
                start = line.start + line.text.index(match[1])
                return [Proposal("city", Kind.CITY, {"text": match[1]}, ((start, start + len(match[1])),))]
    return []
