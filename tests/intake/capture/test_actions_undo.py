"""Taking a capture back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from rightday.agenda.models import NextStep
from rightday.intake.capture import actions
from rightday.intake.capture.actions_undo import CannotTakeBack, undo
from rightday.intake.models import Captured
from rightday.kernel import phones
from rightday.leads import actions as leads
from rightday.leads.models import Evidence, Intelligence, Lead
from rightday.leads.rules import Grade, HeardEvidence, Shows
from rightday.leads.watching import actions as actions_watch
from rightday.people import actions as people
from rightday.people import search
from rightday.people.models import Company, DuplicateSuggestion, EmailAddress, Person, PhoneNumber, Position
from rightday.timeline.models import Event
from tests.conftest import Cast

TUE = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 42, tzinfo=ZoneInfo("Europe/London"))
SPOKE = "Spoke with Priya Natarajan at Northwind Systems, 020 7946 0991, p@northwind.example, interviewing two devs"
MADE = (
    Person,
    Company,
    Position,
    PhoneNumber,
    EmailAddress,
    Lead,
    Evidence,
    NextStep,
    Intelligence,
    DuplicateSuggestion,
)


@pytest.fixture
def inside(inside: Cast) -> Cast:
    """Halden can be found by the beginning of its name."""
    search.put_companies([inside.halden.pk])
    return inside


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=True) as traveller:
        yield traveller


@pytest.fixture
def desk(clock: Any, inside: Cast) -> Cast:
    return inside


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every row a capture may make, but for counters of changes."""
    skipped = ("version", "made_at", "state_on")
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in skipped}
            for row in model.objects.order_by("id").values()
        ]
        for model in MADE
    }


@pytest.mark.parametrize(
    "text",
    [
        SPOKE,
        "Karen Whitby, Fenwick Legal",
        "Northwind Systems Ltd advertise for two SREs",
        "thanks",
        "Martin Ahlquist at Halden Insurance, interviewing two",
        "Martin Ahlqvist at Halden prefers mornings",
        "Martin Ahlqvist at Halden is interviewing",
    ],
)
def test_what_it_made_is_gone_and_the_text_stays(desk: Cast, text: str):
    before, events = rows(), Event.objects.count()
    saved = actions.save(text, by=desk.sam)
    assert rows() != before
    undo(saved.captured, by=desk.sam)
    assert rows() == before
    kept = Captured.objects.get()
    assert (kept.text, kept.person, kept.lead, kept.intelligence) == (text, None, None, None)
    left = Event.objects.order_by("-id").values_list("verb", flat=True)[: Event.objects.count() - events]
    assert list(left) == ["capture.undone"]


def test_nobody_finds_what_was_taken_back(desk: Cast):
    saved = actions.save(SPOKE, by=desk.sam)
    assert search.find_persons("priya nat") == [saved.person.pk]
    undo(saved.captured, by=desk.sam)
    assert search.find_persons("priya nat") == []
    assert search.find_companies("northwind") == []


def hot(desk: Cast) -> Lead:
    said = [Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.CONTRACTORS]
    return leads.create(desk.martin, heard=[HeardEvidence(one, "", TUE) for one in said], title="SREs", by=desk.sam)


def test_the_open_lead_is_as_it_was(desk: Cast):
    lead = hot(desk)
    before = rows()
    saved = actions.save("Martin Ahlqvist at Halden is interviewing two more. Call him on 3 December", by=desk.priya)
    now = Lead.objects.select_related("next_step").get(pk=lead.pk)
    assert (now.grade_on(TUE), now.next_step.due) == (Grade.HOT, date(2026, 12, 3))
    undo(saved.captured, by=desk.priya)
    after = rows()
    steps = [one.pop("NextStep") for one in (before, after)]
    for one in (before, after):
        one["Lead"][0].pop("next_step_id")
    assert after == before
    for step in (one[0] for one in steps):
        step.pop("id")
    assert steps[0] == steps[1]


def test_a_step_moved_in_place_moves_back(desk: Cast):
    lead = hot(desk)
    due, reason = lead.next_step.due, lead.next_step.reason
    saved = actions.save("Martin Ahlqvist at Halden is interviewing two more", by=desk.sam)
    assert NextStep.objects.get().reason != reason
    undo(saved.captured, by=desk.sam)
    assert (NextStep.objects.get().due, NextStep.objects.get().reason) == (due, reason)


def test_an_hour_agreed_before_comes_back(desk: Cast):
    lead = hot(desk)
    at = datetime(2026, 11, 26, 10, 30).time()
    leads.change_step(lead, seen_step=lead.next_step_id, due=date(2026, 11, 26), time=at, agreed=True, by=desk.sam)
    saved = actions.save("Martin Ahlqvist at Halden. Call him on 3 December", by=desk.sam)
    undo(saved.captured, by=desk.sam)
    step = NextStep.objects.get()
    assert (step.due, step.earliest, step.agreed) == (date(2026, 11, 26), at, True)


def test_somebody_we_knew_is_as_they_were(desk: Cast):
    number = phones.read("0117 496 0335", "GB")
    ruth = people.add_person(given="Ruth", family="", phones=number, by=desk.sam)
    other = leads.create(ruth, heard=[HeardEvidence(Shows.INTERVIEWING, "", TUE)], title="One", by=desk.sam)
    leads.create(ruth, heard=[HeardEvidence(Shows.INTERVIEWING, "", TUE)], title="Two", by=desk.sam)
    before = rows()
    saved = actions.save(
        "Spoke with Ruth Delacroix, Head of Data, Corvid Health, 0117 496 0335, 07700 900142, "
        "ruth@corvid.example, interviewing two",
        by=desk.sam,
    )
    assert saved.person == ruth
    assert Evidence.objects.filter(lead=other, shows="phone_tested").exists()
    undo(saved.captured, by=desk.sam)
    after = rows()
    for one in (before, after):  # a step rewritten in place keeps its facts, a position its id
        one.pop("NextStep"), one.pop("Position")
    assert after == before


def test_a_number_removed_since_is_no_trouble(desk: Cast):
    saved = actions.save("Spoke with Martin Ahlqvist at Halden, 020 7946 0142, seeing two", by=desk.sam)
    PhoneNumber.objects.all().delete()
    undo(saved.captured, by=desk.sam)
    assert Lead.objects.count() == 0


def test_twice_is_once(desk: Cast):
    saved = actions.save(SPOKE, by=desk.sam)
    undo(saved.captured, by=desk.sam)
    events = Event.objects.count()
    again = undo(saved.captured, by=desk.sam)
    assert again.pk == saved.captured.pk
    assert Event.objects.count() == events


def refused(saved: actions.Saved, desk: Cast, words: str) -> None:
    before = rows()
    with pytest.raises(CannotTakeBack, match=words):
        undo(saved.captured, by=desk.sam)
    assert rows() == before
    assert "undone_at" not in Captured.objects.get(pk=saved.captured.pk).understood


def test_not_after_ten_minutes(desk: Cast, clock: Any):
    saved = actions.save(SPOKE, by=desk.sam)
    clock.move_to(NOW + timedelta(minutes=11))
    refused(saved, desk, "ten minutes")


def test_not_by_somebody_else(desk: Cast):
    refused(actions.save(SPOKE, by=desk.priya), desk, "whoever made it")


def test_not_when_a_note_was_added_since(desk: Cast):
    saved = actions.save(SPOKE, by=desk.sam)
    leads.note(saved.lead, words="Prefers mornings", by=desk.priya)
    refused(saved, desk, "worked on it since")


def test_not_when_the_open_lead_has_moved_on(desk: Cast):
    hot(desk)
    saved = actions.save("Martin Ahlqvist at Halden is interviewing", by=desk.sam)
    leads.add_evidence(saved.lead, heard=HeardEvidence(Shows.CONTEXT, "more", TUE), by=desk.priya)
    refused(saved, desk, "worked on it since")


def test_not_when_something_else_holds_on_to_it(desk: Cast):
    saved = actions.save("Karen Whitby, Fenwick Legal", by=desk.sam)
    Intelligence.objects.create(
        person=saved.person, words="x", true_on=TUE, recorded_at=saved.captured.at, recorded_by=desk.sam
    )
    refused(saved, desk, "worked on it since")


def test_a_refusal_is_not_taken_back_by_a_key(desk: Cast):
    saved = actions.save("Martin Ahlqvist at Halden asked not to be called again", by=desk.sam)
    refused(saved, desk, "refusal was recorded")


def test_not_when_somebody_asked_about_the_advertisement_since(desk: Cast):
    saved = actions.save("Halden Insurance advertise for two SREs", by=desk.sam)
    actions_watch.postpone(saved.intelligence, due=TUE, seen=0, by=desk.sam)
    refused(saved, desk, "worked on it since")
    assert Intelligence.objects.exists()
