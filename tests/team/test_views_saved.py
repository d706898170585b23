"""Saved views through the browser's forms: kept, opened from the sidebar, put in order, with and without script."""

from __future__ import annotations

import html
import re

import pytest

from rightday.db.row_security import enter
from rightday.leads.lists.actions_labels import label_named
from rightday.leads.lists.models import Label
from rightday.people import search
from rightday.team import actions_views, queries_views
from rightday.team.kept_views import Screen, Shared
from rightday.team.models_views import SavedView
from tests.counting import of_page

HX = {"HTTP_HX_REQUEST": "true"}


def keep(cast, name: str, *, query: str = "view=stale", shared: Shared = Shared.ME, by=None) -> SavedView:
    with enter(cast.agency):
        return actions_views.save(name, screen=Screen.LEADS, query=query, shared=shared, by=by or cast.sam)


def sidebar(cast, member=None) -> list[str]:
    with enter(cast.agency):
        return [view.name for view in queries_views.sidebar(member or cast.sam)]


def test_a_list_is_kept_under_a_name_and_stands_in_the_sidebar(ours):
    browser = ours.client()
    asked = browser.get("/views/new/", {"query": "grade=warm,hot&view=stale&after=1~2~3"}, **HX).content.decode()
    assert "Leads, going stale, grade hot or warm" in asked
    said = {"name": "Going stale", "query": "grade=warm,hot&view=stale", "screen": "leads", "shared": "me"}
    answer = browser.post("/views/", said, follow=True)
    assert answer.redirect_chain == [("/leads/?view=stale&grade=hot,warm", 302)]
    page = answer.content.decode()
    assert "It stands in your sidebar" in page
    assert '<a href="/leads/?view=stale&amp;grade=hot,warm" aria-current="page">Going stale' in page
    assert sidebar(ours) == ["Going stale"]


def test_a_name_that_is_taken_is_said_and_may_be_replaced(ours):
    keep(ours, "Mine")
    browser = ours.client()
    said = {"name": "Mine", "query": "grade=hot", "screen": "leads", "shared": "sales"}
    answer = browser.post("/views/", said, **HX)
    assert answer.status_code == 422
    assert "You have a view named “Mine” already" in answer.content.decode()
    assert "Replace the view of this name" in answer.content.decode()
    again = browser.post("/views/", said | {"replace": "on"}, **HX)
    assert again["HX-Redirect"] == "/leads/?grade=hot"
    with enter(ours.agency):
        (view,) = SavedView.objects.all()
    assert (view.query, view.shared) == ("grade=hot", "sales")


@pytest.mark.parametrize("said", [{"name": ""}, {"name": "x", "shared": "nobody"}])
def test_what_cannot_be_kept_is_asked_again(ours, said):
    answer = ours.client().post("/views/", {"query": "view=hot", "screen": "leads"} | said)
    assert answer.status_code == 422
    assert sidebar(ours) == []


def test_the_address_for_forms_leads_to_the_page(ours):
    assert ours.client().get("/views/").url == "/settings/views/"


def test_a_view_whose_filter_no_longer_exists_opens_and_says_so(ours):
    with enter(ours.agency):
        label = label_named("Priority", by=ours.sam)
    view = keep(ours, "Priority", query=f"label={label.pk}&colour=green")
    with enter(ours.agency):
        Label.objects.all().delete()
    browser = ours.client()
    page = browser.get(f"/leads/?{view.query}").content.decode()
    assert "no longer exist" in page
    settings = browser.get("/settings/views/").content.decode()
    assert "no longer known: colour" in settings


def test_the_page_shows_yours_and_theirs_and_counts_come_after(ours):
    keep(ours, "Stale ones")
    keep(ours, "Team’s hot", query="view=hot", shared=Shared.ALL, by=ours.priya)
    keep(ours, "Priya’s own", by=ours.priya)
    browser = ours.client()
    page = browser.get("/settings/views/").content.decode()
    assert "Stale ones" in page
    assert "Priya, everybody" in page
    assert "Priya’s own" not in page
    counts = browser.get("/settings/views/", {"counts": "1"}, **HX).content.decode()
    assert counts.count("view-count-") == 2
    assert ">0</span>" in counts


def test_an_empty_page_says_how_one_is_made(ours):
    assert "No view is saved yet." in ours.client().get("/settings/views/").content.decode()


def test_order_and_sidebar_change_with_and_without_script(ours):
    first, second = keep(ours, "First"), keep(ours, "Second")
    browser = ours.client()
    assert browser.post(f"/settings/views/{second.pk}/place/", {"act": "up"}).url == "/settings/views/"
    assert sidebar(ours) == ["Second", "First"]
    piece = browser.post(f"/settings/views/{first.pk}/place/", {"act": "1"}, **HX).content.decode()
    assert piece.index("First") < piece.index("Second")
    assert 'id="side-views"' in piece
    browser.post(f"/settings/views/{first.pk}/sidebar/", {}, **HX)
    assert sidebar(ours) == ["Second"]
    browser.post(f"/settings/views/{first.pk}/sidebar/", {"sidebar": "1"}, **HX)
    assert sidebar(ours) == ["First", "Second"]


def test_a_view_gets_another_name_address_and_reach(ours):
    view = keep(ours, "Mine")
    keep(ours, "Other")
    browser = ours.client()
    form = browser.get(f"/settings/views/{view.pk}/", **HX).content.decode()
    assert "Its address" in form
    said = {"name": "Hot ones", "query": "https://x.example/leads/?grade=hot&view=mine", "shared": "all", "seen": "0"}
    assert browser.post(f"/settings/views/{view.pk}/", said).url == "/settings/views/"
    with enter(ours.agency):
        view.refresh_from_db()
    assert (view.name, view.query, view.shared) == ("Hot ones", "view=mine&grade=hot", "all")
    assert browser.post(f"/settings/views/{view.pk}/", said, **HX).status_code == 409
    taken = browser.post(f"/settings/views/{view.pk}/", said | {"name": "Other", "seen": "1"}, **HX)
    assert (taken.status_code, "already" in taken.content.decode()) == (422, True)


def test_a_view_of_people_has_no_address_to_change(ours):
    with enter(ours.agency):
        view = actions_views.save("P", screen=Screen.PEOPLE, query="", shared=Shared.ME, by=ours.sam)
    assert "Its address" not in ours.client().get(f"/settings/views/{view.pk}/", **HX).content.decode()


def test_a_colleagues_is_copied_but_neither_changed_nor_removed(ours):
    view = keep(ours, "Team", shared=Shared.ALL, by=ours.priya)
    hidden = keep(ours, "Hers", by=ours.priya)
    browser = ours.client()
    assert browser.get(f"/settings/views/{view.pk}/").status_code == 403
    refused = browser.post(f"/settings/views/{view.pk}/removal/")
    assert (refused.status_code, "only Priya can remove it" in refused.content.decode()) == (403, True)
    assert browser.post(f"/settings/views/{hidden.pk}/copying/").status_code == 404
    browser.post(f"/settings/views/{view.pk}/copying/")
    assert sidebar(ours) == ["Team"]
    with enter(ours.agency):
        mine = SavedView.objects.get(owner=ours.sam)
    assert browser.post(f"/settings/views/{mine.pk}/removal/", **HX).status_code == 200
    assert sidebar(ours) == []


def test_a_form_sent_twice_copies_once(ours):
    view = keep(ours, "Team", shared=Shared.ALL, by=ours.priya)
    said = {"once": "00000000-0000-4000-8000-00000000abcd"}
    for _ in range(2):
        ours.client().post(f"/settings/views/{view.pk}/copying/", said)
    assert sidebar(ours) == ["Team"]


def test_the_sidebar_is_counted_once_the_list_is_there(ours):
    keep(ours, "All of mine", query="view=mine")
    with enter(ours.agency):
        actions_views.save("People", screen=Screen.PEOPLE, query="", shared=Shared.ME, by=ours.sam)
    browser = ours.client()
    assert 'hx-get="/views/counts/"' in browser.get("/leads/?view=mine").content.decode()
    assert 'hx-get="/views/counts/"' not in browser.get("/people/").content.decode()
    here = HX | {"HTTP_HX_CURRENT_URL": "http://testserver/leads/?view=mine"}
    piece = browser.get("/views/counts/", **here).content.decode()
    assert 'aria-current="page">All of mine<span class="n">0</span>' in piece
    assert 'href="/people/">People</a>' in piece


def test_the_sidebar_costs_one_statement_however_many_views(ours):
    browser = ours.client()
    none = of_page(browser, "/settings/me/")
    for number in range(5):
        keep(ours, f"View {number}")
    assert len(of_page(browser, "/settings/me/")) == len(none)


@pytest.mark.parametrize(
    ("path", "screen", "query"),
    [("/people/?view=managers&q=java+leads", "people", "view=managers&q=java+leads"), ("/companies/?q=halden", "companies", "q=halden")],
)  # fmt: skip
def test_a_list_of_people_or_companies_is_kept_and_changed_without_losing_its_words(ours, path, screen, query):
    browser = ours.client()
    with enter(ours.agency):
        search.put_companies([ours.halden.pk])
    listed = browser.get(path).content.decode()
    asked = re.search(r'href="(/views/new/\?[^"]+)"[^>]*>[^<]*(?:<[^>]+>[^<]*)*?Save this view', listed)
    assert asked is not None
    shown = browser.get(html.unescape(asked[1]), **HX).content.decode()
    assert f'value="{html.escape(query)}"' in shown and f'value="{screen}"' in shown
    answer = browser.post("/views/", {"name": "Mine", "query": query, "screen": screen, "shared": "me"}, follow=True)
    assert answer.redirect_chain == [(f"/{screen}/?{query}", 302)]
    assert html.escape(f"/{screen}/?{query}") in answer.content.decode()
    with enter(ours.agency):
        row = SavedView.objects.get()
    edited = {"name": "Ours", "query": f"/{screen}/?{query}", "screen": screen, "shared": "all", "seen": row.version}
    browser.post(f"/settings/views/{row.pk}/", edited)
    with enter(ours.agency):
        row = SavedView.objects.get()
    assert (row.name, row.screen, row.query, row.shared) == ("Ours", screen, query, "all")


def test_a_plain_list_of_people_offers_nothing_to_keep(ours):
    assert "Save this view" not in ours.client().get("/people/").content.decode()
