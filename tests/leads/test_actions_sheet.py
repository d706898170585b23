"""Forgotten leads come back onto a sheet; whoever said no does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies import clock
from rightday.agenda import queries as agenda
from rightday.agenda.models import NextStep
from rightday.leads import actions
from rightday.leads.actions_sheet import MOST, OBJECTIVE, put_on_sheet
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.timeline.models import Event

KNOWN = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


def lead(inside, today, *shows, person=None, days=40, **more):
    heard = [HeardEvidence(one, "x", today - timedelta(days=days)) for one in shows]
    return actions.create(person or inside.martin, heard=heard, title="Java", by=inside.sam, **more)


def on_sheet(member, today):
    sheet = agenda.sheet(member, on=today, now=clock.now())
    return [row.id for row in (*sheet.now, *sheet.later)]


def test_each_is_due_today_on_its_owners_sheet(inside, today):
    mine, hers = lead(inside, today, Shows.CONTRACTORS), lead(inside, today, Shows.RUMOUR, owner=inside.jo)
    for one in (mine, hers):
        actions.change_step(one, seen_step=one.next_step_id, due=today + timedelta(days=20), by=inside.sam)
    Lead.objects.filter(pk=hers.pk).update(call_count=1, last_call_on=today - timedelta(days=28))
    assert on_sheet(inside.sam, today) == []
    put = put_on_sheet([mine.pk, hers.pk], by=inside.sam)
    assert (put.owners, put.number, put.agreed, put.uncalled, put.moved_on) == (
        {"Sam Whitlock": 1, "Jo Lindqvist": 1}, 2, 0, 0, 0,
    )  # fmt: skip
    first, second = (NextStep.objects.get(pk=Lead.objects.get(pk=one.pk).next_step_id) for one in (mine, hers))
    assert (first.kind, first.reason, first.objective, first.subject) == ("milestone", "decision", OBJECTIVE, "Java")
    assert first.why.startswith("Never called, heard on ")
    assert second.why.startswith("Called once, on ") and second.why.endswith("and never since.")
    assert first.pk in on_sheet(inside.sam, first.due) and second.pk in on_sheet(inside.jo, second.due)
    assert Event.objects.filter(verb="lead.on_sheet").count() == 2


def test_what_went_quiet_says_since_when(inside, today):
    one = lead(inside, today, Shows.CONTRACTORS)
    Lead.objects.filter(pk=one.pk).update(call_count=3, last_call_on=today - timedelta(days=50))
    put_on_sheet([one.pk], by=inside.sam)
    assert NextStep.objects.get().why.startswith("Nothing heard since ")


def test_a_hot_one_keeps_what_it_is_about(inside, today):
    hot = lead(inside, today, *KNOWN, Shows.INTERVIEWING, days=1)
    was = hot.next_step
    actions.change_step(hot, seen_step=was.pk, due=today + timedelta(days=9), by=inside.sam)
    put_on_sheet([hot.pk], by=inside.sam)
    step = NextStep.objects.get()
    assert (step.reason, step.kind, step.objective) == (was.reason, was.kind, was.objective)
    assert step.due < today + timedelta(days=9)


def test_an_agreed_day_is_kept(inside, today):
    one = lead(inside, today, Shows.CONTRACTORS)
    actions.change_step(one, seen_step=one.next_step_id, due=today + timedelta(days=5), agreed=True, by=inside.sam)
    put = put_on_sheet([one.pk], by=inside.sam)
    assert (put.number, put.agreed) == (0, 1)
    assert NextStep.objects.get().due == today + timedelta(days=5)


def test_who_said_no_or_wants_no_call_is_on_no_sheet(inside, today):
    silent = lead(inside, today, Shows.CONTRACTORS)
    Lead.objects.filter(pk=silent.pk).update(uncalled_on=today)
    no = Person.objects.create(name="Ann", key="ann")
    refused = lead(inside, today, Shows.CONTRACTORS, person=no)
    Person.objects.filter(pk=no.pk).update(do_not_call=True)
    before = list(NextStep.objects.order_by("id").values())
    put = put_on_sheet([silent.pk, refused.pk], by=inside.sam)
    assert (put.number, put.uncalled) == (0, 2)
    assert list(NextStep.objects.order_by("id").values()) == before


def test_what_has_ended_meanwhile_stays_ended(inside, today):
    one = lead(inside, today, Shows.CONTRACTORS)
    actions.end(one, kind=Ending.CANCELLED, on=today, by=inside.priya)
    put = put_on_sheet([one.pk, 999_999], by=inside.sam)
    assert (put.number, put.moved_on) == (0, 2)
    assert not NextStep.objects.exists()


def test_no_more_at_once_than_anybody_calls(inside, today):
    many = [lead(inside, today, Shows.RUMOUR).pk for _ in range(MOST + 2)]
    assert put_on_sheet(many, by=inside.sam).number == MOST
