"""Who is here. Pages of the team are tested with their views."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.team import actions, queries
from rightday.team.models import Member
from rightday.team.rules import Role


def test_the_door_reads_member_and_agency_in_one_statement(inside, django_assert_num_queries):
    queries.at_door(inside.priya.identity_id)
    with django_assert_num_queries(1):
        member, agency = queries.at_door(inside.priya.identity_id)
        assert (member, agency, member.agency) == (inside.priya, inside.agency, inside.agency)
        for field in Member._meta.concrete_fields:
            assert getattr(member, field.attname) == getattr(inside.priya, field.attname)
    member.name = "Saved"
    member.save()
    assert Member.objects.get(pk=member.pk).name == "Saved"


def test_the_door_knows_nobody_from_elsewhere(inside, theirs):
    assert queries.at_door(theirs.priya.identity_id) is None


def test_memberships_are_read_before_any_agency_is_entered(ours, theirs):
    with enter(theirs.agency):
        Member.objects.create(identity=ours.priya.identity, name="Priya", role=Role.MANAGER)
    mine = queries.memberships(ours.priya.identity_id)
    assert [(one.agency, one.role, one.sample) for one in mine] == [
        ("Brightwater", "Recruiter", False),
        ("Other Firm", "Manager", False),
    ]
    assert queries.memberships(0) == ()


@pytest.mark.parametrize("written", ["sam@brightwater.example", " Sam@BRIGHTWATER.example "])
def test_an_address_is_known_however_it_is_written(ours, written):
    assert queries.identity_of(written) == ours.sam.identity
    assert queries.identity_of("nobody@x.example") is None


def test_owners_are_counted(inside):
    assert queries.owners_locked() == 1


def test_who_may_not_invite_sees_no_invitations(inside):
    actions.invite("tom@x.example", name="", role=Role.RECRUITER, by=inside.sam, base_url="http://x")
    at = timezone.now()
    assert len(queries.members_page(inside.sam, at=at).invited) == 1
    assert queries.members_page(inside.priya, at=at).invited == ()
    late = queries.members_page(inside.sam, at=at + timedelta(days=8)).invited[0]
    assert (late.over, late.role) == (True, "Recruiter")
