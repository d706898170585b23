"""What an open order is worth today: the fee expected × the chance to close × the time until then. No Django.

Everything is whole: minor units, basis points. The words beside each number say what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from rightday.joborders.rules import Closed, Closeness, Kind, Stage
from rightday.kernel import economics
from rightday.kernel.amounts import Money
from rightday.kernel.economics import WHOLE, Spread
from rightday.kernel.rates import Per

# Shares of orders that are filled from each stage, and weeks until then, before an agency has cases of its own.
USUAL_CHANCE: Final = {
    Stage.TAKEN: 2_000, Stage.SUBMITTED: 2_500, Stage.FIRST_INTERVIEW: 3_500, Stage.FURTHER_INTERVIEW: 4_900,
    Stage.OFFER: 7_500, Stage.ACCEPTED: 9_300, Stage.STARTED: WHOLE,
}  # fmt: skip
USUAL_WEEKS: Final = {
    Stage.TAKEN: 8, Stage.SUBMITTED: 5, Stage.FIRST_INTERVIEW: 3, Stage.FURTHER_INTERVIEW: 1, Stage.OFFER: 1,
    Stage.ACCEPTED: 0, Stage.STARTED: 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Priced:
    """What is known of the money of one place. Rates are per `per`, `days` the working days of the contract."""

    kind: Kind
    currency: str
    per: Per = Per.DAY
    bill: int | None = None
    pay: int | None = None
    burden: int = 0
    salary: int | None = None
    fee: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What one place may earn; `assumed` names what was not known, and what stood in for it."""

    fee: Money
    spread: Spread | None = None
    days: int = 0
    points: int = 0
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chance:
    """Share of orders that close from a stage: `won` of `of` of the same kind, beside the average of all kinds."""

    points: int
    won: int
    of: int
    average: int
    prior: int


@dataclass(frozen=True, slots=True)
class Worth:
    """The whole reckoning of one order: `fee` of all open places × chance × waiting."""

    fee: Money
    chance: Chance
    weeks: int
    waiting: int

    @property
    def today(self) -> Money:
        return economics.times(self.fee, Fraction(self.factor, WHOLE * WHOLE))

    @property
    def factor(self) -> int:
        """Chance and waiting as one number: what SQL multiplies with, so that both order alike."""
        return self.chance.points * self.waiting


@dataclass(frozen=True, slots=True)
class Case:
    """An order that closed: of which kind, how far it had come, how it closed."""

    kind: Kind
    stage: Stage
    closed: Closed


def expected(priced: Priced, numbers: Closeness) -> Expected:
    """What one place may earn, the usual standing in for what is not known; nothing where no money is known."""
    if priced.kind is Kind.PERMANENT:
        return _permanent(priced, numbers)
    return _contract(priced, numbers)


def chances(cases: Iterable[Case], numbers: Closeness) -> dict[tuple[Kind, Stage], Chance]:
    """The chance from every stage, own cases shrunk towards the average of both kinds, that towards the usual one."""
    seen = list(cases)
    found = {}
    for stage in Stage:
        reached = [case for case in seen if case.stage >= stage]
        average = _shrunk(reached, USUAL_CHANCE[stage], numbers.prior)
        for kind in Kind:
            own = [case for case in reached if case.kind is kind]
            won = sum(case.closed is Closed.FILLED_BY_US for case in own)
            found[kind, stage] = Chance(_shrunk(own, average, numbers.prior), won, len(own), average, numbers.prior)
    return found


def worth(fee: Money, stage: Stage, chance: Chance, numbers: Closeness) -> Worth:
    """The reckoning of an order that stands at `stage`."""
    weeks = USUAL_WEEKS[stage]
    return Worth(fee, chance, weeks, max(WHOLE - weeks * numbers.waiting, 0))


def _shrunk(cases: list[Case], average: int, prior: int) -> int:
    won = sum(case.closed is Closed.FILLED_BY_US for case in cases)
    weight = len(cases) + prior
    if not weight:
        return average
    return (2 * (won * WHOLE + prior * average) + weight) // (2 * weight)


def _permanent(priced: Priced, numbers: Closeness) -> Expected:
    points = priced.fee if priced.fee is not None else numbers.usual_fee
    assumed = () if priced.fee is not None else (f"a fee of {economics.say_share(points)}, as usual",)
    if priced.salary is None:
        return Expected(Money(0, priced.currency), points=points, assumed=("nothing: no salary is known",))
    return Expected(economics.fee(Money(priced.salary, priced.currency), points), points=points, assumed=assumed)


def _contract(priced: Priced, numbers: Closeness) -> Expected:
    days = priced.days if priced.days is not None else numbers.usual_weeks * 5
    assumed = [] if priced.days is not None else [f"{numbers.usual_weeks} weeks, as usual"]
    if priced.bill is None and priced.pay is None:
        return Expected(Money(0, priced.currency), days=days, assumed=("nothing: no rate is known",))
    if priced.bill is None or priced.pay is None:
        assumed.append(f"a margin of {economics.say_share(numbers.usual_margin)}, as usual")
    bill, pay = _both(priced, numbers)
    spread = economics.spread(bill, pay, priced.burden)
    return Expected(economics.for_term(spread.left, priced.per, days), spread, days, assumed=tuple(assumed))


def _both(priced: Priced, numbers: Closeness) -> tuple[Money, Money]:
    """Bill and pay; the one that is not known follows from the other at the usual margin."""
    left = WHOLE - min(numbers.usual_margin, WHOLE - 1)
    if priced.pay is None:
        bill = Money(priced.bill or 0, priced.currency)
        return bill, economics.share(bill, left)
    pay = Money(priced.pay, priced.currency)
    if priced.bill is None:
        return economics.times(pay, Fraction(WHOLE, left)), pay
    return Money(priced.bill, priced.currency), pay
