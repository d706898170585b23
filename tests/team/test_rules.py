"""What each role may do."""

from __future__ import annotations

import pytest

from rightday.team import rules
from rightday.team.rules import Permission, Role


@pytest.mark.parametrize("permission", list(Permission))
def test_owners_may_everything(permission):
    assert rules.allowed(Role.OWNER, permission, own=False)


def test_a_desk_takes_back_its_own_imports_alone():
    assert rules.allowed(Role.RECRUITER, Permission.IMPORT_UNDO, own=True)
    assert not rules.allowed(Role.RECRUITER, Permission.IMPORT_UNDO, own=False)
    assert not rules.allowed(Role.RECRUITER, Permission.EXPORT, own=True)


def test_roles_that_each_role_gives():
    assert rules.gives(Role.OWNER) == tuple(Role)
    assert rules.gives(Role.MANAGER) == (Role.RECRUITER, Role.SALESPERSON, Role.MANAGER)
    assert rules.gives(Role.RECRUITER) == ()
    with pytest.raises(rules.NotAllowed):
        rules.must_give(Role.MANAGER, Role.OWNER)


def test_the_table_of_rights_says_what_the_rules_do():
    table = dict(rules.rights())
    assert table["Take back an import"] == ("own", "own", "all", "all")
    assert table["Change the agency’s settings"] == ("", "", "", "all")
    assert len(table) == len(rules.RIGHT_WORDS) + 1


def test_choices_are_values_with_words():
    assert rules.choices((Role.MANAGER,)) == (("manager", "Manager"),)


@pytest.mark.parametrize(
    ("name", "letters"), [("Sam Whitlock", "SW"), ("cher", "C"), ("Ana de la Cruz", "AC"), ("", "?")]
)
def test_initials(name, letters):
    assert rules.initials(name) == letters


def test_a_refusal_names_what_was_asked():
    problem = rules.NotAllowed(Permission.EXPORT)
    assert (problem.permission, "export" in str(problem)) == (Permission.EXPORT, True)
