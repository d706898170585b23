"""A reckoning in words: what each of its numbers rests on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from rightday.joborders.models import JobOrder
from rightday.joborders.rules import STAGE_WORDS, Stage
from rightday.joborders.worth import Worth
from rightday.kernel import economics
from rightday.kernel.amounts import Money, minor_units, say_money


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Four numbers, each with the sentence that says where it comes from."""

    fee: str
    fee_words: str
    chance: str
    chance_words: str
    waiting: str
    waiting_words: str
    today: str


def reckoned(order: JobOrder, worth: Worth) -> Reckoned:
    """How an order was reckoned."""
    return Reckoned(
        say_money(whole(worth.fee)), _fee_words(order), economics.say_share(worth.chance.points // 100 * 100),
        _chance_words(order, worth), f"{worth.waiting // 100 / 100:.2f}", _waiting_words(worth),
        say_money(whole(worth.today)),
    )  # fmt: skip


def whole(amount: Money) -> Money:
    """Rounded to whole pounds (euros, …): a worth is no account."""
    return _to(amount, minor_units(amount.currency))


def say(amount: Money) -> str:
    """ "£7,970" """
    return say_money(whole(amount))


def about(amount: Money) -> str:
    """ "£49,100": rounded to a hundred."""
    return say_money(_to(amount, minor_units(amount.currency) * 100))


def _to(amount: Money, units: int) -> Money:
    return Money(economics.times(amount, Fraction(1, units)).minor * units, amount.currency)


def _fee_words(order: JobOrder) -> str:
    places = max(order.openings - order.filled, 0)
    what = "The margin after burden, for the whole contract" if order.kind == "contract" else "The fee of the start"
    return what if places == 1 else f"{what}, for {places} open places"


def _chance_words(order: JobOrder, worth: Worth) -> str:
    chance, stage = worth.chance, STAGE_WORDS[Stage(order.stage)].lower()
    own = f"Of {chance.of} {order.kind} orders that came as far as “{stage}”, we filled {chance.won}."
    if not chance.of:
        own = f"No {order.kind} order of yours has closed from “{stage}” yet."
    return f"{own} The average of all, {economics.say_share(chance.average)}, counts as {chance.prior} more cases."


def _waiting_words(worth: Worth) -> str:
    if not worth.weeks:
        return "No more waiting."
    weeks = "one week" if worth.weeks == 1 else f"{worth.weeks} weeks"
    each = economics.say_share((10_000 - worth.waiting) // worth.weeks)
    return f"About {weeks}, {each} off for each week of waiting."
