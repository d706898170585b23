"""The verbs of the feedback call: build its plan, correct it, keep what was decided, and which objections held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from rightday.agencies import clock
from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.joborders.feedback import likely, rules, spoken
from rightday.joborders.feedback.gaps import NEED_WORDS, Line
from rightday.joborders.feedback.likely import Gap
from rightday.joborders.feedback.models import FeedbackPlan, GapLine, LikelyObjection
from rightday.joborders.feedback.next_steps import after_decision
from rightday.joborders.feedback.record import Record, library, record_of, the_interview
from rightday.joborders.feedback.rules import Decision, Fit, Need
from rightday.joborders.objections import actions as objections
from rightday.joborders.submittals import actions_interviews as interviews
from rightday.joborders.submittals.models import Interview
from rightday.joborders.submittals.rules import Held
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline

CHANGED = "The plan has been changed meanwhile. Look at it again before you go on."


@transaction.atomic
def build(interview: Interview, *, by: Member) -> FeedbackPlan:
    """The plan of the call after an interview, from what is on record now. What a human wrote or corrected stays.

    Built again it reads the record anew, until the call was made. Raises Refused when nobody met.
    """
    by.must(Permission.DESK_WORK)
    if interview.held in (Held.CANCELLED.value, Held.NO_SHOW.value):
        raise Refused("They did not meet, so there is nothing to ask about this round.")
    objections.stock(by=by)
    record = record_of(the_interview(interview.pk))
    plan, _new = FeedbackPlan.objects.get_or_create(interview=interview, defaults={"built_at": clock.now(), "by": by})
    if plan.called_on is not None:
        there: FeedbackPlan = plan
        return there
    lines = _write_lines(plan, record)
    _expect(plan, record, lines)
    plan.built_at = clock.now()
    if not plan.version:
        _speak(plan, record, lines)
    plan.save(update_fields=["built_at", "objective", "opening", "closing"])
    _record("feedback.built", record, by)
    made: FeedbackPlan = plan
    return made


@transaction.atomic
def correct(line: GapLine, *, fit: Fit, words: str, by: Member) -> None:
    """A human says how well the need is met, and by what; likely objections follow. Raises Refused after the call."""
    by.must(Permission.DESK_WORK)
    plan = _open_plan(line.plan_id)
    line.fit, line.words, line.corrected_by, line.corrected_at = fit.value, words.strip()[:500], by, clock.now()
    line.save(update_fields=["fit", "words", "corrected_by", "corrected_at"])
    record = record_of(the_interview(plan.interview_id))
    _expect(plan, record, list(GapLine.objects.filter(plan=plan).order_by("place")))
    _record("feedback.corrected", record, by, need=NEED_WORDS[Need(line.need)].lower(), fit=_fit_words(fit))


@transaction.atomic
def edit(plan: FeedbackPlan, *, seen: int, objective: str, opening: str, closing: Sequence[str], by: Member) -> None:
    """Objective, opening and closing questions in one's own words. `seen` is the version shown; raises Stale."""
    by.must(Permission.DESK_WORK)
    asked = [words.strip()[:300] for words in closing if words.strip()][:12]
    mine = FeedbackPlan.objects.filter(pk=plan.pk, version=seen)
    changed = mine.update(
        objective=objective.strip()[:300], opening=opening.strip()[:300], closing=asked, version=F("version") + 1
    )
    if not changed:
        raise Stale(CHANGED)
    _record("feedback.edited", record_of(the_interview(plan.interview_id)), by)


@transaction.atomic
def decide(
    plan: FeedbackPlan, *, decision: Decision, words: str, by: Member, decides_on: date | None = None
) -> NextStep | None:
    """What the client decided, in their words. Returns the submittal's next step; None where it has stopped with a no.

    Who decides later may be asked again. Raises Refused before the debrief, once it is decided, or without the day of
    a decision to come; Stale when the submittal moved on.
    """
    by.must(Permission.DESK_WORK)
    interview, today = the_interview(plan.interview_id), team.today(by)
    if decision is Decision.WAIT and (decides_on is None or decides_on < today):
        raise Refused("They decide later: write the day on which they will, so that you can ask on it.")
    mine = FeedbackPlan.objects.filter(pk=plan.pk, decision__in=rules.OPEN)
    if not mine.update(called_on=today, decision=decision.value, decision_words=words.strip()[:500]):
        raise Refused("What they decided has been written down already.")
    forward = {Decision.FORWARD: True, Decision.OFFER: True, Decision.NO: False, Decision.WAIT: None}[decision]
    interviews.feedback(interview, forward=forward, words=words, by=by)
    order, person = interview.submittal.order, interview.submittal.candidate.person
    timeline.record(
        "feedback.decided", by=by, order=order, person=person, words=words.strip(), candidate=person.name,
        decision=dict(rules.DECISION_CHOICES)[decision.value],
    )  # fmt: skip
    there = the_interview(plan.interview_id).submittal
    if decides_on is not None and decision is not Decision.NO:
        return after_decision(there, decision, on=decides_on, today=today, by=by)
    left: NextStep | None = there.next_step
    return left


@transaction.atomic
def heard(expected: LikelyObjection, *, held: bool | None, by: Member) -> None:
    """An objection of the plan was raised in the call, and its answer held or not: counted once in the library."""
    by.must(Permission.DESK_WORK)
    if not LikelyObjection.objects.filter(pk=expected.pk, was_raised=None).update(was_raised=True, held=held):
        return
    if expected.objection is not None:
        manager = the_interview(expected.plan.interview_id).submittal.order.manager
        objections.raised(
            expected.objection, held=held, answer=expected.answer, person=manager, words=expected.words, by=by
        )


def _fit_words(fit: Fit) -> str:
    return dict(rules.FIT_CHOICES)[fit.value].lower()


def _open_plan(plan_id: int) -> FeedbackPlan:
    plan: FeedbackPlan = FeedbackPlan.objects.get(pk=plan_id)
    if plan.called_on is not None:
        raise Refused("The call was made: the plan stays as it was.")
    return plan


def _write_lines(plan: FeedbackPlan, record: Record) -> list[GapLine]:
    """The lines anew; what was corrected keeps its correction, also where the need is not said any more."""
    kept = {(row.need, row.need_words): row for row in GapLine.objects.filter(plan=plan).exclude(fit="")}
    _wipe(LikelyObjection, plan)
    _wipe(GapLine, plan)
    rows = [_row(plan, place, one, kept) for place, one in enumerate(record.lines())]
    for place, row in enumerate(kept.values(), start=len(rows)):
        row.pk, row.place = None, place
        rows.append(row)
    made: list[GapLine] = GapLine.objects.bulk_create(rows)
    return made


def _wipe(model: Any, plan: FeedbackPlan) -> None:
    model.objects.filter(plan=plan).erase()


def _row(plan: FeedbackPlan, place: int, one: Line, kept: dict[tuple[str, str], GapLine]) -> GapLine:
    need, words = one.needed.need.value, one.needed.words[:500]
    row = GapLine(
        plan=plan, place=place, need=need, need_words=words, fact_id=one.needed.fact, proposed=one.fit.value,
        why=one.why[:300], words=one.words, deed_id=one.deed, has_id=one.has, quote_id=one.quote,
    )  # fmt: skip
    human = kept.pop((need, words), None)
    if human is not None:
        row.fit, row.words = human.fit, human.words
        row.corrected_by_id, row.corrected_at = human.corrected_by_id, human.corrected_at
    return row


def _expect(plan: FeedbackPlan, record: Record, lines: Sequence[GapLine]) -> None:
    """Likely objections anew."""
    fits = {row.place: Fit(row.fit or row.proposed) for row in lines}
    gaps = [Gap(row.place, Need(row.need), fits[row.place]) for row in lines if fits[row.place] is not Fit.COVERED]
    found = likely.expected(
        gaps, library(), names={"candidate": record.candidate, "client": record.client},
        evidence=_evidence(record, lines),
        over_budget=bool(record.order.bill_to and (record.submittal.bill or 0) > record.order.bill_to),
    )  # fmt: skip
    ids = {row.place: row.pk for row in lines}
    _wipe(LikelyObjection, plan)
    LikelyObjection.objects.bulk_create(
        LikelyObjection(
            plan=plan, place=place, words=one.words[:300], rebuttal=one.rebuttal, objection_id=one.objection,
            answer_id=one.answer, line_id=None if one.gap is None else ids[one.gap],
        )
        for place, one in enumerate(found)
    )  # fmt: skip


def _evidence(record: Record, lines: Sequence[GapLine]) -> str:
    """The strongest thing on record, to rest a rebuttal on: a line that is covered, and what a referee says."""
    deeds = {one.id: one for one in record.done}
    covered = (deeds.get(row.deed_id or 0) for row in lines if (row.fit or row.proposed) == Fit.COVERED)
    deed = next((one for one in covered if one is not None), None)
    quote = record.said[0] if record.said else None
    return spoken.evidence(
        deed.words if deed else "", candidate=record.candidate, at=deed.at if deed else "",
        quote=quote.words if quote else "", who=quote.who if quote else "",
    )  # fmt: skip


def _speak(plan: FeedbackPlan, record: Record, lines: Sequence[GapLine]) -> None:
    round, gap = record.interview.round, any((row.fit or row.proposed) != Fit.COVERED for row in lines)
    goal = next((one.words for one in record.needed if one.need is Need.GOAL), "")
    plan.objective = spoken.objective(client=record.client, round=round)
    plan.opening = spoken.opening(client=record.client, candidate=record.candidate, goal=goal)
    plan.closing = list(spoken.closing(candidate=record.candidate, round=round, gap=gap))


def _record(verb: str, record: Record, by: Member, **data: Any) -> None:
    person = record.submittal.candidate.person
    timeline.record(verb, by=by, order=record.order, person=person, candidate=person.name, **data)
