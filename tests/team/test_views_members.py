"""Members, roles and invitations in the browser."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.team import queries
from rightday.team.models import Invitation, Member
from rightday.team.rules import Role

INVITE = {"email": "tom@brightwater.example", "name": "Tom Hale", "role": "recruiter"}


def post(browser, path, words):
    answer = browser.post(path, words, follow=True)
    return answer.status_code, answer.content.decode()


def test_everybody_sees_who_works_here_but_only_who_may_invites(ours):
    text = ours.client(ours.priya).get("/settings/members/").content.decode()
    assert "Three people work here." in text
    assert "jo@brightwater.example" in text
    assert "Invite somebody" not in text
    assert text.count(">Edit<") == 1
    assert "Invite somebody" in ours.client().get("/settings/members/").content.decode()


def test_inviting_sends_a_link_and_shows_who_waits(ours, django_capture_on_commit_callbacks):
    browser = ours.client()
    with django_capture_on_commit_callbacks(execute=True):
        status, text = post(browser, "/settings/members/invitations/", INVITE)
    assert (status, "Invited. The link works for seven days." in text) == (200, True)
    assert "http://testserver/join/" in mail.outbox[0].body
    assert "tom@brightwater.example" in text
    with enter(ours.agency):
        Invitation.objects.update(until=timezone.now() - timedelta(days=1))
    assert "link ended" in browser.get("/settings/members/").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("email", "nonsense", "valid email"),
        ("email", "priya@brightwater.example", "is a member already"),
        ("role", "emperor", "Select a valid choice"),
    ],
)
def test_an_invitation_that_cannot_be_keeps_what_was_typed(ours, field, value, said):
    status, text = post(ours.client(), "/settings/members/invitations/", INVITE | {field: value})
    assert status == 422
    assert said in text
    assert 'value="Tom Hale"' in text


def test_an_invitation_is_withdrawn(ours):
    browser = ours.client()
    post(browser, "/settings/members/invitations/", INVITE)
    with enter(ours.agency):
        asked = Invitation.objects.get()
    status, text = post(browser, f"/settings/members/invitations/{asked.pk}/", {})
    assert (status, "Invitation withdrawn." in text) == (200, True)
    assert browser.post(f"/settings/members/invitations/{asked.pk}/").status_code == 409


def test_recruiters_neither_invite_nor_withdraw(ours):
    browser = ours.client()
    post(browser, "/settings/members/invitations/", INVITE)
    with enter(ours.agency):
        asked = Invitation.objects.get()
    recruiter = ours.client(ours.priya)
    assert recruiter.post("/settings/members/invitations/", INVITE).status_code == 422
    assert recruiter.post(f"/settings/members/invitations/{asked.pk}/").status_code == 403
    with enter(ours.agency):
        assert Invitation.objects.get().withdrawn_at is None


def test_a_role_is_changed(ours):
    browser, path = ours.client(), f"/settings/members/{ours.priya.pk}/"
    assert "No open lead is theirs." in browser.get(path).content.decode()
    status, text = post(browser, f"{path}role/", {"role": "manager", "seen": "0"})
    assert (status, "Priya Nair is now Manager." in text) == (200, True)
    assert browser.post(f"{path}role/", {"role": "owner", "seen": "0"}).status_code == 409
    assert browser.post(f"{path}role/", {"role": "emperor", "seen": "1"}).status_code == 422


def test_the_last_owner_stays(ours):
    browser, path = ours.client(), f"/settings/members/{ours.sam.pk}/"
    for words in ({"role": "recruiter", "seen": "0"},):
        status, text = post(browser, f"{path}role/", words)
        assert (status, "An agency needs an owner." in text) == (422, True)
    assert post(browser, f"{path}leaving/", {"seen": "0"})[0] == 422


def test_a_colleague_leaves_and_the_door_is_shut(ours):
    jo = ours.client(ours.jo)
    assert jo.get("/settings/me/").status_code == 200
    status, text = post(ours.client(), f"/settings/members/{ours.jo.pk}/leaving/", {"seen": "0"})
    assert (status, "Jo Lindqvist has left." in text) == (200, True)
    assert jo.get("/settings/me/").status_code == 404


def test_one_leaves_by_oneself(ours):
    browser = ours.client(ours.priya)
    path = f"/settings/members/{ours.priya.pk}/"
    assert "Leave this agency" in browser.get(path).content.decode()
    answer = browser.post(f"{path}leaving/", {"seen": "0"})
    assert answer["Location"] == "/agencies/"
    assert browser.get("/agencies/").status_code == 404


def test_leaving_without_having_seen_anything_is_stale(ours):
    assert ours.client().post(f"/settings/members/{ours.jo.pk}/leaving/", {}).status_code == 409


def test_recruiters_change_nobody(ours):
    browser = ours.client(ours.priya)
    assert "End this membership" not in browser.get(f"/settings/members/{ours.jo.pk}/").content.decode()
    assert browser.post(f"/settings/members/{ours.jo.pk}/role/", {"role": "owner", "seen": 0}).status_code == 403
    assert browser.post(f"/settings/members/{ours.jo.pk}/leaving/", {"seen": 0}).status_code == 403


@pytest.mark.parametrize("path", ["", "role/", "leaving/"])
def test_members_of_another_agency_are_not_found(ours, theirs, path):
    browser = ours.client()
    at = f"/settings/members/{theirs.jo.pk}/{path}"
    answer = browser.post(at, {"role": "owner", "seen": 0}) if path else browser.get(at)
    assert answer.status_code == 404
    with enter(theirs.agency):
        assert Member.objects.get(pk=theirs.jo.pk).version == 0


@pytest.mark.parametrize("members", [1, 3])
def test_the_page_takes_two_statements_for_one_member_and_for_three(inside, members, django_assert_num_queries):
    Member.objects.exclude(pk__in=[inside.sam.pk, inside.priya.pk, inside.jo.pk][:members]).delete()
    with django_assert_num_queries(3):  # members, invitations, the agency's zone
        shown = queries.members_page(inside.sam, at=timezone.now())
    assert len(shown.team) == members
    assert [role for role, _ in shown.gives] == [role.value for role in Role]
