"""Closing at every stage: what a client was asked to do, and what they answered (FIELD_GUIDE 11)."""

from __future__ import annotations

from django.db import transaction

from rightday.agencies.once import Stale
from rightday.joborders.models import Ask, JobOrder
from rightday.joborders.rules import ASK_CHOICES, AskAnswer
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline

_SAID = dict(ASK_CHOICES)


@transaction.atomic
def ask(order: JobOrder, *, words: str, by: Member, of: Person | None = None) -> Ask:
    """Keeps what somebody of the client's was asked to do, at the stage the order is at; the manager unless said."""
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    if not words.strip():
        raise Refused("Write what you asked for.")
    asked: Ask = Ask.objects.create(
        order=order,
        stage=order.stage,
        words=words.strip()[:300],
        of=of or order.manager,
        asked_on=team.today(by),
        by=by,
    )
    timeline.record("order.asked", by=by, order=order, person=asked.of, words=asked.words)
    return asked


@transaction.atomic
def answer(ask: Ask, *, answer: AskAnswer, by: Member, words: str = "") -> Ask:
    """What they answered. Raises Stale where it is answered already."""
    by.must(Permission.DESK_WORK, own=ask.by_id == by.pk)
    said = {"answer": answer.value, "answer_words": words.strip()[:500], "answered_on": team.today(by)}
    if not Ask.objects.filter(pk=ask.pk, answer="").update(**said):
        raise Stale("This has been answered meanwhile.")
    for name, value in said.items():
        setattr(ask, name, value)
    timeline.record(
        "order.answered", by=by, order=ask.order, person=ask.of, words=ask.answer_words, question=ask.words,
        answer=_SAID[answer.value], met=answer is AskAnswer.YES,
    )  # fmt: skip
    return ask
