"""Money, fees and rates as people write them.

The room's one door for money: amounts are read and said in `amounts`, rates in `rates`, fees here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from rightday.kernel.amounts import (
    CURRENCY,
    NUMBER,
    Money,
    currency_of,
    minor_units,
    read_amount,
    say_exact,
    say_money,
    to_decimal,
    to_money,
)
from rightday.kernel.rates import Per, Rate, read_rate

__all__ = [
    "Fee", "FeeKind", "Money", "Per", "Rate", "minor_units", "read_amount", "read_fee", "read_rate", "say_exact",
    "say_money",
]  # fmt: skip

_PERCENT = re.compile(rf"(?<![\d.,])({NUMBER})\s*(?:%|per\s?cent\b|pct\b)", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"(?<![\d.,])(?P<before>{CURRENCY})?\s?(?P<number>{NUMBER})\s?(?P<multiple>[km]\b)?\s?(?P<after>{CURRENCY})?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d\s*%?\s*(?:-|–|—|/|to|or)\s*\d", re.IGNORECASE)
_PLAIN = re.compile(rf"{NUMBER}|0?\.\d{{1,6}}")
_LONGEST = 200
_MOST = 10**12
_CONFIRM = "Is this {number}% of the salary, or a sum? Write 20% or £4,500."
_ONE_NUMBER = "Which of these is the fee? Write one, like 20%."
_NOT_A_FEE = "This does not look like a fee. Write it like 20% or £4,500."
_TOO_MUCH = "A fee of more than 100% is not usual. Check the number."


class FeeKind(StrEnum):
    """What a fee cell says."""

    PERCENT = "percent"
    FIXED = "fixed"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fee:
    """A permanent fee: `basis_points` of the salary (2000 is 20 %), or a fixed sum.

    AMBIGUOUS carries the likely reading (20 → 2000) for somebody to confirm; UNKNOWN only the text.
    `problem` says what to do, '' when the fee is clear.
    """

    kind: FeeKind
    basis_points: int | None
    fixed: Money | None
    text: str
    problem: str


def read_fee(cell: str | int | float | None, currency: str = "GBP") -> Fee:
    """Read a fee cell. Never raises.

    "20%", "15%+VAT" and the number 0.2 (how a spreadsheet keeps 20 %) are percentages; "£4,500 flat" and
    plain numbers of 100 and more are fixed, in `currency` unless another is written; 20 alone is ambiguous.
    """
    if cell is None or isinstance(cell, bool):
        return _no_fee("" if cell is None else str(cell))
    if not isinstance(cell, str):
        if not -_MOST < cell < _MOST:  # also what is no number at all
            return _no_fee(str(cell))
        text = str(cell) if not float(cell).is_integer() else str(int(cell))
        return _plain_fee(Decimal(text), text, currency)
    text = cell.strip()
    if len(text) > _LONGEST:
        return _no_fee(text)
    percent = _PERCENT.search(text)
    if percent and _RANGE.search(text):
        return Fee(FeeKind.AMBIGUOUS, None, None, text, _ONE_NUMBER)
    if percent:
        return _percent_fee(to_decimal(percent[1]), text)
    if _PLAIN.fullmatch(text):
        return _plain_fee(to_decimal(text), text, currency)
    amount = next((m for m in _AMOUNT.finditer(text) if m["before"] or m["after"] or m["multiple"]), None)
    if amount is None:
        return _no_fee(text)
    code = currency_of(amount["before"] or amount["after"]) or currency
    money = to_money(to_decimal(amount["number"]), code, amount["multiple"] or "")
    return Fee(FeeKind.FIXED, None, money, text, "")


def _plain_fee(value: Decimal, text: str, currency: str) -> Fee:
    """A number alone: 0.2 is how a spreadsheet keeps 20 %; from 1 to below 100 it may be either."""
    if 0 < value < 1:
        return _percent_fee(value * 100, text)
    if 1 <= value < 100:
        problem = _CONFIRM.format(number=f"{value.normalize():f}")
        return Fee(FeeKind.AMBIGUOUS, _basis_points(value), None, text, problem)
    if 100 <= value <= _MOST:
        return Fee(FeeKind.FIXED, None, to_money(value, currency), text, "")
    return _no_fee(text)


def _percent_fee(percent: Decimal, text: str) -> Fee:
    if percent > 100:
        return Fee(FeeKind.AMBIGUOUS, None, None, text, _TOO_MUCH)
    return Fee(FeeKind.PERCENT, _basis_points(percent), None, text, "")


def _no_fee(text: str) -> Fee:
    return Fee(FeeKind.UNKNOWN, None, None, text, _NOT_A_FEE if text else "")


def _basis_points(percent: Decimal) -> int:
    return int((percent * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))
