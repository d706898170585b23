"""The frame knows where one is by the address alone."""

from __future__ import annotations

import pytest

from rightday.ui.shell import Shell, initials, standard_places


def shell() -> Shell:
    return Shell("Brightwater", "Sam Whitlock", "SW", standard_places(today=8, leads=23))


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/today/", "today"),
        ("/leads/7/outcome/", "leads"),
        ("/companies/3/", "people"),
        ("/imports/1/", "people"),
        ("/settings/me/", ""),
        ("/orders/4/", "orders"),
        ("/objections/", "orders"),
        ("/talent/3/", "talent"),
    ],
)
def test_the_place_an_address_belongs_to(path: str, place: str) -> None:
    assert shell().at(path) == place


def test_a_phone_has_three_tabs_beside_capture_and_more() -> None:
    assert [place.name for place in shell().tabs()] == ["today", "leads", "people"]


def test_counts_stand_beside_their_place() -> None:
    assert [place.count for place in standard_places(today=0)] == [0, *[None] * 5]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Sam Whitlock", "SW"),
        ("Ana María de la Cruz", "AC"),
        ("Madonna", "M"),
        ("", "?"),
        ("  ", "?"),
        ("عمر حداد", "عح"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters
