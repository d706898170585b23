"""The pages of watches: put down, asked again, answered, became a lead; the two lists."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies import clock
from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.leads.models import Intelligence, Lead
from rightday.leads.watching import actions as actions_watch
from rightday.leads.watching.models import Sighting
from rightday.people.models import Company, Person
from rightday.team import queries as team
from rightday.team.models import Member


@pytest.fixture
def one(ours):
    with enter(ours.agency):
        return actions_watch.watch(ours.halden, words="Two data engineers, on their website", by=ours.sam)


def kept(ours):
    with enter(ours.agency):
        return Intelligence.objects.select_related("company", "became__person").get()


def test_an_advertisement_is_put_down_on_the_page_of_its_company(ours):
    browser, address = ours.client(), f"/companies/{ours.halden.pk}/watches/"
    assert address in browser.get(f"/companies/{ours.halden.pk}/").content.decode()
    assert "Left empty: 30 days after it was seen." in browser.get(address).content.decode()
    wrong = browser.post(address, {"words": "", "true_on": "tomorrow", "due": "last Monday"})
    assert (wrong.status_code, wrong.content.decode().count('class="err"')) == (422, 3)
    answer = browser.post(address, {"words": "Two testers", "true_on": "", "due": ""}, follow=True)
    assert "Kept. Asked about on" in answer.content.decode()
    made = kept(ours)
    assert (made.words, made.company, made.due - made.true_on) == ("Two testers", ours.halden, timedelta(days=30))
    assert f"/leads/watches/{made.pk}/" in browser.get(f"/companies/{ours.halden.pk}/").content.decode()


def test_sent_twice_it_is_put_down_once(ours):
    address, key = f"/companies/{ours.halden.pk}/watches/", "6dd1c3a5-0f4e-4cf5-8f1b-1d2f3a4b5c6d"
    for _ in range(2):
        ours.client().post(address, {"words": "Two testers", "due": "in 2 weeks", "once": key})
    assert kept(ours).words == "Two testers"


def test_its_page_says_what_was_heard_and_asks(ours, one):
    shown = ours.client().get(f"/leads/watches/{one.pk}/").content.decode()
    for words in (
        "Two data engineers",
        "Was the place filled, and by whom?",
        "Sam Whitlock asks about it",
        "We know the manager",
    ):
        assert words in shown


def test_still_open(ours, one):
    browser = ours.client()
    wrong = browser.post(f"/leads/watches/{one.pk}/day/", {"due": "yesterday", "seen": "0"})
    assert (wrong.status_code, wrong.content.decode().count('class="err"')) == (422, 1)
    answer = browser.post(f"/leads/watches/{one.pk}/day/", {"due": "in 2 weeks", "words": "Still open", "seen": "0"})
    assert answer["Location"] == f"/leads/watches/{one.pk}/"
    with enter(ours.agency):
        assert kept(ours).due == team.today(ours.sam) + timedelta(days=14)
    late = browser.post(f"/leads/watches/{one.pk}/day/", {"due": "in 3 weeks", "words": "My words", "seen": "0"})
    assert (late.status_code, "My words" in late.content.decode()) == (409, True)


def test_filled_by_a_competitor_we_did_not_know(ours, one):
    browser, address = ours.client(), f"/leads/watches/{one.pk}/answer/"
    said = {"found": "competitor", "on": "yesterday", "rival": "Harrow & Pike", "who": "Ana Duarte", "seen": "0"}
    assert browser.post(address, said | {"found": "own"}).status_code == 422
    assert browser.post(address, said | {"on": "in 2 weeks"}).status_code == 422
    answer = browser.post(address, said, follow=True)
    assert answer.redirect_chain == [("/leads/to-qualify/", 302)]
    assert "Filled by a competitor: Harrow &amp; Pike, Ana Duarte" in answer.content.decode()
    with enter(ours.agency):
        assert Sighting.objects.get().competitor == Company.objects.get(name="Harrow & Pike", competitor=True)
    assert "Filled by a competitor" in browser.get(f"/leads/watches/{one.pk}/").content.decode()


def test_an_answer_is_taken_back(ours, one):
    browser = ours.client()
    said = {"found": "competitor", "on": "yesterday", "rival": "Harrow & Pike", "seen": "0"}
    page = browser.post(f"/leads/watches/{one.pk}/answer/", said, follow=True).content.decode()
    undo = f"/leads/watches/{one.pk}/reopening/?seen=1&amp;sighting="
    assert undo in page
    with enter(ours.agency):
        sighting = Sighting.objects.get().pk
    address = f"/leads/watches/{one.pk}/reopening/?seen=1&sighting={sighting}"
    again = browser.post(address, follow=True)
    assert again.redirect_chain == [(f"/leads/watches/{one.pk}/", 302)]
    assert "It is watched again." in again.content.decode()
    with enter(ours.agency):
        assert kept(ours).closed_on is None and not Sighting.objects.exists()
    assert browser.post(f"/leads/watches/{one.pk}/reopening/?seen=x").status_code == 409


def test_at_itself_no_competitor_can_be_seen(ours, one):
    said = {"found": "competitor", "on": "today", "rival": "Halden Insurance", "seen": "0"}
    answer = ours.client().post(f"/leads/watches/{one.pk}/answer/", said)
    assert (answer.status_code, "cannot be seen at itself" in answer.content.decode()) == (422, True)
    assert kept(ours).closed_on is None


class TestTheManager:
    def test_somebody_new_is_added(self, ours, one):
        said = {"name": "Karen Whitby", "role": "Head of data", "company": "Halden Insurance", "phone": "020 7946 0335"}
        answer = ours.client().post(
            f"/leads/watches/{one.pk}/manager/", said | {"title": "two data engineers", "seen": "0"}
        )
        lead = kept(ours).became
        assert answer["Location"] == f"/leads/{lead.pk}/"
        with enter(ours.agency):
            karen = Person.objects.select_related("company").get(name="Karen Whitby")
            assert (karen.company, karen.title, lead.title) == (ours.halden, "Head of data", "two data engineers")
            assert karen.numbers.get().e164 == "+442079460335"
        assert "Open the lead" in ours.client().get(f"/leads/watches/{one.pk}/").content.decode()

    def test_whom_we_know_by_name_there_or_by_number_is_recognised(self, ours, one):
        browser = ours.client()
        browser.post(
            f"/leads/watches/{one.pk}/manager/", {"name": "martin ahlqvist", "phone": "020 7946 0999", "seen": "0"}
        )
        with enter(ours.agency):
            assert (Lead.objects.get().person, ours.martin.numbers.count()) == (ours.martin, 2)
            other = actions_watch.watch(ours.halden, words="A tester", by=ours.sam)
        browser.post(
            f"/leads/watches/{other.pk}/manager/",
            {"name": "M. A.", "company": "Elsewhere", "phone": "020 7946 0142", "seen": "0"},
        )
        with enter(ours.agency):
            assert set(Lead.objects.values_list("person", flat=True)) == {ours.martin.pk}

    def test_a_name_is_needed(self, ours, one):
        answer = ours.client().post(f"/leads/watches/{one.pk}/manager/", {"name": " ", "seen": "0"})
        assert (answer.status_code, answer.content.decode().count('class="err"')) == (422, 1)


def test_not_worth_asking(ours, one):
    ours.client().post(f"/leads/watches/{one.pk}/end/", {"words": "", "seen": "0"})
    assert kept(ours).closed_on is not None
    assert "Nobody asks about it any more" in ours.client().get(f"/leads/watches/{one.pk}/").content.decode()


def test_another_agency_sees_nothing_of_it(ours, theirs, one):
    assert theirs.client().get(f"/leads/watches/{one.pk}/").status_code == 404


class TestLists:
    def test_to_qualify_finds_as_one_types(self, ours, one):
        browser = ours.client()
        assert "Two data engineers" in browser.get("/leads/to-qualify/").content.decode()
        found = browser.get("/leads/to-qualify/?q=data", headers={"HX-Request": "true"}).content.decode()
        assert found.lstrip().startswith('<div id="found"')
        assert "Two data engineers" in found
        assert "Nothing with “zebra”" in browser.get("/leads/to-qualify/?q=zebra").content.decode()

    def test_nothing_to_qualify(self, ours):
        assert "Nothing to qualify" in ours.client().get("/leads/to-qualify/").content.decode()
        assert ours.client().get("/leads/to-qualify/?after=x.y").status_code == 200

    def test_to_find_out_lists_what_is_due(self, ours, one):
        browser = ours.client()
        assert "Nothing to find out today" in browser.get("/leads/to-find-out/").content.decode()
        with enter(ours.agency):
            actions_watch.postpone(one, due=team.today(ours.sam), seen=0, by=ours.sam)
            assert not NextStep.objects.exists()
        shown = browser.get("/leads/to-find-out/").content.decode()
        assert f"/leads/watches/{one.pk}/" in shown

    def test_what_a_colleague_left_behind_is_seen_by_whoever_leads(self, ours, one):
        with enter(ours.agency):
            Intelligence.objects.update(owner=ours.priya, due=team.today(ours.sam))
            Member.objects.filter(pk=ours.priya.pk).update(left_at=clock.now())
        page = ours.client().get("/leads/to-find-out/").content.decode()
        assert "Left behind" in page and f"/leads/watches/{one.pk}/" in page
        assert "Left behind" not in ours.client(ours.jo).get("/leads/to-find-out/").content.decode()
        ours.client().post(f"/leads/watches/{one.pk}/day/", {"due": "in 2 weeks", "seen": "0"})
        with enter(ours.agency):
            assert kept(ours).owner == ours.sam
        assert "Left behind" not in ours.client().get("/leads/to-find-out/").content.decode()
