from __future__ import annotations

from datetime import UTC, datetime

from rightday.takeout import rules


def test_a_file_waits_two_days():
    assert rules.expires_at(datetime(2026, 11, 24, 9, tzinfo=UTC)) == datetime(2026, 11, 26, 9, tzinfo=UTC)


def test_it_is_never_whole_before_the_end():
    assert [rules.share(done, of) for done, of in ((0, 0), (0, 7), (3, 7), (7, 7), (9, 7))] == [0, 0, 42, 99, 99]


def test_every_state_has_its_words():
    assert set(rules.STATE_WORDS) == set(rules.State)
