"""Who gets through the door, and what the answers are where a view refuses."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.people.models import Person
from rightday.team.models import Member

pytestmark = pytest.mark.urls("tests.team.door_urls")


def test_a_member_comes_in_with_their_agency_in_three_statements(ours):
    browser = ours.client(ours.priya)
    browser.get("/who/")
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get("/who/")
    assert answer.content == b"Priya Nair of Brightwater"
    assert len([q for q in asked if "SELECT" in q["sql"] and "set_config" not in q["sql"]]) == 3


def test_a_stranger_is_sent_to_sign_in_and_back(ours):
    answer = Client().get("/who/?a=1&b=2")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/who/%3Fa%3D1%26b%3D2")


def test_a_stranger_is_sent_to_sign_in_even_where_nothing_is(ours):
    assert Client().get("/no-such-page/").status_code == 302


def test_an_address_of_a_form_leads_to_its_page(ours):
    browser = ours.client()
    for address, page in (
        ("/settings/members/invitations/", "/settings/members/"),
        (f"/people/{ours.martin.pk}/notes/", f"/people/{ours.martin.pk}/"),
        ("/calls/7/undo/", "/"),
    ):
        answer = browser.get(address)
        assert (answer.status_code, answer["Location"]) == (302, page)
    assert browser.get("/calls/7/undo/", headers={"HX-Request": "true"}).status_code == 405


def test_a_strangers_piece_of_a_page_is_told_by_status(ours):
    answer = Client().post("/who/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/accounts/login/?next=/")


def test_an_outsider_finds_nothing_in_our_look(ours, outsider):
    answer = outsider.get("/who/")
    assert answer.status_code == 404
    text = answer.content.decode()
    assert "There is nothing at this address" in text
    assert "You are signed in as nobody@elsewhere.example." in text
    assert 'href="/accounts/logout/"' in text


def test_the_only_agency_is_entered_without_asking(ours):
    browser = ours.client(ours.priya)
    session = browser.session
    del session["agency"]
    session.save()
    assert browser.get("/who/").content == b"Priya Nair of Brightwater"
    assert browser.session["agency"] == ours.agency.pk


def test_who_belongs_to_two_agencies_chooses(ours, theirs):
    browser = ours.client(ours.priya)
    with enter(theirs.agency):
        Member.objects.create(identity_id=ours.priya.identity_id, name="Priya Nair")
    session = browser.session
    del session["agency"]
    session.save()
    answer = browser.get("/who/")
    assert (answer.status_code, answer["Location"]) == (302, "/agencies/?next=/who/")


def test_a_form_is_never_sent_into_an_agency_nobody_chose(ours):
    browser = ours.client(ours.priya)
    session = browser.session
    del session["agency"]
    session.save()
    answer = browser.post("/who/")
    assert (answer.status_code, answer["Location"]) == (302, "/agencies/?next=/")


def test_a_member_who_left_is_out_at_once(ours):
    browser = ours.client(ours.priya)
    assert browser.get("/who/").status_code == 200
    with enter(ours.agency):
        Member.objects.filter(pk=ours.priya.pk).update(left_at=timezone.now())
    assert browser.get("/who/").status_code == 404
    assert "agency" not in browser.session


def test_a_member_who_left_is_not_moved_silently_into_their_other_agency(ours, theirs):
    browser = ours.client(ours.priya)
    with enter(theirs.agency):
        Member.objects.create(identity_id=ours.priya.identity_id, name="Priya Nair")
    with enter(ours.agency):
        Member.objects.filter(pk=ours.priya.pk).update(left_at=timezone.now())
    answer = browser.get("/who/")
    assert (answer.status_code, answer["Location"]) == (302, "/agencies/")


def test_an_agency_written_into_the_session_is_no_way_in(ours, theirs):
    browser = ours.client(ours.priya)
    session = browser.session
    session["agency"] = theirs.agency.pk
    session.save()
    answer = browser.get("/who/")
    assert answer.status_code == 302


def test_a_stale_save_says_who_and_when_and_keeps_what_was_typed(ours):
    answer = ours.client().post("/stale/", {"words": "She signs on Monday", "seen": "4"})
    text = answer.content.decode()
    assert answer.status_code == 409
    for part in ("Jo changed this lead.", "Saved by Jo Lindqvist at 09:05", "She signs on Monday"):
        assert part in text
    assert "<dt>Seen</dt>" not in text


def test_a_stale_save_answers_htmx_with_a_piece(ours):
    answer = ours.client().post("/stale/", {"words": "Kept"}, headers={"HX-Request": "true"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Kept" in text
    assert "<html" not in text


def test_what_a_role_does_not_allow_is_refused_with_a_sentence(ours):
    answer = ours.client().get("/refused/")
    assert answer.status_code == 403
    assert "A manager of your agency can." in answer.content.decode()


def test_a_row_that_is_not_there_is_not_found(ours):
    assert ours.client().get("/gone/").status_code == 404


def test_an_error_of_ours_looks_like_us(ours):
    browser = ours.client()
    browser.raise_request_exception = False
    answer = browser.get("/broken/")
    assert answer.status_code == 500
    assert "Something broke on our side" in answer.content.decode()


@pytest.mark.parametrize("path", ["/health/", "/accounts/login/"])
def test_public_pages_need_no_agency(db, path):
    assert Client().get(path).status_code == 200


def test_health_asks_the_database_alone(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert Client().get("/health/").content == b"ok"


def test_what_cannot_be_is_said(ours):
    answer = ours.client().get("/impossible/")
    assert answer.status_code == 409
    assert "Not like this." in answer.content.decode()


def test_a_result_that_waited_in_the_browser_sees_where_the_way_ends(ours):
    answer = Client().post("/who/", headers={"HX-Request": "true", "X-Rightday-Outbox": "2026-11-24T09:00:00Z"})
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no transaction around a request")
def test_half_done_work_goes_when_the_page_breaks(ours):
    browser = ours.client()
    browser.raise_request_exception = False
    browser.get("/broken/")
    with enter(ours.agency):
        assert not Person.objects.filter(name="Half done").exists()
