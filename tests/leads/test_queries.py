"""What a call sheet adds to its rows, and who may own a lead."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.queries import at_hand
from rightday.leads import actions, queries
from rightday.leads.rules import Grade, HeardEvidence, Shows
from rightday.team import queries as team
from rightday.team.models import Member


def lead(cast, ago=4):
    today = team.today(cast.sam)
    heard = [HeardEvidence(shows, "", today) for shows in (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED)]
    heard += [HeardEvidence(Shows.PHONE_TESTED, "", today)]
    heard += [HeardEvidence(Shows.INTERVIEWING, "", today - timedelta(days=ago))]
    return actions.create(cast.martin, heard=heard, title="Java", by=cast.sam, introduced_by=cast.martin)


def test_a_lead_beside_its_call(inside):
    made = lead(inside)
    brief = queries.of_steps([made.next_step_id])[made.next_step_id]
    assert (brief.lead_id, brief.title, brief.grade, brief.word, brief.left, brief.ticks, brief.introduced) == (
        made.pk, "Java", Grade.HOT, "Hot", "1 day left", 1, True,
    )  # fmt: skip
    assert brief.confirm == "Goes stale tomorrow. Confirm they are still interviewing."
    later = queries.of_steps([made.next_step_id], on=team.today(inside.sam) + timedelta(days=1))
    assert later[made.next_step_id].confirm == "Goes stale tonight. Confirm they are still interviewing."


def test_one_statement_for_fifteen(inside):
    bare = actions.create(inside.martin, heard=[], title="", by=inside.sam)
    steps = [bare.next_step_id, *range(10_000, 10_014)]
    with at_hand(inside.agency), CaptureQueriesContext(connection) as asked:
        found = queries.of_steps(steps)
    assert len(asked.captured_queries) == 1
    assert found[bare.next_step_id].confirm == ""
    assert queries.of_steps([]) == {}
    assert queries.of_steps([*range(20_000, 20_018), bare.next_step_id])[bare.next_step_id].lead_id == bare.pk


def test_owners_are_those_who_are_here(inside):
    Member.objects.filter(pk=inside.jo.pk).update(left_at=inside.jo.joined_at)
    assert queries.owners() == ((inside.priya.pk, "Priya Nair"), (inside.sam.pk, "Sam Whitlock"))
