"""The list and the board in a browser without script, and the pieces htmx asks for."""

from __future__ import annotations

import pytest

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.mark.parametrize("params", [{}, {"as": "board"}, {"as": "board", "view": "ended"}, {"sort": "-age"}])
def test_both_layouts(ours, shown, params):
    page = ours.client().get("/leads/", params)
    text = page.content.decode()
    assert page.status_code == 200
    assert ("Halden Insurance" in text) == ("view" not in params)
    assert ("data-card" in text) == (params == {"as": "board"})


def test_a_form_without_script_leads_to_one_address(ours, shown):
    sent = "grade=hot&grade=warm&owner=&step=&skill=+java+&q=&sort="
    answer = ours.client().get(f"/leads/?{sent}")
    assert answer["Location"] == "/leads/?grade=hot,warm&skill=java"
    assert ours.client().get("/leads/?q=")["Location"] == "/leads/"


def test_a_view_that_asks_for_what_is_gone_says_so_and_shows_the_rest(ours, shown):
    text = ours.client().get("/leads/?label=99&colour=blue&owner=me").content.decode()
    assert "This view asks for colour “blue” and label “99”, which no longer exist. The rest is shown." in text
    assert "Halden Insurance" in text


def test_typing_answers_with_all_that_changes(ours, shown):
    piece = ours.client().get("/leads/", {"q": "mart", "as": "board"}, **HTMX).content.decode()
    assert "<html" not in piece and "data-card" in piece
    for name in ("filters", "lead-tabs", "layouts"):
        assert f'id="{name}"' in piece


def test_the_form_and_the_counts_come_once_the_rows_are_there(ours, shown):
    browser = ours.client()
    first = browser.get("/leads/?grade=hot").content.decode()
    assert 'hx-get="/leads/around/?grade=hot"' in first
    assert 'name="skill"' not in first
    piece = browser.get("/leads/around/?grade=hot", **HTMX).content.decode()
    assert "<html" not in piece and "data-row" not in piece
    assert 'id="filter-form" hx-swap-oob="true"' in piece and 'name="skill"' in piece
    assert 'id="lead-tabs" hx-swap-oob="true"' in piece and '<span class="n">' in piece
    assert "leads/around" not in piece
    whole = browser.get("/leads/around/").content.decode()
    assert "<html" in whole and 'name="skill"' in whole and "data-row" in whole


def test_more_cards_of_a_column(ours, shown):
    browser = ours.client()
    piece = browser.get("/leads/board/1/", **HTMX).content.decode()
    assert piece.count("data-card") == 1 and "<html" not in piece
    assert browser.get("/leads/board/1/?skill=java")["Location"] == "/leads/?stage=1&skill=java&sort=stage"
    assert browser.get("/leads/board/9/").status_code == 404


def test_an_empty_view_says_what_to_do(ours, theirs, shown):
    browser = ours.client()
    for address, words in (
        ("/leads/?skill=cobol", "No lead is all of this."),
        ("/leads/?view=handed", "No lead is in this view today."),
        ("/leads/?view=ended", "No lead has ended yet."),
    ):
        assert words in browser.get(address).content.decode()
    assert "No leads yet." in theirs.client().get("/leads/").content.decode()
