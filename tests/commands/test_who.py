from __future__ import annotations

import argparse

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from rightday.commands import who
from rightday.db.row_security import enter
from rightday.team.models import Member
from tests.conftest import Cast


def asked(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    who.options(parser)
    return parser.parse_args(words)


def test_the_only_agency_and_the_member_named(ours: Cast):
    agency, member = who.meant(asked("--by", " Priya@Brightwater.example"))
    assert (agency, member) == (ours.agency, ours.priya)


def test_the_only_member_needs_no_name(ours: Cast):
    with enter(ours.agency):
        Member.objects.exclude(pk=ours.sam.pk)._raw_delete("default")
    assert who.meant(asked())[1] == ours.sam


@pytest.mark.parametrize(
    ("words", "said"),
    [((), "In whose name?"), (("--by", "x@y.example"), "In whose name?"), (("--agency", "None"), "No agency")],
)
def test_what_is_not_clear_is_said(ours: Cast, words: tuple[str, ...], said: str):
    with pytest.raises(who.Unclear, match=said.replace("?", r"\?")):
        who.meant(asked(*words))


def test_another_version(ours: Cast):
    MigrationRecorder(connection).migration_qs.filter(app="rightday").delete()
    with pytest.raises(who.Unclear, match="rightday migrate"):
        who.meant(asked())
