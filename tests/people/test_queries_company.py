"""Companies: the page of one, the list of all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.people import actions, queries_company
from rightday.people.models import Company
from tests.conftest import Cast


def test_none(inside: Cast):
    with pytest.raises(Company.DoesNotExist):
        queries_company.company_page(inside.sam, 0)


def test_those_we_spoke_to_last_come_first(inside: Cast):
    for name, hours in (("Zed", 1), ("Bo", 5), ("Cy", None), ("Al", None)):
        person = actions.add_person(given=name, family="", company=inside.halden, by=inside.sam)
        if hours:
            actions.count_dial(person, reached=True, at=timezone.now() - timedelta(hours=hours))
    page = queries_company.company_page(inside.sam, inside.halden.pk)
    assert [one.name for one in page.people] == ["Zed", "Bo", "Al", "Cy", "Martin Ahlqvist"]
    assert (page.spoken_to, page.more_people) == (2, False)


def test_part_after_part_is_every_company_once(inside: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(queries_company, "PAGE", 2)
    actions.add_companies(["Corvid", "Alpha", "Zulu", "Beta"], by=inside.sam)
    seen, after = [], ""
    for part in range(3):
        shown = queries_company.companies_list(inside.sam, after=after)
        assert shown.begins is (part == 0)
        seen += [row.plain for row in shown.rows]
        after = shown.after
    assert after == ""
    assert seen == ["Alpha", "Beta", "Corvid", "Halden Insurance", "Zulu"]


def test_found_by_name_place_and_switchboard(inside: Cast):
    actions.add_company("Corvid", by=inside.sam, city="Leeds")
    assert [row.plain for row in queries_company.companies_list(inside.sam, q="leed").rows] == ["Corvid"]
    assert queries_company.companies_found("corv", 5)[0][1:] == ("Corvid", "Leeds")
    assert queries_company.companies_found("", 5) == []


def test_competitors_are_offered_by_their_names(inside: Cast):
    for name in ("Vale Search", "Harrow & Pike"):
        Company.objects.filter(pk=actions.add_company(name, by=inside.sam).pk).update(competitor=True)
    assert queries_company.offered_competitors() == ("Harrow & Pike", "Vale Search")
