"""What a member sees of saved views."""

from __future__ import annotations

import pytest

from rightday.db.row_security import enter
from rightday.team import actions_views, queries_views
from rightday.team.kept_views import Screen, Shared
from rightday.team.models_views import SavedView


def test_the_sidebar_is_one_statement_and_the_page_two(inside, django_assert_num_queries):
    for shared in Shared:
        view = actions_views.save(shared, screen=Screen.LEADS, query="", shared=shared, by=inside.priya)
        for member in (inside.sam, inside.jo):
            actions_views.show(view, sidebar=True, by=member)
    with django_assert_num_queries(1):
        assert [view.name for view in queries_views.sidebar(inside.sam)] == ["sales", "recruiters", "all"]
    assert [view.name for view in queries_views.sidebar(inside.jo)] == ["sales", "all"]
    assert [view.href for view in queries_views.sidebar(inside.priya)] == ["/leads/"] * 4
    with django_assert_num_queries(2):
        shown = queries_views.views_page(inside.jo)
    assert [(row.name, row.whose, row.sidebar, row.href) for row in shown.rows] == [
        ("sales", "Priya, sales", True, "/leads/"), ("all", "Priya, everybody", True, "/leads/"),
    ]  # fmt: skip


def test_what_one_does_not_see_is_not_there(inside):
    view = actions_views.save("Hers", screen=Screen.LEADS, query="", shared=Shared.ME, by=inside.priya)
    assert queries_views.the_view(inside.priya, view.pk) == view
    with pytest.raises(SavedView.DoesNotExist):
        queries_views.the_view(inside.sam, view.pk)
    assert queries_views.named(inside.priya, " Hers ") == view
    assert queries_views.named(inside.sam, "Hers") is None


def test_another_agencys_views_are_not_seen(ours, theirs):
    with enter(theirs.agency):
        actions_views.save("Theirs", screen=Screen.LEADS, query="", shared=Shared.ALL, by=theirs.sam)
    with enter(ours.agency):
        assert queries_views.views_page(ours.sam).rows == ()
