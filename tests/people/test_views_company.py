"""The page of one company."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.kernel import phones
from rightday.leads import actions as leads_actions
from rightday.leads import actions_create
from rightday.leads.models import Intelligence
from rightday.leads.rules import Ending
from rightday.people import actions
from tests.conftest import Cast
from tests.counting import of_page


@pytest.fixture
def browser(ours: Cast) -> Client:
    return ours.client()


def fill(cast: Cast, count: int) -> None:
    with enter(cast.agency):
        for n in range(count):
            person = actions.add_person(given=f"Ann{n}", family="Bell", company=cast.halden, by=cast.sam)
            actions_create.create(person, heard=[], title=f"Testers {n}", by=cast.sam, source="form")
            actions.add_number(cast.halden, phones.read(f"020 7946 01{n:02}")[0], by=cast.sam)
            Intelligence.objects.create(
                company=cast.halden, words=f"Heard {n}.", question="Who decides?", true_on=timezone.localdate(),
                recorded_at=timezone.now(),
            )  # fmt: skip


def test_the_same_number_of_statements_for_one_and_for_three(ours: Cast, browser: Client):
    path = f"/companies/{ours.halden.pk}/"
    fill(ours, 1)
    one = of_page(browser, path)
    fill(ours, 3)
    assert len(of_page(browser, path)) == len(one) <= 14


def test_everything_known_is_on_it(ours: Cast, browser: Client):
    fill(ours, 2)
    with enter(ours.agency):
        lead = actions_create.create(ours.martin, heard=[], title="Ended one", by=ours.sam, source="form")
        leads_actions.end(lead, kind=Ending.CANCELLED, on=timezone.localdate(), by=ours.sam)
        actions.count_dial(ours.martin, reached=True, at=timezone.now())
        actions.edit_company(ours.halden, seen=0, by=ours.sam, name="Halden Group", note="Pay slowly.", country="GB")
        actions.add_number(ours.halden, phones.read("front desk")[0], by=ours.sam)
    page = browser.get(f"/companies/{ours.halden.pk}/").content.decode()
    for words in (
        "Halden Group", "two open, one ended", "Testers 0", "Ended one", "Cancelled",
        "three people, one we have spoken to",
        "Ann0 Bell", "Martin Ahlqvist", "Never spoken", "Heard 1.", "Who decides?", "+44 20 7946 0100", "front desk",
        "Also written", "Halden Insurance", "Pay slowly.", "London", "We do not know",
    ):  # fmt: skip
        assert words in page, words


def test_one_nothing_is_known_of(ours: Cast, browser: Client):
    with enter(ours.agency):
        company = actions.add_company("X", by=ours.sam)
    page = browser.get(f"/companies/{company.pk}/").content.decode()
    for words in ("No lead yet", "Nobody yet. Who decides there?", "No number yet."):
        assert words in page


def test_somebody_who_said_no_stands_there_without_a_number(ours: Cast, browser: Client):
    with enter(ours.agency):
        leads_actions.refuse(ours.martin, words="No.", by=ours.sam)
    page = browser.get(f"/companies/{ours.halden.pk}/").content.decode()
    assert "Asked not to be called" in page
    assert "0142" not in page


def test_more_people_than_a_page_shows(ours: Cast, browser: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rightday.people.queries_company.PEOPLE", 1)
    fill(ours, 1)
    with enter(ours.agency):
        actions.add_person(given="Zed", family="Zed", company=ours.halden, by=ours.sam)
    page = browser.get(f"/companies/{ours.halden.pk}/").content.decode()
    assert "Find the others" in page


def test_reading_on_in_the_timeline(ours: Cast, browser: Client):
    with enter(ours.agency):
        for n in range(25):
            leads_actions.note(ours.halden, words=f"Note {n}.", by=ours.sam)
    path = f"/companies/{ours.halden.pk}/"
    before = browser.get(path).content.decode().partition('href="?before=')[2].partition('"')[0]
    piece = browser.get(f"{path}?before={before}", headers={"HX-Request": "true"}).content.decode()
    assert "Note 4." in piece
    assert "<html" not in piece


@pytest.mark.parametrize("path", ["", "notes/", "details/", "numbers/"])
def test_another_agencys_company_is_not_found(ours: Cast, theirs: Cast, outsider: Client, path: str):
    address = f"/companies/{ours.halden.pk}/{path}"
    for stranger in (theirs.client(), outsider):
        assert stranger.get(address, follow=True).status_code == 404
        assert stranger.post(address, {"name": "x"}).status_code in (404, 405)


def test_a_company_turns_out_to_be_a_competitor_and_not(ours: Cast) -> None:
    browser, address = ours.client(), f"/companies/{ours.halden.pk}/"
    assert "They are a competitor" in browser.get(address).content.decode()
    assert browser.post(f"{address}competitor/", {"competitor": "yes"}).headers["Location"] == address
    page = browser.get(address).content.decode()
    assert 'href="/results/competitors/"' in page
    assert "Filled" in page and "They are no competitor" in page
    assert "Halden Insurance" in browser.get("/results/competitors/").content.decode()
    browser.post(f"{address}competitor/", {"competitor": "no"})
    assert "No competitor yet" in browser.get("/results/competitors/").content.decode()
