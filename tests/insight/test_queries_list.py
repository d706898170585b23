"""A period lead by lead: in groups, read on, each once."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.agencies import queries as agencies
from rightday.calls.models import Call
from rightday.calls.rules import Result
from rightday.insight.periods import month_of
from rightday.insight.queries_history import tally
from rightday.insight.queries_list import Key, history_list, key_of, last_calls
from rightday.insight.rules import Became, Tab
from rightday.leads import actions
from rightday.leads.rules import Ending
from tests.counting import counted
from tests.insight.conftest import TODAY, days_before, made

OCTOBER = month_of(date(2026, 10, 1))


def rows(part):
    return [row for _what, _words, _hint, some in part.groups for row in some]


def read(tab=Tab.ALL, after="", page=25, whose=None):
    return history_list(OCTOBER, tab=tab, on=TODAY, whose=whose, after=after, page=page)


@pytest.fixture
def october(inside):
    """Two of each group, and one of November."""
    for number in range(2):
        for kind in Ending:
            lead = made(inside, date(2026, 10, 8 + number))
            actions.end(lead, kind=kind, on=date(2026, 11, 1 + number), by=inside.sam)
        made(inside, date(2026, 10, 9 - number))
        made(inside, date(2026, 10, 9), last_talk_on=days_before(1), owner=inside.jo, heard_by=inside.jo)
    made(inside, date(2026, 11, 9))


def test_what_wants_a_call_first_the_longest_ago_first(inside, october):
    part = read()
    assert [(what, len(some)) for what, _words, _hint, some in part.groups] == [(what, 2) for what in Became]
    assert part.groups[0][1:3] == ("We do not know", "quiet longest first")
    assert [row.how for row in part.groups[0][3]] == ["Never called", "Never called"]
    assert [row.words for row in part.groups[1][3]] == ["Filled by us, Sun 1 Nov", "Filled by us, Mon 2 Nov"]
    assert (part.begins, part.after) == (True, "")


@pytest.mark.parametrize("tab", list(Tab))
def test_every_part_read_on_gives_each_once(inside, october, tab):
    whole = [row.id for row in rows(read(tab))]
    found, after = [], ""
    while True:
        part = read(tab, after, page=3)
        found += [row.id for row in rows(part)]
        after = part.after
        if not after:
            break
    assert found == whole
    assert len(set(whole)) == len(whole) == tally(OCTOBER, on=TODAY, whose=None).in_tab(tab)


def test_mine(inside, october):
    assert len(rows(read(whose=inside.jo))) == 2


def test_a_key_that_is_none_begins_at_the_top():
    assert [key_of(text) for text in ("", "x", "1~2~3", "1~2026-10-01~x")] == [None] * 4
    key = Key(3, date(2026, 10, 1), 7)
    assert key_of(str(key)) == key


def test_the_last_call_that_was_not_taken_back(inside):
    lead = made(inside, date(2026, 10, 1))
    for number, (result, undone) in enumerate(
        ((Result.NOT_NOW, None), (Result.NO_ANSWER, None), (Result.MET, lead.made_at))
    ):
        Call.objects.create(
            member=inside.sam, person=inside.martin, lead=lead, kind="lead", at=lead.made_at, due=TODAY,
            day=date(2026, 10, 2 + number), result=result.value, note="x", undone_at=undone,
        )  # fmt: skip
    found = last_calls([lead.pk])[lead.pk]
    assert (found.result, found.on, found.note) == (Result.NO_ANSWER, date(2026, 10, 3), "x")
    assert last_calls([]) == {}


def test_four_statements_however_many(inside):
    with agencies.at_hand(inside.agency), counted() as none:
        read()
    for _ in range(3):
        made(inside, date(2026, 10, 9))
    with agencies.at_hand(inside.agency), counted() as three:
        assert len(rows(read())) == 3
    assert len(none) == len(three) == 4
