"""What can be done to many leads at once, and how it is told."""

from __future__ import annotations

from rightday.leads.bulk.rules import KIND_WORDS, MOST, PART, BulkKind, left_out, reasons, too_many


def test_every_kind_has_words_and_the_most_is_made_of_parts() -> None:
    assert set(KIND_WORDS) == set(BulkKind)
    assert MOST % PART == 0


def test_too_many_are_told_with_their_number_and_the_way_out() -> None:
    assert too_many(6214).startswith("6,214 leads are selected, and 5,000 is the most at once. Nothing has been done.")
    assert too_many(100_001, at_least=True).startswith("More than 5,000 leads are selected")


def test_what_was_left_out_is_told_by_reason_the_most_common_first() -> None:
    skipped = [(1, "it has ended"), (2, "it is gone"), (3, "it is gone"), (4, "c"), (5, "d"), (6, "e")]
    assert reasons(skipped)[0] == ("it is gone", 2)
    assert left_out(skipped) == "Left out, 2: it is gone; 1: it has ended; 1: c; 2 more"
    assert left_out([]) == ""
    assert left_out([(1, "it has ended")]) == "Left out, 1: it has ended"
