import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.money import Fee, FeeKind, Money, read_fee, say_money
from tests.kernel.shared import DATA, needs_data


@pytest.mark.parametrize(
    ("cell", "basis_points"),
    [(0.2, 2000), ("20%", 2000), ("15%+VAT", 1500), ("17.5 %", 1750), ("17,5 per cent", 1750), ("0.2", 2000)],
)
def test_a_share_of_the_salary(cell: str | float, basis_points: int) -> None:
    fee = read_fee(cell)
    assert (fee.kind, fee.basis_points, fee.fixed, fee.problem) == (FeeKind.PERCENT, basis_points, None, "")


@pytest.mark.parametrize(
    ("cell", "money"),
    [
        ("£4,500 flat", Money(450_000, "GBP")),
        ("flat fee of € 4.500,50", Money(450_050, "EUR")),
        ("5k", Money(500_000, "GBP")),
        ("5,000 usd", Money(500_000, "USD")),
        (4500, Money(450_000, "GBP")),
        (4500.5, Money(450_050, "GBP")),
        ("4500", Money(450_000, "GBP")),
    ],
)
def test_a_fixed_sum(cell: str | float, money: Money) -> None:
    fee = read_fee(cell)
    assert (fee.kind, fee.fixed, fee.basis_points, fee.problem) == (FeeKind.FIXED, money, None, "")


def test_the_agencys_currency_stands_where_none_is_written() -> None:
    assert read_fee(4500, "NOK").fixed == Money(450_000, "NOK")
    assert read_fee("£4,500", "NOK").fixed == Money(450_000, "GBP")


def test_from_a_hundred_on_a_number_is_a_sum() -> None:
    assert read_fee(99.5).kind is FeeKind.AMBIGUOUS
    assert read_fee(100).fixed == Money(10_000, "GBP")
    assert read_fee(1).kind is FeeKind.AMBIGUOUS
    assert read_fee(0).kind is FeeKind.UNKNOWN


@pytest.mark.parametrize("cell", [20, 20.0, "20"])
def test_a_number_alone_may_be_either(cell: str | float) -> None:
    problem = "Is this 20% of the salary, or a sum? Write 20% or £4,500."
    assert read_fee(cell) == Fee(FeeKind.AMBIGUOUS, 2000, None, "20", problem)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("20 - 25%", "Which of these is the fee? Write one, like 20%."),
        ("120%", "A fee of more than 100% is not usual. Check the number."),
    ],
)
def test_a_strange_share_is_for_somebody_to_confirm(cell: str, problem: str) -> None:
    assert read_fee(cell) == Fee(FeeKind.AMBIGUOUS, None, None, cell, problem)


@pytest.mark.parametrize("cell", ["tbc", "-3", -3, float("nan"), float("inf"), 1e300, True, "x" * 201, "2 of 3"])
def test_what_is_no_fee_keeps_its_text(cell: str | float) -> None:
    fee = read_fee(cell)
    assert (fee.kind, fee.text) == (FeeKind.UNKNOWN, str(cell))
    assert fee.problem == "This does not look like a fee. Write it like 20% or £4,500."


@pytest.mark.parametrize("cell", ["", "  ", None])
def test_an_empty_cell_is_no_problem(cell: str | None) -> None:
    assert read_fee(cell) == Fee(FeeKind.UNKNOWN, None, None, "", "")


@given(st.text() | st.integers() | st.floats() | st.none())
def test_no_cell_makes_it_fail(cell: str | float | None) -> None:
    read_fee(cell)


@given(st.text(alphabet="0123456789.,%£k -to'", max_size=20))
def test_no_near_fee_makes_it_fail(cell: str) -> None:
    read_fee(cell)


@given(st.integers(10_000, 10**11), st.sampled_from(["GBP", "EUR", "USD", "NOK", "JPY"]))
def test_what_is_said_is_read_again(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert read_fee(say_money(money)).fixed == money


@needs_data
def test_the_fees_of_the_lead_tracker() -> None:
    truth = json.loads((DATA / "synthetic" / "lead_tracker_uk.xlsx.truth.json").read_text(encoding="utf-8"))
    kinds = {
        "20%": (FeeKind.PERCENT, 2000, None),
        "15%": (FeeKind.PERCENT, 1500, None),
        "ambiguous, 20% wanted": (FeeKind.AMBIGUOUS, 2000, None),
        "fixed 4500 GBP": (FeeKind.FIXED, None, Money(450_000, "GBP")),
    }
    for written, expected in truth["fee"].items():
        cell = float(written.split()[0]) if written.endswith(("format)", "number)")) else written
        fee = read_fee(cell)
        assert (fee.kind, fee.basis_points, fee.fixed) == kinds[expected]
