"""The page of a feedback call, ready to print: one screen, one sheet of paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.joborders.feedback import spoken
from rightday.joborders.feedback.gaps import NEED_WORDS
from rightday.joborders.feedback.models import Commitment, FeedbackPlan, GapLine, LikelyObjection
from rightday.joborders.feedback.record import Record, record_of, the_interview
from rightday.joborders.feedback.rules import DECISION_CHOICES, FIT_CHOICES, OPEN, Fit, Need
from rightday.joborders.feedback.spoken import ToAsk
from rightday.joborders.submittals.models import Interview
from rightday.kernel import phones
from rightday.kernel.places import zone_city
from rightday.kernel.when import say_day
from rightday.people.models import Person, PhoneNumber
from rightday.people.queries import zone_of
from rightday.people.rules import NumberState
from rightday.team import queries as team
from rightday.team.models import Member

SHOWN: Final = 40
TONES: Final = {
    Fit.COVERED: ("pair-yes", "tick"), Fit.PARTLY: ("pair-part", "half"), Fit.MISSING: ("pair-gap", "x"),
    Fit.UNKNOWN: ("pair-gap", "miss"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineRow:
    """One need beside what was shown. `why` is the rule's; empty once a human said how it is."""

    id: int
    need: str
    words: str
    source: str
    fit: str
    fit_words: str
    tone: str
    icon: str
    shown: str
    why: str
    corrected: str


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    id: int
    words: str
    rebuttal: str
    raised: bool
    held: bool | None


@dataclass(frozen=True, slots=True)
class PromiseRow:
    words: str
    day: str
    done: bool


@dataclass(frozen=True, slots=True)
class FeedbackPage:
    """`step` is the call that waits, None once the submittal has none."""

    interview: int
    step: int | None
    plan: FeedbackPlan
    head: str
    client: str
    client_name: str
    client_words: str
    candidate: str
    candidate_name: str
    number: str
    dial: str
    lines: tuple[LineRow, ...]
    to_ask: tuple[ToAsk, ...]
    quotes: tuple[tuple[str, str], ...]
    objections: tuple[ObjectionRow, ...]
    promises: tuple[PromiseRow, ...]
    debrief: str
    debriefed: str
    waits_for_debrief: bool
    decided: str
    may_decide: bool
    fits: tuple[tuple[str, str], ...] = tuple(FIT_CHOICES)
    decisions: tuple[tuple[str, str], ...] = tuple(DECISION_CHOICES)


def feedback_page(interview_id: int, *, by: Member) -> FeedbackPage:
    """The plan as it stands. Raises FeedbackPlan.DoesNotExist before it was built."""
    interview = the_interview(interview_id)
    plan: FeedbackPlan = FeedbackPlan.objects.get(interview=interview)
    record, today = record_of(interview), team.today(by)
    manager, person = record.order.manager, record.submittal.candidate.person
    rows = tuple(GapLine.objects.filter(plan=plan).select_related("fact__said_by", "corrected_by").order_by("place"))
    number, dial = _number(manager)
    return FeedbackPage(
        interview=interview.pk, step=record.submittal.next_step_id, plan=plan, head=_head(interview, today),
        client=record.client,
        client_name=manager.name, client_words=_about(record), candidate=record.candidate, candidate_name=person.name,
        number=number, dial=dial, lines=tuple(_line(row, today) for row in rows), to_ask=_to_ask(record, rows),
        quotes=tuple((one.words, one.who) for one in record.said[:3]), objections=_objections(plan),
        promises=_promises(plan, today), debrief=interview.debrief,
        debriefed=say_day(interview.debriefed_on, today) if interview.debriefed_on else "",
        waits_for_debrief=interview.debriefed_on is None and interview.skipped_on is None,
        decided=dict(DECISION_CHOICES).get(plan.decision, ""), may_decide=plan.decision in OPEN,
    )  # fmt: skip


def _head(interview: Interview, today: date) -> str:
    at = clock.local(interview.starts, interview.zone or "UTC")
    said = {"round": interview.round, "day": say_day(at.date(), today), "time": f"{at:%H:%M}"}
    return _("Feedback call, round %(round)s, %(day)s at %(time)s") % said


def _about(record: Record) -> str:
    manager = record.order.manager
    zone = zone_of(manager)
    who = ", ".join(part for part in (manager.title, record.order.company.name) if part)
    return f"{who}. {clock.local(clock.now(), zone):%H:%M} {_('in')} {zone_city(zone)}."


def _number(person: Person) -> tuple[str, str]:
    rows = PhoneNumber.objects.filter(person=person, e164__gt="").exclude(state=NumberState.WRONG.value)
    row = rows.order_by("-first", "id").first()
    return (phones.spaced(row.e164), phones.href(row.e164, row.ext)) if row else ("", "")


def _line(row: GapLine, today: date) -> LineRow:
    fit = Fit(row.fit or row.proposed)
    tone, icon = TONES[fit]
    fact, source = row.fact, ""
    if fact is not None:
        who = fact.said_by.name if fact.said_by else fact.source
        source = ", ".join(part for part in (who, say_day(fact.true_on, today)) if part)
    return LineRow(
        row.pk, _(NEED_WORDS[Need(row.need)]), row.need_words, source, fit.value, _(dict(FIT_CHOICES)[fit.value]), tone,
        icon, row.words, "" if row.fit else row.why, row.corrected_by.name if row.corrected_by else "",
    )  # fmt: skip


def _to_ask(record: Record, rows: Sequence[GapLine]) -> tuple[ToAsk, ...]:
    """What nobody knows: of the candidate before the call, of the client in it."""
    names = {"candidate": record.candidate}
    unknown = (row for row in rows if (row.fit or row.proposed) == Fit.UNKNOWN)
    before = [spoken.of_candidate(Need(row.need), row.need_words, **names) for row in unknown]
    return (*before, *(spoken.of_client(need, client=record.client, **names) for need in record.unknown))


def _objections(plan: FeedbackPlan) -> tuple[ObjectionRow, ...]:
    rows = LikelyObjection.objects.filter(plan=plan).order_by("place")[:SHOWN]
    return tuple(ObjectionRow(row.pk, row.words, row.rebuttal, bool(row.was_raised), row.held) for row in rows)


def _promises(plan: FeedbackPlan, today: date) -> tuple[PromiseRow, ...]:
    rows = Commitment.objects.filter(plan=plan).order_by("due", "id")[:SHOWN]
    return tuple(PromiseRow(row.words, say_day(row.due, today), row.done_on is not None) for row in rows)
