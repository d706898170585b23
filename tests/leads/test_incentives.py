"""The words of incentives."""

from __future__ import annotations

from rightday.leads.incentives import EARNS_WORDS, MARK_WORDS, PAYS_WORDS, Earns, Mark, Pays


def test_everything_has_words() -> None:
    assert (set(EARNS_WORDS), set(PAYS_WORDS), set(MARK_WORDS)) == (set(Earns), set(Pays), set(Mark))
