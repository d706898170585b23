"""Offers: made by word and in writing, answered, and the way to the start: resignation and counter-offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from rightday.agencies.once import Stale
from rightday.joborders.submittals import along, rows, rules
from rightday.joborders.submittals.models import Offer, Submittal
from rightday.joborders.submittals.rules import OfferAnswer, Stop, Watch
from rightday.leads.step_rules import say_date
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Refused

COLUMNS = frozenset(
    {
        "verbal_on", "written_on", "answer_by", "terms", "pay", "bill", "salary", "fee", "starts_on", "ends_on",
        "resigns_on", "last_day",
    }
)  # fmt: skip
ENDS = {OfferAnswer.DECLINED: Stop.OFFER_DECLINED, OfferAnswer.WITHDRAWN: Stop.CLIENT_NO}


@transaction.atomic
def offer(
    submittal: Submittal,
    *,
    by: Member,
    verbal_on: date | None = None,
    written_on: date | None = None,
    answer_by: datetime | None = None,
    terms: Sequence[Mapping[str, str]] = (),
    seen: int | None = None,
    **money: Any,
) -> Offer:
    """The client's offer, by word, in writing or both. `money`: the other COLUMNS, in minor units of the order's.

    Raises Refused on an order that is closed or whose places are all taken, and while another offer is open.
    """
    there, today = rows.begin(submittal, by=by, seen=seen), team.today(by)
    rows.must_have_place(there.order, but=there)
    if there.offers.filter(answer="").exists() or there.offers.filter(answer=OfferAnswer.ACCEPTED.value).exists():
        raise Refused("There is an offer already. Change that one, or note its answer first.")
    if verbal_on is None and written_on is None:
        verbal_on = today
    _must_be_days(there, today, verbal_on, written_on)
    made: Offer = Offer.objects.create(
        submittal=there, verbal_on=verbal_on, written_on=written_on, answer_by=answer_by, terms=[*terms], by=by,
        **_known(money),
    )  # fmt: skip
    rows.settle(there, by=by)
    first = min(day for day in (verbal_on, written_on) if day)
    rows.say(there, "offer.made", by=by, day=say_date(first), writing="in writing" if written_on else "")
    along.reach(there.order, "still", first, by=by)
    along.expect(there.order, "verbal", answer_by.date() if answer_by else None, by=by)
    return made


@transaction.atomic
def edit_offer(offer: Offer, *, by: Member, seen: int | None = None, **changed: Any) -> Offer:
    """Other terms, the day it came in writing, when the answer is due. Raises Stale, Refused."""
    there, row = _begin(offer, by=by, seen=seen)
    if row.answer in (OfferAnswer.DECLINED, OfferAnswer.WITHDRAWN):
        raise Refused("This offer has been answered. Make another one.")
    values = _known(changed)
    _must_be_days(
        there, team.today(by), values.get("verbal_on", row.verbal_on), values.get("written_on", row.written_on)
    )
    _set(row, **values)
    rows.settle(there, by=by)
    rows.say(there, "offer.edited", by=by, what=[name.replace("_", " ") for name in sorted(values)])
    _on_lead(there, row, by=by)
    return _in_hand(offer, row)


@transaction.atomic
def answer_offer(
    offer: Offer, *, answer: OfferAnswer, by: Member, words: str = "", on: date | None = None, goes_on: bool = False,
    seen: int | None = None,
) -> Offer:  # fmt: skip
    """What became of it. No ends the submittal, unless the talks go on (`goes_on`); yes takes a place of the order.

    An accepted one can still be declined or withdrawn. Raises Refused where all places are taken.
    """
    there, row = _begin(offer, by=by, seen=seen)
    today = team.today(by)
    day = on or today
    made = min((one for one in (row.verbal_on, row.written_on) if one), default=day)
    if day > today or day < made:
        raise Refused("An answer comes after the offer, and not in the days ahead.")
    if row.answer and (row.answer != OfferAnswer.ACCEPTED or answer is OfferAnswer.ACCEPTED):
        raise Refused("This offer has been answered already.")
    if answer is OfferAnswer.ACCEPTED:
        rows.must_have_place(there.order, but=there)
    _set(row, answer=answer.value, answered_on=day, answer_words=words.strip()[:500])
    rows.settle(there, by=by)
    rows.say(there, "offer.answered", by=by, words=words.strip(), answer=rules.OFFER_WORDS[answer])
    if answer is OfferAnswer.ACCEPTED:
        _on_lead(there, row, by=by)
    elif not goes_on:
        _end(there, ENDS[answer], day, words, by=by)
    return _in_hand(offer, row)


@transaction.atomic
def plan_resignation(offer: Offer, *, on: date, by: Member, seen: int | None = None) -> Offer:
    """The day they hand in their notice: they are called on it, and the day after. Raises Refused before a yes."""
    there, row = _accepted(offer, by=by, seen=seen)
    _set(row, resigns_on=on, resigned_on=None)
    rows.settle(there, by=by)
    rows.say(there, "offer.resigns", by=by, day=say_date(on))
    along.expect(there.order, "resignation", on, by=by)
    return _in_hand(offer, row)


@transaction.atomic
def resigned(offer: Offer, *, on: date, by: Member, last_day: date | None = None, seen: int | None = None) -> Offer:
    """They have handed in their notice; `last_day` where they are. Raises Refused for a day to come, before a yes."""
    there, row = _accepted(offer, by=by, seen=seen)
    if on > team.today(by):
        raise Refused("That day is still to come. Put it as the day they resign.")
    if last_day is not None and last_day < on:
        raise Refused("The last day comes after the resignation.")
    _set(row, resigns_on=row.resigns_on or on, resigned_on=on, last_day=last_day or row.last_day)
    rows.settle(there, by=by)
    rows.say(there, "offer.resigned", by=by, day=say_date(on), last=say_date(last_day) if last_day else "")
    along.reach(there.order, "resignation", on, by=by)
    return _in_hand(offer, row)


@transaction.atomic
def hear_counter(
    offer: Offer, *, words: str, by: Member, who: str = "", means: Watch = Watch.RISK, seen: int | None = None
) -> Offer:
    """Something that was heard of a counter-offer, or against one. Accepting one is `stop(kind=COUNTER_OFFER)`."""
    there, row = _begin(offer, by=by, seen=seen)
    if not words.strip():
        raise Refused("Say what you heard.")
    heard = {
        "words": words.strip()[:300], "who": who.strip()[:120], "on": team.today(by).isoformat(), "means": means.value,
    }  # fmt: skip
    _set(row, counter=[*row.counter, heard])
    rows.settle(there, by=by)
    rows.say(there, "offer.counter", by=by, words=words.strip(), from_whom=who.strip())
    return _in_hand(offer, row)


def _end(there: Submittal, kind: Stop, day: date, words: str, *, by: Member) -> None:
    """The offer came to nothing: the submittal ends, and the lead falls back where its candidate was the choice."""
    told = along.fail(there.order, *along.FAILS[kind], day, words, by=by) if kind in along.FAILS else {}
    rows.halt(there, kind=kind.value, on=day, words=words, by=by, told=told)
    rows.say(there, "submittal.stopped", by=by, words=words.strip(), why=rules.STOP_WORDS[kind])


def _on_lead(there: Submittal, row: Offer, *, by: Member) -> None:
    """A yes by word and a yes in writing are two milestones."""
    if row.answer != OfferAnswer.ACCEPTED or row.answered_on is None:
        return
    along.filled(there.order, by=by)
    along.reach(there.order, "verbal", row.answered_on, by=by)
    if row.written_on is not None:
        along.reach(there.order, "written", max(row.written_on, row.answered_on), by=by)


def _begin(offer: Offer, *, by: Member, seen: int | None) -> tuple[Submittal, Offer]:
    """The submittal locked, and the offer as it is now. Raises Stale when either has moved on."""
    there = rows.begin(Submittal.objects.get(pk=offer.submittal_id), by=by)
    row: Offer = Offer.objects.get(pk=offer.pk)
    if row.version != (offer.version if seen is None else seen):
        raise Stale("This offer has changed since you opened it.")
    return there, row


def _accepted(offer: Offer, *, by: Member, seen: int | None) -> tuple[Submittal, Offer]:
    there, row = _begin(offer, by=by, seen=seen)
    if row.answer != OfferAnswer.ACCEPTED:
        raise Refused("They have not accepted yet. Nobody resigns before that.")
    return there, row


def _must_be_days(there: Submittal, today: date, *days: date | None) -> None:
    for day in days:
        if day is not None and (day > today or day < there.submitted_on):
            raise Refused("An offer is made after they were presented, and not in the days ahead.")


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    unknown = set(values) - COLUMNS
    if unknown:
        raise TypeError(f"An offer has no {', '.join(sorted(unknown))}.")
    return dict(values)


def _set(row: Offer, **columns: Any) -> None:
    Offer.objects.filter(pk=row.pk).update(**columns, version=F("version") + 1)
    for name, value in columns.items():
        setattr(row, name, value)
    row.version += 1


def _in_hand(mine: Offer, row: Offer) -> Offer:
    for column in row._meta.concrete_fields:
        setattr(mine, column.attname, getattr(row, column.attname))
    return mine
