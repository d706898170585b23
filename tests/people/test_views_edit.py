"""Adding and changing persons and companies in the browser."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.leads import actions as leads
from rightday.people import actions, search
from rightday.people.models import Company, DuplicateSuggestion, Person, Position
from tests.conftest import Cast
from tests.counting import counted


@pytest.fixture
def browser(ours: Cast) -> Client:
    return ours.client()


def test_somebody_new(ours: Cast, browser: Client):
    once = uuid4().hex
    typed = {
        "given": "Ruth", "family": "Delacroix", "title": "Director", "company": "HALDEN INSURANCE LTD", "once": once,
        "phone": "0113 496 0120", "email": "ruth@x.example", "source": "the conference", "city": "Leeds",
    }  # fmt: skip
    first = browser.post("/people/new/", typed)
    again = browser.post("/people/new/", typed | {"anyway": "1"})
    assert first["Location"] == again["Location"]
    with enter(ours.agency):
        person = Person.objects.get(given="Ruth")
        assert (person.company, person.source, person.city) == (ours.halden, "the conference", "Leeds")
        assert person.numbers.get().e164 == "+441134960120"
        assert person.emails.get().address == "ruth@x.example"
    assert "Saved Ruth Delacroix." in browser.get(first["Location"]).content.decode()


@pytest.mark.parametrize(
    ("given", "family", "name"),
    [("Madonna", "", "Madonna"), ("", "Ruth de la Croix", "Ruth de la Croix"), ("نور", "الهدى", "نور الهدى"),
     ("Ana Maria Lee Bo Do", "", "Ana Maria Lee Bo Do"), ("<b>", "&amp;", "<b> &amp;")],
)  # fmt: skip
def test_names_of_all_kinds(ours: Cast, browser: Client, given: str, family: str, name: str):
    answer = browser.post("/people/new/", {"given": given, "family": family})
    with enter(ours.agency):
        person = Person.objects.exclude(pk=ours.martin.pk).get()
        assert person.name == name
    page = browser.get(answer["Location"]).content.decode()
    assert "<b></h1>" not in page


def test_an_empty_form_says_what_is_needed(browser: Client):
    for data in ({}, {"given": "  "}, {"phone": "020 7946 0142"}):
        answer = browser.post("/people/new/", data)
        assert answer.status_code == 422
        assert "Give at least one name. One word is enough." in answer.content.decode()


def test_a_bad_address_is_refused_with_what_was_typed(browser: Client):
    answer = browser.post("/people/new/", {"given": "Ruth", "email": "ruth at x"})
    assert answer.status_code == 422
    assert "ruth at x" in answer.content.decode()


def test_a_phone_that_is_none_is_kept_as_typed_and_said(ours: Cast, browser: Client):
    answer = browser.post("/people/new/", {"given": "Ruth", "phone": "ask Tom"})
    page = browser.get(answer["Location"]).content.decode()
    assert "Kept as typed, but it cannot be dialled." in page
    assert "ask Tom" in page


def test_whose_number_it_is_is_said_before_saving(ours: Cast, browser: Client):
    typed = {"given": "Sarah", "family": "Bell", "phone": "020 7946 0142"}
    answer = browser.post("/people/new/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This number belongs to Martin Ahlqvist" in page
    assert f'href="/people/{ours.martin.pk}/"' in page
    assert 'value="Sarah"' in page
    with enter(ours.agency):
        assert Person.objects.count() == 1
    browser.post("/people/new/", typed | {"anyway": "1"})
    with enter(ours.agency):
        assert Person.objects.count() == 2
        assert DuplicateSuggestion.objects.get().reasons == ["same number"]


def test_whose_address_it_is(ours: Cast, browser: Client):
    with enter(ours.agency):
        actions.add_email(ours.martin, "m@halden.example", by=ours.sam)
    page = browser.post("/people/new/", {"given": "Sarah", "email": "M@halden.example"}).content.decode()
    assert "This email address belongs to Martin Ahlqvist" in page


def test_who_it_may_be_is_asked(ours: Cast, browser: Client):
    with enter(ours.agency):
        search.put_companies([ours.halden.pk])
    typed = {"given": "Martin", "family": "Ahlquist", "company": "Halden"}
    page = browser.post("/people/new/", typed).content.decode()
    assert "Is it one of these?" in page
    assert "A slip in the name, similar company" in page
    browser.post("/people/new/", typed | {"anyway": "1"})
    with enter(ours.agency):
        assert DuplicateSuggestion.objects.get().reasons == ["a slip in the name", "similar company"]


def test_the_form_as_a_dialog(browser: Client, ours: Cast):
    piece = browser.get("/people/new/?company=Halden", headers={"HX-Request": "true"}).content.decode()
    assert piece.strip().startswith("<form")
    assert 'value="Halden"' in piece
    assert "<html" in browser.get("/people/new/").content.decode()
    assert "<html" not in browser.get("/companies/new/?name=X", headers={"HX-Request": "true"}).content.decode()


def test_changing_somebody(ours: Cast, browser: Client):
    path = f"/people/{ours.martin.pk}/details/"
    page = browser.get(path).content.decode()
    assert 'value="Halden Insurance"' in page
    typed = {
        "given": "Marten", "family": "Ahlqvist", "title": "CTO", "company": "Corvid", "seen": "0", "moved": "on",
        "zone": "Europe/Paris", "works_with_agencies": "yes", "website": "",
    }  # fmt: skip
    assert browser.post(path, typed)["Location"] == f"/people/{ours.martin.pk}/"
    with enter(ours.agency):
        person = Person.objects.select_related("company").get(pk=ours.martin.pk)
        assert (person.name, person.title, person.zone) == ("Marten Ahlqvist", "CTO", "Europe/Paris")
        assert person.company is not None
        assert (person.company.name, person.works_with_agencies) == ("Corvid", True)
        assert Position.objects.get().began is not None


def test_two_people_at_once_the_second_loses_nothing(ours: Cast, browser: Client):
    path = f"/people/{ours.martin.pk}/details/"
    with enter(ours.agency):
        actions.edit_person(ours.martin, seen=0, by=ours.priya, title="CIO")
    answer = browser.post(path, {"given": "Martin", "family": "A", "title": "CTO", "seen": "0"})
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Priya Nair saved first", "Priya Nair changed title", 'value="CTO"', 'value="1"'):
        assert words in page
    answer = browser.post(path, {"given": "Martin", "family": "A", "title": "CTO", "seen": "1"})
    assert answer.status_code == 302
    with enter(ours.agency):
        assert Person.objects.get(pk=ours.martin.pk).title == "CTO"


def test_a_form_without_its_version_overwrites_nothing(ours: Cast, browser: Client):
    answer = browser.post(f"/people/{ours.martin.pk}/details/", {"given": "Martin", "title": "CTO"})
    assert answer.status_code == 409
    assert "Somebody else saved first" in answer.content.decode()


def test_clearing_every_name_is_refused(ours: Cast, browser: Client):
    answer = browser.post(f"/people/{ours.martin.pk}/details/", {"seen": "0", "zone": "Mars/Olympus"})
    assert answer.status_code == 422


def test_a_new_company_or_the_one_we_know(ours: Cast, browser: Client):
    answer = browser.post(
        "/companies/new/", {"name": "Corvid plc", "city": "Leeds", "country": "gb", "subdivision": "sct"}
    )
    assert "Saved Corvid plc." in browser.get(answer["Location"]).content.decode()
    again = browser.post("/companies/new/", {"name": "CORVID"})
    assert again["Location"] == answer["Location"]
    assert "We know Corvid plc already: this is it." in browser.get(again["Location"]).content.decode()
    with enter(ours.agency):
        company = Company.objects.get(key="corvid")
        assert (company.country, company.subdivision) == ("GB", "SCT")
    assert browser.post("/companies/new/", {}).status_code == 422


def test_changing_a_company(ours: Cast, browser: Client):
    path = f"/companies/{ours.halden.pk}/details/"
    assert 'value="London"' in browser.get(path).content.decode()
    assert browser.post(path, {"name": "Halden Group", "seen": "0", "works_with_agencies": "no"}).status_code == 302
    assert browser.post(path, {"seen": "1"}).status_code == 422
    answer = browser.post(path, {"name": "Halden plc", "seen": "0"})
    assert answer.status_code == 409
    assert "Sam Whitlock changed name, city" in answer.content.decode()
    assert browser.post(path, {"name": "Halden plc"}).status_code == 409
    with enter(ours.agency):
        company = Company.objects.get(pk=ours.halden.pk)
        assert (company.name, company.works_with_agencies) == ("Halden Group", False)


def test_an_edit_puts_their_calls_in_order_anew(ours: Cast, browser: Client):
    with enter(ours.agency):
        lead = leads.create(ours.martin, heard=[], title="2 engineers", by=ours.sam)
        before = NextStep.objects.get(pk=lead.next_step_id).rank
    typed = {"given": "Martin", "family": "Ahlqvist", "company": "Halden Insurance", "seen": "0"}
    answer = browser.post(
        f"/people/{ours.martin.pk}/details/", typed | {"zone": "America/New_York", "works_with_agencies": "no"}
    )
    assert answer.status_code == 302
    with enter(ours.agency):
        step = NextStep.objects.get(pk=lead.next_step_id)
        assert (step.zone, step.rank < before) == ("America/New_York", True)


def test_an_edit_of_a_company_puts_its_calls_in_order_anew(ours: Cast, browser: Client):
    with enter(ours.agency):
        Person.objects.filter(pk=ours.martin.pk).update(zone="")
        lead = leads.create(ours.martin, heard=[], title="2 engineers", by=ours.sam)
        before = NextStep.objects.get(pk=lead.next_step_id).rank
    typed = {"name": "Halden Insurance", "zone": "America/New_York", "works_with_agencies": "yes", "seen": "0"}
    assert browser.post(f"/companies/{ours.halden.pk}/details/", typed).status_code == 302
    with enter(ours.agency):
        step = NextStep.objects.get(pk=lead.next_step_id)
        assert (step.zone, step.rank > before) == ("America/New_York", True)


def test_who_somebody_may_be_is_said_while_they_are_typed(ours: Cast):
    client = ours.client()
    form = client.get("/people/new/").content.decode()
    assert 'hx-get="/people/known/"' in form
    said = client.get(
        "/people/known/",
        {"given": "M.", "family": "Ahlqvist", "company": "Halden Insurance"},
        headers={"HX-Request": "true"},
    )
    assert "Is it one of these?" in said.content.decode() and "anyway" not in said.content.decode()
    number = client.get(
        "/people/known/", {"given": "Martin", "family": "", "phone": "020 7946 0142"}, headers={"HX-Request": "true"}
    )
    assert "This number belongs to Martin Ahlqvist" in number.content.decode()
    nothing = client.get("/people/known/", headers={"HX-Request": "true"}).content.decode()
    assert "Martin" not in nothing and 'id="known"' in nothing


def test_what_is_typed_costs_few_statements(ours: Cast):
    query = {
        "given": "Martin",
        "family": "Ahlqvist",
        "company": "Halden",
        "phone": "020 7946 0142",
        "email": "m@x.example",
    }
    client = ours.client()
    client.get("/people/known/", query)
    with counted() as statements:
        client.get("/people/known/", query, headers={"HX-Request": "true"})
    assert len(statements) <= 20
