"""The days that bound a leak."""

from __future__ import annotations

from datetime import date, timedelta

from rightday.insight.leaks import LEAK_WORDS, Bounds, Leak, bounds, quiet_words
from rightday.insight.rules import Leaks
from rightday.kernel.days import Place, add_working_days

WED = date(2026, 11, 25)


def back(day, number):
    return add_working_days(day, -number, Place("GB"))


def test_its_owner_first_then_managers():
    owner = bounds(WED, Leaks(), (1, 2, 5), back=back, late=0)
    assert owner == Bounds(
        WED, once=date(2026, 11, 18), quiet=date(2026, 10, 26), hot=date(2026, 11, 24), warm=date(2026, 11, 23),
        cold=date(2026, 11, 18),
    )  # fmt: skip
    manager = bounds(WED, Leaks(), (1, 2, 5), back=back, late=5)
    for name in ("once", "quiet"):
        assert getattr(manager, name) == getattr(owner, name) - timedelta(days=5)
    for name in ("hot", "warm", "cold"):
        assert getattr(manager, name) < getattr(owner, name)
    assert manager.on == WED


def test_words():
    assert set(LEAK_WORDS) == set(Leak)
    assert quiet_words(30) == "Not called for a month"
    assert quiet_words(14) == "Not called for 14 days"
