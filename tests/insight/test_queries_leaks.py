"""Leads that leak: to whom, since when, and who is left out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection

from rightday.agencies import queries as agencies
from rightday.agenda.models import NextStep
from rightday.calls.models import Call
from rightday.insight.leaks import Leak
from rightday.insight.queries_leaks import COUNTED, _overdue, all_leaks, bounds_of, one_leak
from rightday.leads.actions_sheet import put_on_sheet
from rightday.leads.models import Lead
from rightday.leads.rules import Shows
from tests.counting import counted
from tests.insight.conftest import TODAY, days_before, made

LONG_AGO = date(2026, 6, 1)


def leak(cast, *, due, agreed=False, heard=LONG_AGO, **then):
    """A lead whose next step is due on a day."""
    lead = made(cast, heard, shows=then.pop("shows", Shows.RUMOUR), **then)
    NextStep.objects.filter(pk=lead.next_step_id).update(due=due, agreed=agreed)
    return lead


def called(lead, days_ago, *, by, result="no_answer", note="", count=1):
    Call.objects.create(
        member=by, person=lead.person, lead=lead, kind="lead", at=lead.made_at, day=days_before(days_ago), due=TODAY,
        result=result, note=note,
    )  # fmt: skip
    Lead.objects.filter(pk=lead.pk).update(call_count=count, last_call_on=days_before(days_ago))
    return lead


def found(cast, whose):
    return {one.leak: [row.id for row in one.rows] for one in all_leaks(on=TODAY, whose=whose)}


def test_followed_up_once_then_forgotten(inside):
    once = called(leak(inside, due=days_before(20), name="Meera Joshi"), 28, by=inside.sam)
    quoted = called(leak(inside, due=days_before(9)), 7, by=inside.sam, note="Try me in a week", result="not_now")
    for lead, ago in (
        (leak(inside, due=days_before(1), heard=days_before(6)), 6),  # not long enough ago
        (leak(inside, due=TODAY), 20),  # on today's sheet
    ):
        called(lead, ago, by=inside.sam)
    called(leak(inside, due=days_before(2), heard=days_before(9)), 8, by=inside.sam, count=2)
    shown = all_leaks(on=TODAY, whose=inside.sam)[0]
    assert (shown.words, shown.count) == ("Followed up once, then forgotten", "2")
    first, second = shown.rows
    assert (first.id, first.name, first.person, first.last, first.days, first.letters) == (
        once.pk, "Joshi Works", "Meera Joshi", "Wed 28 Oct, no answer", 28, "SW",
    )  # fmt: skip
    assert (second.id, second.last) == (quoted.pk, "Wed 18 Nov, “Try me in a week”")


@pytest.mark.parametrize(
    ("shows", "due", "leaks"),
    [
        (Shows.INTERVIEWING, days_before(2), True),
        (Shows.INTERVIEWING, days_before(1), False),
        (Shows.CONTRACTORS, days_before(5), True),
        (Shows.CONTRACTORS, days_before(2), False),
        (Shows.RUMOUR, days_before(8), True),
        (Shows.RUMOUR, days_before(5), False),
        (Shows.RUMOUR, days_before(-3), False),
    ],
)
def test_a_step_is_overdue_by_more_than_the_cadence_of_its_grade(inside, shows, due, leaks):
    lead = leak(inside, due=due, heard=days_before(2), shows=shows)
    assert found(inside, inside.sam)[Leak.OVERDUE] == ([lead.pk] if leaks else [])


def test_quiet_for_a_month_and_never_called(inside):
    quiet = called(leak(inside, due=days_before(-5)), 31, by=inside.sam, count=3)
    never = leak(inside, due=days_before(-5))
    called(leak(inside, due=days_before(-5)), 30, by=inside.sam, count=3)
    called(leak(inside, due=days_before(-5), agreed=True), 60, by=inside.sam, count=3)
    called(leak(inside, due=TODAY), 60, by=inside.sam, count=3)
    called(leak(inside, due=days_before(-5), last_heard_on=days_before(4)), 60, by=inside.sam, count=3)
    leak(inside, due=days_before(-5), heard=days_before(20))
    shown = found(inside, inside.sam)
    assert (shown[Leak.QUIET], shown[Leak.NEVER], shown[Leak.ONCE], shown[Leak.OVERDUE]) == (
        [quiet.pk], [never.pk], [], [],
    )  # fmt: skip
    rows = {one.leak: one.rows for one in all_leaks(on=TODAY, whose=inside.sam)}
    assert rows[Leak.QUIET][0].last == "Sun 25 Oct, no answer"
    assert rows[Leak.NEVER][0].last == "Mon 1 Jun"


def test_each_lead_leaks_in_one_place(inside):
    both = called(leak(inside, due=days_before(20)), 60, by=inside.sam)
    assert found(inside, inside.sam) == {Leak.ONCE: [both.pk], Leak.OVERDUE: [], Leak.QUIET: [], Leak.NEVER: []}
    assert [row.id for row in one_leak(Leak.OVERDUE, on=TODAY, whose=inside.sam).rows] == [both.pk]


def test_its_owner_first_managers_later(inside):
    fresh = called(leak(inside, due=days_before(3), owner=inside.jo, heard=days_before(9)), 8, by=inside.jo)
    assert found(inside, inside.jo)[Leak.ONCE] == [fresh.pk]
    assert found(inside, inside.sam)[Leak.ONCE] == []
    assert found(inside, None)[Leak.ONCE] == []
    Lead.objects.filter(pk=fresh.pk).update(last_call_on=days_before(12))
    assert found(inside, None)[Leak.ONCE] == [fresh.pk]


def test_who_wants_no_call_is_nobodys_leak_and_what_is_put_on_the_sheet_is_one_no_more(inside):
    silent = called(leak(inside, due=days_before(20)), 60, by=inside.sam)
    Lead.objects.filter(pk=silent.pk).update(uncalled_on=days_before(9))
    lead = called(leak(inside, due=days_before(20)), 60, by=inside.sam)
    assert found(inside, inside.sam)[Leak.ONCE] == [lead.pk]
    put_on_sheet([lead.pk], by=inside.sam)
    assert not any(found(inside, inside.sam).values())


@pytest.mark.parametrize("which", [Leak.OVERDUE, Leak.NEVER])
def test_all_of_one_kind_read_on(inside, which):
    due = days_before(20) if which is Leak.OVERDUE else days_before(-5)
    leads = [leak(inside, due=due + timedelta(days=number % 2)).pk for number in range(27)]
    first = one_leak(which, on=TODAY, whose=None)
    rest = one_leak(which, on=TODAY, whose=None, after=first.after)
    assert sorted(row.id for row in (*first.rows, *rest.rows)) == sorted(leads)
    assert (len(first.rows), first.begins, rest.begins, rest.after) == (25, True, False, "")
    assert one_leak(which, on=TODAY, whose=None, after="x~y").rows == first.rows


def test_counted_up_to_a_hundred_in_six_statements(inside):
    with agencies.at_hand(inside.agency), counted() as none:
        all_leaks(on=TODAY, whose=inside.sam)
    lead = leak(inside, due=days_before(20))
    step = NextStep.objects.get()
    for _ in range(COUNTED):
        step.pk = lead.pk = None
        step._state.adding = lead._state.adding = True
        step.save()
        lead.next_step = step
        lead.save()
    with agencies.at_hand(inside.agency), counted() as many:
        shown = all_leaks(on=TODAY, whose=inside.sam)
    assert [one.count for one in shown] == ["0", "99+", "0", "0"]
    assert len(shown[1].rows) == 5
    assert len(none) == len(many) == 6


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plan; PostgreSQL's depends on its statistics")
@pytest.mark.parametrize(("own", "index"), [(False, "step_by_due"), (True, "step_sheet")])
def test_overdue_steps_lead_to_their_leads_and_not_all_open_leads_to_their_steps(inside, own, index):
    plan = _overdue(bounds_of(TODAY, manager=not own), inside.sam.pk if own else None, COUNTED).explain()
    assert index in plan and "lead_quiet" not in plan
