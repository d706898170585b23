"""Amounts of money: whole minor units with a currency, read from text and said again.

Minor units are pence, cents, …: ISO 4217 says how many make one (100, for the yen 1, for the dinar 1000).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO_MINOR = _words("JPY KRW VND CLP ISK UGX XAF XOF XPF PYG RWF KMF GNF DJF BIF VUV")
_THOUSANDTHS = _words("KWD BHD JOD OMR TND IQD LYD")
_SYMBOLS = {
    "£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "₹": "INR", "₪": "ILS", "₩": "KRW", "₺": "TRY",
    "zł": "PLN", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD",
    "s$": "SGD", "hk$": "HKD", "r$": "BRL", "chf": "CHF",
}  # fmt: skip
_CODES = "GBP EUR USD AUD CAD NZD SGD HKD CHF SEK NOK DKK PLN CZK HUF RON JPY INR AED SAR ILS ZAR BRL MXN CNY TRY KWD"
CURRENCY = r"(?:(?:us|au?|ca?|nz|s|hk|r)\$|[£€$¥₹₪₩₺]|zł|\b(?:" + _CODES.replace(" ", "|").lower() + r")\b)"
NUMBER = r"\d{1,12}(?:[,.'’ \u00a0]\d{3}(?!\d))*(?:[.,]\d{1,2}(?!\d))?"
"""A number with thousands apart by comma, point, space or apostrophe, and at most two decimals."""

_WRITTEN = re.compile(rf"(?P<before>{CURRENCY})?\s?(?P<number>{NUMBER})\s?(?P<after>{CURRENCY})?", re.IGNORECASE)
_SAID_WITH = {"GBP": "£", "EUR": "€", "USD": "$"}
_GROUPS = re.compile(r"['’ \u00a0]")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (pence) of an ISO 4217 currency; may be negative."""

    minor: int
    currency: str


def minor_units(currency: str) -> int:
    """How many minor units make one: 100 for most, 1 for the yen."""
    code = currency.upper()
    return 1 if code in _NO_MINOR else 1000 if code in _THOUSANDTHS else 100


def say_money(money: Money) -> str:
    """ "£640", "£640.50", "€1,200", "NOK 1,200", "−£5": minor units only where there are any."""
    units = minor_units(money.currency)
    whole, part = divmod(abs(money.minor), units)
    said = f"{whole:,}" + (f".{part:0{len(str(units)) - 1}d}" if part else "")
    currency = money.currency.upper()
    symbol = _SAID_WITH.get(currency)
    return ("−" if money.minor < 0 else "") + (f"{symbol}{said}" if symbol else f"{currency} {said}".strip())


def say_exact(money: Money) -> str:
    """ "£50.00", "−€1,200.50", "NOK 5.00", "JPY 900": as ledgers write it, always with the minor units."""
    units = minor_units(money.currency)
    whole, part = divmod(abs(money.minor), units)
    said = f"{whole:,}" + (f".{part:0{len(str(units)) - 1}d}" if units > 1 else "")
    currency = money.currency.upper()
    symbol = _SAID_WITH.get(currency)
    return ("−" if money.minor < 0 else "") + (f"{symbol}{said}" if symbol else f"{currency} {said}")


def read_amount(text: str, currency: str) -> Money | None:
    """An amount as people write it, alone in its field: "50", "£1,250.00", "50,00 EUR"; None for anything else.

    In `currency` unless the text names another. Never negative.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None or (match["before"] and match["after"]):
        return None
    return to_money(to_decimal(match["number"]), currency_of(match["before"] or match["after"]) or currency)


def to_decimal(written: str) -> Decimal:
    """ "4,500", "4.500,00" and "1 200" as numbers: of two signs the last is the decimal one.

    A single sign before three digits parts thousands ("4.500"), unless the number begins with "0.".
    Raises decimal.InvalidOperation for what NUMBER does not match.
    """
    text = _GROUPS.sub("", written)
    last = max(text.rfind(","), text.rfind("."))
    if last < 0:
        return Decimal(text)
    whole, decimals = text[:last], text[last + 1 :]
    if len(decimals) == 3 and whole != "0":
        whole, decimals = whole + decimals, ""
    return Decimal(f"{whole.replace(',', '').replace('.', '')}.{decimals or '0'}")


def to_money(value: Decimal, currency: str, multiple: str = "") -> Money:
    """So many pounds (thousands with "k", millions with "m") as Money, half a penny up."""
    times = {"k": 1_000, "m": 1_000_000}.get(multiple.lower(), 1)
    minor = (value * times * minor_units(currency)).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return Money(int(minor), currency.upper())


def currency_of(sign: str | None) -> str:
    """The ISO code of a sign or code as matched by CURRENCY, '' for none."""
    sign = (sign or "").lower()
    return _SYMBOLS.get(sign) or sign.upper()
