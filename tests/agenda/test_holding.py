"""One open record, one next step: given, replaced, taken away; two at once cannot both."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.agenda import holding
from rightday.agenda.kept import columns_from, columns_of
from rightday.agenda.models import NextStep
from rightday.agenda.rules import DoNotCall, Kind, Of, Place, Reason
from rightday.joborders.models import Closing
from tests import desk


def values(day=None):
    day = day or timezone.localdate()
    return {
        "kind": Kind.FEEDBACK, "reason": Reason.LIVE_ORDER, "why": "Sanna was seen yesterday.",
        "objective": "A yes to a second round", "fact_on": day, "due": day, "agreed": True,
    }  # fmt: skip


def test_a_record_is_given_its_first_step(inside):
    who = desk.candidate(inside.priya)
    made = holding.give_step(
        who, done=None, owner=inside.priya, person=who.person, company=None, by=inside.priya, **values()
    )
    who.refresh_from_db()
    assert (who.next_step_id, who.version, made.of) == (made.pk, 1, Of.CANDIDATE)
    assert made.place == Place.LIVE_ORDER


def test_a_step_follows_another_and_writes_beside_it(inside):
    job = desk.order(inside.jo, inside.martin)
    was = job.next_step_id
    made = holding.give_step(
        job, done=was, owner=inside.jo, person=inside.martin, company=inside.halden, by=inside.jo,
        columns={"known": 4}, **values(),
    )  # fmt: skip
    assert (job.next_step, job.known, job.version) == (made, 4, 1)
    job.refresh_from_db()
    assert (job.next_step_id, job.known, job.version) == (made.pk, 4, 1)
    assert not NextStep.objects.filter(pk=was).exists()


def test_whoever_is_second_is_told_and_leaves_nothing(inside):
    job = desk.order(inside.jo, inside.martin)
    was, said = job.next_step_id, {"owner": inside.jo, "person": inside.martin, "company": None, "by": inside.jo}
    holding.give_step(job, done=was, **said, **values())
    before = NextStep.objects.count()
    with pytest.raises(Stale):
        holding.give_step(job, done=was, **said, **values())
    assert NextStep.objects.count() == before


def test_a_step_ends_with_what_the_table_asks_for(inside):
    job = desk.order(inside.jo, inside.martin)
    was = job.next_step_id
    closing = Closing.objects.create(kind="cancelled", on=timezone.localdate())
    holding.end_step(job, done=was, by=inside.jo, columns={"closing": closing})
    job.refresh_from_db()
    assert (job.next_step_id, job.closing_id) == (None, closing.pk)
    assert not NextStep.objects.filter(pk=was).exists()
    with pytest.raises(Stale):
        holding.end_step(job, done=was, by=inside.jo)


def test_the_table_refuses_a_record_with_neither(inside):
    job = desk.order(inside.jo, inside.martin)
    with pytest.raises(IntegrityError):
        holding.end_step(job, done=job.next_step_id, by=inside.jo)


def test_a_step_comes_back_as_it_was(inside):
    who = desk.candidate(inside.priya)
    said = {"owner": inside.priya, "person": who.person, "company": None, "by": inside.priya}
    first = holding.give_step(who, done=None, **said, **values())
    kept = columns_of(first)
    second = holding.give_step(who, done=first.pk, **said, **values())
    back = holding.put_back(who, step=columns_from(kept), left=second.pk, by=inside.priya)
    assert columns_of(back) | {"made_at": ""} == kept | {"made_at": ""}
    assert not NextStep.objects.filter(pk=second.pk).exists()


def test_nobody_who_said_no_is_given_a_call(inside):
    job = desk.order(inside.jo, inside.martin)
    inside.martin.do_not_call = True
    with pytest.raises(DoNotCall):
        holding.give_step(
            job, done=job.next_step_id, owner=inside.jo, person=inside.martin, company=None, by=inside.jo, **values()
        )
