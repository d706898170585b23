"""The words of kept views."""

from __future__ import annotations

from rightday.team.kept_views import SHARED_WORDS, Shared


def test_every_reach_has_words() -> None:
    assert set(SHARED_WORDS) == set(Shared)
