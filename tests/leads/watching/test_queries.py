"""What is to be found out: watches and steps that are no calls, in one statement."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Place
from rightday.leads import actions
from rightday.leads.models import Intelligence
from rightday.leads.watching import actions as actions_watch
from rightday.leads.watching import queries as queries_watch
from rightday.leads.watching.queries import MOST, the_watch, to_find_out, watched
from rightday.team import queries as team
from tests.counting import counted

ON = date(2026, 11, 25)


@pytest.fixture
def step(inside):
    """A lead of Martin's, who wants no call about it."""
    lead = actions.create(inside.martin, heard=[], title="A tester", by=inside.sam)
    NextStep.objects.filter(pk=lead.next_step_id).update(
        kind=Kind.FIND_OUT, place=Place.OFF_SHEET, due=ON, objective="Did they fill it?"
    )
    return lead.next_step


def watch(inside, due: date, words: str = "Two testers, on their website", owner=None) -> Intelligence:
    made = actions_watch.watch(inside.halden, words=words, by=inside.sam, owner=owner)
    Intelligence.objects.filter(pk=made.pk).update(due=due)
    return made


def test_both_the_longest_due_first(inside, step):
    later, sooner = watch(inside, ON), watch(inside, ON - timedelta(days=2), words="A long\nadvertisement " * 20)
    watch(inside, ON + timedelta(days=1))
    watch(inside, ON, owner=inside.jo)
    closed = watch(inside, ON)
    actions_watch.drop(closed, seen=0, by=inside.sam)
    to_find_out(inside.sam, ON)
    with counted() as asked:
        found = to_find_out(inside.sam, ON).rows
    assert len(asked) == 1
    assert found[0].href == f"/leads/watches/{sooner.pk}/"
    assert {one.href for one in found[1:]} == {f"/leads/watches/{later.pk}/", f"/today/{step.pk}/"}
    assert (found[0].name, len(found[0].words) < 110, found[0].when) == ("Halden Insurance", True, "Mon 23 Nov")
    by_step = next(one for one in found if "today" in one.href)
    assert (by_step.name, by_step.words) == ("Martin Ahlqvist, Halden Insurance", "Did they fill it?")
    assert to_find_out(inside.jo, ON)[1:] == ("1", False)
    assert to_find_out(inside.priya, ON) == ((), "", False)


def test_it_is_counted_no_further_than_is_listed(inside):
    Intelligence.objects.bulk_create(
        Intelligence(words="x", true_on=ON, recorded_at=datetime(2026, 11, 1, tzinfo=UTC), owner=inside.sam, due=ON)
        for _ in range(MOST + 5)
    )
    found, count, more = to_find_out(inside.sam, ON)
    assert (len(found), count, more, found[0].name) == (MOST, "50+", True, "An advertisement")
    assert [len(to_find_out(inside.sam, ON, shown=4).rows), to_find_out(inside.sam, ON, shown=4).more] == [4, True]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan of SQLite")
def test_both_halves_are_read_by_an_index(inside):
    sql, params, *_ = queries_watch._TO_FIND._compile(connection)
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql, [1] * len(params))
        plan = [row[3] for row in cursor.fetchall()]
    read = [line for line in plan if "rightday_nextstep" in line or "rightday_intelligence" in line]
    assert [line.split("USING")[0] for line in read] == ["SEARCH rightday_nextstep ", "SEARCH rightday_intelligence "]
    assert "step_off_sheet" in read[0]
    assert "intelligence_due" in read[1]


def test_as_its_page_shows_it(inside):
    one = the_watch(watch(inside, ON).pk)
    shown = watched(one, inside.sam)
    assert (shown.about, shown.company_id, shown.owner, shown.open, shown.lead_id) == (
        "Halden Insurance", inside.halden.pk, "Sam Whitlock", True, None,
    )  # fmt: skip
    assert shown.heard.startswith("Sam Whitlock, ")
    bare = watched(Intelligence(words="x", true_on=ON, person=inside.martin), inside.sam)
    assert (bare.about, bare.due, bare.late, bare.owner, bare.question) == (
        "Martin Ahlqvist", "", False, "", "Was the place filled, and by whom?",
    )  # fmt: skip
    late = watched(Intelligence(words="x", true_on=ON, due=ON - timedelta(days=900)), inside.sam)
    assert (late.late, late.about) == (team.today(inside.sam) > ON - timedelta(days=900), "")
