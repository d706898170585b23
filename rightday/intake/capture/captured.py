"""What quick capture understood of a text: plain values, for the screen and for saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rightday.intake.heard import Heard
from rightday.kernel.names import PersonName
from rightday.kernel.phones import Phone


class Mark(StrEnum):
    """Why a stretch of the text is underlined."""

    WHO = "who"
    FIRM = "firm"
    TEL = "tel"
    MAIL = "mail"
    TITLE = "title"
    SAID = "said"
    DAY = "day"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """text[start:end] was understood as `kind`; spans of one text never overlap."""

    start: int
    end: int
    kind: Mark


@dataclass(frozen=True, slots=True)
class Source:
    """Who said it. `herself`: the person the note is about; `second_hand`: they heard it too."""

    name: str
    words: str
    herself: bool
    second_hand: bool


def _nobody(_: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Known:
    """What the agency's book knows: each callable answers with the name as kept there, or None."""

    company: Callable[[str], str | None] = _nobody
    person: Callable[[str], str | None] = _nobody


@dataclass(frozen=True, slots=True)
class Parsed:
    """A captured text, understood. `note` keeps every word that nothing else accounts for.

    `day` is an agreed next step ("call her Thursday"), never the day of an interview.
    `reached`: a call reached the person. `pronoun`: "she", "he", or "" when the text does not say.
    `denied`: the text says that nobody is sought now. `others` are further people named, `rivals`
    other agencies. `missing` of name, company, phone, demand.
    `truncated`: only the beginning was searched; the rest is in the note.
    """

    spans: tuple[Span, ...] = ()
    person: PersonName | None = None
    title: str = ""
    company: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()
    day: date | None = None
    source: Source | None = None
    reached: bool = False
    note: str = ""
    needs: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    pronoun: str = ""
    denied: bool = False
    missing: tuple[str, ...] = ()
    truncated: bool = False
