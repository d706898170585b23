from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel import places
from rightday.kernel.places import zone_city, zone_for


@pytest.mark.parametrize(
    ("country", "subdivision", "city", "zone"),
    [
        ("GB", "", "", "Europe/London"),
        ("uk", "SCT", "", "Europe/London"),
        ("US", "", "", "America/New_York"),
        ("US", "CA", "", "America/Los_Angeles"),
        ("US", "US-TX", "", "America/Chicago"),
        ("US", "TX", "El Paso", "America/Denver"),
        ("US", "", "Smallville", "America/New_York"),
        ("AU", "WA", "", "Australia/Perth"),
        ("DE", "", "München", "Europe/Berlin"),
        ("", "", "New York", "America/New_York"),
        ("", "", "Smallville", "UTC"),
        ("KI", "", "", "Pacific/Tarawa"),
        ("NZ", "", "", "Pacific/Auckland"),
        ("XX", "", "", "UTC"),
        ("", "", "", "UTC"),
    ],
)
def test_a_place_has_a_zone(country: str, subdivision: str, city: str, zone: str) -> None:
    assert zone_for(country, subdivision, city) == zone


def test_every_zone_of_the_tables_exists() -> None:
    tables = [zone for parts in (places._IN_PARTS, places._CITIES) for zones in parts.values() for zone in zones]
    named = {*tables, *places._MAIN_ZONE.values(), *places._first_zones().values()}
    assert named <= available_timezones()


@pytest.mark.parametrize(
    ("zone", "city"),
    [
        ("Europe/London", "London"),
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("Asia/Calcutta", "Kolkata"),
        ("UTC", "UTC"),
        ("", ""),
    ],
)
def test_a_zone_is_called_by_its_city(zone: str, city: str) -> None:
    assert zone_city(zone) == city


@given(st.text(max_size=3), st.text(max_size=6), st.text(max_size=20))
def test_every_answer_is_a_zone(country: str, subdivision: str, city: str) -> None:
    assert ZoneInfo(zone_for(country, subdivision, city))
