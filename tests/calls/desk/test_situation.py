"""A step made by a try of today is known as one; so is a second number."""

from __future__ import annotations

from rightday.agenda.models import NextStep
from rightday.calls.desk.actions import begin, log_desk
from rightday.calls.desk.situation import rule_of, situation_of
from rightday.calls.rules import Result
from rightday.people.models import PhoneNumber
from tests import desk


def test_what_is_known(inside):
    job = desk.order(inside.jo, inside.martin)
    known = situation_of(begin(job.next_step_id, by=inside.jo))
    assert (known.first_name, known.tries, known.tried_today, known.other_number) == ("Martin", 0, False, False)
    PhoneNumber.objects.create(person=inside.martin, typed="2", e164="+442079460199")
    made = log_desk(job.next_step_id, result=Result.NO_ANSWER, by=inside.jo).next_step
    again = situation_of(begin(made.pk, by=inside.jo))
    assert (again.tries, again.tried_today, again.other_number) == (1, True, True)


def test_an_agency_sets_its_own_pace(inside):
    inside.agency.settings = {"desk": {"order": 1}}
    inside.agency.save()
    job = desk.order(inside.jo, inside.martin)
    slow = rule_of(begin(job.next_step_id, by=inside.jo), Result.MET)
    NextStep.objects.filter(pk=job.next_step_id).update(tries=2)
    assert rule_of(begin(job.next_step_id, by=inside.jo), Result.MET).due == slow.due
