"""Verbs that change job orders. An open order always has its next step: the database refuses else."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import F

from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.agenda import actions as agenda
from rightday.agenda import holding
from rightday.agenda.rules import Kind as Call
from rightday.agenda.rules import Of, Reason
from rightday.joborders import facts, planning, rules
from rightday.joborders.actions_advance import advance
from rightday.joborders.actions_ask import answer, ask
from rightday.joborders.actions_close import close, reopen
from rightday.joborders.actions_people import (
    add_member,
    add_person,
    ask_for_skill,
    drop_skill,
    remove_member,
    remove_person,
)
from rightday.joborders.models import JobOrder, OrderFact
from rightday.joborders.rules import Kind, Point
from rightday.kernel.days import add_working_days
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.people import search
from rightday.people.models import Company, Person
from rightday.people.queries import place_of
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline

__all__ = [
    "Terms", "add_member", "add_person", "advance", "answer", "ask", "ask_for_skill", "close", "drop_skill", "edit",
    "know", "move_step", "note", "remove_member", "remove_person", "reopen", "take",
]  # fmt: skip


class Terms(TypedDict, total=False):
    """What an order may say beside whose it is; money in minor units of `currency`, shares in basis points."""

    openings: int
    place: str
    home_days: int | None
    starts_on: date | None
    ends_on: date | None
    decides_on: date | None
    years: int | None
    currency: str
    per: str
    bill_from: int | None
    bill_to: int | None
    pay_to: int | None
    burden: int
    salary_from: int | None
    salary_to: int | None
    fee: int | None
    guarantee: list[list[int]]
    brief: str


@transaction.atomic
def take(
    *,
    manager: Person,
    title: str,
    kind: Kind,
    by: Member,
    lead: Lead | None = None,
    company: Company | None = None,
    owner: Member | None = None,
    **terms: Unpack[Terms],
) -> JobOrder:
    """Takes an order from a manager, from a lead or directly; its first progress update is the next working day.

    Taken twice from one lead under one title while it is open, it is the order that is there. Raises Refused without
    a company or when the lead has ended, DoNotCall when the manager has said no.
    """
    by.must(Permission.DESK_WORK, own=True)
    firm = company or (lead.company if lead is not None else None) or manager.company
    title = title.strip()[:200]
    if firm is None:
        raise Refused("An order needs a company: say where this manager works first.")
    there = _taken_already(lead, title) if lead is not None else None
    if there is not None:
        return there
    today, terms = team.today(by), _sound(terms)
    terms.setdefault("currency", agencies.here().currency)
    order = JobOrder(
        company=firm, manager=manager, lead=lead, owner=owner or by, title=title, kind=kind.value, taken_on=today,
        taken_by=by, **terms,
    )  # fmt: skip
    missing = rules.missing_points(rules.known_points({}, skills=False, money=facts.has_money(order)))
    order.known = len(Point) - len(missing)
    values = planning.next_for(
        order, missing=missing, today=today, due=add_working_days(today, 1, place_of(manager)),
        why=f"You took this order on {today:%a} {today.day} {today:%b}. {planning.known_words(order.known)}",
    )  # fmt: skip
    order.next_step = agenda.plan(owner=order.owner, person=manager, company=firm, by=by, **values)
    order.save(force_insert=True)
    advance(order, by=by)
    timeline.record("order.taken", by=by, order=order, lead=lead, person=manager, title=title, kind=kind.value)
    search.add_words(manager.pk, title)
    if lead is not None:
        _rest(lead, today=today, by=by)
    return order


def _taken_already(lead: Lead, title: str) -> JobOrder | None:
    if lead.next_step_id is None:
        raise Refused("This lead has ended. Open it again, and take the order then.")
    found: JobOrder | None = JobOrder.objects.open().filter(lead=lead, title__iexact=title).first()
    return found


@transaction.atomic
def edit(order: JobOrder, *, seen: int, by: Member, title: str | None = None, **terms: Unpack[Terms]) -> JobOrder:
    """Other terms, or another title. `seen` is the version shown. Raises Stale, Refused."""
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    said: dict[str, Any] = dict(_sound(terms))
    if title is not None:
        said["title"] = title.strip()[:200]
    if said.get("openings", order.openings) < order.filled:
        raise Refused(f"{order.filled} of its places are filled: it cannot have fewer.")
    if not JobOrder.objects.filter(pk=order.pk, version=seen).update(**said, version=F("version") + 1):
        raise Stale("This order has changed since you opened it.")
    changed = sorted(name for name, value in said.items() if getattr(order, name) != value)
    for name, value in said.items():
        setattr(order, name, value)
    order.version = seen + 1
    _count_known(order)
    advance(order, by=by)
    if changed:
        timeline.record("order.edited", by=by, order=order, what=[_TERM_WORDS.get(name, name) for name in changed])
    return order


@transaction.atomic
def know(
    order: JobOrder,
    *,
    point: Point,
    words: str,
    true_on: date,
    by: Member,
    said_by: Person | None = None,
    source: str = "",
    known: bool = True,
) -> OrderFact:
    """What somebody said of one of the eleven points. `known` False keeps words that leave the point open."""
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    if not words.strip():
        raise Refused("Write what they said.")
    fact: OrderFact = OrderFact.objects.create(
        order=order, point=point.value, words=words.strip(), known=known, said_by=said_by, source=source.strip()[:160],
        true_on=true_on, by=by,
    )  # fmt: skip
    _count_known(order)
    timeline.record(
        "order.known" if known else "order.heard", by=by, order=order, person=said_by, words=fact.words,
        point=rules.POINT_WORDS[point],
    )  # fmt: skip
    search.add_words(order.manager_id, fact.words)
    return fact


@transaction.atomic
def move_step(
    order: JobOrder,
    *,
    seen_step: int,
    due: date,
    by: Member,
    objective: str = "",
    agreed: bool = False,
    time: Any = None,
) -> JobOrder:
    """Another day or objective for the order's next step. Raises Stale when it has another step by now."""
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    was = order.next_step
    if was is None or was.pk != seen_step:
        raise Stale(holding.MOVED)
    values = planning.next_for(order, missing=facts.missing(order), due=due, today=was.fact_on, why=was.why)
    values |= {"kind": Call(was.kind), "agreed": agreed, "earliest": time, "tries": was.tries}
    values["objective"] = objective or was.objective
    made = holding.give_step(
        order, done=seen_step, owner=order.owner, person=was.person, company=order.company, by=by, **values
    )
    timeline.record("order.step_moved", by=by, order=order, due=f"{made.due:%a} {made.due.day} {made.due:%b}")
    return order


@transaction.atomic
def note(order: JobOrder, *, words: str, by: Member) -> None:
    """Keeps words about an order, findable with its manager."""
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    search.add_words(order.manager_id, words.strip())
    timeline.record("note", by=by, order=order, person=order.manager, words=words.strip())


def _sound(terms: Terms) -> Terms:
    """Raises Refused for days and amounts that cannot be."""
    starts, ends = terms.get("starts_on"), terms.get("ends_on")
    if starts and ends and ends < starts:
        raise Refused("It would end before it starts.")
    if terms.get("openings", 1) < 1:
        raise Refused("An order has one place at least.")
    for low, high in (("bill_from", "bill_to"), ("salary_from", "salary_to")):
        least, most = terms.get(low), terms.get(high)
        if isinstance(least, int) and isinstance(most, int) and least > most:
            raise Refused("The lower amount is above the higher one.")
    return terms


def _count_known(order: JobOrder) -> None:
    order.known = len(Point) - len(facts.missing(order))
    JobOrder.objects.filter(pk=order.pk).update(known=order.known)


def _rest(lead: Lead, *, today: date, by: Member) -> None:
    """The order is called about from now on: the lead's own call waits a month, for when nothing else happens."""
    done = lead.next_step_id
    assert done is not None
    leads.replace_step(
        lead, done=done, by=by, kind=Call.KEEP_IN_TOUCH, reason=Reason.CLIENT, of=Of.LEAD, fact_on=today,
        why="Its job order is worked on: the calls are there.", objective="What else opens beside this order",
        due=add_working_days(today, 20, place_of(lead.person)),
    )  # fmt: skip


_TERM_WORDS = {
    "bill_from": "rate", "bill_to": "rate", "pay_to": "pay", "burden": "burden", "salary_from": "salary",
    "salary_to": "salary", "starts_on": "start", "ends_on": "end", "decides_on": "day of the decision",
    "home_days": "days at home",
}  # fmt: skip
