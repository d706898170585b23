"""Questions about submittals: the screen of one order, with who is where, whom to prepare, and who is asked first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import F

from rightday.agencies import clock
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Stage
from rightday.joborders.submittals.models import Interview, Offer, Submittal
from rightday.joborders.submittals.rules import PART_WORDS, STOP_WORDS, Held, OfferAnswer, Part, Stop
from rightday.kernel.amounts import Money, say_money
from rightday.kernel.when import say_day
from rightday.team import queries as team
from rightday.team.models import Member

SHOWN: Final = 100
COLUMNS: Final = (
    Stage.SUBMITTED,
    Stage.FIRST_INTERVIEW,
    Stage.FURTHER_INTERVIEW,
    Stage.OFFER,
    Stage.ACCEPTED,
    Stage.STARTED,
)
LINKS: Final = ("candidate__person", "owner", "next_step", "stop")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stage of one candidate. `state`: done, now, next, stop, x (never reached)."""

    state: str
    words: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class SubmittalRow:
    """A candidate on their way. `why` is the reason they went no further, "" while they are in play.

    `acts`: what can be noted of an offer now: offer, answer, resignation, placement.
    """

    id: int
    person: int
    name: str
    money: str
    cells: tuple[Cell, ...]
    step: str
    why: str
    may_reopen: bool
    offer: int | None = None
    acts: frozenset[str] = frozenset()
    placement: int | None = None


@dataclass(frozen=True, slots=True)
class InterviewCard:
    """A round that is not over: prepared before it, the candidate asked after it, then the client."""

    id: int
    submittal: int
    name: str
    when: str
    over: bool
    parts: tuple[tuple[str, str], ...]
    debriefed: str
    skipped: bool
    client: str


@dataclass(frozen=True, slots=True)
class SubmittalsPage:
    order_id: int
    title: str
    company: str
    open: bool
    in_play: int
    stopped: int
    rows: tuple[SubmittalRow, ...]
    ahead: tuple[InterviewCard, ...]
    over: tuple[InterviewCard, ...]


def submittals_page(order: JobOrder, *, member: Member) -> SubmittalsPage:
    """The screen of an order, the furthest first, in three statements however many there are."""
    today = team.today(member)
    found = list(
        Submittal.objects.filter(order=order)
        .annotate(placed=F("placements__pk"))
        .select_related(*LINKS)
        .order_by("id")[:SHOWN]
    )
    found.sort(key=lambda one: (one.stop_id is not None, -one.stage, one.pk))
    ids = [one.pk for one in found]
    rounds: defaultdict[int, list[Interview]] = defaultdict(list)
    for row in Interview.objects.filter(submittal_id__in=ids).order_by("id"):
        rounds[row.submittal_id].append(row)
    offers = {row.submittal_id: row for row in Offer.objects.filter(submittal_id__in=ids).order_by("id")}
    cards = [
        card(one, row, order, today)
        for one in found
        if one.stop_id is None
        for row in rounds[one.pk]
        if row.held in (Held.PLANNED, Held.HELD) and row.forward is None
    ]
    return SubmittalsPage(
        order.pk, order.title, order.company.name, order.next_step_id is not None,
        sum(1 for one in found if one.stop_id is None), sum(1 for one in found if one.stop_id is not None),
        tuple(_row(one, rounds[one.pk], offers.get(one.pk), order, today, one.placed) for one in found),
        tuple(one for one in cards if not one.over), tuple(one for one in cards if one.over),
    )  # fmt: skip


def card(one: Submittal, row: Interview, order: JobOrder, today: date) -> InterviewCard:
    here = clock.local(row.starts, row.zone)
    return InterviewCard(
        row.pk, one.pk, one.candidate.person.name, f"{say_day(here.date(), today)}, {here:%H:%M}",
        row.starts <= clock.now(), tuple((PART_WORDS[part], row.prep.get(part.value, "")) for part in Part),
        row.debrief if row.debriefed_on else "", row.skipped_on is not None, order.manager.name,
    )  # fmt: skip


def _row(
    one: Submittal, rounds: list[Interview], offer: Offer | None, order: JobOrder, today: date, placed: int | None
) -> SubmittalRow:
    stop = one.stop
    why = STOP_WORDS[Stop(stop.kind)] if stop is not None else ""
    step = f"{one.next_step.objective}, {say_day(one.next_step.due, today)}" if one.next_step else ""
    return SubmittalRow(
        one.pk, one.candidate.person_id, one.candidate.person.name, money_of(one, order),
        tuple(_cell(stage, one, rounds, offer, today) for stage in COLUMNS), step, why,
        stop is not None and stop.kind not in (Stop.PLACED, Stop.NO_SHOW) and order.next_step_id is not None,
        offer.pk if offer else None, _acts(one, offer), placed,
    )  # fmt: skip


def _acts(one: Submittal, offer: Offer | None) -> frozenset[str]:
    if one.stop_id is not None:
        return frozenset()
    if offer is None or offer.answer in (OfferAnswer.DECLINED, OfferAnswer.WITHDRAWN):
        return frozenset({"offer"})
    return frozenset({"answer", "resignation", "placement"} if offer.answer else {"answer"})


def _cell(stage: Stage, one: Submittal, rounds: list[Interview], offer: Offer | None, today: date) -> Cell:
    stop = one.stop
    ended = stop is not None and stop.kind != Stop.PLACED
    if stage > one.stage:
        if ended and stop is not None and stage == one.stage + 1:
            return Cell("stop", say_day(stop.on, today), STOP_WORDS[Stop(stop.kind)])
        return Cell("x" if ended else "next")
    day = _day(stage, one, rounds, offer)
    state = "now" if stage == one.stage and stop is None else "done"
    return Cell(state, say_day(day, today) if day else "")


def _day(stage: Stage, one: Submittal, rounds: list[Interview], offer: Offer | None) -> date | None:
    match stage:
        case Stage.FIRST_INTERVIEW:
            return one.first_on
        case Stage.FURTHER_INTERVIEW:
            return one.further_on
        case Stage.OFFER:
            return one.offer_on
        case Stage.ACCEPTED:
            return one.accepted_on
        case Stage.STARTED:
            return offer.starts_on if offer is not None and offer.answer == OfferAnswer.ACCEPTED else None
        case _:
            return one.submitted_on


def money_of(one: Submittal, order: JobOrder) -> str:
    """ "£560 pay, £660 bill", or the salary."""
    said = [
        f"{say_money(Money(amount, order.currency))} {word}".strip()
        for amount, word in ((one.pay, "pay"), (one.bill, "bill"), (one.salary, ""))
        if amount is not None
    ]
    return ", ".join(said)


def the_interview(pk: int) -> Interview:
    """Raises Interview.DoesNotExist."""
    links = ("submittal__order__company", "submittal__order__manager__company", "submittal__candidate__person")
    found: Interview = Interview.objects.select_related(*links).get(pk=pk)
    return found


def the_offer(pk: int) -> Offer:
    """Raises Offer.DoesNotExist."""
    links = ("submittal__order__company", "submittal__order__manager__company", "submittal__candidate__person")
    found: Offer = Offer.objects.select_related(*links).get(pk=pk)
    return found


def the_submittal(pk: int) -> Submittal:
    """Raises Submittal.DoesNotExist."""
    links = ("order__company", "order__manager__company", "order__lead", "candidate__person__company")
    found: Submittal = Submittal.objects.select_related(*links).get(pk=pk)
    return found
