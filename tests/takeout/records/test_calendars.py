from __future__ import annotations

from datetime import UTC, date, datetime, time

from icalendar import Calendar

from rightday.agenda.models import NextStep
from rightday.leads import actions as leads
from rightday.leads.rules import Shows
from rightday.people.models import Person
from rightday.takeout.records import calendars
from tests.conftest import Cast
from tests.takeout.records.conftest import NOW, heard

KNOWN = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)


def events(body: bytes) -> list:
    return list(Calendar.from_ical(body).walk("VEVENT"))


def test_a_step_with_a_time_is_an_appointment_and_others_are_days(inside: Cast):
    lead = leads.create(inside.martin, heard=heard(*KNOWN), title="two engineers", by=inside.sam)
    assert events(calendars.of_member(inside.priya, NOW)) == []
    (event,) = events(calendars.of_member(inside.sam, NOW))
    due = NextStep.objects.get(pk=lead.next_step_id).due
    assert event.decoded("dtstart") == due and str(event["location"]) == "+442079460142"
    assert "Martin Ahlqvist, Halden Insurance" in str(event["summary"])
    NextStep.objects.update(
        due=date(2026, 7, 1), earliest=time(10, 30), latest=time(12), zone="Europe/London", agreed=True
    )
    (event,) = events(calendars.of_person(inside.martin.pk, NOW))
    assert event.decoded("dtstart") == datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
    assert event.decoded("dtend") - event.decoded("dtstart") == calendars.LONG
    assert str(event["transp"]) == "OPAQUE" and "Not after 12:00" in str(event["description"])


def test_nobody_is_dialled_who_said_no(inside: Cast):
    leads.create(inside.martin, heard=heard(*KNOWN), title="", by=inside.sam)
    Person.objects.update(do_not_call=True)
    (event,) = events(calendars.of_member(inside.sam, NOW))
    assert "location" not in event and "Do not call." in str(event["description"])


def test_an_empty_calendar_is_one(inside: Cast):
    assert str(Calendar.from_ical(calendars.of_member(inside.sam, NOW))["version"]) == "2.0"
