"""Saved views: one name once, anybody shares, only the owner changes or removes."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from rightday.agencies.once import Stale
from rightday.team import actions_views as actions
from rightday.team import kept_views, queries_views
from rightday.team.kept_views import Screen, Shared
from rightday.team.models_views import KeptView, SavedView
from rightday.team.rules import Refused
from rightday.timeline.models import Event


def save(name: str, by, shared: Shared = Shared.ME, query: str = "view=hot", **more) -> SavedView:
    return actions.save(name, screen=Screen.LEADS, query=query, shared=shared, by=by, **more)


def names(member) -> list[str]:
    return [view.name for view in queries_views.sidebar(member)]


def test_sharing_needs_no_permission_and_is_told(inside):
    save("Recruiters’ own", inside.priya, Shared.RECRUITERS)
    assert [event.data for event in Event.objects.filter(verb="view.shared")] == [
        {"name": "Recruiters’ own", "whom": "recruiters"}
    ]
    shown = {member.name: [row.name for row in queries_views.views_page(member).theirs] for member in
             (inside.sam, inside.jo)}  # fmt: skip
    assert shown == {"Sam Whitlock": ["Recruiters’ own"], "Jo Lindqvist": []}


def test_what_is_only_for_one_is_not_told(inside):
    save("Mine", inside.priya)
    assert not Event.objects.filter(verb__startswith="view.").exists()


def test_one_name_once_for_each_owner(inside):
    save("Hot", inside.sam)
    save("Hot", inside.priya)
    with pytest.raises(Refused, match="You have a view named “Hot” already"):
        save(" hot".replace("h", "H"), inside.sam)
    with pytest.raises(IntegrityError):
        SavedView.objects.create(owner=inside.sam, name="Hot", screen="leads")


def test_the_same_name_from_two_windows_at_once_is_refused_in_words(inside, monkeypatch):
    save("Hot", inside.sam)
    monkeypatch.setattr(queries_views, "named", lambda member, name: None)
    with pytest.raises(Refused, match="already"):
        save("Hot", inside.sam)


def test_a_view_is_replaced_where_that_is_wanted(inside):
    first = save("Hot", inside.sam)
    again = save("Hot", inside.sam, query="view=mine", replacing=True)
    assert (again.pk, again.query, again.version) == (first.pk, "view=mine", 1)


def test_no_name_too_long_too_many(inside, monkeypatch):
    with pytest.raises(Refused, match="Give the view a name"):
        save(" ", inside.sam)
    with pytest.raises(Refused, match="too long"):
        save("Long", inside.sam, query="x" * 1001)
    monkeypatch.setattr(kept_views, "MOST", 1)
    view = save("One", inside.sam)
    with pytest.raises(Refused, match="You keep 1 views already"):
        save("Two", inside.sam)
    with pytest.raises(Refused, match="You keep 1 views already"):
        actions.copy(view, by=inside.sam)


def test_only_its_owner_changes_a_view(inside):
    view = save("Team", inside.priya, Shared.ALL)
    with pytest.raises(Refused, match="This view is Priya Nair’s: only Priya can change it"):
        actions.edit(view, name="x", query="", shared=Shared.ME, seen=0, by=inside.sam)
    with pytest.raises(Refused, match="only Priya can remove it"):
        actions.remove(view, by=inside.sam)


def test_two_windows_and_the_second_is_told(inside):
    view = save("Mine", inside.sam)
    actions.edit(view, name="Mine too", query="view=mine", shared=Shared.ALL, seen=0, by=inside.sam)
    with pytest.raises(Stale):
        actions.edit(view, name="Other", query="", shared=Shared.ME, seen=0, by=inside.sam)
    view.refresh_from_db()
    assert (view.name, view.query, view.shared, view.version) == ("Mine too", "view=mine", "all", 1)
    actions.edit(view, name="Mine too", query="", shared=Shared.ALL, seen=1, by=inside.sam)
    assert Event.objects.filter(verb="view.shared").count() == 1


def test_a_name_of_another_of_theirs_is_refused(inside):
    save("One", inside.sam)
    two = save("Two", inside.sam)
    with pytest.raises(Refused, match="already"):
        actions.edit(two, name="One", query="", shared=Shared.ME, seen=0, by=inside.sam)


def test_removing_a_shared_view_takes_it_from_all_who_keep_it(inside):
    view = save("Team", inside.priya, Shared.ALL)
    actions.show(view, sidebar=True, by=inside.sam)
    assert names(inside.sam) == ["Team"]
    actions.remove(view, by=inside.priya)
    assert (names(inside.sam), KeptView.objects.count()) == ([], 0)
    assert Event.objects.filter(verb="view.removed").count() == 1
    actions.remove(save("Mine", inside.sam), by=inside.sam)
    assert Event.objects.filter(verb="view.removed").count() == 1


def test_a_view_that_is_no_longer_shared_leaves_others_sidebars(inside):
    view = save("Team", inside.priya, Shared.ALL)
    actions.show(view, sidebar=True, by=inside.sam)
    actions.edit(view, name="Team", query="", shared=Shared.SALES, seen=0, by=inside.priya)
    assert names(inside.sam) == ["Team"]
    actions.edit(view, name="Team", query="", shared=Shared.ME, seen=1, by=inside.priya)
    assert names(inside.sam) == []
    assert names(inside.priya) == ["Team"]


def test_a_copy_is_ones_own(inside):
    view = save("Team", inside.priya, Shared.ALL)
    save("Team", inside.sam)
    copied = actions.copy(view, by=inside.sam)
    assert (copied.name, copied.owner, copied.shared) == ("Team, copy", inside.sam, "me")
    assert names(inside.sam) == ["Team", "Team, copy"]


def test_each_keeps_their_own_order_and_sidebar(inside):
    one, two = save("One", inside.sam, Shared.ALL), save("Two", inside.sam, Shared.ALL)
    actions.move(two, to="up", by=inside.sam)
    actions.move(two, to="down", by=inside.priya)
    actions.show(one, sidebar=False, by=inside.sam)
    assert [row.name for row in queries_views.views_page(inside.sam).yours] == ["Two", "One"]
    assert [row.name for row in queries_views.views_page(inside.priya).theirs] == ["One", "Two"]
    assert (names(inside.sam), names(inside.priya)) == (["Two"], [])
    actions.move(one, to="2", by=inside.priya)
    assert [(row.name, row.place) for row in queries_views.views_page(inside.priya).theirs] == [("Two", 1), ("One", 2)]
