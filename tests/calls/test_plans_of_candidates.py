"""Plans of calls to candidates and referees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rightday.agenda.rules import Kind
from rightday.calls.plans import call_plan
from tests.calls.briefs import MARTIN, asks


@pytest.mark.parametrize(
    ("kind", "first", "also"),
    [
        (Kind.DEBRIEF, "wants", "elsewhere"),
        (Kind.PREPARE, "example", "want"),
        (Kind.MATCH, "interest", "consent"),
        (Kind.CANDIDATE, "changed", "supervisors"),
        (Kind.REFERENCE, "did", "quote"),
    ],
)
def test_each_opens_asks_and_closes(kind: Kind, first: str, also: str) -> None:
    asks(kind, first, also)


@pytest.mark.parametrize("kind", [Kind.MATCH, Kind.CANDIDATE])
def test_the_three_questions_are_asked_in_every_candidate_call(kind: Kind) -> None:
    keys = [each.key for each in call_plan(replace(MARTIN, kind=kind)).questions]
    assert keys[-3:] == ["supervisors", "seeing", "looking"]
