from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.amounts import (
    Money,
    currency_of,
    minor_units,
    read_amount,
    say_exact,
    say_money,
    to_decimal,
    to_money,
)


@pytest.mark.parametrize(
    ("money", "said"),
    [
        (Money(64_000, "GBP"), "£640"),
        (Money(64_050, "GBP"), "£640.50"),
        (Money(120_000, "EUR"), "€1,200"),
        (Money(120_000, "NOK"), "NOK 1,200"),
        (Money(1_200, "JPY"), "JPY 1,200"),
        (Money(1_005, "KWD"), "KWD 1.005"),
        (Money(-500, "gbp"), "−£5"),
        (Money(500, ""), "5"),
    ],
)
def test_money_is_said_with_its_currency(money: Money, said: str) -> None:
    assert say_money(money) == said


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4,500", "4500"),
        ("4.500,00", "4500"),
        ("4,500.50", "4500.5"),
        ("1 200", "1200"),
        ("1’200", "1200"),
        ("1.5", "1.5"),
        ("0.125", "0.125"),
        ("1,234,567", "1234567"),
        ("12", "12"),
        (".25", "0.25"),
    ],
)
def test_numbers_are_read_as_either_side_of_the_channel_writes_them(written: str, value: str) -> None:
    assert to_decimal(written) == Decimal(value)


def test_pounds_become_whole_pence() -> None:
    assert to_money(Decimal("85"), "gbp", "k") == Money(8_500_000, "GBP")
    assert to_money(Decimal("1.2"), "GBP", "M") == Money(120_000_000, "GBP")
    assert to_money(Decimal("0.005"), "GBP") == Money(1, "GBP")
    assert to_money(Decimal(500), "JPY") == Money(500, "JPY")


def test_signs_and_codes_name_a_currency() -> None:
    assert [currency_of(sign) for sign in ("£", "A$", "nok", "", None)] == ["GBP", "AUD", "NOK", "", ""]
    assert [minor_units(code) for code in ("GBP", "jpy", "KWD")] == [100, 1, 1000]


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["GBP", "NOK"]))
def test_an_amount_with_commas_is_read_again(value: Decimal, currency: str) -> None:
    assert to_money(to_decimal(f"{value:,.2f}"), currency) == Money(int(value * 100), currency)


@pytest.mark.parametrize(
    ("money", "said"),
    [
        (Money(5_000, "GBP"), "£50.00"),
        (Money(-5_050, "GBP"), "−£50.50"),
        (Money(120_000, "nok"), "NOK 1,200.00"),
        (Money(900, "JPY"), "JPY 900"),
    ],
)
def test_a_ledger_writes_the_minor_units_always(money: Money, said: str) -> None:
    assert say_exact(money) == said


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("50", Money(5_000, "GBP")),
        (" £1,250.50 ", Money(125_050, "GBP")),
        ("50,00 EUR", Money(5_000, "EUR")),
        ("€ 20", Money(2_000, "EUR")),
        ("usd 7.5", Money(750, "USD")),
        ("", None),
        ("fifty", None),
        ("-5", None),
        ("£5 €", None),
        ("50 pounds", None),
    ],
)
def test_an_amount_alone_in_its_field_is_read(text: str, read: Money | None) -> None:
    assert read_amount(text, "GBP") == read


@given(st.integers(0, 10**12))
def test_what_a_ledger_writes_is_read_again(minor: int) -> None:
    assert read_amount(say_exact(Money(minor, "GBP")), "EUR") == Money(minor, "GBP")
