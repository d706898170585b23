"""The money of an order in words."""

from __future__ import annotations

from rightday.joborders import money_words
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Closeness, Kind
from rightday.joborders.worth import Priced, expected

USUAL = Closeness()


def rows(order, **said):
    priced = Priced(Kind(order.kind), "GBP", **said)
    return money_words.economics_rows(order, priced, expected(priced, USUAL))


def test_markup_and_margin_are_labelled():
    order = JobOrder(kind="contract", currency="GBP", per="day", bill_to=72_000, openings=2)
    assert rows(order, bill=76_000, pay=62_000, burden=1_000, days=125) == (
        ("Bill", "£760", "£40 over their budget"),
        ("Pay", "£620", ""),
        ("Burden", "£62", "on the pay"),
        ("Margin", "18.4%", "of bill"),
        ("Markup", "22.6%", "on pay"),
        ("Left", "£78", "a day"),
        ("Term", "125 days", ""),
        ("In all", "£9,750", "each place"),
    )


def test_what_is_not_known_is_said():
    assert rows(JobOrder(kind="contract", currency="GBP")) == (("Rate", "not known", ""),)
    found = rows(JobOrder(kind="permanent", currency="GBP"))
    assert found == (("Salary", "not known", "a year"), ("Fee", "£0", "20% of salary"))


def test_rates_and_salaries_are_said():
    order = JobOrder(kind="contract", currency="GBP", per="hour", bill_from=6_800, bill_to=6_800)
    assert money_words.said(order) == "£68 an hour, billed"
    order = JobOrder(kind="permanent", currency="EUR", salary_from=8_000_000, salary_to=9_000_000)
    assert money_words.said(order) == "€80,000 to €90,000 a year"


def test_the_bar_shows_what_is_paid_out():
    nothing = expected(Priced(Kind.PERMANENT, "GBP"), USUAL)
    assert money_words.paid_share(nothing) == ""
    assert (
        money_words.paid_share(expected(Priced(Kind.CONTRACT, "GBP", bill=100, pay=80, burden=1_000), USUAL)) == "88%"
    )
    assert money_words.paid_share(expected(Priced(Kind.CONTRACT, "GBP", bill=100, pay=180), USUAL)) == "100%"
