"""Many leads to another column. That each becomes what one move makes of it is tested with the acts."""

from __future__ import annotations

from django.utils import timezone

from rightday.leads.bulk import move as bulk_move
from rightday.leads.bulk.parts import Part
from rightday.leads.process import actions as actions_process
from rightday.leads.process.models import Milestone
from rightday.leads.process.queries import known_of
from rightday.leads.process.rows import Fact
from rightday.leads.process.rules import Failure, Stage
from rightday.team import queries as team
from tests.leads.many import fresh, some_leads


def part(cast, leads, **values) -> Part:
    return Part(leads, values, cast.sam, team.today(cast.sam), timezone.now())


def test_known_days_and_notes_come_back_and_new_rows_go(inside):
    (lead,) = some_leads(inside, 1)
    today = team.today(inside.sam)
    actions_process.reach(lead, place=2, on=today, seen=lead.version, by=inside.sam, note="A panel of three")
    before = dict(known_of(fresh(lead.pk)))
    one = part(inside, [fresh(lead.pk)], stage=Stage.OFFER.value)
    bulk_move.do(one)
    assert fresh(lead.pk).stage == Stage.OFFER
    assert Milestone.objects.filter(lead=lead).count() > len(before)
    bulk_move.undo(part(inside, [fresh(lead.pk)]), one.before)
    assert dict(known_of(fresh(lead.pk))) == before
    assert before[2] == Fact(done_on=today, note="A panel of three", answer=before[2].answer)


def test_rounds_that_are_over_stay_as_they_are(inside):
    (lead,) = some_leads(inside, 1)
    today = team.today(inside.sam)
    actions_process.reach(lead, place=6, on=today, seen=lead.version, by=inside.sam)
    actions_process.fall_back(lead, place=7, why=Failure.NO_CONTENDER, on=today, seen=lead.version, by=inside.sam)
    before = list(Milestone.objects.filter(lead=lead, round=1).order_by("pk").values())
    one = part(inside, [fresh(lead.pk)], stage=Stage.OFFER.value)
    bulk_move.do(one)
    bulk_move.undo(part(inside, [fresh(lead.pk)]), one.before)
    assert list(Milestone.objects.filter(lead=lead, round=1).order_by("pk").values()) == before
