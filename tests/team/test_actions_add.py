"""Members added by whoever keeps the installation."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.team.actions_add import add_member
from rightday.team.models import Identity, Member
from rightday.team.rules import NotAllowed, Role
from rightday.timeline.models import Event
from tests.conftest import Cast

PASSWORD = "seven green bottles"


def test_somebody_new_may_sign_in_at_once(inside: Cast):
    member = add_member(email=" Ada@Alder.example ", name=" Ada King ", role=Role.RECRUITER, by=None, password=PASSWORD)
    identity = Identity.objects.get(email="ada@alder.example")
    assert (member.identity, member.name, member.role) == (identity, "Ada King", "recruiter")
    assert identity.check_password(PASSWORD)
    joined = Event.objects.get(verb="member.joined")
    assert (joined.by, joined.data["role"]) == (member, "Recruiter")


def test_without_a_password_they_sign_in_by_a_link(inside: Cast):
    member = add_member(email="ada@alder.example", name="Ada", role=Role.MANAGER, by=inside.sam)
    assert not member.identity.has_usable_password()
    assert Event.objects.get(verb="member.joined").by == inside.sam


def test_a_known_identity_keeps_its_password(ours: Cast, theirs: Cast):
    with enter(theirs.agency):
        email = Identity.objects.get(pk=theirs.jo.identity_id).email
    before = Identity.objects.get(email=email).password
    with enter(ours.agency):
        member = add_member(email=email, name="Jo", role=Role.SALESPERSON, by=None, password="1")
    assert member.identity_id == theirs.jo.identity_id
    assert Identity.objects.get(email=email).password == before


def test_who_had_left_is_back_in_a_new_role(inside: Cast):
    Member.objects.filter(pk=inside.jo.pk).update(left_at=timezone.now())
    email = Identity.objects.get(pk=inside.jo.identity_id).email
    member = add_member(email=email, name="Somebody", role=Role.MANAGER, by=inside.sam)
    assert (member.pk, member.left_at, member.role, member.name) == (inside.jo.pk, None, "manager", "Jo Lindqvist")


@pytest.mark.parametrize(
    ("email", "password", "words"),
    [
        ("sam@brightwater.example", None, "sam@brightwater.example is a member already."),
        ("no address", None, "valid email"),
        ("ada@alder.example", "12345", "too short"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_made(inside: Cast, email: str, password: str | None, words: str):
    before = (Identity.objects.count(), Member.objects.count())
    with pytest.raises(ValidationError, match=words):
        add_member(email=email, name="Ada", role=Role.RECRUITER, by=None, password=password)
    assert (Identity.objects.count(), Member.objects.count()) == before


def test_only_who_runs_the_team_adds_members(inside: Cast):
    assert add_member(email="bo@alder.example", name="Bo", role=Role.RECRUITER, by=inside.sam)
    with pytest.raises(NotAllowed):
        add_member(email="ada@alder.example", name="Ada", role=Role.RECRUITER, by=inside.priya)
