"""The page of one person."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from rightday.calls.models import Call
from rightday.db.row_security import enter
from rightday.kernel import phones
from rightday.leads import actions as leads_actions
from rightday.leads import actions_create
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people import actions
from rightday.people.models import Company, Person, Position
from rightday.people.rules import Answer, Channel, NumberState
from rightday.talent.models_shown import Reference
from rightday.timeline.models import Event
from tests import desk
from tests.conftest import Cast
from tests.counting import of_page


@pytest.fixture
def browser(ours: Cast) -> Client:
    return ours.client()


def hot(cast: Cast, person: Person, title: str = "2 platform engineers"):
    heard = [
        HeardEvidence(shows, "words", timezone.localdate())
        for shows in (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)
    ]
    return actions_create.create(person, heard=heard, title=title, by=cast.sam, source="form")


def fill(cast: Cast, count: int) -> None:
    today = timezone.localdate()
    with enter(cast.agency):
        for n in range(count):
            hot(cast, Person.objects.select_related("company").get(pk=cast.martin.pk), f"Lead {n}")
            number = actions.add_number(cast.martin, phones.read(f"020 7946 09{n:02}")[0], by=cast.sam)
            actions.add_email(cast.martin, f"m{n}@x.example", by=cast.sam)
            actions.record_permission(
                cast.martin, channel=Channel.EMAIL, answer=Answer.GIVEN, by=cast.sam, on=today - timedelta(days=n)
            )
            Position.objects.create(person=cast.martin, company=cast.halden, title=f"Job {n}", ended=today)
            other = actions.add_person(given=f"Ann{n}", family="Bell", by=cast.sam)
            Position.objects.create(person=other, supervisor=cast.martin)
            Call.objects.create(
                member=cast.priya, person=cast.martin, number=number, kind="lead", at=timezone.now(), day=today,
                result="met", due=today,
            )  # fmt: skip


def test_the_same_number_of_statements_for_one_and_for_three(ours: Cast, browser: Client):
    path = f"/people/{ours.martin.pk}/"
    fill(ours, 1)
    one = of_page(browser, path)
    fill(ours, 3)
    assert len(of_page(browser, path)) == len(one) <= 19


def test_everything_known_is_on_it(ours: Cast, browser: Client):
    fill(ours, 1)
    with enter(ours.agency):
        actions.mark_number(ours.number, state=NumberState.REACHED, on=timezone.localdate(), by=ours.sam)
        actions.record_permission(
            ours.martin, channel=Channel.PHONE, answer=Answer.GIVEN, by=ours.sam, on=timezone.localdate(),
            days=[2, 3], hours="9-11", words="Mornings are fine.", purpose="about platform people",
        )  # fmt: skip
        actions.add_number(ours.martin, phones.read("0113 496 012")[0], by=ours.sam)
    page = browser.get(f"/people/{ours.martin.pk}/").content.decode()
    for words in (
        "Martin Ahlqvist", "Head of platform", "Halden Insurance", "Hiring manager", "One open lead", "Of Ann0 Bell",
        "Call Martin", "Lead 0", "+44 20 7946 0142", "Reached today", "The one to dial", "m0@x.example",
        "Yes, about platform people. Tuesday and Wednesday. Asked today by Sam Whitlock.", "Mornings are fine.",
        "9 to 11", "Job 0", "0113 496 012", ", by Priya", "You added the address",
    ):  # fmt: skip
        assert words in page, words
    assert "Read it back to them." in page


def test_a_contact_nothing_is_known_of(ours: Cast, browser: Client):
    with enter(ours.agency):
        person = actions.add_person(given="نور", family="", by=ours.sam)
    page = browser.get(f"/people/{person.pk}/").content.decode()
    for words in (
        "نور",
        "Contact",
        "No number yet",
        "No address yet.",
        "Not asked yet",
        "No lead yet",
        "We do not know",
    ):
        assert words in page
    assert 'href="tel:' not in page


def test_a_lead_that_ended_and_one_that_is_late(ours: Cast, browser: Client):
    with enter(ours.agency):
        lead = hot(ours, ours.martin)
        lead.next_step.due = timezone.localdate() - timedelta(days=3)
        lead.next_step.save()
    page = browser.get(f"/people/{ours.martin.pk}/").content.decode()
    assert "Call Martin. It was due" in page
    assert "was due" in page
    with enter(ours.agency):
        leads_actions.end(lead, kind=Ending.FILLED_BY_COMPETITOR, on=timezone.localdate(), by=ours.sam, who="Stackline")
    page = browser.get(f"/people/{ours.martin.pk}/").content.decode()
    assert "Filled by a competitor: Stackline, today" in page
    assert "No open lead" in page
    assert "Next step</h2>" not in page


def test_somebody_who_said_no_has_no_number_on_the_page(ours: Cast, browser: Client):
    with enter(ours.agency):
        hot(ours, ours.martin)
        actions.add_email(ours.martin, "martin@halden.example", by=ours.sam)
        actions.add_number(ours.martin, phones.read("020 7946 0999")[0], by=ours.sam)
        leads_actions.note(ours.martin, words="His mobile is 07700 900142, after six.", by=ours.sam)
        leads_actions.refuse(ours.martin, words="Take me off your list. 020 7946 0142!", by=ours.jo)
    page = browser.get(f"/people/{ours.martin.pk}/").content.decode()
    for words in (
        "Do not call",
        "Martin asked us not to call, and we do not",
        "Take me off your list.",
        "To Jo Lindqvist, today.",
    ):
        assert words in page
    for digits in ("0142", "0999", "900142", "tel:", "martin@halden"):
        assert digits not in page, digits


def test_a_refusal_of_a_file_was_said_to_nobody_here(ours: Cast, browser: Client):
    with enter(ours.agency):
        leads_actions.refuse(ours.martin, words="Do not contact. (as written in Sam desk.xlsx)", by=ours.jo)
    page = browser.get(f"/people/{ours.martin.pk}/").content.decode()
    assert "“Do not contact.”" in page
    assert "As written in Sam desk.xlsx, brought in today." in page
    assert "To Jo" not in page
    assert "Martin Ahlqvist about contact by phone" in page


def test_reading_on_in_the_timeline(ours: Cast, browser: Client):
    with enter(ours.agency):
        for n in range(25):
            leads_actions.note(ours.martin, words=f"Note {n}.", by=ours.sam)
    path = f"/people/{ours.martin.pk}/"
    page = browser.get(path).content.decode()
    assert "Note 24." in page
    assert "Note 4." not in page
    before = page.partition('href="?before=')[2].partition('"')[0]
    piece = browser.get(f"{path}?before={before}", headers={"HX-Request": "true"}).content.decode()
    assert "Note 4." in piece
    assert "<html" not in piece
    assert "Note 4." in browser.get(f"{path}?before={before}").content.decode()
    assert browser.get(f"{path}?before=nonsense").status_code == 200


def test_a_note_is_kept_once_and_found(ours: Cast, browser: Client):
    path, once = f"/people/{ours.martin.pk}/notes/", uuid4().hex
    for _ in range(2):
        answer = browser.post(path, {"words": "Stays until March.", "once": once})
        assert answer["Location"] == f"/people/{ours.martin.pk}/"
    browser.post(path, {"words": "  "})
    browser.post(path, {})
    with enter(ours.agency):
        assert [event.words for event in Event.objects.filter(verb="note")] == ["Stays until March."]
    assert "Stays until <mark>Mar</mark>ch." in browser.get("/people/?q=mar").content.decode()
    assert browser.get(path)["Location"] == f"/people/{ours.martin.pk}/"


def test_a_note_on_a_company(ours: Cast, browser: Client):
    browser.post(f"/companies/{ours.halden.pk}/notes/", {"words": "Moving to Leeds.", "once": "no key"})
    assert "Moving to Leeds." in browser.get(f"/companies/{ours.halden.pk}/").content.decode()


@pytest.mark.parametrize("path", ["", "notes/", "details/", "numbers/", "emails/", "permission/"])
def test_another_agencys_person_is_not_found(ours: Cast, theirs: Cast, outsider: Client, path: str):
    address = f"/people/{ours.martin.pk}/{path}"
    for stranger in (theirs.client(), outsider):
        assert stranger.get(address, follow=True).status_code == 404
        assert stranger.post(address, {"words": "x"}).status_code in (404, 405)
    assert Client().get(address).status_code == 302


def test_a_row_of_another_agency_under_ones_own_person(ours: Cast, theirs: Cast, browser: Client):
    for path in (f"numbers/{theirs.number.pk}/", "emails/1/"):
        assert browser.post(f"/people/{ours.martin.pk}/{path}", {"state": "wrong"}).status_code == 404
    with enter(theirs.agency):
        theirs.number.refresh_from_db()
        assert theirs.number.state == "untested"
        assert Company.objects.count() == 1


def test_days_are_the_readers(ours: Cast, browser: Client):
    with enter(ours.agency):
        Person.objects.filter(pk=ours.martin.pk).update(last_talk_at=timezone.now() - timedelta(days=400))
    assert str(date.today().year - 1) in browser.get(f"/people/{ours.martin.pk}/").content.decode()


def test_a_candidate_placed_by_us_who_speaks_for_another_is_all_of_it(ours: Cast, browser: Client):
    assert "Make a candidate" in browser.get(f"/people/{ours.martin.pk}/").content.decode()
    with enter(ours.agency):
        own = desk.candidate(ours.sam, ours.martin, headline="Platform lead")
        desk.placement(desk.submittal(desk.order(ours.sam, ours.martin), own))
        Reference.objects.create(candidate=desk.candidate(ours.sam), referee=ours.martin, named_on=timezone.localdate())
    html = browser.get(f"/people/{ours.martin.pk}/").content.decode()
    for words in ("Platform lead", "Placed by us", "For Sanna Koskinen", f"/talent/{own.pk}/"):
        assert words in html
