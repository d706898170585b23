"""Forms of candidates: amounts as people write them, and filters that never fail."""

from __future__ import annotations

import pytest

from rightday.kernel.amounts import Money
from rightday.talent.forms import MoneyForm, WantedForm
from rightday.talent.queries_list import Wanted


@pytest.mark.parametrize(("written", "minor"), [("620", 62_000), ("£1,250.50", 125_050), ("", None)])
def test_an_amount_is_whole_minor_units(written: str, minor: int | None):
    form = MoneyForm({"currency": "GBP", "rate_per": "day", "rate": written})
    assert form.is_valid() and form.cleaned_data["rate"] == minor


@pytest.mark.parametrize("written", ["much", "€620"])
def test_what_is_no_amount_of_this_currency_is_said(written: str):
    form = MoneyForm({"currency": "GBP", "rate_per": "day", "rate": written})
    assert not form.is_valid() and "rate" in form.errors


def test_a_filter_that_cannot_be_read_narrows_nothing():
    assert WantedForm({"free_by": "soon", "rate": "much"}).wanted("") == Wanted()
    assert WantedForm({"rate": "650", "q": "Sa"}).wanted("mine") == Wanted(
        text="Sa", rate=Money(65_000, "GBP"), view="mine"
    )
