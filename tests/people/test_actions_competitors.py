"""Competitors are companies, found however they are written."""

from __future__ import annotations

import pytest

from rightday.people.actions_competitors import competitor_named, mark_competitor
from rightday.people.models import Company
from rightday.people.rules import NoName
from rightday.timeline.models import Event


def verbs():
    return list(Event.objects.filter(company__isnull=False).order_by("id").values_list("verb", flat=True))


def test_a_new_one_is_added_and_the_same_one_found(inside):
    made = competitor_named("Harrow & Pike", by=inside.sam)
    assert competitor_named("harrow and pike ltd", by=inside.jo) == made
    assert Company.objects.get(competitor=True).name == "Harrow & Pike"
    assert verbs() == ["company.added", "company.competitor"]
    with pytest.raises(NoName):
        competitor_named("  ", by=inside.sam)


def test_a_company_we_know_turns_out_to_be_one_and_then_not(inside):
    assert competitor_named("Halden Insurance", by=inside.sam) == inside.halden
    assert mark_competitor(inside.halden, competitor=False, by=inside.sam).competitor is False
    mark_competitor(inside.halden, competitor=False, by=inside.sam)
    assert not Company.objects.get().competitor
    assert verbs() == ["company.competitor", "company.no_competitor"]
