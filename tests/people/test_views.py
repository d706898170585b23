"""Lists of people and companies in the browser."""

from __future__ import annotations

import pytest
from django.test import Client

from rightday.db.row_security import enter
from rightday.kernel import phones
from rightday.leads import actions as leads_actions
from rightday.leads import actions_create
from rightday.people import actions, search
from rightday.people.models import Company
from tests.conftest import Cast
from tests.counting import counted


@pytest.fixture
def browser(ours: Cast) -> Client:
    with enter(ours.agency):
        search.put_persons([ours.martin.pk])
        search.put_companies([ours.halden.pk])
    return ours.client()


def add(cast: Cast, count: int) -> None:
    """So many more people, each with a company, a number, a lead and a note about the month of March."""
    with enter(cast.agency):
        for n in range(count):
            company = actions.add_company(f"Marlow {n}", by=cast.sam)
            person = actions.add_person(
                given=f"Mar{n}", family="Bell", company=company, phones=phones.read(f"020 7946 05{n:02}"), by=cast.sam
            )
            actions_create.create(person, heard=[], title="Testers", by=cast.sam, source="form")
            other = actions.add_person(given=f"Rowan{n}", family="Pryce", by=cast.sam)
            leads_actions.note(other, words="Will stay until March.", by=cast.sam)


def statements(browser: Client, path: str, **headers: str) -> int:
    with counted() as seen:
        assert browser.get(path, headers=headers).status_code == 200
    return len(seen)


@pytest.mark.parametrize(
    "path",
    [
        "/people/", "/people/?view=managers", "/people/?view=qualify", "/people/?view=refused", "/people/?q=mar",
        "/people/?view=managers&q=mar", "/companies/", "/companies/?q=mar", "/find/", "/find/?q=mar",
    ],
)  # fmt: skip
def test_the_same_number_of_statements_for_one_and_for_three(ours: Cast, browser: Client, path: str):
    add(ours, 1)
    one = statements(browser, path)
    add(ours, 3)
    assert statements(browser, path) == one <= 16


def test_everybody_by_name(ours: Cast, browser: Client):
    page = browser.get("/people/").content.decode()
    assert "Martin Ahlqvist" in page
    assert "Head of platform" in page
    assert "Not tested yet" in page
    assert 'href="tel:+442079460142"' in page
    assert "Contact" in page


def test_read_on_by_key(ours: Cast, browser: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rightday.people.queries_list.PAGE", 2)
    add(ours, 2)
    first = browser.get("/people/")
    assert "after=" in first.content.decode()
    seen: list[str] = []
    path = "/people/"
    while path:
        page = browser.get(path).content.decode()
        seen += [name for name in ("Mar0", "Mar1", "Martin", "Rowan0", "Rowan1") if f"<b>{name}" in page]
        more = page.partition('<nav class="pager')[2].partition("after=")[2].partition('"')[0]
        path = f"/people/?after={more}" if more else ""
    assert seen == ["Mar0", "Mar1", "Martin", "Rowan0", "Rowan1"]


@pytest.mark.parametrize("after", ["", "x", "~", "-1~", "9999999999999999999999~a", "1~\x00"])
def test_a_key_that_is_none_begins_at_the_top(ours: Cast, browser: Client, after: str):
    for path in ("/people/", "/companies/"):
        assert browser.get(path, {"after": after}).status_code == 200


def test_views(ours: Cast, browser: Client):
    add(ours, 1)
    with enter(ours.agency):
        leads_actions.refuse(ours.martin, words="No.", by=ours.sam)

    def shows(view: str) -> set[str]:
        page = browser.get("/people/", {"view": view}).content.decode()
        return {name for name in ("Martin", "Mar0", "Rowan0") if f"<b>{name}" in page}

    assert shows("") == shows("nonsense") == {"Martin", "Mar0", "Rowan0"}
    assert shows("managers") == shows("qualify") == {"Mar0"}
    assert shows("refused") == {"Martin"}
    page = browser.get("/people/", {"view": "refused"}).content.decode()
    assert "tel:" not in page
    assert "Do not call" in page


def test_search_groups_names_before_words_said(ours: Cast, browser: Client):
    add(ours, 1)
    page = browser.get("/people/?q=mar").content.decode()
    assert page.index("Name or company") < page.index("<mark>Mar</mark>tin") < page.index("Words somebody said")
    assert "“Will stay until <mark>Mar</mark>ch.”" in page
    assert "Three people, one of them by words somebody said" in page


def test_search_as_one_types_answers_with_the_piece_alone(ours: Cast, browser: Client):
    answer = browser.get("/people/?q=ahl", headers={"HX-Request": "true", "HX-Target": "found"}).content.decode()
    assert answer.strip().startswith('<div id="found">')
    assert 'id="find-count" hx-swap-oob="true">One person</p>' in answer
    answer = browser.get("/companies/?q=hal", headers={"HX-Request": "true", "HX-Target": "found"}).content.decode()
    assert "One company" in answer


def test_nobody_found_offers_capture_and_the_nearest_names(ours: Cast, browser: Client):
    page = browser.get("/people/?q=martn ahlqvst").content.decode()
    assert "Nobody called “martn ahlqvst”" in page
    assert 'href="/capture/?text=martn%20ahlqvst"' in page
    assert "Did you mean" in page
    assert f'href="/people/{ours.martin.pk}/"' in page
    assert "Did you mean" not in browser.get("/people/?q=zzzz xxxx").content.decode()


def test_more_than_a_page_says_so(ours: Cast, browser: Client, monkeypatch: pytest.MonkeyPatch):
    add(ours, 3)
    monkeypatch.setattr("rightday.people.queries_list.FOUND", 2)
    monkeypatch.setattr("rightday.people.queries_company.PAGE", 2)
    assert "More than 2 people. Type more of the name." in browser.get("/people/?q=mar").content.decode()
    assert "More than 2 companies. Type more of the name." in browser.get("/companies/?q=mar").content.decode()


@pytest.mark.parametrize("q", ["<script>", "'\";--", "%", "\x00", "نور", "a" * 5000, "()*", "NEAR(a b)"])
def test_whatever_is_typed(ours: Cast, browser: Client, q: str):
    for path in ("/people/", "/companies/", "/find/"):
        page = browser.get(path, {"q": q})
        assert page.status_code == 200
        assert (
            "<script>" not in page.content.decode().partition("</head>")[2].replace("<script>\n", "") or q != "<script>"
        )


def test_an_empty_agency_says_what_to_do(ours: Cast, browser: Client):
    with enter(ours.agency):
        ours.number.delete()
        ours.martin.delete()
        Company.objects.all().delete()
    assert "No people yet" in browser.get("/people/").content.decode()
    assert "Nobody here" in browser.get("/people/?view=refused").content.decode()
    assert "No companies yet" in browser.get("/companies/").content.decode()
    assert "No company called “x”" in browser.get("/companies/?q=x").content.decode()


def test_companies_with_people_leads_and_last_talk(ours: Cast, browser: Client):
    add(ours, 1)
    page = browser.get("/companies/").content.decode()
    assert "<b>Halden Insurance</b>" in page
    assert "<b>Marlow 0</b>" in page
    assert page.count(">1<") >= 3
    assert "<mark>Mar</mark>low" in browser.get("/companies/?q=mar").content.decode()


def test_another_agency_sees_none_of_them(ours: Cast, theirs: Cast, browser: Client):
    add(ours, 1)
    page = theirs.client().get("/people/?q=mar0").content.decode()
    assert "<b>" not in page.partition("<main")[2]
