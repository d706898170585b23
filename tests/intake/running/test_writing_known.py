"""Rows about somebody known are added to their record; nothing is replaced."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

from rightday.intake import actions
from rightday.intake.models import Import, ImportRow
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import Grade
from rightday.people.models import DuplicateSuggestion, EmailAddress, Person, PhoneNumber
from tests.conftest import Cast
from tests.intake.trackers import row


def became(batch: Import) -> list[str]:
    return list(ImportRow.objects.filter(batch=batch).order_by("order").values_list("became", flat=True))


def test_the_same_number_is_the_same_person(bring, inside: Cast):
    batch = bring(row("M. Ahlqvist", company="Halden", phone="+44 (0)20 7946 0142", notes="Asks for facts"))
    line = ImportRow.objects.get(batch=batch)
    assert (line.became, line.person_id) == ("known", inside.martin.pk)
    assert line.why == "Same number as Martin Ahlqvist. Added to their record, nothing replaced"
    assert Person.objects.get(pk=inside.martin.pk).name == "Martin Ahlqvist"


def test_two_rows_of_the_file_about_one_person(bring, today: date):
    batch = bring(
        row("Ada King", company="Alder Bank", email="ada@alder.example", notes="Runs the data team"),
        row("Ada King", company="Alder Bank", phone="020 7946 0777", email="ADA@alder.example",
            notes="Has three contractors on the team", spoke=today),
        row("A. King", company="Alder Bank plc", phone="020 7946 0778"),
    )  # fmt: skip
    assert became(batch) == ["intelligence", "known", "decide"]
    ada = Person.objects.get(name="Ada King")
    assert list(EmailAddress.objects.filter(person=ada).values_list("address", flat=True)) == ["ada@alder.example"]
    assert list(PhoneNumber.objects.filter(person=ada).values_list("e164", flat=True)) == ["+442079460777"]
    assert Lead.objects.get(person=ada).grade_on(today) is Grade.WARM
    assert DuplicateSuggestion.objects.count() == 1


def test_a_known_person_without_a_lead_gets_one_where_there_is_demand(bring, inside: Cast, today: date):
    batch = bring(
        row(
            "Martin Ahlqvist",
            "",
            "Halden Insurance",
            "",
            "020 7946 0142",
            "",
            today,
            "Go developer",
            "Seeing people",
        ),
        row("Martin Ahlqvist", phone="020 7946 0142", notes="Has two contractors", spoke=today),
    )
    lead = Lead.objects.get(person=inside.martin)
    assert became(batch) == ["known", "known"]
    assert (lead.title, lead.grade_on(today)) == ("Go developer", Grade.HOT)
    assert Evidence.objects.filter(lead=lead, shows="contractors").exists()
    assert PhoneNumber.objects.get(person=inside.martin).reached_on == today


def test_an_event_with_somebody_known_is_an_agreed_day_on_the_sheet(inside: Cast, today: date, tmp_path: Path):
    """A new person of the same event as well; and with a lead open already, its step moves to the day."""
    EmailAddress.objects.create(person=inside.martin, address="martin@halden.example", key="martin@halden.example")
    for days, summary in ((5, "Intake call"), (6, "Second call")):
        day = today + timedelta(days=days)
        path = tmp_path / f"{days}.ics"
        path.write_text(
            f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:{summary}\nDTSTART:{day:%Y%m%d}T093000\n"
            f"ORGANIZER:mailto:{inside.sam.identity.email}\nATTENDEE:mailto:martin@halden.example\n"
            "ATTENDEE;CN=Nia Hughes:mailto:nia@x.example\nEND:VEVENT\nEND:VCALENDAR\n"
        )
        actions.run_now(actions.receive(path, name=path.name, by=inside.sam), by=inside.sam)
        steps = [lead.next_step for lead in Lead.objects.order_by("pk")]
        assert [(step.due, step.earliest, step.agreed, step.subject) for step in steps] == [
            (day, time(9, 30), True, summary)
        ] * 2
    assert set(Lead.objects.values_list("person__name", flat=True)) == {"Martin Ahlqvist", "Nia Hughes"}


def test_the_next_day_of_a_follow_up_moves_the_step(bring, inside: Cast, today: date):
    header = ("Contact", "Phone", "Next call", "Notes")
    bring(("Martin Ahlqvist", "020 7946 0142", "", "May be interviewing"), header=header)
    later = today + timedelta(days=20)
    bring(("Martin Ahlqvist", "020 7946 0142", f"{later:%d/%m/%Y}", "Call again"), header=header)
    assert Lead.objects.get().next_step.due >= later
