"""What a call says of a milestone."""

from __future__ import annotations

from rightday.leads.process.heard import MilestoneHeard


def test_unless_said_it_is_about_what_is_awaited() -> None:
    heard = MilestoneHeard()
    assert (heard.place, heard.reached_on, heard.answer, heard.failure, heard.expected, heard.note) == (
        0, None, "", None, None, "",
    )  # fmt: skip
