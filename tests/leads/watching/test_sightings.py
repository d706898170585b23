"""The words of sightings."""

from __future__ import annotations

from rightday.leads.watching.sightings import KIND_WORDS, SightingKind


def test_every_kind_of_sighting_has_words() -> None:
    assert set(KIND_WORDS) == set(SightingKind)
