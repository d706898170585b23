"""The way back from what was kept of milestones, or fell through: an address that carries it as it was, signed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.core import signing
from django.urls import reverse

from rightday.leads.process.actions_track import Fell
from rightday.leads.process.track import Fact

MOST_AGE: Final = 600
"""Seconds that the way back stays open."""
_SALT = "rightday.leads.process.track"
_FELL = "rightday.leads.process.fall"


def address(lead_id: int, *, before: Mapping[int, Fact], version: int) -> str:
    """Where a POST puts these facts back, while the lead is still at this version."""
    facts = [[place, *_plain(fact)] for place, fact in sorted(before.items())]
    token = signing.dumps([lead_id, version, facts], salt=_SALT, compress=True)
    return reverse("lead_undo", args=(lead_id, token))


def read(token: str, lead_id: int) -> tuple[dict[int, Fact], int]:
    """The facts and the version. Raises BadSignature for what is not ours, of another lead, or too old."""
    of_lead, version, facts = signing.loads(token, salt=_SALT, max_age=MOST_AGE)
    if of_lead != lead_id:
        raise signing.BadSignature("It belongs to another lead.")
    return {row[0]: _fact(*row[1:]) for row in facts}, version


def address_of_fall(lead_id: int, fell: Fell) -> str:
    """Where a POST takes a fall back, while the lead is still at the version it left."""
    token = signing.dumps([lead_id, fell.before, fell.after, fell.step, fell.version], salt=_FELL, compress=True)
    return reverse("lead_undo_fall", args=(lead_id, token))


def read_fall(token: str, lead_id: int) -> Fell:
    """The fall. Raises BadSignature for what is not ours, of another lead, or too old."""
    of_lead, before, after, step, version = signing.loads(token, salt=_FELL, max_age=MOST_AGE)
    if of_lead != lead_id:
        raise signing.BadSignature("It belongs to another lead.")
    return Fell(before, after, step, version)


def _plain(fact: Fact) -> list[Any]:
    days = [day.isoformat() if day else "" for day in (fact.expected, fact.done_on, fact.call_on)]
    return [*days, fact.answer, fact.note, fact.told]


def _fact(expected: str, done_on: str, call_on: str, answer: str, note: str, told: bool) -> Fact:
    return Fact(_day(expected), _day(done_on), answer, note, told, _day(call_on))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
