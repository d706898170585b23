"""What the words of a row show, taken from its notes, its status, its needs and telling headers."""

import re
from dataclasses import replace
from datetime import date

from rightday.intake import heard
from rightday.intake.heard import Heard, Kind

_STRENGTH = {kind: place for place, kind in enumerate(Kind)}
_NO = re.compile(r"(?:no|none|n|false|0|not\b.*|never|nobody|-|n/a|\?|unknown|nein|non|)", re.IGNORECASE)


def of(
    *, words: str, status: str, needs: str, hints: tuple[tuple[str, str], ...], name: str, day: date | None
) -> tuple[Heard, ...]:
    """Everything shown, strongest first, each with the day it was true where that is known.

    `day` is when the words were heard; words that name a day of their own keep it. A row with
    a name and nothing else shows NAME_ONLY.
    """
    found = [one for text in (words, status) if text for one in heard.find(text, day)]
    found += [one for header, value in hints if (one := _by_header(header, value))]
    if needs:
        # Looking for somebody is no proof that somebody is being seen.
        found += heard.find(needs, day)
        if not any(one.kind is not Kind.ADVERTISEMENT for one in found):
            found.append(Heard(Kind.RUMOUR, 0, len(needs), needs, None, None))
    if not found and name:
        found = [Heard(Kind.NAME_ONLY, 0, len(name), name, None, None)]
    found.sort(key=lambda one: _STRENGTH[one.kind])
    return tuple(replace(one, day=day) if one.day is None and day is not None else one for one in found)


def _by_header(header: str, value: str) -> Heard | None:
    """The answer in a column like "Contractors on site" or "Interviewing?"."""
    answer = value.strip()
    if _NO.fullmatch(answer):
        return None
    words = f"{header.rstrip(' ?:')}: {answer}"
    kind = Kind.INTERVIEWING if "interview" in header.casefold() else Kind.CONTRACTORS
    asked = "?" in answer or re.search(r"\b(?:may|might|maybe|possibl[ey]|perhaps|soon)\b", answer, re.IGNORECASE)
    count = int(answer) if answer.isdecimal() and len(answer) <= 3 else None
    return Heard(Kind.RUMOUR if asked else kind, 0, len(words), words, None, count)
