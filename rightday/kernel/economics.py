"""What a placement earns: markup and margin, burden, spread, fee, and what a guarantee gives back (FIELD_GUIDE 1, 10).

Amounts are whole minor units, shares are basis points (100 of them make a per cent), terms are fractions: nothing
here is a float. Halves of a minor unit are rounded away from nought. Two currencies together raise CurrencyMismatch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from rightday.kernel.amounts import Money
from rightday.kernel.rates import Per

WHOLE = 10_000
"""Basis points of everything: 100 %."""

_HOURS_OF_A_DAY = 8
_DAYS_OF_A_WEEK = 5
_DAYS_OF_A_YEAR = 260
_MONTHS_OF_A_YEAR = 12


class CurrencyMismatch(ValueError):
    """Amounts of two currencies were to be put together."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What one unit of a contract's time brings: billed, paid, the `burden` on top of the pay, and what is `left`.

    `markup` is (bill − pay) ÷ pay and `margin` (bill − pay) ÷ bill, both in basis points and before the burden;
    None where they would divide by nothing. `left` is after the burden and may be negative.
    """

    bill: Money
    pay: Money
    burden: Money

    @property
    def left(self) -> Money:
        return minus(minus(self.bill, self.pay), self.burden)

    @property
    def markup(self) -> int | None:
        return _share_of(minus(self.bill, self.pay).minor, self.pay.minor)

    @property
    def margin(self) -> int | None:
        return _share_of(minus(self.bill, self.pay).minor, self.bill.minor)


def spread(bill: Money, pay: Money, burden: int = 0) -> Spread:
    """The spread of a contract; `burden` in basis points of the pay. Raises CurrencyMismatch."""
    minus(bill, pay)
    return Spread(bill, pay, share(pay, burden))


def bill_for(pay: Money, *, markup: int) -> Money:
    """What is billed for that pay at a markup in basis points."""
    return plus(pay, share(pay, markup))


def units(per: Per, days: int) -> Fraction:
    """How often a rate is paid in so many working days: 8 hours a day, 5 days a week, 260 days a year."""
    match per:
        case Per.HOUR:
            return Fraction(days * _HOURS_OF_A_DAY)
        case Per.DAY | Per.UNKNOWN:
            return Fraction(days)
        case Per.WEEK:
            return Fraction(days, _DAYS_OF_A_WEEK)
        case Per.MONTH:
            return Fraction(days * _MONTHS_OF_A_YEAR, _DAYS_OF_A_YEAR)
        case Per.YEAR:
            return Fraction(days, _DAYS_OF_A_YEAR)


def for_term(each: Money, per: Per, days: int) -> Money:
    """What an amount per unit comes to in so many working days."""
    return times(each, units(per, days))


def fee(salary: Money, points: int) -> Money:
    """The fee of a permanent start: basis points of a year's salary."""
    return share(salary, points)


def given_back(paid: Money, guarantee: Sequence[Sequence[int]], *, started: date, left: date) -> Money:
    """What of a fee is given back to the client when somebody leaves on the day `left`.

    `guarantee` is [[weeks, per cent given back], …]: who leaves before so many weeks are full brings that share
    back, by the shortest span that still holds. Who leaves before the start brings everything back.
    """
    if left < started:
        return paid
    for weeks, percent in sorted((tier[0], tier[1]) for tier in guarantee):
        if left < started + timedelta(weeks=weeks):
            return share(paid, percent * 100)
    return Money(0, paid.currency)


def guaranteed_until(guarantee: Sequence[Sequence[int]], *, started: date) -> date | None:
    """The last day on which a leaver lowers the fee; None without a guarantee."""
    weeks = max((tier[0] for tier in guarantee if tier[1] > 0), default=0)
    return started + timedelta(weeks=weeks, days=-1) if weeks else None


def share(of: Money, points: int) -> Money:
    """So many basis points of an amount."""
    return times(of, Fraction(points, WHOLE))


def times(amount: Money, factor: Fraction) -> Money:
    """An amount so many times, halves rounded away from nought."""
    return Money(_rounded(amount.minor * factor), amount.currency)


def middle(low: Money, high: Money) -> Money:
    """Half way between two amounts."""
    return times(plus(low, high), Fraction(1, 2))


def plus(one: Money, other: Money) -> Money:
    _same(one, other)
    return Money(one.minor + other.minor, one.currency)


def minus(one: Money, other: Money) -> Money:
    _same(one, other)
    return Money(one.minor - other.minor, one.currency)


def totals(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """One sum for each currency, the first met first: sums of different currencies are never one number."""
    sums: dict[str, int] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, 0) + amount.minor
    return tuple(Money(minor, currency) for currency, minor in sums.items())


def say_share(points: int) -> str:
    """ "18.4%", "20%", "−2.5%": basis points as per cent, one decimal where there is one."""
    whole, part = divmod(abs(_rounded(Fraction(points, 10))), 10)
    sign = "−" if points < 0 and (whole or part) else ""
    return f"{sign}{whole}.{part}%" if part else f"{sign}{whole}%"


def _same(one: Money, other: Money) -> None:
    if one.currency != other.currency:
        raise CurrencyMismatch(f"{one.currency} and {other.currency} cannot be put together.")


def _share_of(part: int, whole: int) -> int | None:
    return _rounded(Fraction(part * WHOLE, whole)) if whole else None


def _rounded(number: Fraction | int) -> int:
    """The nearest whole number, halves away from nought."""
    doubled = abs(Fraction(number)) * 2 + 1
    nearest = doubled.numerator // (doubled.denominator * 2)
    return -nearest if number < 0 else nearest
