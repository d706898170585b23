"""What an order is worth: reckoned by hand, and in any order of cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.joborders import worth
from rightday.joborders.rules import Closed, Closeness, Kind, Stage
from rightday.joborders.worth import Case, Priced, chances, expected
from rightday.kernel.amounts import Money
from rightday.kernel.rates import Per

USUAL = Closeness()
CASES = st.builds(Case, st.sampled_from(Kind), st.sampled_from(Stage), st.sampled_from(Closed))


def contract(**said) -> Priced:
    return Priced(Kind.CONTRACT, "GBP", **said)


def case(kind=Kind.CONTRACT, stage=Stage.FURTHER_INTERVIEW, closed=Closed.FILLED_BY_US) -> Case:
    return Case(kind, stage, closed)


def test_a_contract_is_expected_to_bring_its_spread_for_its_days():
    found = expected(contract(bill=76_000, pay=62_000, days=125), USUAL)
    assert (found.fee, found.days, found.assumed) == (Money(1_750_000, "GBP"), 125, ())
    assert expected(contract(bill=76_000, pay=62_000, burden=1_000, days=10), USUAL).fee == Money(78_000, "GBP")
    assert expected(contract(bill=5_000, pay=4_000, per=Per.HOUR, days=2), USUAL).fee == Money(16_000, "GBP")


def test_what_is_not_known_is_taken_as_usual_and_said():
    found = expected(contract(bill=10_000), USUAL)
    assert (found.fee, found.days) == (Money(234_000, "GBP"), 130)
    assert found.assumed == ("26 weeks, as usual", "a margin of 18%, as usual")
    assert expected(contract(pay=8_200, days=1), USUAL).fee == Money(1_800, "GBP")


def test_nothing_is_expected_where_no_money_is_known():
    assert expected(contract(days=5), USUAL).fee == Money(0, "GBP")
    found = expected(Priced(Kind.PERMANENT, "EUR", fee=2_500), USUAL)
    assert (found.fee, found.assumed) == (Money(0, "EUR"), ("nothing: no salary is known",))


def test_a_permanent_start_brings_a_share_of_the_salary():
    assert expected(Priced(Kind.PERMANENT, "EUR", salary=8_000_000, fee=2_500), USUAL).fee == Money(2_000_000, "EUR")
    found = expected(Priced(Kind.PERMANENT, "EUR", salary=8_000_000), USUAL)
    assert (found.fee, found.assumed) == (Money(1_600_000, "EUR"), ("a fee of 20%, as usual",))


def test_own_cases_are_shrunk_towards_the_average():
    cases = [case()] * 11 + [case(closed=Closed.COMPETITOR)] * 15
    chance = chances(cases, USUAL)[Kind.CONTRACT, Stage.FURTHER_INTERVIEW]
    assert (chance.won, chance.of, chance.prior) == (11, 26, 24)
    assert chance.average == (11 * 10_000 + 24 * 4_900 + 25) // 50
    assert chance.points == (11 * 10_000 + 24 * chance.average + 25) // 50


def test_an_order_counts_for_every_stage_it_came_to():
    found = chances([case(stage=Stage.OFFER)], USUAL)
    assert [found[Kind.CONTRACT, stage].of for stage in Stage] == [1, 1, 1, 1, 1, 0, 0]
    assert found[Kind.PERMANENT, Stage.OFFER].of == 0
    assert found[Kind.PERMANENT, Stage.OFFER].points == found[Kind.PERMANENT, Stage.OFFER].average


def test_without_any_case_and_without_a_prior_the_usual_chance_stands():
    assert chances([], Closeness(prior=0))[Kind.CONTRACT, Stage.OFFER].points == worth.USUAL_CHANCE[Stage.OFFER]


def test_the_reckoning_multiplies_fee_chance_and_waiting():
    chance = worth.Chance(4_600, 11, 26, 4_900, 24)
    found = worth.worth(Money(1_750_000, "GBP"), Stage.FURTHER_INTERVIEW, chance, USUAL)
    assert (found.weeks, found.waiting) == (1, 9_900)
    assert found.today == Money(796_950, "GBP")


def test_waiting_takes_no_more_than_everything():
    found = worth.worth(Money(100, "GBP"), Stage.TAKEN, worth.Chance(5_000, 0, 0, 5_000, 24), Closeness(waiting=9_000))
    assert found.today == Money(0, "GBP")


@given(st.lists(CASES, max_size=40), st.integers(0, 50))
def test_a_chance_is_a_share_whatever_the_cases(cases, prior):
    for chance in chances(cases, Closeness(prior=prior)).values():
        assert 0 <= chance.won <= chance.of
        assert 0 <= chance.points <= 10_000


@given(
    st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 500), st.sampled_from(list(Per)),
    st.sampled_from(["GBP", "EUR", "JPY"]),
)  # fmt: skip
def test_money_stays_whole_and_in_its_currency(bill, pay, days, per, currency):
    found = expected(Priced(Kind.CONTRACT, currency, per, bill, pay, days=days), USUAL)
    assert type(found.fee.minor) is int
    assert found.fee.currency == currency
    today = worth.worth(found.fee, Stage.OFFER, chances([], USUAL)[Kind.CONTRACT, Stage.OFFER], USUAL).today
    assert abs(today.minor) <= abs(found.fee.minor)


@pytest.mark.parametrize("amount", [1, 10**12])
def test_sql_orders_as_the_reckoning_does(amount):
    chance = chances([], USUAL)[Kind.CONTRACT, Stage.OFFER]
    near = worth.worth(Money(amount, "GBP"), Stage.OFFER, chance, USUAL)
    assert near.factor == chance.points * near.waiting
