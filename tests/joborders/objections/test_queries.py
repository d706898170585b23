"""The objection library as a page."""

from __future__ import annotations

from rightday.joborders.objections.queries import library, plain, side_of


def test_clients_unless_said():
    assert [side_of(typed) for typed in ("", "x", "mine", "referee")] == ["client", "client", "mine", "referee"]


def test_names_in_plain_words():
    assert plain("{candidate} and {client}") == "your candidate and the client"


def test_an_empty_library_says_so(inside):
    shown = library(side="client", by=inside.sam)
    assert (shown.empty, shown.rows, shown.open) == (True, (), None)
