"""What must not wait for a member, out of their steps, their hot leads and the hand-offs to them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection

from rightday.agencies import queries as agencies
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Place, Reason
from rightday.leads import actions
from rightday.leads.handoffs import actions as actions_handoff
from rightday.leads.handoffs.models import HandOff
from rightday.leads.models import Lead
from rightday.leads.process.rules import Stage
from rightday.leads.reminding.queries import must_not_wait
from rightday.leads.reminding.rules import What
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people import actions as people
from rightday.people.models import Person
from rightday.team.models import Member
from tests.counting import counted

NOW = datetime(2026, 11, 25, 9, 12, tzinfo=UTC)
TODAY = date(2026, 11, 25)
IDENTITY = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def lead(inside, number: int = 0, *, hot: int | None = None, by=None, owner=None, **step) -> Lead:
    """A lead whose next step is as told; hot since `hot` days ago."""
    person = people.add_person(given="Karen", family=f"Whitby{number}", company=inside.halden, by=inside.sam)
    shows = (*IDENTITY, Shows.INTERVIEWING) if hot is not None else (Shows.RUMOUR,)
    heard = [HeardEvidence(each, "x", TODAY - timedelta(days=hot or 0)) for each in shows]
    made = actions.create(person, heard=heard, title="a tester", by=by or inside.sam, owner=owner or inside.sam)
    if step:
        NextStep.objects.filter(pk=made.next_step_id).update(**step)
    return made


def urgent(**more):
    return {"urgent_from": TODAY, "urgent_until": TODAY, "due": TODAY, "objective": "Did they walk in?", **more}


def said(inside, member=None) -> list[tuple[What, str, str]]:
    return [(one.what, one.title, one.words) for one in must_not_wait(member or inside.sam, now=NOW)]


def test_nothing(inside):
    lead(inside, due=TODAY)
    assert said(inside) == []


def test_steps_the_gravest_first(inside):
    agreed = lead(inside, 1, **urgent(agreed=True))
    NextStep.objects.filter(pk=agreed.next_step_id).update(earliest=time(14), zone="America/New_York")
    start = lead(inside, 2, kind=Kind.MILESTONE, due=TODAY - timedelta(days=1), objective="")
    Lead.objects.filter(pk=start.pk).update(stage=Stage.START)
    NextStep.objects.filter(pk=start.next_step_id).update(company=None)
    fell = lead(inside, 3, **urgent(reason=Reason.FALL_THROUGH))
    missed = lead(inside, 4, **urgent(agreed=True, due=TODAY - timedelta(days=1), objective="Call as agreed."))
    lead(inside, 5, **urgent())  # urgent alone is the sheet's matter
    found = must_not_wait(inside.sam, now=NOW)
    assert [(one.what, one.title, one.words) for one in found] == [
        (What.FELL, "It fell through", "Karen Whitby3, Halden Insurance. Did they walk in?"),
        (What.START, "Start date, yesterday", "Karen Whitby2, a tester."),
        (What.AGREED, "Agreed for yesterday", "Karen Whitby4, Halden Insurance. Call as agreed."),
        (What.AGREED, "Agreed for today, 14:00 there", "Karen Whitby1, Halden Insurance. Did they walk in?"),
    ]
    assert [one.href for one in found] == [f"/today/{one.next_step_id}/" for one in (fell, start, missed, agreed)]
    assert found[3].said_from == datetime(2026, 11, 25, 18, 50, tzinfo=UTC)
    assert found[0].said_from == datetime(2026, 11, 25, tzinfo=UTC)
    assert found[0].key == f"fell-{fell.next_step_id}-2026-11-25"


def test_nobody_who_said_no_and_nothing_to_find_out_and_nothing_of_a_colleague(inside):
    refused = lead(inside, 1, **urgent(agreed=True))
    Person.objects.filter(pk=refused.person_id).update(do_not_call=True)
    lead(inside, 2, **urgent(agreed=True, place=Place.OFF_SHEET, kind=Kind.FIND_OUT))
    theirs = lead(inside, 3, owner=inside.jo, **urgent(agreed=True))
    hot = lead(inside, 4, hot=5)
    Lead.objects.filter(pk=hot.pk).update(uncalled_on=TODAY)
    NextStep.objects.filter(pk=hot.next_step_id).update(urgent_from=None, urgent_until=None)
    assert said(inside) == []
    assert [one.href for one in must_not_wait(inside.jo, now=NOW)] == [f"/today/{theirs.next_step_id}/"]


def test_hot_that_runs_out(inside):
    lead(inside, 1, hot=5), lead(inside, 2, hot=4), lead(inside, 3, hot=3)
    assert said(inside) == [
        (What.HOT, "Hot runs out tonight", "Karen Whitby1, Halden Insurance. Confirm they are still interviewing."),
        (What.HOT, "Hot runs out tomorrow", "Karen Whitby2, Halden Insurance. Confirm they are still interviewing."),
    ]


def test_a_lead_is_said_once_for_the_gravest_reason(inside):
    one = lead(inside, 1, hot=5)
    NextStep.objects.filter(pk=one.next_step_id).update(**urgent(agreed=True))
    assert [what for what, _, _ in said(inside)] == [What.AGREED]


class TestHandOffs:
    def offer(self, inside, number: int = 1) -> HandOff:
        made = lead(inside, number, hot=1, by=inside.priya, owner=inside.priya)
        return actions_handoff.offer(made, to=inside.jo, words="", seen=made.version, by=inside.priya)

    def test_an_offer_waits_for_an_answer(self, inside):
        one = self.offer(inside)
        (found,) = must_not_wait(inside.jo, now=NOW)
        assert (found.what, found.title, found.href) == (
            What.OFFER, "Priya Nair waits for your answer until 11:12", "/leads/handoffs/",
        )  # fmt: skip
        assert found.said_from == one.answer_by - timedelta(hours=1)
        assert must_not_wait(inside.sam, now=NOW) == ()

    def test_an_accepted_one_for_its_first_call_also_late(self, inside):
        one = self.offer(inside)
        actions_handoff.accept(one, by=inside.jo)
        (found,) = must_not_wait(inside.jo, now=NOW)
        assert (found.what, found.title) == (What.FIRST_CALL, "First call by 13:12")
        (late,) = must_not_wait(inside.jo, now=NOW + timedelta(days=1))
        assert (late.title, late.said_from) == ("First call by yesterday", datetime(2026, 11, 26, tzinfo=UTC))
        HandOff.objects.update(called_at=NOW)
        assert must_not_wait(inside.jo, now=NOW) == ()

    def test_tomorrows_clock_may_wait(self, inside):
        self.offer(inside)
        HandOff.objects.update(answer_by=NOW + timedelta(days=1))
        assert must_not_wait(inside.jo, now=NOW) == ()


def test_the_day_is_the_members_own(inside):
    lead(
        inside,
        1,
        **urgent(agreed=True, due=date(2026, 11, 26), urgent_from=date(2026, 11, 26), urgent_until=date(2026, 11, 26)),
    )
    evening = datetime(2026, 11, 25, 20, tzinfo=UTC)
    assert must_not_wait(inside.sam, now=evening) == ()
    Member.objects.filter(pk=inside.sam.pk).update(zone="Asia/Tokyo")
    inside.sam.refresh_from_db()
    assert len(must_not_wait(inside.sam, now=evening)) == 1


def test_four_statements_however_many(inside):
    for number in range(3):
        lead(inside, number, **urgent(agreed=True))
    with agencies.at_hand(inside.agency), counted() as asked:
        must_not_wait(inside.sam, now=NOW)
    assert len(asked) == 4


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan of SQLite")
def test_each_is_read_by_the_index_of_the_member(inside):
    lead(inside, 1, **urgent(agreed=True))
    with counted() as asked:
        must_not_wait(inside.sam, now=NOW)
    plans = []
    with connection.cursor() as cursor:
        for statement in asked.statements:
            cursor.execute("EXPLAIN QUERY PLAN " + statement)
            plans.append(cursor.fetchall()[0][3])
    used = " ".join(plans)
    for index in ("step_sheet", "lead_step_once", "handoff_received", "lead_by_owner_hot"):
        assert index in used or (index == "lead_step_once" and "next_step_id=?" in used), (index, plans)
