"""A profile fits where all of its headers are; of several the one that knows most."""

from __future__ import annotations

from rightday.intake.understanding import profiles
from rightday.intake.understanding.fields import Field, plain
from rightday.intake.understanding.profiles.profile import headers_of


def test_no_profile_knows_a_table_of_somebodys_own():
    assert profiles.of(("Company", "Contact", "Phone")) is None
    assert profiles.of(()) is None


def test_headers_are_compared_in_plain_form():
    assert headers_of(("clientCorporation.externalID", "", "First  Name")) == {
        "client corporation external id", "first name",
    }  # fmt: skip


def test_every_word_of_every_profile_is_plain_and_means_one_thing():
    for profile in profiles.ALL:
        words = [word for said in profile.words.values() for word in said.split(",")]
        assert all(word == plain(word) for word in (*words, *profile.must)), profile.name
        assert len(words) == len(set(words)), profile.name
        assert all(isinstance(field, Field) for field in profile.words)
        assert profile.fits(profile.must)
