from __future__ import annotations

from datetime import date
from random import Random

import pytest
from django.test import Client

from rightday.agencies.models import Agency
from rightday.bench import draw
from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.people import search
from rightday.people.models import Person


def test_the_same_desks_are_drawn_each_time(drawn, today: date):
    again = draw.drawn(drawn.agency, today)
    assert [desk.leads for desk in again.desks] == [desk.leads for desk in drawn.desks]
    assert len(drawn.desks) == 2


def test_a_desk_holds_what_its_member_owns(drawn):
    with enter(drawn.agency):
        for desk in drawn.desks:
            assert set(desk.leads) == set(Lead.objects.owned_by(desk.member).values_list("pk", flat=True))
            assert desk.steps


def test_a_session_opens_the_door(drawn):
    browser = Client()
    browser.cookies["sessionid"] = drawn.desks[0].session
    assert browser.get("/settings/").status_code == 200


def test_what_is_typed_finds_somebody(drawn):
    random = Random(1)
    with enter(drawn.agency):
        for _ in range(20):
            assert search.find_persons(drawn.typed_name(random))
            assert search.find_companies(drawn.typed_firm(random))
            assert search.find_persons(drawn.typed_digits(random))


def test_rows_are_25_by_primary_key(drawn):
    with enter(drawn.agency):
        assert [row.pk for row in draw.rows(drawn.first_person)] == list(
            Person.objects.order_by("pk").values_list("pk", flat=True)[:25]
        )
        assert draw.counts() == {"leads": 80, "members": 2, "persons": 80}


def test_the_first_agency_is_the_largest(drawn):
    assert draw.largest_agency() == drawn.agency


def test_an_empty_installation_has_none(db):
    with pytest.raises(Agency.DoesNotExist):
        draw.largest_agency()


def test_a_captured_note_names_a_person_and_a_firm(drawn):
    text = drawn.captured(Random(3))
    assert any(name in text for name in drawn.names)
    assert any(firm in text for firm in drawn.firms)
