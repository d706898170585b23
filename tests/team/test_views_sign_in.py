"""The one-time link, the invitation, and the choice of an agency, in the browser."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.team import actions
from rightday.team.models import Identity, Member
from rightday.team.rules import Role

BASE = "http://testserver"


def path_of(link):
    return link.removeprefix(BASE)


def test_the_link_of_the_terminal_opens_todays_agency_at_once(ours, theirs):
    with enter(theirs.agency):
        Member.objects.create(identity=ours.sam.identity, name="Sam")
    browser = Client()
    answer = browser.get(path_of(actions.one_time_link(ours.sam.identity, BASE, agency=theirs.agency)))
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert browser.session["agency"] == theirs.agency.pk


def test_a_link_without_an_agency_leaves_the_choice_to_the_door(ours):
    browser = ours.client()
    browser.get(path_of(actions.one_time_link(ours.sam.identity, BASE)))
    assert "agency" not in browser.session


def test_a_spent_link_offers_a_new_one(ours):
    link = path_of(actions.one_time_link(ours.sam.identity, BASE))
    assert Client().get(link).status_code == 302
    answer = Client().get(link)
    assert answer.status_code == 410
    assert "Send me a new one" in answer.content.decode()


def test_guessing_links_is_slowed_down(db):
    answers = [Client().get("/enter/nonsense/").status_code for _ in range(21)]
    assert answers == [410] * 20 + [429]


@pytest.fixture
def invited(ours, django_capture_on_commit_callbacks):
    def make(email="tom@brightwater.example"):
        with enter(ours.agency), django_capture_on_commit_callbacks(execute=True):
            actions.invite(email, name="Tom Hale", role=Role.RECRUITER, by=ours.sam, base_url=BASE)
        return path_of(next(word for word in mail.outbox[-1].body.split() if "/join/" in word))

    return make


def test_somebody_new_joins_and_is_in(ours, invited):
    browser, link = Client(), invited()
    shown = browser.get(link).content.decode()
    assert "Sam Whitlock invites <b>tom@brightwater.example</b>. Your role: Recruiter." in shown
    assert 'value="Tom Hale"' in shown
    answer = browser.post(link, {"name": "Tom Hale", "password": "seven green bottles"})
    assert answer["Location"] == "/"
    assert browser.get("/settings/me/").status_code == 200
    assert Client().get(link).status_code == 410


def test_a_weak_password_is_told_and_nothing_is_used_up(ours, invited):
    browser, link = Client(), invited()
    answer = browser.post(link, {"name": "Tom", "password": "short"})
    assert "too short" in answer.content.decode()
    assert browser.post(link, {"name": "Tom", "password": ""}).status_code == 302
    assert not Identity.objects.get(email="tom@brightwater.example").has_usable_password()


def test_an_address_that_is_known_signs_in_first(ours, theirs, invited):
    link = invited(theirs.priya.identity.email)
    shown = Client().get(link).content.decode()
    assert "Rightday knows this address already" in shown
    assert Client().post(link, {"name": "X", "password": "seven green bottles"}).status_code == 200
    other = ours.client(ours.jo).get(link).content.decode()
    assert "You are signed in as jo@brightwater.example now." in other
    browser = theirs.client(theirs.priya)
    assert browser.post(link, {"name": "Priya Nair"}).status_code == 302
    assert browser.session["agency"] == ours.agency.pk


@pytest.mark.parametrize("link", ["/join/{}/nonsense/", "/join/987654/nonsense/"])
def test_an_invitation_that_is_none_is_over(ours, link):
    assert Client().get(link.format(ours.agency.pk)).status_code == 410


def test_an_invitation_of_one_agency_opens_no_other(ours, theirs, invited):
    secret = invited().split("/")[-2]
    assert Client().get(f"/join/{theirs.agency.pk}/{secret}/").status_code == 410


def test_guessing_invitations_is_slowed_down(ours):
    answers = [Client().get(f"/join/{ours.agency.pk}/nonsense/").status_code for _ in range(21)]
    assert answers[-1] == 429


def test_who_works_at_two_agencies_chooses_and_comes_back(ours, theirs):
    with enter(theirs.agency):
        Member.objects.create(identity=ours.priya.identity, name="Priya Nair", role=Role.MANAGER)
    browser = ours.client(ours.priya)
    shown = browser.get("/agencies/?next=/settings/me/").content.decode()
    assert shown.index("Brightwater") < shown.index("Other Firm")
    answer = browser.post("/agencies/", {"agency": theirs.agency.pk, "next": "/settings/me/"})
    assert answer["Location"] == "/settings/me/"
    assert browser.session["agency"] == theirs.agency.pk


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example/", "/agencies/", ""])
def test_the_way_back_never_leaves_us(ours, target):
    answer = ours.client().post("/agencies/", {"agency": ours.agency.pk, "next": target})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("chosen", ["theirs", "", "nonsense"])
def test_nobody_chooses_an_agency_that_is_not_theirs(ours, theirs, chosen):
    browser = ours.client()
    sent = str(theirs.agency.pk) if chosen == "theirs" else chosen
    assert browser.post("/agencies/", {"agency": sent}).status_code == 404
    assert browser.session["agency"] == ours.agency.pk


def test_an_outsider_has_no_agencies(ours, outsider):
    assert outsider.get("/agencies/").status_code == 404


def test_who_left_is_not_asked_to_choose(ours):
    with enter(ours.agency):
        Member.objects.filter(pk=ours.jo.pk).update(left_at=timezone.now())
    assert ours.client(ours.jo).get("/agencies/").status_code == 404
