"""The board: columns by milestone, the first cards of each, filters as the list has them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.queries import at_hand
from rightday.leads.lists import board, reading
from rightday.leads.lists import listing as lists
from rightday.leads.lists.filters import Filters
from rightday.leads.lists.models import Label, LeadLabel
from rightday.leads.models import Lead
from rightday.leads.process.rules import Stage
from rightday.team import queries as team
from tests.leads.lists.test_reading import some


def shown(cast, **params):
    found = board.board_of(cast.sam, Filters.of({"as": "board"} | params))
    return {column.stage: column for column in found.columns}


def titles(column):
    return [card.id for card in column.cards]


@pytest.fixture
def leads(inside):
    made = some(inside, 60)
    Lead.objects.filter(next_step__isnull=False).update(stage=Stage.CVS)
    return made


def test_columns_begin_with_what_is_expected_soonest_then_the_newest(inside, leads):
    open_leads = [lead for lead in leads if lead.next_step_id]
    dated = sorted((lead for lead in open_leads if lead.milestone_on), key=lambda lead: (lead.milestone_on, lead.pk))
    rest = sorted((lead.pk for lead in open_leads if not lead.milestone_on), reverse=True)
    order = [lead.pk for lead in dated] + rest
    column = shown(inside)[Stage.CVS]
    assert titles(column) == order[: board.CARDS]
    assert (column.count, column.rest) == ("48", str(48 - board.CARDS))
    found, more = list(titles(column)), column.more
    while more:
        filters = Filters.of(dict(pair.split("=", 1) for pair in more.partition("?")[2].split("&")))
        part = board.more_of(inside.sam, filters, Stage.CVS, filters.after)
        found += titles(part)
        more = part.more
    assert found == order


def test_empty_columns_stand_and_those_asked_for_alone(inside, leads):
    assert [column.count for column in shown(inside).values()] == ["48", *["0"] * 7]
    assert list(shown(inside, stage="1,4")) == [Stage.CVS, Stage.DECISION]
    assert shown(inside)[Stage.OFFER].more == ""
    assert shown(inside, owner="me")[Stage.CVS].all == "/leads/?owner=me&stage=1&sort=stage"


def test_filters_are_the_lists(inside, leads, monkeypatch):
    params = {"skill": "java", "source": "form"}
    expected = {row.id for _, _, rows in lists.leads_list(inside.sam, Filters.of(params)).groups for row in rows}
    assert expected
    monkeypatch.setattr(board, "CARDS", 25)
    assert set(titles(shown(inside, **params)[Stage.CVS])) == expected
    monkeypatch.setattr(reading, "GATHERED", 0)
    column = shown(inside, **params)[Stage.CVS]
    assert set(titles(column)) == expected
    assert (column.count, column.rest) == (f"{len(expected)}+", "")


def test_one_card_and_three_take_the_same_statements(inside):
    def count(**params):
        with at_hand(inside.agency), CaptureQueriesContext(connection) as asked:
            shown(inside, **params)
        return len(asked.captured_queries)

    some(inside, 1)
    one = [count(), count(owner="me"), count(grade="hot", source="form")]
    LeadLabel.objects.all().delete()
    Label.objects.all().delete()
    some(inside, 3)
    assert one == [count(), count(owner="me"), count(grade="hot", source="form")]
    assert max(one) <= 20


def test_a_big_column_says_that_it_has_more(inside, leads, monkeypatch):
    monkeypatch.setattr(board, "MOST", 9)
    column = shown(inside)[Stage.CVS]
    assert (column.count, column.rest) == ("9+", "")
    assert column.more
    assert Lead.objects.get(pk=column.cards[-1].id).stage == Stage.CVS


def test_late_steps_are_late(inside, leads):
    on = team.today(inside.sam)
    card = shown(inside)[Stage.CVS].cards[0]
    assert card.late == (Lead.objects.get(pk=card.id).next_step.due < on + timedelta(0))
