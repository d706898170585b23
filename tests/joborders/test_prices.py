"""From rows to what a place may earn."""

from __future__ import annotations

from datetime import date

from rightday.joborders import prices
from rightday.kernel.days import Place
from tests import desk

LONDON = Place("GB", "ENG")


def test_half_way_between_the_ends_of_the_order_else_the_one_that_is_known(inside):
    order = desk.order(inside.sam, inside.martin, salary_to=9_000_000)
    found = prices.priced(order, None, LONDON)
    assert (found.bill, found.pay, found.salary, found.days) == (67_000, 56_000, 9_000_000, None)
    order.salary_from, order.salary_to, order.bill_from, order.bill_to = 8_000_000, None, None, None
    found = prices.priced(order, None, LONDON)
    assert (found.bill, found.salary) == (None, 8_000_000)


def test_the_candidate_who_is_furthest_has_a_price_of_their_own(inside):
    order = desk.order(inside.sam, inside.martin)
    row = desk.submittal(order, desk.candidate(inside.sam), bill=76_000, pay=62_000, salary=7_000_000)
    found = prices.priced(order, row, LONDON)
    assert (found.bill, found.pay, found.salary) == (76_000, 62_000, 7_000_000)


def test_a_term_counts_working_days_with_both_ends(inside):
    order = desk.order(inside.sam, inside.martin, starts_on=date(2027, 1, 4), ends_on=date(2027, 1, 8))
    assert prices.term(order, LONDON) == 5
    order.ends_on = date(2027, 1, 1)
    assert prices.term(order, LONDON) is None
    order.ends_on = None
    assert prices.term(order, LONDON) is None
