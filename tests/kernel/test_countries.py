"""Countries by what people write."""

import pytest

from rightday.kernel.countries import code_of


@pytest.mark.parametrize(
    ("text", "code"),
    [("Germany", "DE"), ("germany ", "DE"), ("de", "DE"), ("UK", "GB"), ("Holland", "NL"), ("Britain", "GB"),
     ("London", ""), ("", ""), ("Côte d'Ivoire", "CI"), ("United States", "US")],
)  # fmt: skip
def test_codes(text, code):
    assert code_of(text) == code
