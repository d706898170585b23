"""Find or do."""

from __future__ import annotations

import pytest
from django.test import Client

from rightday.db.row_security import enter
from rightday.leads import actions as leads_actions
from rightday.leads import actions_create
from rightday.people import search
from tests.conftest import Cast


@pytest.fixture
def browser(ours: Cast) -> Client:
    with enter(ours.agency):
        search.put_persons([ours.martin.pk])
        search.put_companies([ours.halden.pk])
    return ours.client()


def asked(browser: Client, q: str) -> str:
    return browser.get("/find/", {"q": q}, headers={"HX-Request": "true", "HX-Target": "pal-list"}).content.decode()


def test_nothing_typed_gives_what_one_may_do(browser: Client):
    options = asked(browser, "")
    assert options.strip().startswith('<div role="group" aria-label="Do">')
    assert 'href="/today/"' in options
    assert "data-dialog" in options


def test_leads_people_companies_and_what_one_may_do(ours: Cast, browser: Client):
    with enter(ours.agency):
        lead = actions_create.create(ours.martin, heard=[], title="2 engineers", by=ours.sam, source="form")
    options = asked(browser, "hal")
    order = [
        options.index(words)
        for words in (
            f'href="/leads/{lead.pk}/"', f'href="/people/{ours.martin.pk}/"', f'href="/companies/{ours.halden.pk}/"',
            "Dial Martin Ahlqvist", "Capture “hal” as a note",
        )
    ]  # fmt: skip
    assert order == sorted(order)
    assert 'data-dial="tel:+442079460142"' in options
    assert "+44 20 7946 0142" in options
    assert "<b>Hal</b>den Insurance" in options


def test_a_lead_is_shown_with_its_person_whatever_was_typed(ours: Cast, browser: Client):
    with enter(ours.agency):
        lead = actions_create.create(ours.martin, heard=[], title="2 engineers", by=ours.sam, source="form")
    by_name = asked(browser, "ahl")
    option = by_name[by_name.index(f'href="/leads/{lead.pk}/"') :].partition("</a>")[0]
    assert "Martin <b>Ahl</b>qvist, Halden Insurance" in option
    assert "2 engineers" in option
    assert "Martin Ahlqvist, <b>Hal</b>den Insurance" in asked(browser, "hal")


def test_actions_by_the_beginnings_of_their_words(browser: Client):
    assert 'href="/imports/"' in asked(browser, "imp")
    assert 'href="/settings/members/"' in asked(browser, "mem inv")
    assert 'href="/imports/"' not in asked(browser, "set")


def test_a_number_typed_can_be_dialled(browser: Client):
    assert "Dial +44 113 496 0120" in asked(browser, "0113 496 0120")
    assert "Dial Martin Ahlqvist" in asked(browser, "020 7946 0142")
    assert "Dial" not in asked(browser, "zzz 12")


def test_somebody_who_said_no_is_found_and_cannot_be_dialled(ours: Cast, browser: Client):
    with enter(ours.agency):
        leads_actions.refuse(ours.martin, words="No.", by=ours.sam)
    options = asked(browser, "ahl")
    assert "Do not call" in options
    assert "tel:" not in options


def test_a_page_without_script(browser: Client):
    page = browser.get("/find/?q=hal").content.decode()
    assert "<html" in page
    assert "Halden" in page
    assert browser.get("/find/").status_code == 200
    assert "…”" in asked(browser, "x" * 100)
