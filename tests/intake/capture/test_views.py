"""Quick capture in the browser: page, dialog, reading while typing, saving, undoing."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rightday.calls import actions as calls
from rightday.db.row_security import enter
from rightday.intake.models import Captured
from rightday.leads.models import Lead
from rightday.people import search
from rightday.people.models import Person
from tests.conftest import Cast

NOW = datetime(2026, 11, 24, 9, 42, tzinfo=ZoneInfo("Europe/London"))
SPOKE = "Spoke with Priya Natarajan at Northwind Systems, 020 7946 0991, interviewing two Java contractors this week"
HILARY = (
    "Hilary Moss at Castle Telecom, 020 7946 0471. Lena sat with her on Friday. "
    "Seeing two more this Thursday, on-call is why people say no"
)
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def browser(ours: Cast) -> Client:
    with enter(ours.agency):
        search.put_companies([ours.halden.pk])
    return ours.client(ours.sam)


def words(html: bytes) -> str:
    text = re.sub(r"<svg.*?</svg>", "", html.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def read(browser: Client, text: str, query: str = "") -> Any:
    return browser.post(f"/capture/parse/{query}", {"text": text}, headers=HTMX)


class TestForm:
    def test_the_page_works_without_script(self, browser: Client):
        page = browser.get("/capture/")
        assert page.status_code == 200
        html = page.content.decode()
        assert "<!doctype html>" in html
        assert 'enctype="multipart/form-data"' in html
        assert 'data-outbox="Capture"' in html
        assert "hx-encoding" not in html

    def test_the_dialog_is_a_piece(self, browser: Client):
        html = browser.get("/capture/", headers=HTMX).content.decode()
        assert "<!doctype" not in html
        assert 'hx-post="/capture/"' in html
        assert 'id="dialog-title"' in html

    def test_a_text_in_the_address_is_read_at_once(self, browser: Client):
        page = browser.get("/capture/", {"text": SPOKE})
        assert "Priya Natarajan" in words(page.content)
        assert "Save lead" in words(page.content)

    def test_read_it_first_without_script(self, browser: Client, ours: Cast):
        key = uuid4().hex
        page = browser.post("/capture/", {"text": SPOKE, "read": "1", "once": key})
        assert page.status_code == 200
        assert "lead until Sun 29 Nov." in words(page.content)
        assert key in page.content.decode()
        with enter(ours.agency):
            assert not Captured.objects.exists()

    def test_whose_page_it_is(self, browser: Client, ours: Cast):
        html = browser.get(f"/capture/?person={ours.martin.pk}", headers=HTMX).content.decode()
        assert "On the phone with Martin Ahlqvist" in html
        assert f"/capture/parse/?person={ours.martin.pk}" in html

    def test_whom_one_has_on_the_phone(self, browser: Client, ours: Cast):
        with enter(ours.agency):
            calls.pick_up(ours.martin, by=ours.sam)
        assert "On the phone with Martin" in browser.get("/capture/", headers=HTMX).content.decode()
        assert "On the phone" not in ours.client(ours.jo).get("/capture/", headers=HTMX).content.decode()
        with enter(ours.agency):
            calls.hang_up(by=ours.sam)
        assert "On the phone" not in browser.get("/capture/", headers=HTMX).content.decode()

    def test_an_empty_form_says_so_and_keeps_nothing(self, browser: Client, ours: Cast):
        page = browser.post("/capture/", {"text": " \n ", "once": uuid4().hex})
        assert page.status_code == 422
        assert "Type or paste what you heard first." in words(page.content)
        piece = browser.post("/capture/", {"text": "", "once": uuid4().hex}, headers=HTMX)
        assert piece.status_code == 422
        assert piece.content.startswith(b"\n<form") or piece.content.lstrip().startswith(b"<form")


class TestParse:
    def test_the_lines_and_the_verdict(self, browser: Client, ours: Cast):
        said = words(read(browser, HILARY).content)
        assert "Person Hilary Moss New. Check the spelling" in said
        assert "Company Castle Telecom New. Check the spelling" in said
        assert "Phone +44 20 7946 0471 Not tested yet" in said
        assert "Said Interviewing Fri 20 Nov, from Lena" in said
        assert "Said Interviewing two on Thu 26 Nov Today, from Lena" in said
        assert "Note On-call is why people say no" in said
        assert "Hot when her number is tested." in said
        assert "“How do you spell Moss, and is this her direct line?”" in said
        assert "Next step: call Hilary today" in said
        assert "Save lead" in said
        with enter(ours.agency):
            assert not Captured.objects.exists()

    def test_pieces_beside_it_find_their_place(self, browser: Client):
        html = read(browser, HILARY).content.decode()
        assert re.search(r'<span id="cap-next" hx-swap-oob="true">', html)
        assert re.search(r'<span id="cap-button" hx-swap-oob="true">', html)
        assert 'role="status"' in html
        assert 'aria-live="polite"' in html

    def test_the_marks_are_places_in_the_text(self, browser: Client):
        html = read(browser, "Karen Whitby, Fenwick Legal, runs the data team").content.decode()
        marks = json.loads(re.search(r'data-marks="([^"]+)"', html)[1].replace("&#34;", '"').replace("&quot;", '"'))
        assert marks == [[0, 12, "who"], [14, 27, "firm"]]

    def test_a_contact_is_no_lead_yet(self, browser: Client):
        said = words(read(browser, "Karen Whitby, Fenwick Legal, runs the data team").content)
        assert "Not a lead yet. A name and a company is a contact." in said
        assert "Phone No number yet" in said
        assert "Said Nothing about hiring yet" in said
        assert "Save contact" in said

    def test_nothing_typed_says_nothing(self, browser: Client):
        said = words(read(browser, "  ").content)
        assert said == "Nothing is lost. You can add to it later. Keep as note"

    def test_known_people_and_companies(self, browser: Client, ours: Cast):
        said = words(read(browser, "Martin Ahlqvist at Halden, interviewing two").content)
        assert "Person Martin Ahlqvist Known, Halden Insurance" in said
        assert "Company Halden Insurance Known, London" in said
        assert "Phone +44 20 7946 0142 Not tested yet" in said

    def test_who_is_on_the_phone_is_asked(self, browser: Client, ours: Cast):
        text = "Hilary Moss at Castle Telecom, interviewing two"
        said = words(read(browser, text, f"?person={ours.martin.pk}").content)
        assert "from Martin" in said
        assert "Ask Martin now:" in said

    def test_anything_may_be_typed(self, browser: Client):
        for text in ("<script>alert(1)</script> at <b>Northwind</b>", "\u0000 Priya", "٠٢٠ محمد عبد الله", "😀" * 50):
            answer = read(browser, text)
            assert answer.status_code == 200
            assert b"<script>" not in answer.content

    def test_two_million_characters_are_read_in_their_beginning(self, browser: Client):
        answer = browser.post("/capture/parse/", {"text": f"{SPOKE}. " + "م" * 2_000_000}, headers=HTMX)
        assert answer.status_code == 200
        assert "Priya Natarajan" in words(answer.content)
        assert len(answer.content) < 10_000

    def test_few_statements_whatever_the_text(self, browser: Client, ours: Cast):
        counts = []
        for text in (HILARY, " ".join([HILARY] * 30)):
            with CaptureQueriesContext(connection) as run:
                read(browser, text)
            counts.append(len(run))
        assert counts[0] <= 22  # two of them ask whose a name is since a merge
        assert counts[1] <= 22

    def test_only_by_post(self, browser: Client):
        assert browser.get("/capture/parse/")["Location"] == "/capture/"


class TestSave:
    def save(self, browser: Client, text: str = SPOKE, **more: Any) -> Any:
        headers = more.pop("headers", HTMX)
        return browser.post("/capture/", {"text": text, "once": uuid4().hex, **more}, headers=headers)

    def test_a_toast_with_undo_and_a_link_where_one_is(self, browser: Client, ours: Cast):
        answer = self.save(browser)
        assert answer.status_code == 200
        assert json.loads(answer.headers["HX-Trigger"]) == {"rightday:captured": "", "rightday:close": ""}
        assert "Saved: Hot lead, Priya Natarajan. Next: call Priya today." in words(answer.content)
        with enter(ours.agency):
            kept = Captured.objects.get()
        html = answer.content.decode()
        assert f'action="/capture/{kept.pk}/undo/"' in html
        assert f'href="/leads/{kept.lead_id}/"' in html

    def test_without_script_the_page_of_what_was_kept(self, browser: Client, ours: Cast):
        answer = self.save(browser, headers={})
        with enter(ours.agency):
            kept = Captured.objects.get()
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/capture/{kept.pk}/")
        page = browser.get(f"/capture/{kept.pk}/")
        assert SPOKE in words(page.content)
        assert "Open the lead" in words(page.content)

    def test_sent_twice_it_is_saved_once(self, browser: Client, ours: Cast):
        key = uuid4().hex
        first = browser.post("/capture/", {"text": SPOKE, "once": key}, headers=HTMX)
        second = browser.post("/capture/", {"text": SPOKE, "once": key}, headers=HTMX)
        assert words(first.content) == words(second.content)
        with enter(ours.agency):
            assert (Captured.objects.count(), Lead.objects.count()) == (1, 1)

    def test_without_a_key_it_is_saved_all_the_same(self, browser: Client, ours: Cast):
        browser.post("/capture/", {"text": SPOKE}, headers=HTMX)
        with enter(ours.agency):
            assert Captured.objects.count() == 1

    def test_a_key_that_is_none_loses_nothing(self, browser: Client):
        answer = browser.post("/capture/", {"text": SPOKE, "once": "x"}, headers=HTMX)
        assert "Saved: Hot lead" in words(answer.content)

    def test_two_million_characters_of_arabic_are_kept(self, browser: Client, ours: Cast):
        text = "م" * 2_000_000
        assert self.save(browser, text).status_code == 200
        with enter(ours.agency):
            assert Captured.objects.get().text == text

    def test_what_waited_for_the_line(self, browser: Client, ours: Cast):
        waited = (NOW - timedelta(days=1)).isoformat()
        self.save(browser, headers=HTMX | {"X-Rightday-Outbox": waited})
        with enter(ours.agency):
            assert Captured.objects.get().at == NOW - timedelta(days=1)

    @pytest.mark.parametrize("header", ["yesterday", "2026-11-23T10:00:00", "2026-13-45T10:00:00+00:00",
                                        "2027-01-01T10:00:00+00:00", "2020-01-01T10:00:00+00:00"])  # fmt: skip
    def test_an_unlikely_moment_is_now(self, browser: Client, ours: Cast, header: str):
        self.save(browser, headers=HTMX | {"X-Rightday-Outbox": header})
        with enter(ours.agency):
            assert Captured.objects.get().at == NOW

    def test_from_whom(self, browser: Client, ours: Cast):
        self.save(browser, "Hilary Moss at Castle Telecom, interviewing two", person=str(ours.martin.pk))
        with enter(ours.agency):
            assert Lead.objects.get().heard_from == ours.martin

    def test_a_note_and_a_contact_have_their_pages(self, browser: Client, ours: Cast):
        self.save(browser, "thanks")
        self.save(browser, "Martin Ahlqvist at Halden prefers mornings")
        with enter(ours.agency):
            note, about = Captured.objects.order_by("pk")
        assert "Saved: note." in words(browser.get(f"/capture/{note.pk}/").content)
        assert "Open the person" in words(browser.get(f"/capture/{about.pk}/").content)


class TestAfterwards:
    @pytest.fixture
    def kept(self, browser: Client, ours: Cast) -> Captured:
        browser.post("/capture/", {"text": SPOKE, "once": uuid4().hex}, headers=HTMX)
        with enter(ours.agency):
            return Captured.objects.get()

    def test_undo(self, browser: Client, ours: Cast, kept: Captured):
        answer = browser.post(f"/capture/{kept.pk}/undo/", {"once": uuid4().hex})
        assert answer.headers["Location"] == f"/capture/{kept.pk}/"
        page = words(browser.get(answer.headers["Location"]).content)
        assert "Taken back" in page
        assert SPOKE in page
        with enter(ours.agency):
            assert not Lead.objects.exists()

    def test_undo_by_somebody_else_is_refused(self, ours: Cast, kept: Captured):
        answer = ours.client(ours.jo).post(f"/capture/{kept.pk}/undo/")
        assert answer.status_code == 409
        assert "whoever made it" in words(answer.content)

    def test_reading_it_again(self, browser: Client, kept: Captured):
        page = browser.post(f"/capture/{kept.pk}/again/")
        assert "Read again" in words(page.content)
        assert browser.get(f"/capture/{kept.pk}/again/")["Location"] == f"/capture/{kept.pk}/"


class TestWall:
    def test_ids_of_another_agency_are_not_found(self, browser: Client, ours: Cast, theirs: Cast):
        with enter(theirs.agency):
            foreign = Captured.objects.create(text="x", by=theirs.sam, at=NOW)
        person = theirs.martin.pk
        assert browser.get(f"/capture/?person={person}").status_code == 404
        assert read(browser, "x", f"?person={person}").status_code == 404
        sent = {"text": "x", "person": str(person), "once": uuid4().hex}
        assert browser.post("/capture/", sent).status_code == 404
        for path in ("", "undo/", "again/"):
            address = f"/capture/{foreign.pk}/{path}"
            assert (browser.post(address) if path else browser.get(address)).status_code == 404
        with enter(ours.agency):
            assert not Captured.objects.exists()
        assert browser.get(f"/capture/?person={ours.martin.pk}").status_code == 200

    @pytest.mark.parametrize("person", ["", "x", "-1", "٣", "9" * 30])
    def test_an_id_that_is_none_is_nobody(self, browser: Client, person: str):
        assert browser.get("/capture/", {"person": person}).status_code == 200

    def test_another_agencys_names_are_not_known(self, browser: Client, ours: Cast, theirs: Cast):
        with enter(theirs.agency):
            Person.objects.create(given="Hilary", family="Moss", name="Hilary Moss", key="hilary moss")
        assert "New. Check the spelling" in words(read(browser, "Hilary Moss at Castle Telecom").content)

    def test_strangers(self, outsider: Client, db: None):
        query = urlencode({"text": "x"})
        assert outsider.get(f"/capture/?{query}").status_code == 404
        assert Client().get("/capture/").status_code == 302
