from __future__ import annotations

from zoneinfo import ZoneInfo

from rightday.bench import words
from rightday.kernel.names import company_key, person_key


def test_names_are_names():
    assert all(
        person_key(f"{given} {family}") for given in words.GIVEN for family in (*words.FAMILY[:3], words.FAMILY[-1])
    )
    assert all(company_key(f"{first} {words.FIRM_SECOND[0]} 7").endswith("7") for first in words.FIRM_FIRST)


def test_as_many_names_as_in_life():
    assert len(words.FAMILY) == len(set(words.FAMILY))
    assert len(words.GIVEN) * len(words.FAMILY) > 300_000


def test_places_have_a_zone_and_a_prefix():
    for _, country, zone, prefix in words.CITIES:
        assert ZoneInfo(zone)
        assert len(country) == 2
        assert prefix.startswith("+")
