"""The screens of duplicates: one by one, many at once, apart again; old addresses lead to the kept record."""

from __future__ import annotations

import pytest

from rightday.db.row_security import enter
from rightday.kernel import phones
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.people import actions as people
from rightday.people.duplicates.models import CompanySuggestion, DuplicateSearch, Merge
from rightday.people.models import Company, DuplicateSuggestion, Person
from tests.conftest import Cast


@pytest.fixture
def pair(ours: Cast) -> DuplicateSuggestion:
    with enter(ours.agency):
        twin = people.add_person(
            given="M.", family="Ahlqvist", title="Chief", company=ours.halden, by=ours.sam, emails=["m@halden.example"],
            phones=phones.read("020 7946 0777"),
        )  # fmt: skip
        leads.create(twin, heard=[], title="Two engineers", by=ours.sam, source="form")
        made = people.suggest_duplicate(ours.martin, twin, ["an initial only", "same company"], 0.94)
        DuplicateSuggestion.objects.filter(pk=made.pk).update(against=["the numbers differ"])
        return made


def twin_of(pair: DuplicateSuggestion, ours: Cast) -> int:
    return pair.other_id if pair.person_id == ours.martin.pk else pair.person_id


def test_a_pair_is_shown_with_what_speaks_for_one_and_for_two(ours: Cast, pair):
    answer = ours.client().get("/duplicates/", follow=True)
    assert answer.redirect_chain == [(f"/duplicates/{pair.pk}/", 302)]
    said = answer.content.decode()
    for words in ("Is this one Martin Ahlqvist, or two?", "An initial only", "The numbers differ", "M. Ahlqvist", "1 lead",
                  "m@halden.example", "+44 20 7946 0777"):  # fmt: skip
        assert words in said


def test_merging_is_looked_at_first_and_can_be_undone(ours: Cast, pair):
    client, twin = ours.client(), twin_of(pair, ours)
    preview = client.get(f"/duplicates/{pair.pk}/merge/").content.decode()
    assert "Nothing has changed yet" in preview and "1 lead" in preview and "You can take it apart again" in preview
    answer = client.post(f"/duplicates/{pair.pk}/merge/", {"name": twin, "position": twin, "first": "x"}, follow=True)
    assert "Merged M. Ahlqvist." in answer.content.decode()
    with enter(ours.agency):
        merge = Merge.objects.get()
        martin = Person.objects.get(pk=ours.martin.pk)
        assert (martin.name, martin.title) == ("M. Ahlqvist", "Chief")
        assert Lead.objects.get(title="Two engineers").person == martin
    assert client.get(f"/people/{twin}/")["Location"] == f"/people/{ours.martin.pk}/"
    page = client.get(f"/people/{ours.martin.pk}/").content.decode()
    assert "Put together" in page and "Take apart" in page
    answer = client.post(f"/merges/{merge.pk}/apart/", follow=True)
    assert "Two records again" in answer.content.decode()
    assert client.get(f"/people/{twin}/").status_code == 200
    assert client.get("/people/999999/").status_code == 404


def test_the_page_of_a_person_asks(ours: Cast, pair):
    for pk in (pair.person_id, pair.other_id):
        assert "May be the same as" in ours.client().get(f"/people/{pk}/").content.decode()


@pytest.mark.parametrize(
    ("answer", "decided", "asks"), [("two", True, False), ("ask", False, True), ("later", False, False), ("", False, False)]
)  # fmt: skip
def test_what_is_decided_waits_no_more(ours: Cast, pair, answer: str, decided: bool, asks: bool):
    client = ours.client()
    client.post(f"/duplicates/{pair.pk}/", {"is": answer})
    with enter(ours.agency):
        row = DuplicateSuggestion.objects.get()
        assert (row.decided_at is not None, row.ask, row.same) == (decided, asks, False if decided else None)
    if answer:
        assert "No pair waits" in client.get("/duplicates/").content.decode()
    assert client.get(f"/duplicates/{pair.pk}/").status_code == 200


def test_who_said_no_on_one_record_is_called_about_nothing(ours: Cast, pair):
    twin = twin_of(pair, ours)
    with enter(ours.agency):
        person = Person.objects.get(pk=ours.martin.pk)
        leads.refuse(person, words="no", by=ours.sam)
    ours.client().post(f"/duplicates/{pair.pk}/merge/")
    with enter(ours.agency):
        assert not Person.objects.filter(pk=twin).exists() or not Person.objects.filter(pk=ours.martin.pk).exists()
        assert Person.objects.get(name__contains="Ahlqvist").do_not_call
        assert not Lead.objects.open().exists()


def test_many_are_decided_at_once(ours: Cast, pair):
    with enter(ours.agency):
        third = people.add_person(given="Martin", family="Ahlquist", company=ours.halden, by=ours.sam)
        other = people.suggest_duplicate(twin_of(pair, ours), third, ["similar name"], 0.9)
        ada = people.add_person(given="Ada", family="King", by=ours.sam)
        two = people.suggest_duplicate(third, ada, ["similar name"], 0.86)
    client = ours.client()
    assert "Martin Ahlquist" in client.get("/duplicates/all/").content.decode()
    client.post("/duplicates/all/", {"is": "two", "selected": [two.pk, "x"]})
    answer = client.post("/duplicates/all/", {"is": "one", "selected": [pair.pk, other.pk]}, follow=True)
    assert "decided." in answer.content.decode()
    with enter(ours.agency):
        assert DuplicateSuggestion.objects.filter(same=False).count() == 1
        assert Merge.objects.count() >= 1
    client.post("/duplicates/all/", {"is": "", "selected": [two.pk]})


def test_companies_are_decided_and_merged_alike(ours: Cast):
    with enter(ours.agency):
        group = people.add_company("Halden Insurances", by=ours.sam)
        pair = CompanySuggestion.objects.create(
            company=ours.halden, other=group, likeness=0.95, reasons=["similar name"]
        )
    client = ours.client()
    assert client.get("/duplicates/companies/").status_code == 302
    assert "Two companies" in client.get(f"/duplicates/companies/{pair.pk}/").content.decode()
    assert "another spelling" in client.get(f"/duplicates/companies/{pair.pk}/merge/").content.decode()
    assert "Halden Insurances" in client.get("/duplicates/companies/all/").content.decode()
    client.post(f"/duplicates/companies/{pair.pk}/", {"is": "later"})
    client.post(f"/duplicates/companies/{pair.pk}/merge/")
    with enter(ours.agency):
        assert not Company.objects.filter(pk=group.pk).exists()
        merge = Merge.objects.get()
    assert client.get(f"/companies/{group.pk}/")["Location"] == f"/companies/{ours.halden.pk}/"
    assert "Put together" in client.get(f"/companies/{ours.halden.pk}/").content.decode()
    client.post(f"/merges/{merge.pk}/apart/")
    assert client.get(f"/companies/{group.pk}/").status_code == 200


def test_the_whole_book_is_looked_through_on_request(ours: Cast):
    client = ours.client()
    assert "Look through the whole book" in client.get("/duplicates/all/").content.decode()
    answer = client.post("/duplicates/search/", follow=True)
    assert "Looking through the book" in answer.content.decode()
    with enter(ours.agency):
        assert DuplicateSearch.objects.get().state == "running"


def test_anothers_pairs_are_not_found(ours: Cast, theirs: Cast, pair):
    assert theirs.client().get(f"/duplicates/{pair.pk}/").status_code == 404
    assert theirs.client().post(f"/duplicates/{pair.pk}/merge/").status_code == 404
