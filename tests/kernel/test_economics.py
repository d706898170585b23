from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel import economics
from rightday.kernel.amounts import Money
from rightday.kernel.economics import CurrencyMismatch, spread
from rightday.kernel.rates import Per

MINOR = st.integers(-(10**12), 10**12)
POINTS = st.integers(0, 30_000)
START = date(2026, 1, 5)
GUARANTEE = [[12, 25], [4, 100], [8, 50]]


def pounds(amount: str) -> Money:
    return Money(int(Decimal(amount) * 100), "GBP")


def test_markup_is_of_the_pay_and_margin_of_the_bill() -> None:
    each = spread(pounds("760"), pounds("620"))
    assert (each.left, each.markup, each.margin) == (pounds("140"), 2258, 1842)
    assert (economics.say_share(2258), economics.say_share(1842)) == ("22.6%", "18.4%")


def test_the_burden_comes_off_what_is_left_and_not_off_the_margin() -> None:
    each = spread(pounds("760"), pounds("620"), burden=1_380)
    assert each.burden == pounds("85.56")
    assert each.left == pounds("54.44")
    assert each.margin == 1842


def test_a_contract_that_costs_more_than_it_is_billed_loses_money() -> None:
    each = spread(pounds("100"), pounds("120"))
    assert (each.left, each.markup, each.margin) == (pounds("-20"), -1667, -2000)


def test_nothing_is_divided_by_nothing() -> None:
    each = spread(pounds("0"), pounds("0"))
    assert (each.markup, each.margin) == (None, None)


def test_a_bill_follows_from_the_pay_and_a_markup() -> None:
    assert economics.bill_for(pounds("500"), markup=2_000) == pounds("600")


@pytest.mark.parametrize(
    ("per", "days", "often"),
    [
        (Per.HOUR, 125, 1000),
        (Per.DAY, 125, 125),
        (Per.UNKNOWN, 3, 3),
        (Per.WEEK, 125, 25),
        (Per.MONTH, 65, 3),
        (Per.YEAR, 130, Fraction(1, 2)),
    ],
)
def test_a_rate_is_paid_as_often_as_its_unit_goes_into_the_term(per: Per, days: int, often: Fraction) -> None:
    assert economics.units(per, days) == often


def test_a_contract_is_worth_its_spread_for_its_days() -> None:
    assert economics.for_term(pounds("140"), Per.DAY, 125) == pounds("17500")
    assert economics.for_term(pounds("700"), Per.WEEK, 3) == pounds("420")


def test_a_fee_is_a_share_of_the_salary() -> None:
    assert economics.fee(pounds("85000"), 2_250) == pounds("19125")


@pytest.mark.parametrize(
    ("left", "back"),
    [
        (START - timedelta(days=1), "1000"),
        (START, "1000"),
        (START + timedelta(weeks=4, days=-1), "1000"),
        (START + timedelta(weeks=4), "500"),
        (START + timedelta(weeks=11), "250"),
        (START + timedelta(weeks=12), "0"),
    ],
)
def test_a_leaver_brings_back_what_the_guarantee_says(left: date, back: str) -> None:
    assert economics.given_back(pounds("1000"), GUARANTEE, started=START, left=left) == pounds(back)


def test_a_guarantee_ends_with_its_longest_span() -> None:
    assert economics.guaranteed_until(GUARANTEE, started=START) == date(2026, 3, 29)
    assert economics.guaranteed_until([], started=START) is None
    assert economics.guaranteed_until([[8, 0]], started=START) is None


def test_half_way_between_two_rates() -> None:
    assert economics.middle(pounds("680"), pounds("720.01")) == pounds("700.01")


@pytest.mark.parametrize(
    ("points", "said"),
    [(2_000, "20%"), (1_842, "18.4%"), (1_845, "18.5%"), (-250, "−2.5%"), (0, "0%"), (-4, "0%"), (12_345, "123.5%")],
)
def test_shares_are_said_in_per_cent(points: int, said: str) -> None:
    assert economics.say_share(points) == said


def test_currencies_are_never_mixed() -> None:
    for together in (economics.plus, economics.minus, economics.middle, spread):
        with pytest.raises(CurrencyMismatch, match="GBP and EUR"):
            together(Money(1, "GBP"), Money(1, "EUR"))


@given(st.lists(st.builds(Money, MINOR, st.sampled_from(["GBP", "EUR", "USD"])), max_size=20))
def test_there_is_one_sum_for_each_currency(amounts: list[Money]) -> None:
    sums = economics.totals(amounts)
    assert len({each.currency for each in sums}) == len(sums)
    for each in sums:
        assert each.minor == sum(one.minor for one in amounts if one.currency == each.currency)
    assert {each.currency for each in sums} == {one.currency for one in amounts}


@given(MINOR, POINTS)
def test_a_share_is_the_exact_one_rounded_half_up(minor: int, points: int) -> None:
    exact = Decimal(minor) * points / 10_000
    said = economics.share(Money(minor, "GBP"), points)
    assert said == Money(int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)), "GBP")
    assert type(said.minor) is int


@given(st.integers(1, 10**9), st.integers(1, 10**9), POINTS)
def test_bill_pay_burden_and_what_is_left_add_up(bill: int, pay: int, burden: int) -> None:
    each = spread(Money(bill, "GBP"), Money(pay, "GBP"), burden)
    assert each.left.minor + each.burden.minor + each.pay.minor == each.bill.minor
    assert each.markup is not None
    assert each.margin is not None
    assert (each.markup >= 0) == (each.margin >= 0) or 0 in (each.markup, each.margin)
    assert each.margin <= economics.WHOLE


@given(
    st.integers(0, 10**9),
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 100)), max_size=4),
    st.integers(-30, 500),
)
def test_never_more_than_the_fee_is_given_back(paid: int, guarantee: list[tuple[int, int]], days: int) -> None:
    back = economics.given_back(Money(paid, "GBP"), guarantee, started=START, left=START + timedelta(days=days))
    assert 0 <= back.minor <= paid
    until = economics.guaranteed_until(guarantee, started=START)
    if days >= 0 and (until is None or START + timedelta(days=days) > until):
        assert back.minor == 0
