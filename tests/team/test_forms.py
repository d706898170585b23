"""Browser strings to clean Python."""

from __future__ import annotations

import pytest

from rightday.team.forms import InviteForm, JoinForm, MeForm, RoleForm, SeenForm
from rightday.team.rules import Role

GIVES = (("recruiter", "Recruiter"), ("manager", "Manager"))


def test_somebody_new_gives_a_name_and_perhaps_a_password():
    form = JoinForm({"name": " Tom ", "password": "seven green bottles"}, new=True)
    assert form.is_valid()
    assert form.cleaned_data == {"name": "Tom", "password": "seven green bottles"}
    without = JoinForm({"name": "Tom", "password": ""}, new=True)
    assert without.is_valid()
    assert without.cleaned_data["password"] is None


def test_who_is_known_gives_no_password():
    form = JoinForm({"name": "Tom", "password": "seven green bottles"}, new=False)
    assert form.is_valid()
    assert form.cleaned_data == {"name": "Tom", "password": None}


@pytest.mark.parametrize("words", [{}, {"name": ""}, {"name": "x" * 121}, {"name": "Tom", "password": "password12"}])
def test_joining_without_a_name_or_with_a_weak_password_is_told(words):
    assert not JoinForm(words, new=True).is_valid()


def test_only_roles_that_one_may_give():
    form = InviteForm({"email": "a@x.example", "role": "manager"}, gives=GIVES)
    assert form.is_valid()
    assert form.cleaned_data["role"] is Role.MANAGER
    assert not InviteForm({"email": "a@x.example", "role": "owner"}, gives=GIVES).is_valid()
    assert not InviteForm({"email": "a" * 300 + "@x.example", "role": "manager"}, gives=GIVES).is_valid()


def test_roles_and_versions():
    form = RoleForm({"role": "owner", "seen": "3"})
    assert form.is_valid()
    assert form.cleaned_data == {"role": Role.OWNER, "seen": 3}
    assert not SeenForm({"seen": "x"}).is_valid()


@pytest.mark.parametrize(("zone", "fits"), [("", True), (" Europe/Paris ", True), ("Paris", False), ("../etc", False)])
def test_a_zone_is_one_there_is(zone, fits):
    form = MeForm({"name": "Tom", "zone": zone, "seen": "0"})
    assert form.is_valid() is fits
    assert not fits or form.cleaned_data["zone"] == zone.strip()
