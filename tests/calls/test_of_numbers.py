"""Which call reached somebody by a number."""

from __future__ import annotations

from datetime import UTC, datetime

from rightday.calls.models import Call
from rightday.calls.of_numbers import reached_by
from rightday.kernel import phones
from rightday.people import actions as people
from tests.conftest import Cast

AT = datetime(2026, 7, 24, 14, 10, tzinfo=UTC)


def call(cast: Cast, by, result: str, hour: int, **more) -> Call:
    at = AT.replace(hour=hour)
    values = {"number": cast.number} | more
    return Call.objects.create(
        member=by, person=cast.martin, kind="lead", at=at, day=at.date(), due=at.date(), result=result, **values
    )


def test_the_last_one_that_reached_them(inside: Cast):
    assert reached_by(inside.martin.pk, reader=inside.sam) == {}
    call(inside, inside.priya, "met", 9)
    call(inside, inside.priya, "not_now", 14)
    call(inside, inside.priya, "no_answer", 15)
    call(inside, inside.priya, "met", 16, undone_at=AT)
    call(inside, inside.priya, "met", 17, number=None)
    other = people.add_number(inside.martin, phones.read("020 7946 0731")[0], by=inside.sam)
    call(inside, inside.sam, "progressed", 8, number=other)
    found = reached_by(inside.martin.pk, reader=inside.sam)
    assert found == {inside.number.pk: "15:10, by Priya", other.pk: "09:10, by you"}
