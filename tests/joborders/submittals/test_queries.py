"""The screen of submittals, read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.queries import at_hand
from rightday.joborders.submittals import actions, queries
from rightday.joborders.submittals.models import Submittal
from rightday.joborders.submittals.rules import OfferAnswer, Stop
from tests import desk

DAY = timedelta(days=1)


def shown(order, member):
    return queries.submittals_page(order, member=member)


def test_each_stands_where_they_are_and_who_stopped_says_why(inside, today):
    order = desk.order(inside.sam, inside.martin, openings=2)
    first = desk.submittal(order, desk.candidate(inside.sam, desk.someone("Tomás Rey")), submitted_on=today - 9 * DAY)
    gone = desk.submittal(order, desk.candidate(inside.sam, desk.someone("Ewan Strand")), salary=9_000_000)
    desk.interview(first)
    offer = actions.offer(first, by=inside.sam, starts_on=today + 30 * DAY)
    actions.answer_offer(offer, answer=OfferAnswer.ACCEPTED, by=inside.sam)
    actions.stop(gone, kind=Stop.CLIENT_NO, words="", by=inside.sam)
    them = shown(order, inside.sam)
    assert [row.name for row in them.rows] == ["Tomás Rey", "Ewan Strand"]
    assert [cell.state for cell in them.rows[0].cells] == ["done", "done", "done", "done", "now", "next"]
    assert [cell.state for cell in them.rows[1].cells] == ["done", "stop", "x", "x", "x", "x"]
    assert (them.rows[1].why, them.rows[1].may_reopen) == ("The client said no", True)
    assert them.rows[1].money == "£560 pay, £660 bill, £90,000"
    Submittal.objects.filter(pk=first.pk).update(stage=6)
    assert shown(order, inside.sam).rows[0].cells[5].words


@pytest.mark.parametrize("many", [1, 3])
def test_the_screen_takes_three_statements_however_many(inside, many):
    order = desk.order(inside.sam, inside.martin)
    for number in range(many):
        desk.interview(desk.submittal(order, desk.candidate(inside.sam, desk.someone(f"Sanna Number{number}"))))
    with at_hand(inside.agency), CaptureQueriesContext(connection) as seen:
        them = shown(order, inside.sam)
    assert (len(them.over), len(seen)) == (many, 3)
