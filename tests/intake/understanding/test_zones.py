"""Where somebody is: by the place that the row names, else by the number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rightday.intake.understanding.zones import zone_of
from tests.intake.records import record


@pytest.mark.parametrize(
    ("place", "country", "phone", "zone"),
    [
        ("New York", "", "", "America/New_York"),
        ("New York", "", "+49 30 55500142", "America/New_York"),
        ("", "", "+49 30 55500142", "Europe/Berlin"),
        ("Nowhere at all", "", "+49 30 55500142", "Europe/Berlin"),
        ("", "", "12", ""),
        ("", "", "", ""),
    ],
)
def test_place_before_number(place: str, country: str, phone: str, zone: str):
    assert zone_of(replace(record("Ada King", phone=phone), place=place, country=country)) == zone
