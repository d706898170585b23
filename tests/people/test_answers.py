"""What the views of people share."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

from rightday.people import answers
from rightday.timeline.queries import EventRow


def event(verb, title, words):
    at = datetime(2026, 11, 24, 9, 40, tzinfo=UTC)
    return EventRow(1, at, verb, "talk", title, "", False, words, None, "Sam", None, "", None)


def test_a_page_without_numbers_has_none_in_its_timeline(inside):
    rows = (event("note.added", "Sam noted", "Ring 020 7946 0142"), event("person.number_added", "A number", ""))
    shown = answers.events(SimpleNamespace(member=inside.sam), rows, bare=True)
    assert [one["words"] for one in shown] == ["Ring …"]
    assert len(answers.events(SimpleNamespace(member=inside.sam), rows)) == 2
