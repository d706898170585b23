"""What can be done to many leads at once."""

from __future__ import annotations

from rightday.leads.bulk_acts import KIND_WORDS, MOST, PART, BulkKind


def test_every_kind_has_words_and_the_most_is_made_of_parts() -> None:
    assert set(KIND_WORDS) == set(BulkKind)
    assert MOST % PART == 0
