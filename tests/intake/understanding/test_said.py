"""The words by which the person of a row is found."""

from __future__ import annotations

from datetime import date

from rightday.intake.understanding.said import said
from rightday.leads.rules import HeardEvidence, Shows
from tests.intake.records import record


def test_needs_and_what_was_heard():
    heard = [
        HeardEvidence(Shows.RUMOUR, "May be hiring", date(2026, 5, 1)),
        HeardEvidence(Shows.CONTEXT, "", date(2026, 5, 1)),
    ]
    assert said(record("Ada King", needs="Java developer"), heard) == "Java developer\nMay be hiring"
    assert said(record("Ada King"), []) == ""
