"""The settings in the browser: what is shown, what is saved, what is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from rightday.agencies import queries
from rightday.agencies.models import Agency
from rightday.agencies.rules import CallHours
from rightday.agenda.rules import Numbers, Reason
from rightday.db.row_security import enter
from rightday.leads.actions_create import create
from rightday.leads.handoffs.rules import Clocks
from rightday.leads.rules import IDENTITY, HeardEvidence, Holds, Shows
from rightday.leads.watching.rules import Watching
from rightday.team.queries import today

AGENCY = {
    "name": "Brightwater North", "country": "GB", "subdivision": "sct", "zone": "Europe/London", "currency": "gbp",
    "earliest": "09:00", "latest": "17:30", "days": ["1", "2", "3", "4"], "seen": "0",
}  # fmt: skip


def numbers(cast, cls, name):
    with enter(cast.agency):
        return queries.numbers(cls, name)


def score_form(browser, **changed):
    """The form as the page shows it."""
    assert browser.get("/settings/score/").status_code == 200
    shown = Numbers()
    values = {name: getattr(shown, name) for name in Numbers.__dataclass_fields__ if name != "worth"}
    for reason, (worth, half) in shown.worth.items():
        values |= {f"worth_{reason.value}": worth, f"half_{reason.value}": half}
    return values | {"seen": 0} | changed


def test_an_owner_changes_name_place_and_hours(ours):
    browser = ours.client()
    answer = browser.post("/settings/", AGENCY, follow=True)
    assert "Saved for everybody at Brightwater North." in answer.content.decode()
    kept = Agency.objects.get(pk=ours.agency.pk)
    assert (kept.name, kept.subdivision, kept.currency, kept.version) == ("Brightwater North", "SCT", "GBP", 1)
    hours = numbers(ours, CallHours, "hours")
    assert (f"{hours.earliest:%H:%M}", f"{hours.latest:%H:%M}", hours.days) == ("09:00", "17:30", (1, 2, 3, 4))
    assert 'value="17:30"' in browser.get("/settings/").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("zone", "Europe/Nowhere", "Choose one of the list"),
        ("currency", "zzz", "Three letters"),
        ("latest", "08:00", "Later than the first hour"),
        ("name", "", "This field is required"),
        ("country", "XX", ""),
        ("days", [], "This field is required"),
    ],
)
def test_what_cannot_be_is_said_under_its_field_and_nothing_is_saved(ours, field, value, said):
    answer = ours.client().post("/settings/", AGENCY | {field: value})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Brightwater North" in answer.content.decode() or field == "name"
    assert Agency.objects.get(pk=ours.agency.pk).version == 0


def test_only_owners_change_settings(ours):
    browser = ours.client(ours.priya)
    assert "An owner of your agency can change these." in browser.get("/settings/").content.decode()
    assert browser.post("/settings/", AGENCY).status_code == 403
    assert browser.post("/settings/grades/", {"hot": 5, "warm": 9, "cold": 9, "seen": 0, "save": 1}).status_code == 403
    assert browser.post("/settings/score/", {"usual": 1}).status_code == 403
    assert Agency.objects.get(pk=ours.agency.pk).version == 0


def test_two_owners_at_once(ours):
    browser = ours.client()
    assert browser.post("/settings/", AGENCY).status_code == 302
    late = browser.post("/settings/", AGENCY | {"name": "Late words"})
    assert late.status_code == 409
    assert "Late words" in late.content.decode()


def test_leads_that_a_change_touches_are_counted_in_words(ours):
    with enter(ours.agency):
        on = today(ours.sam) - timedelta(days=70)
        heard = [HeardEvidence(shows, "", on) for shows in (*IDENTITY, Shows.CONTRACTORS)]
        create(ours.martin, heard=heard, title="2 engineers", by=ours.sam)
    change = {"hot": "5", "warm": "60", "cold": "180", "seen": "0", "preview": "1"}
    shown = ours.client().post("/settings/grades/", change).content.decode()
    assert "Warm from 90 to 60 days: one open lead is warm no more, from today." in shown


def test_a_change_of_days_says_what_it_does_before_it_is_saved(ours):
    browser = ours.client()
    change = {"hot": "5", "warm": "60", "cold": "180", "seen": "0"}
    shown = browser.post("/settings/grades/", change | {"preview": "1"}).content.decode()
    assert "Warm from 90 to 60 days: no open lead changes today." in shown
    assert numbers(ours, Holds, "grades") == Holds()
    longer = browser.post("/settings/grades/", change | {"warm": "120"}).content.decode()
    assert "Warm from 90 to 120 days: no open lead changes today." in longer
    assert browser.post("/settings/grades/", change | {"save": "1"}).status_code == 302
    assert numbers(ours, Holds, "grades") == Holds(warm=60)


def test_days_that_are_none_are_refused(ours):
    answer = ours.client().post(
        "/settings/grades/", {"hot": "0", "warm": "soon", "cold": "180", "seen": "0", "save": "1"}
    )
    assert answer.status_code == 422
    assert answer.content.decode().count('class="err"') == 2


def test_every_number_of_the_order_can_be_changed_and_put_back(ours):
    browser = ours.client()
    words = score_form(browser, worth_hot="2.5", half_hot="5", introduced="2")
    shown = browser.post("/settings/score/", words | {"preview": "1"}).content.decode()
    assert "You have no calls due today" in shown
    assert browser.post("/settings/score/", words | {"save": "1"}).status_code == 302
    kept = numbers(ours, Numbers, "score")
    assert (kept.worth[Reason.HOT], kept.introduced, kept.worth[Reason.WARM]) == ((2.5, 5.0), 2.0, (0.4, 90.0))
    assert "All numbers as delivered" in browser.get("/settings/score/").content.decode()
    browser.post("/settings/score/", {"usual": "1"})
    assert numbers(ours, Numbers, "score") == Numbers()
    assert "All numbers as delivered" not in browser.get("/settings/score/").content.decode()


def test_a_number_that_is_none_is_said_under_its_field(ours):
    browser = ours.client()
    answer = browser.post("/settings/score/", score_form(browser, worth_hot="a lot", agreed_chance="2") | {"save": "1"})
    assert answer.status_code == 422
    assert answer.content.decode().count('class="err"') == 2


EXPECTED = {
    "answer_hot": "1.5", "answer_warm": "1", "answer_cold": "3", "call_hot": "4", "call_warm": "2", "call_cold": "5",
    "weekly_hot": "2", "weekly_warm": "3", "weekly_cold": "0", "seen": "0",
}  # fmt: skip


def test_what_the_team_expects_is_changed_and_put_back(ours):
    browser = ours.client()
    assert "Cold is answered within" in browser.get("/settings/expectations/").content.decode()
    answer = browser.post("/settings/expectations/", EXPECTED, follow=True)
    assert "Saved for everybody at Brightwater." in answer.content.decode()
    assert Agency.objects.get(pk=ours.agency.pk).settings["handoffs"] == {
        "answer_hot": 1.5, "weekly_hot": 2, "weekly_cold": 0,
    }  # fmt: skip
    assert numbers(ours, Clocks, "handoffs") == Clocks(answer_hot=1.5, weekly_hot=2, weekly_cold=0)
    assert "All as delivered" in browser.get("/settings/expectations/").content.decode()
    assert browser.post("/settings/expectations/", {"usual": "1"}).status_code == 302
    assert numbers(ours, Clocks, "handoffs") == Clocks()


def test_expectations_that_cannot_be_are_said_under_their_field(ours):
    answer = ours.client().post("/settings/expectations/", EXPECTED | {"call_hot": "0", "weekly_hot": "-1"})
    assert answer.status_code == 422
    assert "greater than or equal to 0.25" in answer.content.decode()
    assert numbers(ours, Clocks, "handoffs") == Clocks()
    assert ours.client(ours.jo).post("/settings/expectations/", EXPECTED).status_code == 403
    ours.client().post("/settings/expectations/", EXPECTED)
    assert ours.client().post("/settings/expectations/", EXPECTED).status_code == 409


def test_a_server_without_its_database_is_not_well(db, monkeypatch):
    class Broken:
        def __enter__(self):
            raise DatabaseError

        def __exit__(self, *_):
            return False

    with monkeypatch.context() as broken:
        broken.setattr(connection, "cursor", Broken)
        assert Client().get("/health/").status_code == 503


def test_an_advertisement_is_asked_about_after_as_many_days_as_the_agency_likes(ours):
    browser = ours.client()
    assert browser.get("/settings/grades/watches/")["Location"] == "/settings/grades/"
    assert 'value="30"' in browser.get("/settings/grades/").content.decode()
    assert browser.post("/settings/grades/watches/", {"days": "14", "seen": "0"})["Location"] == "/settings/grades/"
    assert numbers(ours, Watching, "watches") == Watching(14)
    wrong = browser.post("/settings/grades/watches/", {"days": "never", "seen": "1"})
    assert (wrong.status_code, wrong.content.decode().count('class="err"')) == (422, 1)
    assert browser.post("/settings/grades/watches/", {"days": "20", "seen": "0"}).status_code == 409
    assert ours.client(ours.priya).post("/settings/grades/watches/", {"days": "7", "seen": "1"}).status_code == 403
