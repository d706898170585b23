"""What is found out from others: on its own list, on nobody's sheet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.agencies import clock
from rightday.agenda import actions, queries
from rightday.agenda.find_out import MOST
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Place, Reason
from rightday.db.row_security import enter

DAY = date(2026, 11, 24)


def step(cast, *, due: date = DAY, kind: Kind = Kind.FIND_OUT, owner=None, company=True, **more) -> NextStep:
    person = cast.martin
    return actions.plan(
        owner=owner or cast.sam, person=person, company=cast.halden if company else None, by=cast.sam, kind=kind,
        reason=Reason.FALL_THROUGH, why="No call about it.", objective="Know what became of it", fact_on=due, due=due,
        subject="Start date", agreed=True, **more,
    )  # fmt: skip


def test_it_is_listed_and_never_on_a_sheet(inside):
    asked, called = step(inside), step(inside, kind=Kind.LEAD)
    sheet = queries.sheet(inside.sam, on=DAY, now=clock.now())
    assert [row.id for row in (*sheet.now, *sheet.later)] == [called.pk]
    assert sheet.due == 1
    (row,) = queries.to_find_out(inside.sam, DAY)
    assert (row.id, row.person, row.company, row.subject, row.objective, row.why, row.due) == (
        asked.pk, "Martin Ahlqvist", "Halden Insurance", "Start date", "Know what became of it", "No call about it.", DAY,
    )  # fmt: skip
    assert asked.place == Place.OFF_SHEET


def test_each_has_their_own_by_the_day_and_the_longest_due_first(inside, theirs):
    later, first = step(inside, due=DAY - timedelta(days=1)), step(inside, due=DAY - timedelta(days=4), company=False)
    step(inside, due=DAY + timedelta(days=1))
    step(inside, owner=inside.jo)
    assert [row.id for row in queries.to_find_out(inside.sam, DAY)] == [first.pk, later.pk]
    assert queries.to_find_out(inside.sam, DAY)[0].company == ""
    with enter(theirs.agency):
        assert queries.to_find_out(theirs.sam, DAY) == ()


def test_it_stays_off_the_sheet_when_all_is_put_in_order_again(inside):
    asked = step(inside)
    assert actions.reorder_for(inside.martin, by=inside.sam) == 1
    asked.refresh_from_db()
    assert asked.place == Place.OFF_SHEET
    assert queries.reckoning(asked.pk, on=DAY).place == "On no sheet: they want no call about it. Ask others."


def test_a_bounded_list(inside):
    for _ in range(MOST + 1):
        step(inside)
    assert len(queries.to_find_out(inside.sam, DAY)) == MOST


@pytest.mark.parametrize("weight", [1.0, 1.8])
def test_a_later_failure_is_worth_more(inside, weight):
    plain = step(inside, kind=Kind.MILESTONE)
    heavy = step(inside, kind=Kind.MILESTONE, weight=weight)
    said = queries.reckoning(heavy.pk, on=DAY)
    assert said.score == pytest.approx(queries.reckoning(plain.pk, on=DAY).score * weight)
    assert any(line.words == "How late in the process it failed" for line in said.lines) is (weight != 1)
    actions.reorder_for(inside.martin, by=inside.sam)
    before = heavy.rank
    heavy.refresh_from_db()
    assert heavy.rank == pytest.approx(before) and heavy.weight == weight
    assert queries.sheet(inside.sam, on=DAY, now=clock.now()).due == 2
