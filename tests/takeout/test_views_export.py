from __future__ import annotations

import json

import pytest

from rightday.db.row_security import enter
from rightday.leads import actions as leads
from rightday.leads.lists import sheets
from rightday.people import actions as people
from rightday.people import search
from tests.conftest import Cast


def content(answer) -> bytes:
    assert answer.status_code == 200, answer.status_code
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize("kind", ["xlsx", "csv", "vcf", "vcf3", "json"])
@pytest.mark.parametrize(("name", "words"), [("people", b"Martin Ahlqvist"), ("companies", b"Halden Insurance")])
def test_lists_leave_as_files(ours: Cast, kind: str, name: str, words: bytes):
    answer = ours.client().get(f"/{name}/export/{kind}/")
    body = content(answer)
    assert body[:2] == b"PK" if kind == "xlsx" else words in body
    assert f".{kind.rstrip('3')}" in answer["Content-Disposition"]


@pytest.mark.parametrize("kind", ["vcf", "vcf3"])
def test_leads_leave_as_cards_of_their_people(ours: Cast, kind: str):
    with enter(ours.agency):
        meera = people.add_person(given="Meera", family="Joshi", company=ours.halden, by=ours.sam)
        for title in ("Two Go developers", "A tester"):
            leads.create(ours.martin, heard=[], title=title, by=ours.sam, source="form")
        leads.create(meera, heard=[], title="", by=ours.sam, source="form", owner=ours.priya)
    browser = ours.client()
    answer = browser.get(f"/leads/cards/{kind}/")
    body = content(answer).decode().replace("\r\n ", "")
    assert (body.count("BEGIN:VCARD"), body.count("FN:Martin Ahlqvist")) == (2, 1)
    assert body.count("Lead: ") == 3
    assert all(words in body for words in ("Two Go developers", "A tester", "Priya"))
    assert answer["Content-Disposition"].endswith('.vcf"')
    assert b"Martin" not in content(browser.get(f"/leads/cards/{kind}/?owner={ours.priya.pk}"))
    assert f"/leads/cards/{kind}/" in browser.get("/leads/").content.decode()
    assert browser.get("/leads/cards/xlsx/").status_code == 404
    assert ours.client(ours.priya).get(f"/leads/cards/{kind}/").status_code == 403


def test_too_many_leads_for_one_file(ours: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheets, "MOST", 0)
    with enter(ours.agency):
        leads.create(ours.martin, heard=[], title="", by=ours.sam, source="form")
    assert ours.client().get("/leads/cards/vcf/").status_code == 422


def test_what_is_shown_is_what_leaves(ours: Cast):
    with enter(ours.agency):
        people.add_person(given="Meera", family="Joshi", company=ours.halden, by=ours.sam)
        search.put_persons([ours.martin.pk])
    browser = ours.client()
    assert b"Meera" in content(browser.get("/people/export/csv/"))
    found = content(browser.get("/people/export/csv/?q=ahlq"))
    assert b"Martin" in found and b"Meera" not in found
    assert b"Martin" not in content(browser.get("/people/export/csv/?view=refused"))
    assert 'href="/people/export/xlsx/?q=ahlq"' in browser.get("/people/?q=ahlq").content.decode()
    assert 'href="/companies/export/csv/"' in browser.get("/companies/").content.decode()
    assert b"Halden" not in content(browser.get("/companies/export/csv/?q=zzz"))


def test_who_may_not_export_has_their_calls_and_cards(ours: Cast):
    priya = ours.client(ours.priya)
    for address in ("/people/export/csv/", "/companies/export/csv/", f"/people/{ours.martin.pk}/export/json/",
                    f"/companies/{ours.halden.pk}/export/json/"):  # fmt: skip
        assert priya.get(address).status_code == 403
    assert "/people/export/" not in priya.get("/people/").content.decode()
    assert b"BEGIN:VCALENDAR" in content(priya.get("/today/calendar/"))
    assert b"FN:Martin Ahlqvist" in content(priya.get(f"/people/{ours.martin.pk}/export/vcf/"))
    assert b"BEGIN:VCALENDAR" in content(priya.get(f"/people/{ours.martin.pk}/export/ics/"))
    assert b"FN:Halden Insurance" in content(priya.get(f"/companies/{ours.halden.pk}/export/vcf3/"))


def test_all_that_is_held(ours: Cast):
    browser = ours.client()
    said = json.loads(content(browser.get(f"/people/{ours.martin.pk}/export/json/")))
    assert said["person"]["name"] == "Martin Ahlqvist"
    assert said["rows"]["PhoneNumber"][0]["e164"] == "+442079460142"
    said = json.loads(content(browser.get(f"/companies/{ours.halden.pk}/export/json/")))
    assert said["company"]["name"] == "Halden Insurance"


def test_leads_leave_as_json(ours: Cast):
    said = json.loads(content(ours.client().get("/leads/export/json/")))
    assert (said["format"], said["leads"]) == ("rightday-list", [])


def test_other_kinds_and_other_people_are_not_found(ours: Cast, theirs: Cast):
    browser = ours.client()
    for address in ("/people/export/ics/", "/people/export/doc/", f"/people/{theirs.martin.pk}/export/vcf/",
                    f"/companies/{theirs.halden.pk}/export/json/", f"/companies/{ours.halden.pk}/export/ics/"):  # fmt: skip
        assert browser.get(address).status_code == 404, address


def test_the_links_stand_where_they_are_looked_for(ours: Cast):
    browser = ours.client()
    assert f"/people/{ours.martin.pk}/export/vcf/" in browser.get(f"/people/{ours.martin.pk}/").content.decode()
    assert f"/companies/{ours.halden.pk}/export/vcf/" in browser.get(f"/companies/{ours.halden.pk}/").content.decode()
