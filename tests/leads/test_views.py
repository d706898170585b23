"""Screens of leads in a browser without script, and the pieces htmx asks for."""

from __future__ import annotations

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Lead

HTMX = {"HTTP_HX_REQUEST": "true"}


def test_the_list_in_every_view(ours, shown):
    browser = ours.client()
    for view in ("", "open", "mine", "hot", "stale", "qualify", "ended", "nonsense"):
        page = browser.get("/leads/", {"view": view}, follow=True)
        assert page.status_code == 200
        assert ("Halden Insurance" in page.content.decode()) == (view in {"", "open", "mine", "qualify", "nonsense"})


def test_the_sidebar_says_how_many_are_open(ours, shown):
    page = ours.client().get("/leads/around/", **HTMX).content.decode()
    assert 'Leads<span class="n">1</span>' in page


def test_the_list_answers_typing_with_its_rows_and_its_count(ours, shown):
    piece = ours.client().get("/leads/", {"q": "mart"}, **HTMX).content.decode()
    assert '<div id="found"' in piece
    assert "One lead" in piece
    assert 'hx-swap-oob="true"' in piece
    assert "<html" not in piece
    nothing = ours.client().get("/leads/", {"q": "nobodyatall"}).content.decode()
    assert "Nothing found for" in nothing


def test_the_page_of_a_lead(ours, shown):
    page = ours.client().get(f"/leads/{shown.pk}/")
    text = page.content.decode()
    assert page.status_code == 200
    for words in ("2 platform engineers", "Martin Ahlqvist", "one of four", "Call Martin today.", "You brought in"):
        assert words in text


def test_another_agencys_lead_is_not_found(ours, theirs, shown):
    for address in ("", "evidence/", "step/", "outcome/", "details/"):
        assert ours.client().get(f"/leads/{shown.pk}/{address}").status_code == 200
        assert theirs.client().get(f"/leads/{shown.pk}/{address}").status_code == 404
    for address in ("notes/", "confirmation/", "reopening/", "evidence/", "step/", "outcome/", "details/"):
        assert theirs.client().post(f"/leads/{shown.pk}/{address}", {"words": "x"}).status_code == 404


def test_a_new_lead_about_somebody_on_record(ours):
    browser = ours.client()
    assert "Who is it about?" in browser.get("/leads/new/").content.decode()
    assert "Martin Ahlqvist" in browser.get("/leads/new/", {"person": ours.martin.pk}).content.decode()
    sent = {
        "person": ours.martin.pk,
        "title": "Java",
        "shows": "interviewing",
        "words": "two",
        "said": "them",
        "true_on": "last Thursday",
    }
    made = browser.post("/leads/", sent)
    assert made.status_code == 302
    assert browser.get(made.headers["Location"]).status_code == 200
    assert browser.post("/leads/", sent | {"true_on": "next year"}).status_code == 422
    assert browser.get("/leads/new/", {"person": "99999"}).status_code == 404
    browser.post("/leads/", {"person": ours.martin.pk, "words": "Likes hiking"})
    browser.post("/leads/", {"person": ours.martin.pk})
    with enter(ours.agency):
        shows = [list(lead.evidence.values_list("shows", flat=True)) for lead in Lead.objects.order_by("id")]
    assert shows == [["interviewing"], ["context"], []]


def test_the_grade_on_a_past_day(ours, shown):
    browser, address = ours.client(), f"/leads/{shown.pk}/"
    assert "To qualify on yesterday" in browser.get(address, {"on": "yesterday"}, **HTMX).content.decode()
    assert "To qualify on yesterday" in browser.get(address, {"on": "yesterday"}).content.decode()
    assert "Write a day that is past" in browser.get(address, {"on": "tomorrow"}).content.decode()
    assert browser.get(address, {"on": ""}, **HTMX).status_code == 200


def test_the_timeline_reads_on(ours, shown):
    with enter(ours.agency):
        for number in range(25):
            actions.note(shown, words=f"note {number}.", by=ours.sam)
    browser, address = ours.client(), f"/leads/{shown.pk}/"
    first = browser.get(address)
    assert "note 24." in first.content.decode()
    assert "note 2." not in first.content.decode()
    before = first.content.decode().split('href="?before=')[1].split('"')[0]
    older = browser.get(f"{address}?before={before}", **HTMX).content.decode()
    assert "note 2." in older
    assert "<html" not in older
    assert "note 2." in browser.get(f"{address}?before={before}").content.decode()
