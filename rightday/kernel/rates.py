"""Rates and salaries heard in a talk: "£640 to £700 a day", "700pd", "85k"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rightday.kernel.amounts import CURRENCY, NUMBER, Money, currency_of, minor_units, to_decimal, to_money

_LONGEST = 5_000
_UNITS = {
    "hour": "hour hr hrs h ph hourly", "day": "day d pd daily", "week": "week wk w pw weekly",
    "month": "month mth pcm pm monthly", "year": "year annum yr y pa annually annual",
}  # fmt: skip
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_UNIT = (
    r"(?:(?:/|\bper\b|\ban?\b|\beach\b|\bp/)\s?(?:hour|hr|h|day|d|week|wk|w|month|mth|annum|year|yr|y)\b"
    r"|p\.?[hdwa]\b\.?|pcm\b|pm\b|(?:daily|hourly|weekly|monthly|annual(?:ly)?)\b|(?:day|hour)\b(?=\s+rate))"
)
_RATE = re.compile(
    rf"(?<![\w.,+/:])(?P<sign>{CURRENCY})?\s?(?P<low>{NUMBER})\s?(?P<low_k>[km]\b)?"
    rf"(?:\s?(?:-|–|—|to|and)\s?(?P<sign2>{CURRENCY})?\s?(?P<high>{NUMBER})\s?(?P<high_k>[km]\b)?)?"
    rf"\s?(?P<after>{CURRENCY})?\s?(?P<unit>{_UNIT})?",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:/|p/|(?:per|an?|each)\s)\s?")
_LETTERS = re.compile(r"[^a-z]")
_LEAST_WITHOUT_SIGN = 8  # "5 a day" counts things, not pounds
_A_YEARS = 10_000


class Per(StrEnum):
    """What a rate is paid for; UNKNOWN when the text does not say."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate or salary heard, from `low` to `high` (equal when one number was said)."""

    low: Money
    high: Money
    per: Per
    text: str


def read_rate(text: str, currency: str = "GBP") -> Rate | None:
    """The first rate or salary in a text; None when there is none. Never raises.

    A number counts when it has a currency, a unit of time or a "k". `currency` stands where none is
    written. Sums of 10,000 and more without a unit are a year's.
    """
    for match in _RATE.finditer(text[:_LONGEST]):
        rate = _rate(match, currency)
        if rate:
            return rate
    return None


def _rate(match: re.Match[str], currency: str) -> Rate | None:
    sign = match["sign"] or match["sign2"] or match["after"]
    unit = _unit(match["unit"], signed=sign is not None)
    multiple = match["high_k"] or match["low_k"] or ""
    if multiple.lower() == "m" and not sign:
        return None
    if not (sign or unit or multiple):
        return None
    low = to_decimal(match["low"])
    if not sign and not multiple and low < _LEAST_WITHOUT_SIGN:
        return None
    code = currency_of(sign) or currency
    ends = [to_money(low, code, match["low_k"] or multiple)]
    if match["high"]:
        ends.append(to_money(to_decimal(match["high"]), code, multiple))
    ends.sort(key=lambda money: money.minor)
    if not unit and multiple.lower() != "m" and (multiple or ends[0].minor >= _A_YEARS * minor_units(code)):
        unit = Per.YEAR
    return Rate(ends[0], ends[-1], unit, match[0].strip())


def _unit(written: str | None, *, signed: bool) -> Per:
    word = _OPENING.sub("", (written or "").lower())
    word = _LETTERS.sub("", word)
    if word == "pm" and not signed:  # "at 10pm"
        return Per.UNKNOWN
    return Per(_UNIT_OF.get(word, ""))
