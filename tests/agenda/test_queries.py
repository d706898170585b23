"""The sheet: the database's order is the rule's, read from one index, whatever the backlog."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from math import log2

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agencies.clock import local
from rightday.agenda import actions, queries, rules
from rightday.agenda.models import NextStep
from rightday.agenda.planning import standing_columns
from rightday.agenda.rules import Achievement, Kind, Reason
from rightday.people.models import Company, Person
from tests.agenda.test_rules import DAY, facts, near

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def plan(cast, person=None, *, due=DAY, **changed):
    values = {
        "kind": Kind.LEAD, "reason": Reason.WARM, "why": "Contractors on the team.", "objective": "When they end",
        "fact_on": DAY, "due": due, "agreed": False,
    }  # fmt: skip
    person = person or cast.martin
    return actions.plan(owner=cast.sam, person=person, company=person.company, by=cast.sam, **values | changed)


def kept(cast, facts):
    """A step with exactly these facts, its day not moved to a working day."""
    columns = standing_columns(rules.standing(**facts))
    return NextStep(
        owner=cast.sam, person=cast.martin, company=cast.halden, kind=Kind.LEAD.value, reason=facts["reason"].value,
        fact_on=facts["fact_on"], due=facts["due"], zone="Europe/London", why="x", **columns,
    )  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(facts, min_size=1, max_size=12), near)
def test_the_order_of_sql_is_the_order_of_the_rule(inside, several, on):
    NextStep.objects.all()._raw_delete("default")
    made = NextStep.objects.bulk_create([kept(inside, each) for each in several])
    due = [(rules.standing(**each), step.pk) for each, step in zip(several, made, strict=True) if each["due"] <= on]
    expected = [pk for standing, pk in sorted(due, key=lambda pair: rules.sort_key(pair[0], on, pair[1]))]
    rows = queries._ORDER(
        owner=inside.sam.pk, on=on, ordinal=float(on.toordinal()), agreed_chance=log2(rules.DEFAULT.agreed_chance)
    )
    assert [row[0] for row in rows] == expected
    by_id = {pk: standing for standing, pk in due}
    for row in rows:
        assert row[2] == rules.place_on(by_id[row[0]], on)
        assert row[3] == pytest.approx(rules.log_score(by_id[row[0]], on), abs=1e-9)


WARM = {
    "reason": Reason.WARM, "fact_on": DAY, "due": DAY, "agreed": False, "dials": 0, "talks": 0, "introduced": False,
    "works_with_agencies": None,
}  # fmt: skip


def test_the_order_comes_from_the_index_alone(inside):
    members = (inside.sam, inside.priya, inside.jo)
    steps = [kept(inside, WARM | {"due": DAY + timedelta(days=n % 400 - 10)}) for n in range(1_200)]
    for n, step in enumerate(steps):
        step.owner = members[n % 3]
    NextStep.objects.bulk_create(steps)
    with CaptureQueriesContext(connection) as asked:
        queries.sheet(inside.sam, on=DAY, now=NOW)
    ordering = next(q["sql"] for q in asked.captured_queries if "ORDER BY" in q["sql"] and "nextstep" in q["sql"])
    explain, covering = "EXPLAIN QUERY PLAN", "USING COVERING INDEX step_sheet"
    if connection.vendor == "postgresql":  # as the app's role, under its policy
        explain, covering = "EXPLAIN", "Index Only Scan using step_sheet"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("RESET ROLE; ANALYZE rightday_nextstep; SET ROLE rightday_app")
        cursor.execute(f"{explain} {ordering}")
        assert covering in " ".join(str(row) for row in cursor.fetchall())


def statements(cast, **changed):
    with CaptureQueriesContext(connection) as asked:
        queries.sheet(cast.sam, on=DAY, now=NOW, **changed)
    return [q["sql"] for q in asked.captured_queries if "rightday_agency" not in q["sql"].split("WHERE")[0]]


def test_two_statements_with_one_row_and_with_three(inside):
    plan(inside)
    one = len(statements(inside))
    plan(inside)
    plan(inside)
    assert one == len(statements(inside)) == 2


def test_an_empty_sheet(inside):
    assert queries.sheet(inside.sam, on=DAY, now=NOW) == queries.Sheet((), (), 0, False)


def test_a_row_says_all_that_a_call_needs(inside):
    step = plan(inside, reason=Reason.HOT, holds_until=DAY + timedelta(days=3), subject="2 engineers", tries=1)
    (row,) = queries.sheet(inside.sam, on=DAY, now=NOW).now
    assert (row.id, row.person, row.given, row.title, row.company, row.number, row.number_state) == (
        step.pk, "Martin Ahlqvist", "Martin", "Head of platform", "Halden Insurance", "+442079460142", "untested",
    )  # fmt: skip
    assert (row.subject, row.why, row.objective, row.kind_words, row.reason, row.tries, row.from_) == (
        "2 engineers", "Contractors on the team.", "When they end", "Lead call", "hot", 1, None,
    )  # fmt: skip
    assert row.score == pytest.approx(1.6 * 0.15)
    assert not row.urgent
    later = queries.sheet(inside.sam, on=DAY + timedelta(days=2), now=NOW)
    assert later.now[0].urgent


def test_what_ran_out_is_shown_as_what_comes_then(inside):
    plan(inside, reason=Reason.HOT, holds_until=DAY - timedelta(days=1), then=Reason.RAN_OUT)
    assert queries.sheet(inside.sam, on=DAY, now=NOW).now[0].reason == "ran_out"


def test_now_and_later_by_the_hours_where_they_are(inside):
    boston = Company.objects.create(name="Bay", key="bay", zone="America/New_York", country="US")
    ann = Person.objects.create(name="Ann Lee", key="ann lee", company=boston)
    tom = Person.objects.create(name="Tom Ray", key="tom ray", zone="Europe/London")
    early = plan(inside, ann, reason=Reason.FALL_THROUGH)
    at_noon = plan(inside, tom, earliest=time(12), agreed=True)
    here = plan(inside)
    sheet = queries.sheet(inside.sam, on=DAY, now=NOW)
    assert [row.id for row in sheet.now] == [here.pk]
    assert [(row.id, f"{local(row.from_, row.zone):%H:%M}") for row in sheet.later] == [
        (at_noon.pk, "12:00"),
        (early.pk, "08:30"),
    ]
    assert sheet.due == 3
    assert sheet.now[0].number != "" and sheet.later[0].number == ""


def test_a_holiday_where_they_are_waits(inside):
    thanksgiving = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)
    boston = Company.objects.create(name="Bay", key="bay", zone="America/New_York", country="US")
    ann = Person.objects.create(name="Ann Lee", key="ann lee", company=boston)
    step = plan(inside, ann)
    sheet = queries.sheet(inside.sam, on=date(2026, 11, 26), now=thanksgiving)
    assert [row.id for row in sheet.later] == [step.pk]
    assert f"{local(sheet.later[0].from_, sheet.later[0].zone):%a %H:%M}" == "Fri 08:30"


def test_nobody_who_said_no_and_nobody_on_the_phone_with_a_colleague(inside):
    plan(inside)
    assert queries.sheet(inside.sam, on=DAY, now=NOW, skip=[inside.martin.pk]).now == ()
    Person.objects.filter(pk=inside.martin.pk).update(do_not_call=True)
    assert queries.sheet(inside.sam, on=DAY, now=NOW).now == ()


def test_no_more_is_counted_and_shown_than_anybody_calls(inside):
    NextStep.objects.bulk_create(kept(inside, WARM) for _ in range(queries.ORDERED + 5))
    sheet = queries.sheet(inside.sam, on=DAY, now=NOW)
    assert (len(sheet.now), len(sheet.later), sheet.due, sheet.more) == (queries.SHOWN, 0, queries.ORDERED, True)
    every = queries.sheet(inside.sam, on=DAY, now=NOW, shown=queries.ORDERED)
    assert [row.id for row in every.now[: queries.SHOWN]] == [row.id for row in sheet.now]
    assert len({row.id for row in every.now}) == queries.ORDERED


def test_calls_with_a_time_of_their_own_have_room_beside_many(inside):
    NextStep.objects.bulk_create(kept(inside, WARM) for _ in range(queries.SHOWN + 5))
    later = plan(inside, earliest=time(23, 30), agreed=True)
    sheet = queries.sheet(inside.sam, on=DAY, now=NOW)
    assert [row.id for row in sheet.later] == [later.pk]
    assert len(sheet.now) == queries.SHOWN - 1


def test_only_ones_own_and_only_what_is_due(inside):
    plan(inside, due=DAY + timedelta(days=1))
    actions.plan(
        owner=inside.jo, person=inside.martin, company=None, by=inside.sam, kind=Kind.LEAD, reason=Reason.HOT,
        why="x", objective="x", fact_on=DAY, due=DAY,
    )  # fmt: skip
    assert queries.sheet(inside.sam, on=DAY, now=NOW).due == 0
    assert queries.sheet(inside.jo, on=DAY, now=NOW).due == 1


def test_the_reckoning_of_a_step(inside):
    step = plan(inside, reason=Reason.HOT, holds_until=DAY + timedelta(days=1), then=Reason.RAN_OUT, introduced=True)
    found = queries.reckoning(step.pk, on=DAY)
    assert found.score == pytest.approx(1.6 * 0.15 * 1.5)
    assert found.place == "Before the score: hot in its last days."
    assert queries.reckoning(step.pk).lines[0].words.startswith("Reason: hot")
    with pytest.raises(NextStep.DoesNotExist):
        queries.reckoning(0)


def test_an_intention(inside):
    assert queries.intention(inside.sam, DAY) == queries.Intended("", (), None)
    wanted = {Achievement.MEETING_BOOKED: 2, Achievement.LEAD: 1, Achievement.REFERRAL: 0}
    actions.intend(inside.sam, day=DAY, words="Two meetings", outcomes=wanted, seen=None, by=inside.sam)
    assert queries.intention(inside.sam, DAY) == queries.Intended(
        "Two meetings", ((Achievement.MEETING_BOOKED, 2), (Achievement.LEAD, 1)), 0
    )
