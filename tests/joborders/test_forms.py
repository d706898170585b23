"""Strings of a browser become days, amounts and shares."""

from __future__ import annotations

from datetime import date

from rightday.joborders.forms import TermsForm, shown_terms
from tests import desk

TUESDAY = date(2026, 11, 24)


def test_terms_shown_are_read_back_as_they_are(inside):
    order = desk.order(
        inside.sam, inside.martin, burden=1_380, fee=2_250, salary_to=8_500_050, starts_on=date(2027, 1, 4)
    )
    shown = shown_terms(order, TUESDAY)
    form = TermsForm(shown, today=TUESDAY, currency="GBP")
    assert form.is_valid(), form.errors
    for name, value in form.terms().items():
        assert getattr(order, name) == value, name
