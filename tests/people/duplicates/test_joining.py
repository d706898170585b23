"""Which number is dialled first when two records are one."""

from __future__ import annotations

from datetime import date

from rightday.people.duplicates.joining import first_of
from rightday.people.models import PhoneNumber


def number(pk: int, **values) -> PhoneNumber:
    return PhoneNumber(pk=pk, typed=str(pk), **{"e164": f"+44{pk}", "state": "untested", **values})


def test_the_number_that_reached_them_last_then_the_first_then_any_that_can_be_dialled():
    late, early = number(1, reached_on=date(2026, 9, 4)), number(2, reached_on=date(2026, 8, 4), first=True)
    wrong, first, other = number(3, state="wrong", first=True), number(4, first=True), number(5)
    assert first_of([early, late, first]) is late
    assert first_of([wrong, other, first]) is first
    assert first_of([wrong, other]) is other
    assert first_of([wrong, number(6, e164="")]) is None
