"""Where somebody is, and companies by their folded name."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.kernel.days import Place
from rightday.people import actions, queries
from rightday.people.models import Company, Person
from tests.conftest import Cast


def test_a_zone_is_ones_own_else_the_companys_else_the_agencys(inside: Cast):
    company = Company(zone="America/New_York")
    assert queries.zone_of(Person(zone="Asia/Tokyo", company=company)) == "Asia/Tokyo"
    assert queries.zone_of(Person(company=company)) == "America/New_York"
    assert queries.zone_of(Person(company=Company())) == "Europe/London"
    assert queries.zone_of(Person()) == "Europe/London"


def test_working_days_are_the_companys_else_the_agencys(inside: Cast):
    company = Company(country="GB", subdivision="SCT")
    assert queries.place_of(Person(company=company)) == Place("GB", "SCT")
    assert queries.place_of(Person(company=Company())) == Place("GB")
    assert queries.place_of(Person()) == Place("GB")


def test_companies_by_key(inside: Cast):
    Company.objects.create(name="Halden Insurance plc", key="halden insurance")
    assert queries.company_by_key("HALDEN INSURANCE LTD") == inside.halden
    assert queries.company_by_key(" ") is None
    assert queries.company_by_key("Nobody") is None
    with CaptureQueriesContext(connection) as statements:
        found = queries.companies_by_key(["Halden Insurance", ""])
    assert found == {"halden insurance": inside.halden}
    assert len(statements) == 1
    with CaptureQueriesContext(connection) as statements:
        assert queries.companies_by_key(["Halden Insurance", "Nobody"]) == found
    assert len(statements) == 2


def test_the_last_edit(inside: Cast):
    assert queries.last_edit(inside.martin) == queries.LastEdit()
    actions.edit_person(inside.martin, seen=0, by=inside.priya, works_with_agencies=True)
    edit = queries.last_edit(inside.martin)
    assert (edit.who, edit.what) == ("Priya Nair", ("works with agencies",))
    assert queries.last_edit(inside.halden) == queries.LastEdit()
