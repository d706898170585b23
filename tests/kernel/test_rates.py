import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.money import Money, Per, Rate, read_rate, say_money


@pytest.mark.parametrize(
    ("text", "low", "high", "per"),
    [
        ("£640 to £700 a day", "£640", "£700", Per.DAY),
        ("700pd", "£700", "£700", Per.DAY),
        ("85k", "£85,000", "£85,000", Per.YEAR),
        ("£85,000", "£85,000", "£85,000", Per.YEAR),
        ("65000 per annum", "£65,000", "£65,000", Per.YEAR),
        ("£85k p.a.", "£85,000", "£85,000", Per.YEAR),
        ("80-90k", "£80,000", "£90,000", Per.YEAR),
        ("$120k–$140k", "$120,000", "$140,000", Per.YEAR),
        ("£45/hr", "£45", "£45", Per.HOUR),
        ("45.50 an hour", "£45.50", "£45.50", Per.HOUR),
        ("NOK 900 an hour", "NOK 900", "NOK 900", Per.HOUR),
        ("900 NOK/hour", "NOK 900", "NOK 900", Per.HOUR),
        ("£350-400 per day", "£350", "£400", Per.DAY),
        ("700 to 640 daily", "£640", "£700", Per.DAY),
        ("€600 p.d.", "€600", "€600", Per.DAY),
        ("640-700 day rate", "£640", "£700", Per.DAY),
        ("£2,500 a week", "£2,500", "£2,500", Per.WEEK),
        ("£3,000 pcm", "£3,000", "£3,000", Per.MONTH),
        ("£3,000pm", "£3,000", "£3,000", Per.MONTH),
        ("£500", "£500", "£500", Per.UNKNOWN),
        ("£1.2m project", "£1,200,000", "£1,200,000", Per.UNKNOWN),
        ("5 a day at £640 each day", "£640", "£640", Per.DAY),
    ],
)
def test_a_rate_is_heard(text: str, low: str, high: str, per: Per) -> None:
    rate = read_rate(text)
    assert rate is not None
    assert (say_money(rate.low), say_money(rate.high), rate.per) == (low, high, per)
    assert rate.text in text


@pytest.mark.parametrize(
    "text", ["", "no money", "07700 900456", "call at 10pm", "5 a day", "started 2019", "5m", "two contractors"]
)
def test_other_numbers_are_no_rates(text: str) -> None:
    assert read_rate(text) is None


def test_the_currency_is_the_agencys_unless_written() -> None:
    assert read_rate("700pd", "EUR") == Rate(Money(70_000, "EUR"), Money(70_000, "EUR"), Per.DAY, "700pd")


@given(st.text() | st.text(alphabet="0123456789.,£$€km -toperday/", max_size=40))
def test_no_text_makes_it_fail(text: str) -> None:
    rate = read_rate(text)
    assert rate is None or rate.low.minor <= rate.high.minor
