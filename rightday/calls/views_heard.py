"""What was typed during a call, understood: demand becomes evidence, a named day the next step's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from rightday.calls.rules import Said
from rightday.intake import heard
from rightday.intake.heard import Kind
from rightday.kernel.when_text import find_days
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people.models import Person

SHOWN_BY: Final = {
    Kind.INTERVIEWING: Shows.INTERVIEWING,
    Kind.CONTRACTORS: Shows.CONTRACTORS,
    Kind.PROJECT: Shows.PROJECT,
    Kind.RUMOUR: Shows.RUMOUR,
    Kind.ADVERTISEMENT: Shows.ADVERT,
}
# An answer leaves out what its question says: "Two more on Thursday" is about interviews.
_ASKED: Final = {"seeing": "Interviewing", "team": "Contractors on the team:"}
_COUNTED: Final = re.compile(
    r"(?:yes\b[,. ]*|\d{1,2}\b|one\b|two\b|three\b|four\b|five\b|six\b|both\b|several\b|another\b|a (?:couple|few)\b)",
    re.IGNORECASE,
)
_DAY_ANSWERS: Final = ("decides", "stands", "changed")


def evidence_in(answers: Mapping[str, str], note: str, *, person: Person, today: date) -> list[HeardEvidence]:
    """Demand said by the person in this call; of each kind once."""
    texts = [_whole(key, answer) for key, answer in answers.items()]
    found: dict[Shows, HeardEvidence] = {}
    for text in filter(None, [*texts, note]):
        for one in heard.find(text, today):
            shows = SHOWN_BY.get(one.kind)
            if shows is not None and shows not in found:
                true_on = min(one.day or today, today)
                found[shows] = HeardEvidence(shows, " ".join(text.split())[:500], true_on, said_by=person)
    return list(found.values())


def day_in(answers: Mapping[str, str], said: Said, today: date) -> Said:
    """The day they named in an answer, where none was typed as such; its hour comes along."""
    if said.day is not None:
        return said
    for key in _DAY_ANSWERS:
        for found in find_days(answers.get(key, ""), today):
            if found.day > today:
                return replace(said, day=found.day, at=said.at or found.time)
    return said


def _whole(key: str, answer: str) -> str:
    asked = _ASKED.get(key, "")
    return f"{asked} {answer}" if asked and _COUNTED.match(answer) else answer
