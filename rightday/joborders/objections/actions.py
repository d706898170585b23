"""The verbs of the objection library: stock it, add to it, rest what is not said any more, count what held."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import F

from rightday.agencies import clock
from rightday.joborders.objections import rules
from rightday.joborders.objections.models import Objection, ObjectionAnswer, Raised
from rightday.joborders.objections.rules import About, Side
from rightday.joborders.objections.starting import STARTING
from rightday.kernel.folding import fold
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def stock(*, by: Member) -> int:
    """Puts the set of ours into a library that is empty; returns how many objections. Does nothing to any other."""
    by.must(Permission.DESK_WORK)
    if Objection.objects.exists():
        return 0
    made = Objection.objects.bulk_create(
        Objection(side=one.side.value, about=one.about.value, words=one.words, key=fold(one.words), means=one.means,
                  when=one.when)
        for one in STARTING
    )  # fmt: skip
    ObjectionAnswer.objects.bulk_create(
        ObjectionAnswer(objection=row, words=words)
        for row, one in zip(made, STARTING, strict=True)
        for words in one.answers
    )
    timeline.record("objections.stocked", by=by, count=len(made))
    return len(made)


@transaction.atomic
def add(words: str, *, side: Side, about: About, by: Member, means: str = "", when: str = "") -> Objection:
    """An objection that somebody heard. One that is there already is returned, awake again. Raises Refused if empty."""
    by.must(Permission.DESK_WORK)
    key = fold(words)[:200]
    if not key:
        raise Refused("Write what they said.")
    made, new = Objection.objects.get_or_create(
        side=side.value, key=key,
        defaults={"about": about.value, "words": words.strip()[:200], "means": means.strip()[:300],
                  "when": when.strip()[:80], "by": by},
    )  # fmt: skip
    if new:
        timeline.record("objection.added", by=by, words=made.words, objection=made.pk)
    elif made.resting_since:
        Objection.objects.filter(pk=made.pk).update(resting_since=None, version=F("version") + 1)
        made.resting_since = None
    there: Objection = made
    return there


@transaction.atomic
def answer(objection: Objection, *, words: str, by: Member, note: str = "") -> ObjectionAnswer:
    """Another answer, as one would say it. Raises Refused if there are no words."""
    by.must(Permission.DESK_WORK)
    if not words.strip():
        raise Refused("Write it as you would say it.")
    made: ObjectionAnswer = ObjectionAnswer.objects.create(
        objection=objection, words=words.strip()[:2_000], note=note.strip()[:300], by=by
    )
    timeline.record("objection.answered", by=by, words=made.words, objection=objection.pk)
    return made


@transaction.atomic
def rest(one: Objection | ObjectionAnswer, *, by: Member) -> None:
    """Takes an objection or an answer out of the library; what it counted stays. Asked again, it is back."""
    by.must(Permission.DESK_WORK)
    one.resting_since = None if one.resting_since else team.today(by)
    type(one).objects.filter(pk=one.pk).update(resting_since=one.resting_since)
    timeline.record("objection.rested", by=by, words=str(one), rests=bool(one.resting_since))


@transaction.atomic
def raised(
    objection: Objection,
    *,
    held: bool | None,
    by: Member,
    answer: ObjectionAnswer | None = None,
    person: Person | None = None,
    words: str = "",
    on: date | None = None,
) -> Raised:
    """It was raised in a call. `held`: the call went on to its objective; None where nobody can say yet."""
    by.must(Permission.DESK_WORK)
    if answer is not None and answer.objection_id != objection.pk:
        raise Refused("That is an answer to something else.")
    made: Raised = Raised.objects.create(
        objection=objection, answer=answer, person=person, words=words.strip()[:300], held=held,
        on=on or team.today(by), by=by,
    )  # fmt: skip
    _count(made, 1)
    timeline.record("objection.raised", by=by, person=person, words=objection.words, held=rules.said(held=held))
    return made


@transaction.atomic
def take_back(time: Raised, *, by: Member) -> None:
    """It was not raised after all: counts go back. Twice does nothing."""
    by.must(Permission.DESK_WORK)
    if Raised.objects.filter(pk=time.pk, undone_at=None).update(undone_at=clock.now()):
        _count(time, -1)
        timeline.record("objection.unraised", by=by, words=time.objection.words)


def _count(time: Raised, by: int) -> None:
    held = by if time.held else 0
    Objection.objects.filter(pk=time.objection_id).update(raised=F("raised") + by, held=F("held") + held)
    if time.answer_id is not None:
        ObjectionAnswer.objects.filter(pk=time.answer_id).update(used=F("used") + by, held=F("held") + held)
