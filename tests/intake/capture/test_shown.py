"""The sentence after saving; what the screen says before is tested with the reading it comes from."""

from __future__ import annotations

from datetime import date

from rightday.intake.capture.queries import Reading
from rightday.intake.capture.rules import parse, verdict
from rightday.intake.capture.shown import sentence

TODAY = date(2026, 11, 24)


def reading(text: str) -> Reading:
    parsed = parse(text, today=TODAY)
    return Reading(parsed, verdict(parsed, today=TODAY), TODAY)


def test_what_was_kept_and_what_comes_next():
    said = sentence(reading("Priya Natarajan at Northwind"), kept="contact, Priya", due=date(2026, 12, 1), today=TODAY)
    assert said == "Saved: contact, Priya. Next: call Priya Tue 1 Dec."


def test_without_a_next_step():
    assert sentence(reading("thanks"), kept="note", due=None, today=TODAY) == "Saved: note."
    assert sentence(reading("thanks"), kept="note", due=TODAY, today=TODAY) == "Saved: note."


def test_a_family_name_alone():
    said = sentence(reading("Mr Jones at Castle Telecom"), kept="contact, Jones", due=TODAY, today=TODAY)
    assert said == "Saved: contact, Jones. Next: call Jones today."
