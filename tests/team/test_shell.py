"""The frame, filled."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from rightday.team import actions_views
from rightday.team.kept_views import Screen, Shared
from rightday.team.shell import shell_of
from rightday.ui.shell import SavedView


def asked(cast: Any, member: Any, path: str = "/today/") -> Any:
    return SimpleNamespace(member=member, agency=cast.agency, path=path, get_full_path=lambda: f"{path}?q=1")


def test_the_frame_is_of_the_member_at_the_door(ours):
    ours.priya.theme, ours.priya.keys_off = "dark", True
    shell = shell_of(asked(ours, ours.priya), {"leads": 23})
    assert (shell.agency, shell.member, shell.initials) == ("Brightwater", "Priya Nair", "PN")
    assert (shell.theme, shell.keys_off) == ("dark", "all")
    assert {place.name: place.count for place in shell.places if place.count} == {"leads": 23}


def test_keys_are_on_and_nothing_is_counted_unless_somebody_says_so(ours):
    shell = shell_of(asked(ours, ours.sam))
    assert (shell.keys_off, {place.count for place in shell.places}) == ("", {None})


def test_saved_views_are_asked_for_when_the_page_shows_them(inside, django_assert_num_queries):
    actions_views.save("Hot", screen=Screen.LEADS, query="view=hot", shared=Shared.ME, by=inside.sam)
    with django_assert_num_queries(0):
        shell = shell_of(asked(inside, inside.sam))
    with django_assert_num_queries(1):
        assert [*shell.views] == [SavedView("Hot", "/leads/?view=hot")]
    assert (shell.here, shell.counts_href) == ("/today/?q=1", "")


def test_beside_the_list_of_leads_they_are_counted_afterwards(ours):
    assert shell_of(asked(ours, ours.sam, "/leads/")).counts_href == "/views/counts/"
    counted = shell_of(asked(ours, ours.sam, "/leads/"), views=(SavedView("Hot", "/x/", "7"),))
    assert (counted.counts_href, counted.views[0].count) == ("", "7")


def test_a_piece_knows_the_address_in_the_bar(ours):
    request = asked(ours, ours.sam, "/views/counts/")
    request.htmx = SimpleNamespace(current_url_abs_path="/leads/?view=hot")
    assert shell_of(request).here == "/leads/?view=hot"


def test_outside_of_an_agency_there_are_no_views(ours, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert [*shell_of(asked(ours, ours.sam)).views] == []
