"""One job order as its page shows it, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rightday.agencies.queries import numbers
from rightday.joborders import facts, money_words, prices, reckoning, worth_words
from rightday.joborders.models import Ask, JobOrder, OrderFact, OrderMember, OrderPerson, OrderSkill
from rightday.joborders.rules import (
    CLOSED_CHOICES,
    POINT_QUESTIONS,
    POINT_WORDS,
    SAY_CHOICES,
    STAGE_ASKS,
    STAGE_WORDS,
    Closeness,
    Point,
    Stage,
    known_points,
    missing_points,
)  # fmt: skip
from rightday.joborders.submittals.models import Submittal
from rightday.joborders.submittals.rules import STOP_CHOICES
from rightday.joborders.worth import expected
from rightday.kernel import phones
from rightday.kernel.when import say_day
from rightday.people.models import PhoneNumber
from rightday.people.queries import place_of
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.timeline import queries as timeline
from rightday.timeline.queries import EventRow

MOST = 60
"""Candidates shown in play; more are on the page of submittals."""

_SAY, _CLOSED, _STOPPED = dict(SAY_CHOICES), dict(CLOSED_CHOICES), dict(STOP_CHOICES)
_SHORT = {Stage.FURTHER_INTERVIEW: "Further interview", Stage.ACCEPTED: "Accepted"}


@dataclass(frozen=True, slots=True)
class PointRow:
    """One of the eleven: `words` as said (`spoken`: by one of the client's), what was said of it while it is open."""

    point: str
    name: str
    words: str
    known: bool
    spoken: bool
    source: str
    question: str


@dataclass(frozen=True, slots=True)
class Column:
    """A stage with who stands there: (name, words, id of the candidate)."""

    name: str
    who: tuple[tuple[str, str, int], ...]
    here: bool
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class OrderPage:
    """Everything on the page of an order."""

    order: JobOrder
    points: tuple[PointRow, ...]
    known: int
    questions: tuple[str, ...]
    skills: tuple[OrderSkill, ...]
    columns: tuple[Column, ...]
    people: tuple[tuple[OrderPerson, str], ...]
    members: tuple[OrderMember, ...]
    asks: tuple[Ask, ...]
    ask_next: str
    economics: tuple[tuple[str, str, str], ...]
    paid_share: str
    assumed: tuple[str, ...]
    reckoned: worth_words.Reckoned | None
    step_day: str
    closed: str
    closed_on: str
    number: PhoneNumber | None
    number_shown: str
    events: tuple[EventRow, ...]


def the_order(order_id: int) -> JobOrder:
    """An order with all that its actions need, in one statement. Raises JobOrder.DoesNotExist."""
    links = ("manager__company", "company", "owner", "next_step__person__company", "closing", "lead")
    found: JobOrder = JobOrder.objects.select_related(*links).get(pk=order_id)
    return found


def order_page(member: Member, order_id: int, *, before: str | None = None) -> OrderPage:
    """One order. Raises JobOrder.DoesNotExist."""
    order, today = the_order(order_id), team.today(member)
    skills = tuple(OrderSkill.objects.filter(order=order).select_related("skill").order_by("-must", "id")[:MOST])
    points = _points(order, facts.latest(order), bool(skills), today)
    rows = list(
        Submittal.objects.filter(order=order).select_related("candidate__person", "stop").order_by("-id")[:MOST]
    )
    priced = prices.priced(order, _furthest(rows), place_of(order.manager))
    each, closing = expected(priced, numbers(Closeness, "orders")), order.closing
    worth = None if closing else reckoning.worth_of(order, reckoning.all_chances(reckoning.cases()))
    people = OrderPerson.objects.filter(order=order).select_related("person").order_by("id")[:MOST]
    return OrderPage(
        order=order, points=points, known=sum(row.known for row in points),
        questions=tuple(row.question for row in points if not row.known)[:3], skills=skills,
        columns=_columns(rows, order, today), people=tuple((row, _SAY[row.role]) for row in people),
        members=tuple(OrderMember.objects.filter(order=order).select_related("member").order_by("id")[:MOST]),
        asks=tuple(Ask.objects.filter(order=order).select_related("of").order_by("-id")[:MOST]),
        ask_next=STAGE_ASKS[Stage(order.stage)], economics=money_words.economics_rows(order, priced, each),
        paid_share=money_words.paid_share(each), assumed=each.assumed,
        reckoned=worth_words.reckoned(order, worth) if worth else None,
        step_day=say_day(order.next_step.due, today) if order.next_step else "",
        closed=_CLOSED[closing.kind] if closing else "", closed_on=say_day(closing.on, today) if closing else "",
        number=(number := _number(order)), number_shown=_spaced(number),
        events=timeline.of_order(order_id, before=before, reader=member.pk),
    )  # fmt: skip


def questions_of(order: JobOrder) -> tuple[tuple[Point, str], ...]:
    """What the next call asks: the points that are not known, each with its question."""
    return tuple((point, POINT_QUESTIONS[point]) for point in facts.missing(order))


def _points(order: JobOrder, latest: dict[Point, OrderFact], skills: bool, today: date) -> tuple[PointRow, ...]:
    said = {point: fact.known for point, fact in latest.items()}
    missing = missing_points(known_points(said, skills=skills, money=facts.has_money(order)))
    return tuple(_point(order, point, latest.get(point), point not in missing, today) for point in Point)


def _point(order: JobOrder, point: Point, fact: OrderFact | None, known: bool, today: date) -> PointRow:
    words, spoken = (fact.words, fact.said_by is not None) if fact else ("", False)
    if point is Point.MONEY and facts.has_money(order) and not (fact and fact.known):
        words, spoken = money_words.said(order), False
    who = (fact.said_by.given or fact.said_by.name) if fact and fact.said_by else (fact.source if fact else "")
    source = ", ".join(part for part in (who, say_day(fact.true_on, today)) if part) if fact else ""
    return PointRow(point.value, POINT_WORDS[point], words, known, spoken, source, POINT_QUESTIONS[point])


def _columns(rows: list[Submittal], order: JobOrder, today: date) -> tuple[Column, ...]:
    shown = (Stage.SUBMITTED, Stage.FIRST_INTERVIEW, Stage.FURTHER_INTERVIEW, Stage.OFFER, Stage.ACCEPTED)
    live = [row for row in rows if row.stop is None]
    stopped = [row for row in rows if row.stop is not None]
    columns = [
        Column(
            _SHORT.get(stage, STAGE_WORDS[stage]),
            tuple(_who(row, say_day(_since(row), today)) for row in live if row.stage == stage), order.stage == stage,
        )
        for stage in shown
    ]  # fmt: skip
    gone = tuple(_who(row, _STOPPED[row.stop.kind]) for row in stopped if row.stop)
    return (*columns, Column("Stopped", gone, here=False, stopped=True)) if gone else tuple(columns)


def _who(row: Submittal, words: str) -> tuple[str, str, int]:
    return row.candidate.person.name, words, row.candidate_id


def _since(row: Submittal) -> date:
    days = (row.accepted_on, row.offer_on, row.further_on, row.first_on, row.submitted_on)
    return next(day for day in days if day is not None)


def _furthest(rows: list[Submittal]) -> Submittal | None:
    live = [row for row in rows if row.stop is None]
    return max(live, key=lambda row: (row.stage, -row.pk), default=None)


def _spaced(number: PhoneNumber | None) -> str:
    return (phones.spaced(number.e164) if number.e164 else number.typed) if number else ""


def _number(order: JobOrder) -> PhoneNumber | None:
    if order.manager.do_not_call:
        return None
    return PhoneNumber.objects.filter(person=order.manager).exclude(state="wrong").order_by("-reached_on", "id").first()
