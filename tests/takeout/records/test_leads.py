"""Leads as cards."""

from __future__ import annotations

from datetime import date, timedelta

from rightday.intake import actions as intake
from rightday.intake.models import ImportRow
from rightday.leads import actions as leads
from rightday.leads.lists.filters import Filters
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.takeout.records.leads import lead_cards
from rightday.takeout.records.rules import Kind
from tests.conftest import Cast


def cards(cast: Cast, **asked: str) -> list[str]:
    found = lead_cards(cast.sam, Filters.of(asked), Kind.VCARD)
    return [card.decode().replace("\r\n ", "") for card in found]


def test_a_card_names_the_leads_of_its_person(inside: Cast, today: date):
    heard = [HeardEvidence(shows, "Interviewing two people", today) for shows in
             (Shows.INTERVIEWING, Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)]  # fmt: skip
    lead = leads.create(inside.martin, heard=heard, title="Go developer", by=inside.sam, source="form")
    (card,) = cards(inside)
    until = lead.hot_until
    assert f"Lead: Go developer\\, Hot until {until.day} {until:%b %Y}\\, {inside.sam.name}" in card
    assert "FN:Martin Ahlqvist" in card


def test_one_that_ended_says_how(inside: Cast, today: date):
    lead = leads.create(inside.martin, heard=[], title="", by=inside.sam, source="form")
    leads.end(lead, kind=Ending.CANCELLED, on=today - timedelta(days=1), by=inside.sam)
    assert cards(inside) == []
    (card,) = cards(inside, view="ended")
    assert "Lead: " in card and f"{(today - timedelta(days=1)).year}" in card


def test_the_cards_come_in_again_as_the_same_people(inside: Cast, tmp_path):
    leads.create(inside.martin, heard=[], title="Go developer", by=inside.sam, source="form")
    (tmp_path / "leads.vcf").write_text("".join(cards(inside)), newline="")
    batch = intake.run_now(intake.receive(tmp_path / "leads.vcf", name="leads.vcf", by=inside.sam), by=inside.sam)
    assert list(ImportRow.objects.filter(batch=batch).values_list("became", "person")) == [("known", inside.martin.pk)]
