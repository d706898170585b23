"""Founding, inviting, joining, roles, leaving."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.db.row_security import enter
from rightday.team import actions, links
from rightday.team.models import Identity, Invitation, Member
from rightday.team.rules import NotAllowed, Refused, Role
from rightday.timeline.models import Event

BASE = "http://desk.example/"


def test_founding_makes_agency_and_owner_who_can_sign_in(db):
    agency, owner = actions.found_agency(
        " Brightwater ",
        owner_email="Becca@Brightwater.example",
        owner_name="Becca Thorne",
        password="seven green bottles",
    )
    assert (agency.name, agency.currency, agency.zone) == ("Brightwater", "GBP", "Europe/London")
    assert (owner.role, owner.identity.email) == (Role.OWNER, "becca@brightwater.example")
    assert owner.identity.check_password("seven green bottles")
    with enter(agency):
        assert Event.objects.get().verb == "agency.founded"


def test_founding_elsewhere_takes_the_money_of_the_country(db):
    agency, _ = actions.found_agency(
        "Nord", owner_email="a@nord.example", owner_name="A", country="SE", zone="Europe/Stockholm"
    )
    assert agency.currency == "SEK"
    nowhere, _ = actions.found_agency("Nowhere", owner_email="b@x.example", owner_name="", country="XX")
    assert nowhere.currency == "EUR"


def test_who_founds_a_second_agency_stays_one_identity(ours):
    _, owner = actions.found_agency(
        "Second", owner_email="SAM@brightwater.example", owner_name="Sam", password="another one here"
    )
    assert owner.identity_id == ours.sam.identity_id
    assert not Identity.objects.get(pk=owner.identity_id).check_password("another one here")


@pytest.mark.parametrize("signed_in_before", [False, True])
def test_a_link_opens_once(ours, signed_in_before):
    identity = ours.sam.identity
    if signed_in_before:
        identity.last_login = timezone.now()
        identity.save()
    link = actions.one_time_link(identity, BASE, agency=ours.agency)
    assert link.startswith("http://desk.example/enter/")
    token = link.split("/")[-2]
    opened = actions.use_link(token, at=timezone.now())
    assert (opened.identity, opened.agency_id, opened.by_mail) == (identity, ours.agency.pk, False)
    with pytest.raises(links.LinkSpent):
        actions.use_link(token, at=timezone.now())


def test_of_two_who_open_a_link_at_once_one_gets_in(ours, monkeypatch):
    token = links.sign(ours.sam.identity, agency_id=None, by_mail=True)
    read_by_both = links.read(token)
    assert actions.use_link(token, at=timezone.now()).by_mail
    monkeypatch.setattr(links, "read", lambda _token: read_by_both)
    with pytest.raises(links.LinkSpent):
        actions.use_link(token, at=timezone.now())


def test_a_link_ends_after_fifteen_minutes(ours):
    token = links.sign(ours.sam.identity, agency_id=None, by_mail=False)
    with time_machine.travel(timezone.now() + timedelta(minutes=14), tick=False):
        assert links.read(token).identity == ours.sam.identity
    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=False), pytest.raises(links.LinkSpent):
        links.read(token)


@pytest.mark.parametrize("spoil", ["nonsense", "password", "inactive"])
def test_a_link_is_worth_nothing_when(ours, spoil):
    identity = Identity.objects.get(pk=ours.sam.identity_id)
    token = links.sign(identity, agency_id=None, by_mail=False)
    if spoil == "nonsense":
        token = token[:-2]
    if spoil == "password":
        identity.set_password("another one here")
    identity.is_active = spoil != "inactive"
    identity.save()
    with pytest.raises(links.LinkSpent):
        links.read(token)


def invite(cast, email="tom@brightwater.example", role=Role.RECRUITER, by=None):
    return actions.invite(email, name="Tom Hale", role=role, by=by or cast.sam, base_url=BASE)


def test_an_invitation_is_mailed_when_it_is_kept(inside, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        invitation = invite(inside, "Tom@Brightwater.example")
    assert mail.outbox[0].to == ["tom@brightwater.example"]
    address = next(word for word in mail.outbox[0].body.split() if "/join/" in word)
    secret = address.split("/")[-2]
    assert links.hashed(secret) == invitation.secret_hash
    assert secret not in invitation.secret_hash
    assert address.startswith(f"http://desk.example/join/{inside.agency.pk}/")
    assert Event.objects.get().verb == "member.invited"


def test_inviting_again_replaces_the_first_link(inside):
    first = invite(inside)
    second = invite(inside)
    first.refresh_from_db()
    assert first.withdrawn_at is not None
    assert second.withdrawn_at is None


def test_a_member_is_not_invited(inside):
    with pytest.raises(Refused, match="member already"):
        invite(inside, "priya@brightwater.example")


def test_who_may_invite_whom(inside):
    inside.jo.role = Role.MANAGER
    inside.jo.save()
    assert invite(inside, by=inside.jo, role=Role.MANAGER).role == Role.MANAGER
    with pytest.raises(NotAllowed):
        invite(inside, by=inside.jo, role=Role.OWNER)
    with pytest.raises(NotAllowed):
        invite(inside, by=inside.priya)


def test_a_withdrawn_invitation_is_over(inside):
    invitation = invite(inside)
    actions.withdraw(invitation, by=inside.sam)
    with pytest.raises(Refused, match="over"):
        actions.accept(invitation, identity=None, name="Tom", password=None)
    with pytest.raises(Stale):
        actions.withdraw(invitation, by=inside.sam)
    with pytest.raises(NotAllowed):
        actions.withdraw(invitation, by=inside.priya)


def test_somebody_new_joins_with_name_and_password(inside):
    invitation = invite(inside, role=Role.SALESPERSON)
    member = actions.accept(invitation, identity=None, name=" Tom Hale ", password="seven green bottles")
    assert (member.name, member.role) == ("Tom Hale", Role.SALESPERSON)
    assert member.identity.check_password("seven green bottles")
    invitation.refresh_from_db()
    assert invitation.accepted_by == member
    with pytest.raises(Refused):
        actions.accept(invitation, identity=None, name="Tom", password=None)


def test_an_invitation_ends_after_seven_days(inside):
    invitation = invite(inside)
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1), tick=False), pytest.raises(Refused):
        actions.accept(invitation, identity=None, name="Tom", password=None)


def test_an_invitation_is_no_way_into_an_identity_that_exists(inside, theirs):
    invitation = invite(inside, theirs.priya.identity.email)
    for somebody in (None, inside.priya.identity):
        with pytest.raises(Refused, match="Sign in as"):
            actions.accept(invitation, identity=somebody, name="Priya", password="seven green bottles")
    member = actions.accept(invitation, identity=theirs.priya.identity, name="Priya Nair", password=None)
    assert member.identity_id == theirs.priya.identity_id
    assert member.agency_id == inside.agency.pk


def test_who_left_comes_back_as_the_member_they_were(inside):
    actions.leave(inside.jo, seen=0, by=inside.sam)
    invitation = invite(inside, inside.jo.identity.email, role=Role.MANAGER)
    member = actions.accept(invitation, identity=inside.jo.identity, name="Jo", password=None)
    assert (member.pk, member.left_at, member.role, member.name) == (inside.jo.pk, None, Role.MANAGER, "Jo Lindqvist")


def test_a_role_is_changed_and_said(inside):
    actions.change_role(inside.priya, to=Role.MANAGER, seen=0, by=inside.sam)
    inside.priya.refresh_from_db()
    assert (inside.priya.role, inside.priya.version) == (Role.MANAGER, 1)
    assert Event.objects.get().data == {"name": "Priya Nair", "role": "Manager", "was": "Recruiter"}
    with pytest.raises(Stale):
        actions.change_role(inside.priya, to=Role.OWNER, seen=0, by=inside.sam)


def test_managers_neither_make_nor_unmake_owners(inside):
    inside.jo.role = Role.MANAGER
    inside.jo.save()
    for member, role in ((inside.priya, Role.OWNER), (inside.sam, Role.RECRUITER)):
        with pytest.raises(NotAllowed):
            actions.change_role(member, to=role, seen=0, by=inside.jo)
    with pytest.raises(NotAllowed):
        actions.leave(inside.sam, seen=0, by=inside.jo)
    actions.leave(inside.priya, seen=0, by=inside.jo)
    assert Member.objects.here().count() == 2


def test_an_agency_keeps_an_owner(inside):
    with pytest.raises(Refused, match="needs an owner"):
        actions.leave(inside.sam, seen=0, by=inside.sam)
    with pytest.raises(Refused):
        actions.change_role(inside.sam, to=Role.MANAGER, seen=0, by=inside.sam)
    actions.change_role(inside.jo, to=Role.OWNER, seen=0, by=inside.sam)
    actions.leave(inside.sam, seen=0, by=inside.sam)
    assert not Member.objects.here().filter(pk=inside.sam.pk).exists()


def test_one_may_leave_oneself_but_end_nobody_else(inside):
    with pytest.raises(NotAllowed):
        actions.leave(inside.jo, seen=0, by=inside.priya)
    actions.leave(inside.priya, seen=0, by=inside.priya)
    with pytest.raises(Stale):
        actions.leave(inside.priya, seen=1, by=inside.sam)


def test_ones_own_settings_are_ones_own(inside):
    actions.edit_me(
        inside.priya, seen=0, by=inside.priya, name="Priya N", zone="Asia/Kolkata", theme="dark", keys_off=True
    )
    inside.priya.refresh_from_db()
    assert (inside.priya.name, inside.priya.zone, inside.priya.theme, inside.priya.keys_off) == (
        "Priya N",
        "Asia/Kolkata",
        "dark",
        True,
    )
    with pytest.raises(Stale):
        actions.edit_me(inside.priya, seen=0, by=inside.priya, name="Late")
    with pytest.raises(NotAllowed):
        actions.edit_me(inside.jo, seen=0, by=inside.priya, name="Not mine")


def test_nothing_of_this_touches_another_agency(inside, theirs):
    with pytest.raises(Stale):
        actions.change_role(theirs.priya, to=Role.MANAGER, seen=0, by=inside.sam)
    assert Invitation.objects.count() == 0
