"""A call of the desk is logged once, leaves one next step, and can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.agenda import holding
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Achievement as Kinds
from rightday.agenda.rules import Kind, Of, Reason
from rightday.calls.actions import undo
from rightday.calls.desk.actions import begin, finish, log_desk
from rightday.calls.desk.situation import rule_of
from rightday.calls.models import Achievement, Call
from rightday.calls.rules import NextWish, Result, Said
from rightday.joborders.feedback.models import Commitment
from rightday.people.models import Person, PhoneNumber
from rightday.team import queries as team
from rightday.timeline.models import Event
from tests import desk


@pytest.fixture
def job(inside):
    return desk.order(inside.jo, inside.martin)


def test_it_is_logged_with_its_order(inside, job):
    done = log_desk(
        job.next_step_id, result=Result.PROGRESSED, by=inside.jo, note="Budget is agreed", answers={"seeing": " two "},
        achieved=[Kinds.COMMITMENT],
    )  # fmt: skip
    job.refresh_from_db()
    call, made = done.call, done.next_step
    assert (call.order, call.lead, call.person, call.number) == (job, None, inside.martin, inside.number)
    assert call.answers == {"seeing": "two"}
    assert made is not None and job.next_step_id == made.pk and made.of == Of.ORDER
    assert made.kind == Kind.PROGRESS and made.due > team.today(inside.jo)
    assert Person.objects.get(pk=inside.martin.pk).talks == 1
    assert PhoneNumber.objects.get(pk=inside.number.pk).state == "reached"
    assert Achievement.objects.get().kind == Kinds.COMMITMENT
    said = Event.objects.get(verb="call.logged")
    assert (said.order_id, said.person_id, said.company_id) == (job.pk, inside.martin.pk, inside.halden.pk)


def test_a_chosen_day_wins(inside, job):
    day = team.today(inside.jo) + timedelta(days=12)
    done = log_desk(job.next_step_id, result=Result.MET, by=inside.jo, next=NextWish(day, agreed=True))
    assert done.next_step is not None and done.next_step.due == day


def test_permission_to_call_on_a_day(inside, job):
    day = team.today(inside.jo) + timedelta(days=2)
    done = log_desk(job.next_step_id, result=Result.NOT_NOW, by=inside.jo, said=Said(day, None, True))
    assert done.next_step is not None and done.next_step.agreed
    assert done.call.before["permission"]


def test_twice_is_told_who_was_first(inside, job):
    step = job.next_step_id
    log_desk(step, result=Result.NO_ANSWER, by=inside.jo)
    with pytest.raises(Stale, match="Jo Lindqvist has logged this call already: No answer"):
        log_desk(step, result=Result.MET, by=inside.sam)
    assert Call.objects.count() == 1


def test_no_answer_keeps_the_age_of_the_reason(inside, job):
    NextStep.objects.filter(pk=job.next_step_id).update(fact_on=team.today(inside.jo) - timedelta(days=9))
    done = log_desk(job.next_step_id, result=Result.NO_ANSWER, by=inside.jo)
    assert done.next_step is not None and done.next_step.tries == 1
    assert done.next_step.fact_on == team.today(inside.jo) - timedelta(days=9)


def promise(cast, job):
    return Commitment.objects.create(
        order=job, side="client", words="Sends the contract", due=team.today(cast.jo), by=cast.jo,
        next_step=desk.step(cast.jo, cast.martin, Of.COMMITMENT, reason=Reason.COMMITMENT),
    )  # fmt: skip


def test_a_commitment_is_done_when_its_call_met_the_objective(inside, job):
    said = promise(inside, job)
    done = log_desk(said.next_step_id, result=Result.MET, by=inside.jo)
    said.refresh_from_db()
    assert (done.next_step, said.next_step, said.done_on) == (None, None, team.today(inside.jo))
    undo(done.call.pk, by=inside.jo)
    said.refresh_from_db()
    assert said.next_step is not None and said.done_on is None


def test_a_commitment_that_only_moved_is_asked_about_again(inside, job):
    said = promise(inside, job)
    log_desk(said.next_step_id, result=Result.PROGRESSED, by=inside.jo)
    said.refresh_from_db()
    assert said.next_step is not None and said.done_on is None


def test_taken_back_everything_is_as_before(inside, job):
    was = job.next_step_id
    done = log_desk(was, result=Result.MET, by=inside.jo, achieved=[Kinds.FEEDBACK])
    undo(done.call.pk, by=inside.jo)
    job.refresh_from_db()
    assert job.next_step_id == was
    assert not Achievement.objects.exists()
    assert Person.objects.get(pk=inside.martin.pk).talks == 0
    assert PhoneNumber.objects.get(pk=inside.number.pk).state == "untested"
    assert undo(done.call.pk, by=inside.jo).undone_at is not None
    log_desk(was, result=Result.MET, by=inside.jo)  # it can be made again


def test_not_taken_back_once_the_record_has_moved_on(inside, job):
    done = log_desk(job.next_step_id, result=Result.MET, by=inside.jo)
    log_desk(done.next_step.pk, result=Result.MET, by=inside.jo)
    with pytest.raises(Stale):
        undo(done.call.pk, by=inside.jo)


def test_a_page_with_a_verb_of_its_own_logs_with_it(inside, job):
    talk = begin(job.next_step_id, by=inside.jo)
    rule = rule_of(talk, Result.MET)
    made = holding.give_step(
        job, done=job.next_step_id, owner=inside.jo, person=inside.martin, company=inside.halden, by=inside.jo,
        kind=rule.kind, reason=rule.reason, why="As decided.", objective="A start day", fact_on=talk.today, due=rule.due,
    )  # fmt: skip
    done = finish(talk, result=Result.MET, left=made, note="Yes to a second round")
    assert done.call.next_due == made.due and done.call.step == talk.before["step"]["id"]
    with pytest.raises(Stale, match="on the page of its record"):
        undo(done.call.pk, by=inside.jo)


def test_other_steps_of_the_person_are_put_in_order(inside, job):
    other = desk.order(inside.jo, inside.martin, title="Data engineer")
    before = NextStep.objects.get(pk=other.next_step_id).chance
    log_desk(job.next_step_id, result=Result.MET, by=inside.jo)
    assert NextStep.objects.get(pk=other.next_step_id).chance > before


def test_what_the_order_lacked_is_kept_as_its_fact(inside, job):
    answers = {"point_goal": "Close the books in a day", "point_nonsense": "x", "next": "An offer"}
    log_desk(job.next_step_id, result=Result.PROGRESSED, by=inside.jo, answers=answers)
    job.refresh_from_db()
    fact = job.facts.get()
    assert (fact.point, fact.words, fact.said_by) == ("goal", "Close the books in a day", inside.martin)
    assert job.known == 2  # the goal, and the rate it was taken with
