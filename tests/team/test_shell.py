"""The frame, filled."""

from __future__ import annotations

from types import SimpleNamespace

from rightday.team.shell import shell_of


def test_the_frame_is_of_the_member_at_the_door(ours):
    ours.priya.theme, ours.priya.keys_off = "dark", True
    shell = shell_of(SimpleNamespace(member=ours.priya, agency=ours.agency), {"leads": 23})
    assert (shell.agency, shell.member, shell.initials) == ("Brightwater", "Priya Nair", "PN")
    assert (shell.theme, shell.keys_off) == ("dark", "all")
    assert {place.name: place.count for place in shell.places} == {"today": None, "leads": 23, "people": None}


def test_keys_are_on_and_nothing_is_counted_unless_somebody_says_so(ours):
    shell = shell_of(SimpleNamespace(member=ours.sam, agency=ours.agency))
    assert (shell.keys_off, {place.count for place in shell.places}) == ("", {None})
