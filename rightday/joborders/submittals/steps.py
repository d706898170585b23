"""The next step of a submittal, whatever was done last: whom to call, why, for what (FIELD_GUIDE 7, 10, 11). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from rightday.agenda.rules import Kind
from rightday.joborders.submittals.rules import Held, OfferAnswer, Wanted
from rightday.joborders.submittals.standing import Offered, Round
from rightday.leads.step_rules import AddDays, say_date

QUOTED: Final = 90


class Whom(StrEnum):
    """Who is called: the client's manager, or the candidate."""

    CLIENT = "client"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Names:
    """First names as they are said."""

    client: str
    candidate: str


@dataclass(frozen=True, slots=True)
class Step:
    """A call to make. `after` is the moment before which it is too early, on the day it is due."""

    whom: Whom
    kind: Kind
    why: str
    objective: str
    fact_on: date
    due: date
    agreed: bool = False
    after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a submittal's next step follows from. `rounds` and `offers` oldest first."""

    submitted_on: date
    rounds: Sequence[Round] = ()
    offers: Sequence[Offered] = ()


def next_step(facts: Facts, names: Names, *, now: datetime, today: date, add: AddDays) -> Step:
    """Exactly one call: about the offer, else the last interview that is not over, else the next day to meet."""
    live = [one for one in facts.offers if one.answer in (None, OfferAnswer.ACCEPTED)]
    if live:
        return _offer(live[-1], names, today, add)
    last = facts.rounds[-1] if facts.rounds else None
    declined = next((one for one in reversed(facts.offers)), None)
    if declined is not None:
        return Step(
            Whom.CLIENT, Kind.PROGRESS, f"The offer to {names.candidate} came to nothing. The talks go on.",
            "A better offer, or who comes next, with a day", declined.answered_on or today, add(today, 0),
        )  # fmt: skip
    if last is None:
        return Step(
            Whom.CLIENT, Kind.PROGRESS,
            f"{names.client} has had {names.candidate} since {say_date(facts.submitted_on)}. No day to meet yet.",
            f"A day and an hour to meet {names.candidate}", facts.submitted_on,
            max(add(facts.submitted_on, 1), add(today, 0)),
        )  # fmt: skip
    return _interview(last, names, now, today, add)


def _interview(last: Round, names: Names, now: datetime, today: date, add: AddDays) -> Step:
    day, who, client = say_date(last.on), names.candidate, names.client
    if last.held is Held.CANCELLED:
        return Step(
            Whom.CLIENT, Kind.PROGRESS, f"{client} and {who} were to meet on {day}. That was cancelled; no other day.",
            f"Another day and hour to meet {who}", today, add(today, 0),
        )  # fmt: skip
    if last.held is Held.NO_SHOW:
        return _missed(last, names, today, add)
    if not last.asked:
        return _before(last, names, now, today, add)
    if not last.answered or last.forward is None:
        return _feedback(last, names, today, add)
    return Step(
        Whom.CLIENT, Kind.PROGRESS, f"{client} wants to go on with {who} after {day}. The next day is open.",
        "The next round or the offer, with a day", last.on, add(today, 1),
    )  # fmt: skip


def _before(last: Round, names: Names, now: datetime, today: date, add: AddDays) -> Step:
    """Prepared before it, debriefed after it; the candidate always comes before the client."""
    day, who, client = say_date(last.on), names.candidate, names.client
    if last.starts > now and not last.prepared:
        return Step(
            Whom.CANDIDATE, Kind.PREPARE, f"{who} meets {client} on {day}. Nobody has prepared {who} yet.",
            f"{who} knows who is there, what they ask, and what to say first", today,
            max(add(last.on, -1), today), agreed=True,
        )  # fmt: skip
    return Step(
        Whom.CANDIDATE, Kind.DEBRIEF, f"{who} meets {client} on {day}. Ask {who} before you ring {client}."
        if last.starts > now else f"{who} met {client} on {day}. Nobody has asked {who} yet.",
        f"What {who} thinks, what worries {who}, and what else is heard", last.on, max(last.on, today),
        agreed=True, after=last.ends,
    )  # fmt: skip


def _feedback(last: Round, names: Names, today: date, add: AddDays) -> Step:
    day, who, client = say_date(last.on), names.candidate, names.client
    if last.answered:
        return Step(
            Whom.CLIENT, Kind.FEEDBACK, f"{client} saw {who} on {day} and has not decided.",
            "The decision, or the day of it", last.on, add(today, 1),
        )  # fmt: skip
    heard = {
        Wanted.YES.value: f"{who} wants it.", Wanted.NO.value: f"{who} does not want it.",
        Wanted.UNSURE.value: f"{who} is unsure.",
    }.get(last.wanted, f"Nobody has asked {who}." if last.skipped else "")  # fmt: skip
    said = f" “{last.said[:QUOTED].strip()}”" if last.said.strip() else ""
    objective = (
        f"{client} hears it from us, and who comes next" if last.wanted == Wanted.NO.value
        else "A yes to the next round or an offer, with a day"
    )  # fmt: skip
    why = " ".join(filter(None, (f"{client} saw {who} on {day}.", heard))) + said
    return Step(Whom.CLIENT, Kind.FEEDBACK, why, objective, last.on, max(last.on, today), agreed=True)


def _missed(last: Round, names: Names, today: date, add: AddDays) -> Step:
    day, who, client = say_date(last.on), names.candidate, names.client
    if not last.asked:
        return Step(
            Whom.CANDIDATE, Kind.DEBRIEF, f"{who} did not come to {client} on {day}. Nobody knows why.",
            f"What happened, and whether {who} still wants it", last.on, today, agreed=True,
        )  # fmt: skip
    return Step(
        Whom.CLIENT, Kind.PROGRESS, f"{who} did not come on {day}. {client} waits for word.",
        f"Another day for {who}, or who comes instead", last.on, add(today, 0),
    )  # fmt: skip


def _offer(offer: Offered, names: Names, today: date, add: AddDays) -> Step:
    who = names.candidate
    made = offer.made_on or today
    if offer.answer is None:
        by = offer.answer_by.date() if offer.answer_by else None
        until = f" The answer is due {say_date(by)}." if by else ""
        return Step(
            Whom.CANDIDATE, Kind.OFFER, f"{who} has an offer since {say_date(made)}.{until}",
            "A yes, and the day of the resignation", made, max(by or add(made, 1), today), agreed=by is not None,
        )  # fmt: skip
    accepted = offer.answered_on or today
    if offer.written_on is None:
        return Step(
            Whom.CLIENT, Kind.OFFER, f"{who} said yes on {say_date(accepted)}. Nothing is in writing yet.",
            "The offer in writing, today", accepted, max(add(accepted, 2), today),
        )  # fmt: skip
    if offer.resigns_on is not None and offer.resigned_on is None:
        ahead = offer.resigns_on >= today
        return Step(
            Whom.CANDIDATE, Kind.OFFER,
            f"{who} {'hands' if ahead else 'was to hand'} in the resignation on {say_date(offer.resigns_on)}.",
            "Handed in, and what was said to a counter-offer", offer.resigns_on,
            offer.resigns_on if ahead else max(add(offer.resigns_on, 1), today), agreed=ahead,
        )  # fmt: skip
    start = f" on {say_date(offer.starts_on)}" if offer.starts_on else ""
    return Step(
        Whom.CLIENT, Kind.OFFER, f"{who} has accepted{start}. The placement is not written down yet.",
        f"Hour, place and who meets {who} on the first day", accepted, max(add(accepted, 1), today),
    )  # fmt: skip
