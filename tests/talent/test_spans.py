"""A position as the rule of odd days sees it."""

from __future__ import annotations

from datetime import date

from rightday.people.models import Position
from rightday.talent.spans import odd, span_of


def test_one_position_alone_is_not_odd(inside):
    one = Position.objects.create(
        person=inside.martin, company=inside.halden, title="Developer", began=date(2020, 1, 1), current=True
    )
    span = span_of(one)
    assert (span.title, span.began, span.ended, span.current) == ("Developer", date(2020, 1, 1), None, True)
    assert odd(one, by=inside.sam) == []
