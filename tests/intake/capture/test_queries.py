"""One reading of a text, for the screen before and for saving: `capture_shown` says it in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.queries import at_hand
from rightday.intake.capture import actions as actions_capture
from rightday.intake.capture import queries as queries_capture
from rightday.intake.capture import shown as capture_shown
from rightday.leads import actions as leads
from rightday.leads.process import actions as process
from rightday.leads.rules import Grade, HeardEvidence, Shows
from rightday.people import actions as people
from rightday.people import search
from rightday.people.duplicates import actions as duplicates
from rightday.people.models import Person
from rightday.people.rules import NumberState
from tests.conftest import Cast

TUE = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 42, tzinfo=ZoneInfo("Europe/London"))
TEXTS = [
    "Spoke with Priya Natarajan at Northwind Systems, 020 7946 0991, interviewing two Java contractors this week",
    "Spoke with Martin Ahlqvist at Halden, 020 7946 0142, interviewing two",
    "Martin Ahlqvist at Halden is interviewing two. Call him on 3 December",
    "Martin Ahlqvist at Halden has four contractors on the team",
    "Martin Ahlqvist at Halden",
    "Martin Ahlqvist at Halden asked not to be called again",
    "Karen Whitby, Fenwick Legal, runs the data team",
    "Halden Insurance advertise for two SREs",
]


@pytest.fixture
def inside(inside: Cast) -> Cast:
    """Halden can be found by the beginning of its name."""
    search.put_companies([inside.halden.pk])
    return inside


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(NOW, tick=False):
        yield


def shown(desk: Cast, text: str, about: Person | None = None) -> capture_shown.Shown:
    reading = queries_capture.read(text, today=TUE, by=desk.sam, about=about)
    return capture_shown.shown(reading, now=NOW)


def line(found: capture_shown.Shown, label: str) -> tuple[str, str, bool]:
    one = next(one for one in found.lines if one.label == label)
    return one.value or one.otherwise, one.state, one.known


def hot(desk: Cast, **step: object) -> leads.NewLead:
    said = [Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING]
    return leads.create(desk.martin, heard=[HeardEvidence(one, "", TUE) for one in said], title="", by=desk.sam)


@pytest.mark.parametrize("with_lead", ["", "open", "tracked"])
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_said_before_saving_is_what_is_saved(inside: Cast, text: str, with_lead: str):
    if with_lead:
        lead = hot(inside)
        if with_lead == "tracked":
            process.expect(lead, place=9, day=TUE + timedelta(days=1), seen=lead.version, by=inside.sam)
    reading = queries_capture.read(text, today=TUE, by=inside.sam)
    saved = actions_capture.save(text, by=inside.sam)
    assert (saved.lead is None) == (reading.step is None and not reading.refused)
    if saved.lead is not None and saved.lead.next_step is not None:
        assert saved.lead.next_step.due == reading.step.due
        assert saved.lead.next_step.agreed == reading.agreed
        if with_lead:
            assert saved.lead.next_step.kind == reading.step.kind.value or saved.lead.next_step.agreed
        saved.lead.refresh_from_db()
        assert saved.lead.grade_on(TUE) is reading.verdict.grade


def test_a_bounded_number_of_statements(inside: Cast):
    hot(inside)
    for text in TEXTS:
        with at_hand(inside.agency), CaptureQueriesContext(connection) as run:
            queries_capture.read(text, today=TUE, by=inside.sam, about=inside.martin)
        assert len(run) <= 18, text


class TestWho:
    def test_similar_people_are_named(self, inside: Cast):
        found = shown(inside, "Martin Ahlquist at Halden Insurance")
        assert line(found, "Person")[1] == "New. Or is it Martin Ahlqvist, Halden Insurance?"

    def test_by_the_number(self, inside: Cast):
        found = shown(inside, "020 7946 0142 is interviewing two")
        assert line(found, "Person") == ("Martin Ahlqvist", "Known, same number", True)
        assert line(found, "Phone")[1] == "Not tested yet"

    def test_the_only_one_of_that_name(self, inside: Cast):
        assert line(shown(inside, "Martin Ahlqvist is interviewing two"), "Company")[0] == "Halden Insurance"

    def test_two_of_that_name_are_nobody_in_particular(self, inside: Cast):
        people.add_person(given="Martin", family="Ahlqvist", by=inside.sam, company=inside.halden)
        assert line(shown(inside, "Martin Ahlqvist at Halden"), "Person")[2] is False

    def test_somebody_without_a_company(self, inside: Cast):
        people.add_person(given="Ruth", family="Delacroix", by=inside.sam)
        found = shown(inside, "Ruth Delacroix is interviewing two")
        assert line(found, "Person") == ("Ruth Delacroix", "Known", True)
        assert line(found, "Company") == ("No company yet", "", False)

    def test_a_name_of_one_word_in_our_book_is_made_whole_by_the_text(self, inside: Cast):
        ruth = people.add_person(given="", family="Ruth", by=inside.sam)
        people.add_email(ruth, "ruth@corvid.example", by=inside.sam)
        found = shown(inside, "Ruth Delacroix, ruth@corvid.example")
        assert line(found, "Person")[0] == "Ruth Delacroix"
        assert line(found, "Email")[0] == "ruth@corvid.example"

    def test_a_record_with_one_name_alone(self, inside: Cast):
        Person.objects.filter(pk=inside.martin.pk).update(given="", family="", name="Martin A")
        assert line(shown(inside, "020 7946 0142"), "Person")[0] == "Martin A"

    def test_another_company_than_ours(self, inside: Cast):
        found = shown(inside, "Martin Ahlqvist at Castle Telecom, 020 7946 0142")
        assert line(found, "Company") == ("Halden Insurance", "The text says Castle Telecom", False)

    def test_who_asked_not_to_be_called(self, inside: Cast):
        leads.refuse(inside.martin, words="no", by=inside.sam)
        found = shown(inside, "Martin Ahlqvist at Halden is interviewing two")
        assert line(found, "Person")[1:] == ("Asked not to be called", False)
        assert (found.next_words, found.next_step) == ("Kept, and marked: asked not to be called. No next step.", "")

    def test_who_refuses_in_the_text(self, inside: Cast):
        found = shown(inside, "Karen Whitby, Fenwick Legal, asked not to be called again")
        assert line(found, "Permission")[0] == "Not to be called"
        assert found.next_step == ""
        assert line(shown(inside, "Karen Whitby, Fenwick Legal, do not email her"), "Permission")[0] == "No email"


class TestPhones:
    def test_a_number_that_is_none(self, inside: Cast):
        value, state, _ = line(shown(inside, "Priya Natarajan, Northwind, 020 7946 09"), "Phone")
        assert value == "020 7946 09"
        assert state

    def test_states(self, inside: Cast):
        spoke = shown(inside, "Spoke with Priya Natarajan at Northwind, 020 7946 0991 ext 12")
        assert line(spoke, "Phone") == ("+44 20 7946 0991 ext. 12", "Reached today", True)
        people.mark_number(inside.number, state=NumberState.REACHED, on=TUE, by=inside.sam)
        assert line(shown(inside, "Martin Ahlqvist, 020 7946 0142"), "Phone")[1:] == ("Reached before", True)
        assert line(shown(inside, "Martin Ahlqvist at Halden"), "Phone")[1:] == ("Reached", True)


class TestSaid:
    def test_kinds(self, inside: Cast):
        assert line(shown(inside, "Priya Natarajan has four contractors on the team"), "Said")[0].startswith("Has four")
        rumour = shown(inside, "Tom Reed heard that Karen Whitby at Fenwick Legal is interviewing")
        assert line(rumour, "Said")[1] == "Today, from Tom Reed, second hand"
        denied = shown(inside, "Spoke with Karen Whitby at Fenwick Legal, not interviewing")
        assert line(denied, "Said")[:2] == ("Not interviewing", "first hand")
        assert denied.button == "Save contact"

    def test_a_long_note_is_cut_on_the_screen(self, inside: Cast):
        note = line(shown(inside, "Priya Natarajan. " + "blah " * 200), "Note")[0]
        assert note.endswith("…")
        assert len(note) == 301

    def test_title(self, inside: Cast):
        assert line(shown(inside, "Jane Okafor, Head of Data, Corvid Health"), "Title")[0] == "Head of Data"


class TestVerdict:
    def test_what_was_known_before_counts(self, inside: Cast):
        hot(inside)
        found = shown(inside, "Martin Ahlqvist at Halden")
        assert (found.grade, found.ticks, found.button) == ("hot", 5, "Add to the lead")
        assert found.words == "lead until Sun 29 Nov. This goes on their open lead."

    def test_who_they_are_was_known_without_a_lead(self, inside: Cast):
        people.mark_number(inside.number, state=NumberState.REACHED, on=TUE, by=inside.sam)
        found = shown(inside, "Martin Ahlqvist at Halden is interviewing two")
        assert found.bold == "Hot when the name is spelled right and the company is right."
        Person.objects.filter(pk=inside.martin.pk).update(name_confirmed_on=TUE)
        assert shown(inside, "Martin Ahlqvist at Halden is interviewing").bold == "Hot when the company is right."

    def test_what_to_ask(self, inside: Cast):
        assert shown(inside, "Spoke with Priya Natarajan at Northwind, 020 7946 0991, has two contractors").ask == (
            "To make it hotter, ask:"
        )
        assert shown(inside, "Priya").ask == "Ask:"
        assert shown(inside, "Hilary Moss at Castle", inside.martin).ask == "Ask Martin now:"
        assert shown(inside, TEXTS[0]).ask == ""

    def test_a_note_on_somebody_we_know(self, inside: Cast):
        found = shown(inside, "Martin Ahlqvist at Halden prefers mornings")
        assert (found.button, found.next_words) == ("Save note", "Nothing is lost. You can add to it later.")

    def test_a_source_that_is_the_person_speaks_of_herself(self, inside: Cast):
        hot(inside)
        text = "Martin says Martin Ahlqvist at Halden is interviewing three"
        reading = queries_capture.read(text, today=TUE, by=inside.sam, about=inside.martin)
        assert reading.parsed.source.herself
        assert reading.verdict.grade is Grade.HOT


class TestNextStep:
    @pytest.mark.parametrize(
        ("hour", "said"), [(10, "call Priya today"), (7, "call Priya today, 08:30"), (20, "call Priya tomorrow, 08:30")]
    )
    def test_the_hour_where_they_cannot_be_called_now(self, inside: Cast, hour: int, said: str):
        reading = queries_capture.read(TEXTS[0], today=TUE, by=inside.sam)
        assert capture_shown.next_call(reading, now=NOW.replace(hour=hour)) == said

    def test_an_agreed_day_is_said_as_it_is(self, inside: Cast):
        assert shown(inside, "Priya Natarajan: call her on Saturday").next_step == "call Priya Sat 28 Nov"

    def test_a_step_that_was_agreed_stays(self, inside: Cast):
        lead = hot(inside)
        leads.change_step(lead, seen_step=lead.next_step_id, due=date(2026, 12, 1), agreed=True, by=inside.sam)
        assert shown(inside, "Martin Ahlqvist at Halden is interviewing two").next_step == "call Martin Tue 1 Dec"


class TestOnThePhone:
    def test_about_another_company_it_is_not_about_her(self, inside: Cast):
        hot(inside)
        reading = queries_capture.read("Castle Telecom are interviewing", today=TUE, by=inside.sam, about=inside.martin)
        assert (reading.person, reading.source) == (None, inside.martin)
        same = queries_capture.read("Halden Insurance are interviewing", today=TUE, by=inside.sam, about=inside.martin)
        assert (same.person, same.why) == (inside.martin, "on the phone")

    def test_who_hung_up_long_ago(self, inside: Cast):
        from rightday.calls import actions as calls

        calls.pick_up(inside.martin, by=inside.sam)
        assert queries_capture.on_the_phone(inside.sam) == inside.martin
        with time_machine.travel(NOW + timedelta(hours=3)):
            assert queries_capture.on_the_phone(inside.sam) is None


def test_an_old_name_of_a_company_is_the_kept_one_and_said(inside: Cast):
    corvid = people.add_company("Corvid Logistics", by=inside.sam)
    duplicates.merge_companies(inside.halden.pk, gone=corvid.pk, by=inside.sam)
    text = "Omar Haddad at Corvid Logistics, interviewing two"
    found = shown(inside, text)
    assert line(found, "Company") == ("Halden Insurance", "Known, Corvid Logistics before a merge, London", True)
    assert actions_capture.save(text, by=inside.sam).person.company == inside.halden


def test_an_old_name_of_a_person_is_the_kept_one_and_said(inside: Cast):
    berg = people.add_person(given="Anna", family="Berg", company=inside.halden, by=inside.sam)
    duplicates.merge_persons(inside.martin.pk, gone=berg.pk, by=inside.sam)
    text = "Anna Berg at Halden Insurance, interviewing two"
    assert line(shown(inside, text), "Person")[1:] == ("Known, same person since a merge", True)
    assert actions_capture.save(text, by=inside.sam).person == inside.martin
