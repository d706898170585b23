"""What a table is about: leads, candidates, or calls to make. Shown as a guess, and changeable."""

import re
from collections.abc import Iterable
from enum import StrEnum

from rightday.intake.understanding import fields, profiles
from rightday.intake.understanding.columns import Column
from rightday.intake.understanding.fields import Field


class Holds(StrEnum):
    """Candidates are people to place and no leads; follow-ups are calls about somebody known."""

    LEADS = "leads"
    CANDIDATES = "candidates"
    FOLLOW_UPS = "follow_ups"


_CANDIDATES = re.compile(r"\b(?:candidates?|applicants?|cvs?|talent|kandidaten|bewerber|candidats?)\b")
_FOLLOW_UPS = re.compile(r"\b(?:follow ?ups?|call ?backs?|to ?do|tasks?|diary|reminders?|wiedervorlagen?)\b")
_OF_CANDIDATES = re.compile(
    r"\b(?:cv|resume|available|availability|notice|salary exp\w*|current (?:role|title|job|salary)"
    r"|current employer|candidate|right to work|years? (?:of )?experience)\b"
)


def of(name: str, columns: Iterable[Column]) -> Holds:
    """Told by the name of the sheet, else by two headers that only candidates have."""
    known = tuple(columns)
    profile = profiles.of([column.header for column in known])
    if profile is not None and profile.holds:
        return Holds(profile.holds)
    sheet = fields.plain(name)
    headers = [fields.plain(column.header) for column in known]
    if _CANDIDATES.search(sheet) and "lead" not in sheet:
        return Holds.CANDIDATES
    taken = {column.field for column in known}
    if _FOLLOW_UPS.search(sheet) and Field.NEXT_ON in taken and Field.NEEDS not in taken:
        return Holds.FOLLOW_UPS
    if sum(bool(_OF_CANDIDATES.search(header)) for header in headers) >= 2 and Field.NEEDS not in taken:
        return Holds.CANDIDATES
    return Holds.LEADS
