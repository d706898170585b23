"""What counts as demand in a row of an import."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rightday.intake.understanding.rules import says_something
from rightday.leads.rules import IDENTITY, HeardEvidence, Shows

DAY = date(2026, 5, 4)
SILENT = {Shows.CONTEXT, *IDENTITY}


def heard(*shows: Shows) -> list[HeardEvidence]:
    return [HeardEvidence(one, "words", DAY) for one in shows]


def test_who_they_are_is_no_demand() -> None:
    assert not says_something(heard(Shows.CONTEXT, *IDENTITY))
    assert not says_something([])


def test_one_piece_of_demand_is_enough() -> None:
    assert says_something(heard(Shows.CONTEXT, Shows.RUMOUR))


@given(st.lists(st.sampled_from(Shows)))
def test_it_is_everything_but_context_and_identity(shows: list[Shows]) -> None:
    assert says_something(heard(*shows)) is bool(set(shows) - SILENT)
