"""How a hiring process falls back: the fall kept, the next round begun with what stays done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rightday.leads.models import Lead
from rightday.leads.process import rows as process_rows
from rightday.leads.process.models import FallBack
from rightday.leads.process.rows import Course
from rightday.leads.process.rules import FAILURE_WORDS, Answer, Failure, MarkKind
from rightday.leads.process.track import Fact, OutOfOrder
from rightday.leads.rules import say_date
from rightday.people import search
from rightday.timeline import actions as timeline


def fall(course: Course, *, place: int, why: Failure | None, on: date, words: str) -> FallBack:
    """The process failed at `place`: no next step yet, for a call that is being logged plans its own.

    Raises OutOfOrder for a day that cannot be.
    """
    lead, mark = course.lead, course.mark(place)
    _may_fall(course, place, on)
    why = why or mark.fails_as
    if mark.kind is MarkKind.DECISION:
        course.put(place, replace(course.fact(place), done_on=on, answer=Answer.NO.value))
        process_rows.write(course)
    row: FallBack = FallBack.objects.create(
        lead=lead, round=lead.round, place=place, restarts_at=mark.restarts_at, why=why.value, on=on,
        filled_by=lead.filler, who=_who(lead), words=words.strip(), by=course.by,
    )  # fmt: skip
    lead.round += 1
    course.known = _carried(course, mark.restarts_at, on)
    course.changed = set(course.known)
    process_rows.settle(course, replan=False, round=lead.round, filler="", filler_who="", rival=None)
    timeline.record(
        "lead.fell_back", by=course.by, lead=lead, words=row.words, milestone=mark.name, why=FAILURE_WORDS[why],
        day=say_date(on), again=course.mark(mark.restarts_at).name, winner=row.who,
    )  # fmt: skip
    if row.words:
        search.add_words(lead.person_id, row.words)
    return row


def _may_fall(course: Course, place: int, on: date) -> None:
    mark = course.mark(place)
    if on > course.today:
        raise OutOfOrder(f"{on:%-d %b %Y} is still to come. Wait for the day.")
    for other, fact in sorted(course.known.items()):
        if other <= place and fact.done_on is not None and fact.done_on > on:
            named = course.mark(other).name
            raise OutOfOrder(
                f"“{named}” was on {fact.done_on:%-d %b %Y}, after “{mark.name}” failed. Correct one of the two."
            )


def _carried(course: Course, restarts_at: int, on: date) -> dict[int, Fact]:
    """What stays done in the next round: what lies before the milestone where it begins again."""
    kept = {
        place: replace(fact, call_on=None)
        for place, fact in course.known.items()
        if place < restarts_at and fact.done_on is not None
    }
    last = restarts_at - 1
    if last and last not in kept:
        days = [fact.done_on for fact in kept.values() if fact.done_on is not None]
        answer = Answer.YES.value if course.mark(last).kind is MarkKind.DECISION else ""
        kept[last] = Fact(done_on=max(days, default=on), answer=answer)
    return kept


def _who(lead: Lead) -> str:
    return lead.filler_who or (lead.rival.name if lead.rival else "")
