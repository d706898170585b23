"""Countries as people write them."""

import pytest

from rightday.intake.understanding import regions


@pytest.mark.parametrize(
    ("country", "code"),
    [("United Kingdom", "GB"), ("UK", "GB"), ("scotland", "GB"), ("UNITED STATES", "US"), ("Deutschland", "DE"),
     ("Espagne", "ES"), ("DE", "DE"), ("nl", "NL"), ("Narnia", ""), ("", ""), ("QQ", "")],
)  # fmt: skip
def test_a_country_has_a_code(country: str, code: str) -> None:
    assert regions.region_of(country) == code
