"""Evidence as the grade sees it, with the agency's days; the rule's step with the place's."""

from __future__ import annotations

from datetime import UTC, date, datetime

from rightday.leads import actions
from rightday.leads.models import Evidence
from rightday.leads.planning import default_step, pieces_of, plan_values
from rightday.leads.rules import Dates, HeardEvidence, Piece, Shows

FRIDAY = date(2026, 12, 25)


def test_recorded_on_the_agencys_day(inside):
    lead = actions.create(inside.martin, heard=[HeardEvidence(Shows.PLAN, "", FRIDAY)], title="", by=inside.sam)
    inside.agency.zone = "Pacific/Auckland"
    inside.agency.save()
    Evidence.objects.update(recorded_at=datetime(2026, 12, 25, 20, 0, tzinfo=UTC))
    assert pieces_of(lead) == [Piece(Shows.PLAN, FRIDAY, date(2026, 12, 26))]


def test_holidays_of_the_place_are_no_days_to_call(inside):
    inside.martin.company.country = "GB"
    found = default_step(Dates(), [Piece(Shows.ADVERT, FRIDAY, FRIDAY)], inside.martin, FRIDAY)
    assert found.due == date(2026, 12, 29)
    assert plan_values(found, "Java", introduced=True)["subject"] == "Java"
