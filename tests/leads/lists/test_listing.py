"""The list of leads: what is in each view, in which order, read on without losing or doubling a lead."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.queries import at_hand
from rightday.agenda.models import NextStep
from rightday.leads import actions
from rightday.leads.lists import listing as lists
from rightday.leads.lists.filters import Filters, View
from rightday.leads.models import Evidence, Lead, Outcome
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people import search
from rightday.people.models import Person
from rightday.team import queries as team

IDENTITY = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


def leads_list(member, view, **more):
    return lists.leads_list(member, Filters.of({"view": view} | more))


def after_of(shown):
    return dict(parse_qsl(shown.later)).get("after", "")


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


def lead(cast, title, shows=None, ago=0, *, person=None, owner=None):
    on = team.today(cast.sam) - timedelta(days=ago)
    heard = [HeardEvidence(each, "", on) for each in IDENTITY]
    heard += [HeardEvidence(shows, "heard it", on, said_by_words="the market")] if shows else []
    return actions.create(person or cast.martin, heard=heard, title=title, by=cast.sam, owner=owner)


@pytest.fixture
def some(inside):
    """One of each kind, by title."""
    search.put_persons([inside.martin.pk])
    made = [
        lead(inside, "fresh", Shows.INTERVIEWING),
        lead(inside, "tomorrow", Shows.INTERVIEWING, 4),
        lead(inside, "last", Shows.INTERVIEWING, 5, owner=inside.jo),
        lead(inside, "warm", Shows.CONTRACTORS),
        lead(inside, "warm, stale", Shows.CONTRACTORS, 85),
        lead(inside, "cold", Shows.PROJECT),
        lead(inside, "ran out", Shows.INTERVIEWING, 9),
        lead(inside, "name"),
        lead(inside, "over", Shows.INTERVIEWING),
    ]
    actions.end(made[-1], kind=Ending.FILLED_BY_US, on=team.today(inside.sam), by=inside.sam)
    return made


def titles(cast, view, **more):
    shown = leads_list(cast.sam, view, **more)
    return [row.title for _, _, rows in shown.groups for row in rows]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View.OPEN, ["last", "tomorrow", "fresh", "warm, stale", "warm", "cold", "name", "ran out"]),
        (View.HOT, ["last", "tomorrow", "fresh"]),
        (View.STALE, ["last", "tomorrow", "warm, stale"]),
        (View.QUALIFY, ["name", "ran out"]),
        (View.ENDED, ["over"]),
    ],
)
def test_what_is_in_each_view(inside, some, view, expected):
    assert titles(inside, view) == expected


@pytest.mark.parametrize("view", [one for one in View if one not in (View.DECIDE, View.HANDED)])
def test_typing_narrows_and_orders_alike(inside, some, view):
    found = titles(inside, view, q="ahlq")
    if view is not View.MINE:
        assert sorted(found) == sorted(titles(inside, view))
    assert titles(inside, view, q="nobodyatall") == []


def test_mine_is_mine(inside, some):
    assert titles(inside, View.MINE) == ["tomorrow", "fresh", "warm, stale", "warm", "cold", "name", "ran out"]
    shown = leads_list(inside.jo, View.MINE)
    assert [row.title for _, _, rows in shown.groups for row in rows] == ["last"]


def test_headings_and_rows(inside, some, today):
    shown = leads_list(inside.sam, View.OPEN)
    assert [words for words, _, _ in shown.groups] == [
        "Stale tonight", "Stale tomorrow", "Hot", "Warm", "Cold", "To qualify",
    ]  # fmt: skip
    row = shown.groups[1][2][0]
    assert (row.company, row.person, row.verdict.left, row.owner, row.initials, row.due, row.late) == (
        "Halden Insurance", "Martin Ahlqvist", "1 day left", "Sam Whitlock", "SW", row.due, False,
    )  # fmt: skip
    assert row.heard.endswith("from the market")
    assert (shown.count, shown.earlier, shown.later) == ("Eight leads", "", "")
    assert leads_list(inside.sam, View.ENDED).groups[0][2][0].outcome == "Filled by us, today"
    assert leads_list(inside.sam, View.ENDED).count == "One lead"


def test_the_next_step_in_short_and_who_said_it(inside, today):
    made = lead(inside, "2 engineers", Shows.CONTRACTORS)
    NextStep.objects.filter(pk=made.next_step_id).update(subject="2 engineers")
    tess = Person.objects.create(given="Tess", family="Moran", name="Tess Moran", key="tess moran")
    row = leads_list(inside.sam, View.OPEN).groups[0][2][0]
    assert (row.step, row.heard) == ("Lead call", "today, from the market")
    for who, words in ((tess, "today, from Tess Moran"), (inside.martin, "today, from Martin")):
        heard = [HeardEvidence(Shows.CONTRACTORS, "three now", today, said_by=who)]
        actions.add_evidence(made, heard=heard, by=inside.sam)
        assert leads_list(inside.sam, View.OPEN).groups[0][2][0].heard == words
    NextStep.objects.filter(pk=Lead.objects.get().next_step_id).update(kind="confirm", subject="the second team " * 4)
    row = leads_list(inside.sam, View.OPEN).groups[0][2][0]
    assert row.step.startswith("Confirming call, the second team the")
    assert row.step.endswith("…")


def test_open_leads_are_counted_while_they_can_be_worked(inside, some, monkeypatch):
    assert lists.counted() == {"leads": 8}
    monkeypatch.setattr(lists, "COUNTED", 8)
    assert lists.counted() == {}


def test_an_hour_and_a_late_day(inside, today):
    made = lead(inside, "late", Shows.CONTRACTORS)
    NextStep.objects.filter(pk=made.next_step_id).update(due=today - timedelta(days=1), earliest="10:30")
    row = leads_list(inside.sam, View.OPEN).groups[0][2][0]
    assert (row.due, row.late) == ("yesterday, 10:30", True)


def many(cast, number):
    """Leads of all kinds, many with the same day: what a keyset must not trip over."""
    today = team.today(cast.sam)
    steps = NextStep.objects.bulk_create(
        NextStep(
            owner=cast.sam, person=cast.martin, kind="lead", why="x", reason="hot", fact_on=today, due=today, zone=""
        )
        for _ in range(number)
    )
    days = [today + timedelta(days=n) for n in (0, 1, 3)]
    Lead.objects.bulk_create(
        Lead(
            person=cast.martin, company=cast.halden, owner=cast.sam, next_step=step, heard_on=today, title=str(n),
            identified_on=today if n % 7 else None, hot_until=days[n % 3] if n % 2 else None,
            warm_until=days[n % 3] if n % 3 else None, cold_until=days[n % 2] if n % 5 else None,
        )
        for n, step in enumerate(steps)
    )  # fmt: skip


@pytest.mark.parametrize("view", [View.OPEN, View.MINE, View.HOT, View.STALE, View.QUALIFY])
@pytest.mark.parametrize("q", ["", "ahlq"])
def test_reading_on_and_back_loses_and_doubles_none(inside, view, q):
    search.put_persons([inside.martin.pk])
    many(inside, 83)
    parts, after = [], ""
    for _ in range(9):
        shown = leads_list(inside.sam, view, q=q, after=after)
        parts.append([row.id for _, _, rows in shown.groups for row in rows])
        assert (shown.earlier == "") == (after == "")
        after = after_of(shown)
        if not after:
            break
    for part in reversed(parts[:-1]):
        shown = lists.leads_list(inside.sam, Filters.of(dict(parse_qsl(shown.earlier))))
        assert [row.id for _, _, rows in shown.groups for row in rows] == part
    seen = [pk for part in parts for pk in part]
    today = team.today(inside.sam)
    soon, soon_warm = today + timedelta(days=1), today + timedelta(days=7)
    rows = {
        View.HOT: Lead.objects.hot(today),
        View.STALE: Lead.objects.hot(today).filter(hot_until__lte=soon)
        | Lead.objects.warm(today).filter(warm_until__lte=soon_warm),
        View.QUALIFY: Lead.objects.to_qualify(today),
    }.get(view, Lead.objects.all())
    assert len(seen) == len(set(seen))
    assert set(seen) == set(rows.values_list("id", flat=True))


def test_reading_on_in_what_ended(inside, today):
    outcomes = Outcome.objects.bulk_create(Outcome(kind="cancelled", on=today) for _ in range(60))
    Lead.objects.bulk_create(
        Lead(person=inside.martin, owner=inside.sam, outcome=each, heard_on=today) for each in outcomes
    )
    seen, after = [], ""
    for _ in range(4):
        shown = leads_list(inside.sam, View.ENDED, after=after)
        seen += [row.id for _, _, rows in shown.groups for row in rows]
        after = after_of(shown)
        if not after:
            break
    assert len(seen) == len(set(seen)) == 60


def test_a_key_that_is_none_begins_at_the_top(inside, some):
    for after in ("x", "0~x~1", "~~", "1~2026-01-01"):
        assert leads_list(inside.sam, View.OPEN, after=after).earlier == ""
    assert leads_list(inside.sam, View.OPEN, before="x").earlier == ""


def test_where_few_are_all_of_it_the_list_says_that_it_looks_further(inside, monkeypatch):
    monkeypatch.setattr(lists.reading, "GATHERED", 0)
    monkeypatch.setattr(lists.reading.read, "__kwdefaults__", {"walk": 10})
    many(inside, 60)
    last = Lead.objects.latest("id")
    Lead.objects.filter(pk=last.pk).update(source="call")
    query, found = "source=call&sort=age", []
    for parts in range(9):  # noqa: B007 - how many parts it took is looked at below
        shown = lists.leads_list(inside.sam, Filters.of(dict(parse_qsl(query))))
        found += [row.id for _, _, rows in shown.groups for row in rows]
        if not shown.later:
            break
        assert shown.looked and shown.count == ""
        query = shown.later
    assert (found, parts) == ([last.pk], 6)
    while shown.earlier:
        shown = lists.leads_list(inside.sam, Filters.of(dict(parse_qsl(shown.earlier))))
        assert shown.groups == ()


def statements(cast, view, **more):
    with at_hand(cast.agency), CaptureQueriesContext(connection) as asked:
        leads_list(cast.sam, view, **more)
    return len(asked.captured_queries)


@pytest.mark.parametrize("view", [View.OPEN, View.MINE, View.HOT, View.STALE, View.ENDED])
@pytest.mark.parametrize("q", ["", "ahlq"])
def test_one_row_and_three_take_the_same_statements(inside, view, q):
    search.put_persons([inside.martin.pk])
    first = lead(inside, "one", Shows.INTERVIEWING, 4)
    if view is View.ENDED:
        actions.end(first, kind=Ending.CANCELLED, on=team.today(inside.sam), by=inside.sam)
    one = statements(inside, view, q=q)
    for title in ("two", "three"):
        person = Person.objects.create(name=f"Martin {title}", key=f"martin {title}", company=inside.halden)
        search.put_persons([person.pk])
        again = lead(inside, title, Shows.INTERVIEWING, 4, person=person)
        if view is View.ENDED:
            actions.end(again, kind=Ending.CANCELLED, on=team.today(inside.sam), by=inside.sam)
    assert one == statements(inside, view, q=q) <= 10


def test_the_first_part_of_a_view_comes_from_its_index(inside):
    many(inside, 20)
    if connection.vendor == "postgresql":
        pytest.skip("small tables are read whole there")
    with CaptureQueriesContext(connection) as asked:
        leads_list(inside.sam, View.OPEN)
    hot = next(q["sql"] for q in asked.captured_queries if "hot_until" in q["sql"] and "ORDER BY" in q["sql"])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {hot}")
        told = " ".join(str(row) for row in cursor.fetchall())
    assert "lead_by_hot" in told and "TEMP B-TREE" not in told


def test_the_latest_thing_heard_is_shown(inside, today):
    made = lead(inside, "t", Shows.CONTRACTORS, 3)
    actions.add_evidence(made, heard=HeardEvidence(Shows.PLAN, "", today, said_by=inside.martin), by=inside.sam)
    row = leads_list(inside.sam, View.MINE).groups[0][2][0]
    assert row.heard == "today, from Martin"
    Evidence.objects.all().delete()
    assert leads_list(inside.sam, View.MINE).groups[0][2][0].heard == ""
