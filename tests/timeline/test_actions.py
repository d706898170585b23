"""Recording what happened."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.utils import timezone

from rightday.leads.actions_create import create
from rightday.leads.rules import HeardEvidence, Shows
from rightday.timeline.actions import record


def test_an_event_keeps_who_when_and_the_words(inside):
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    event = record("note", by=inside.sam, person=inside.martin, company=inside.halden, words="Hm", at=at, n=1)
    event.refresh_from_db()
    assert (event.at, event.by, event.person, event.company, event.words, event.data) == (
        at, inside.sam, inside.martin, inside.halden, "Hm", {"n": 1},
    )  # fmt: skip
    assert str(event) == "note 2026-11-24 09:00"


def test_the_system_itself_and_now(inside):
    event = record("import.started", by=None)
    assert (event.by, event.person_id, event.company_id) == (None, None, None)
    assert event.at.date() >= date(2026, 1, 1)


def test_a_lead_brings_its_person_and_company(inside):
    lead = create(
        inside.martin, heard=[HeardEvidence(Shows.PROJECT, "A new team", timezone.localdate())], title="", by=inside.sam
    )
    event = record("note", by=inside.sam, lead=lead)
    assert (event.lead, event.person, event.company) == (lead, inside.martin, inside.halden)
