"""Candidates: made, what they want said and said anew, what moves them, whom they must not be sent to."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from rightday.agencies.once import Stale
from rightday.agenda import holding
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Reason
from rightday.kernel.when import say_day
from rightday.people.models import Company, Person
from rightday.talent import rules
from rightday.talent.models import Candidate, Consent, Exclusion, Wish
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline

_SAID: Final = frozenset({"headline", "wants", *(name for names in rules.TERMS.values() for name in names)})


@transaction.atomic
def make_candidate(person: Person, *, by: Member, **said: Any) -> Candidate:
    """The person's candidacy, made when there is none; `said` as for `say_terms`, for a new one alone."""
    by.must(Permission.DESK_WORK)
    defaults = {"owner": by, "added_by": by, **_columns(said, team.today(by))}
    made, new = Candidate.objects.get_or_create(person=person, defaults=defaults)
    if new:
        timeline.record("candidate.added", by=by, person=person, company=person.company)
    candidate: Candidate = made
    return candidate


@transaction.atomic
def say_terms(
    candidate: Candidate, *, by: Member, seen: int | None = None, on: date | None = None, **said: Any
) -> None:
    """What they said of work, availability, money or place on a day. Raises Stale when `seen` is past, Refused.

    A block of terms (`rules.TERMS`) of which something is said bears the day.
    """
    by.must(Permission.DESK_WORK)
    columns = _columns(said, on or team.today(by))
    floor, rate = columns.get("rate_floor", candidate.rate_floor), columns.get("rate", candidate.rate)
    if floor is not None and rate is not None and floor > rate:
        raise Refused("The least they take is more than what they ask for. Which is it?")
    rows = Candidate.objects.filter(pk=candidate.pk)
    if seen is not None:
        rows = rows.filter(version=seen)
    if not rows.update(**columns, version=F("version") + 1):
        raise Stale("Somebody changed this candidate while you had it open.")
    candidate.refresh_from_db()
    timeline.record("candidate.terms", by=by, person=candidate.person, what=_what(said))


@transaction.atomic
def wish(candidate: Candidate, *, kind: rules.WishKind, words: str, by: Member, on: date | None = None) -> Wish:
    """What moves them, or what they say no to, in their words."""
    by.must(Permission.DESK_WORK)
    if not words.strip():
        raise Refused("Write down what they said.")
    made: Wish = Wish.objects.create(
        candidate=candidate, kind=kind.value, words=words.strip()[:300], said_on=on or team.today(by), by=by
    )
    timeline.record("candidate.wish", by=by, person=candidate.person, words=made.words)
    return made


@transaction.atomic
def unwish(wish: Wish, *, by: Member) -> None:
    """It holds no more; the words stay on record."""
    by.must(Permission.DESK_WORK)
    if Wish.objects.filter(pk=wish.pk, gone_on=None).update(gone_on=team.today(by)):
        timeline.record("candidate.wish_gone", by=by, person=wish.candidate.person, words=wish.words)


@transaction.atomic
def rest(candidate: Candidate, *, resting: bool, by: Member) -> None:
    """Not looking now, or looking again. A call that was planned is not called when they rest."""
    by.must(Permission.DESK_WORK)
    since = team.today(by) if resting else None
    if resting and candidate.next_step_id:
        holding.end_step(candidate, done=candidate.next_step_id, by=by, columns={"resting_since": since})
    else:
        Candidate.objects.filter(pk=candidate.pk).update(resting_since=since, version=F("version") + 1)
    timeline.record("candidate.rests" if resting else "candidate.looks", by=by, person=candidate.person)


@transaction.atomic
def plan_call(
    candidate: Candidate, *, due: date, objective: str, by: Member, why: str = "", agreed: bool = False
) -> NextStep:
    """When we call them next, and for what; in place of the call that was planned. Raises Stale, DoNotCall."""
    person = candidate.person
    step = holding.give_step(
        candidate, done=candidate.next_step_id, owner=candidate.owner, person=person, company=person.company, by=by,
        columns={"resting_since": None}, kind=Kind.CANDIDATE, reason=Reason.CANDIDATE, agreed=agreed,
        why=why or f"{person.given or person.name} waits to hear from us.", objective=objective,
        fact_on=team.today(by), due=due,
    )  # fmt: skip
    timeline.record("candidate.step", by=by, person=person, step=objective, due=say_day(step.due, team.today(by)))
    return step


@transaction.atomic
def exclude(person: Person, company: Company, *, by: Member, why: str = "", on: date | None = None) -> Exclusion:
    """They must not be sent there. Said twice, it stands once, with the first reason."""
    by.must(Permission.DESK_WORK)
    made, new = Exclusion.objects.get_or_create(
        person=person, company=company, lifted_on=None,
        defaults={"why": why.strip()[:200], "said_on": on or team.today(by), "by": by},
    )  # fmt: skip
    if new:
        timeline.record("candidate.excluded", by=by, person=person, company=company, words=made.why)
    found: Exclusion = made
    return found


@transaction.atomic
def lift(exclusion: Exclusion, *, by: Member) -> None:
    """They may be sent there again, with their consent."""
    by.must(Permission.DESK_WORK)
    if Exclusion.objects.filter(pk=exclusion.pk, lifted_on=None).update(lifted_on=team.today(by)):
        timeline.record("candidate.lifted", by=by, person=exclusion.person, company=exclusion.company)


@transaction.atomic
def record_consent(
    person: Person,
    company: Company,
    *,
    answer: rules.ConsentAnswer,
    by: Member,
    on: date | None = None,
    words: str = "",
) -> Consent:
    """Whether their CV may go to this company, as they said it; a company's latest answer counts.

    Raises Refused for a day that has not come, and for taking back what was not given.
    """
    by.must(Permission.DESK_WORK)
    day = on or team.today(by)
    if day > team.today(by):
        raise Refused("They cannot have said it on a day that has not come.")
    last = Consent.objects.filter(person=person, company=company).order_by("-id").first()
    if answer is rules.ConsentAnswer.WITHDRAWN and (last is None or last.answer != rules.ConsentAnswer.GIVEN.value):
        raise Refused("There is no yes to take back.")
    made: Consent = Consent.objects.create(
        person=person, company=company, answer=answer.value, words=words.strip()[:300], on=day, by=by
    )
    timeline.record(
        "candidate.consent", by=by, person=person, company=company, words=made.words,
        answer=dict(rules.CONSENT_CHOICES)[answer.value],
    )  # fmt: skip
    return made


def _columns(said: dict[str, Any], on: date) -> dict[str, Any]:
    if unknown := said.keys() - _SAID:
        raise TypeError(f"A candidate says nothing called {', '.join(sorted(unknown))}.")
    days = {said_on: on for said_on, names in rules.TERMS.items() if any(name in said for name in names)}
    return said | days


def _what(said: dict[str, Any]) -> list[str]:
    return [name.replace("_", " ") for name in said]
