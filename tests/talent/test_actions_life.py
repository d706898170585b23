"""Positions with their days, and what was done in them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.people.models import Position
from rightday.talent import actions_life as actions
from rightday.talent.models_shown import Deed
from rightday.talent.rules import DeedKind, SkillSource, Span
from rightday.talent.spans import odd
from rightday.team import queries as team
from rightday.team.rules import Refused
from tests import desk
from tests.conftest import Cast


def test_positions_overlap_or_begin_in_the_future_and_are_kept_and_said(inside: Cast):
    sanna, today = desk.someone(), team.today(inside.sam)
    first = actions.add_position(
        sanna, span=Span("Developer", date(2020, 1, 1), date(2023, 1, 1)), company=inside.halden,
        supervisor=inside.martin, by=inside.sam,
    )  # fmt: skip
    second = actions.add_position(
        sanna, span=Span("Lead", date(2021, 1, 1), date(2022, 1, 1), current=True), by=inside.sam
    )
    assert (second.ended, first.supervisor) == (None, inside.martin)
    assert odd(second, by=inside.sam) == ["It overlaps with Developer."]
    later = actions.add_position(sanna, span=Span("CTO", today + timedelta(days=40), None), by=inside.sam)
    assert "in the future" in odd(later, by=inside.sam)[0]
    assert Position.objects.count() == 3


@pytest.mark.parametrize(
    ("span", "words"),
    [(Span("A", date(2022, 1, 1), date(2020, 1, 1)), "before it begins"), (Span(" ", None, None), "what they did")],
)
def test_positions_that_cannot_be(inside: Cast, span: Span, words: str):
    with pytest.raises(Refused, match=words):
        actions.add_position(desk.someone(), span=span, by=inside.sam)


def test_nobody_reports_to_themselves(inside: Cast):
    with pytest.raises(Refused, match="themselves"):
        actions.add_position(inside.martin, span=Span("A", None, None), supervisor=inside.martin, by=inside.sam)


def test_a_deed_stands_once(inside: Cast):
    job = actions.add_position(desk.someone(), span=Span("Developer", None, None), by=inside.sam)
    said = {"kind": DeedKind.RESULT, "source": SkillSource.REFERENCE, "by": inside.sam}
    deed = actions.add_deed(job, words=" 140 practices  in nine months ", **said)
    assert deed.words == "140 practices in nine months"
    assert actions.add_deed(job, words="140 practices in nine months", **said) == deed == Deed.objects.get()
    with pytest.raises(Refused):
        actions.add_deed(job, words=" ", **said)
