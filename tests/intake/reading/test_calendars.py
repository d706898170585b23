"""Calendars: events with their times, broken ones with their problems."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rightday.intake.reading import Unreadable, open_file
from rightday.intake.reading.calendars import zone_named


def events(path: Path, *texts: str) -> list[dict[str, object]]:
    inside = "".join(f"BEGIN:VEVENT\r\n{text}\r\nEND:VEVENT\r\n" for text in texts)
    path.write_text(f"BEGIN:VCALENDAR\r\n{inside}END:VCALENDAR\r\n", encoding="utf-8")
    (table,) = open_file(path, "x").tables
    return [
        {name: cell for name, cell in zip(table.header, row.cells, strict=False) if cell is not None}
        | ({"problems": row.problems} if row.problems else {})
        for row in table.rows()
    ]


def test_an_event(path: Path) -> None:
    (one,) = events(
        path, "SUMMARY:Interview\\, 1st\r\nDTSTART:20260410T083000Z\r\nDTEND;VALUE=DATE:20260411\r\nLOCATION:Leeds\r\n"
        'ORGANIZER;CN="Smith, Alan":mailto:alan@x.example\r\nATTENDEE;CN=Bo:MAILTO:bo@x.example\r\nBEGIN:VALARM\r\n'
        "DESCRIPTION:alarm\r\nEND:VALARM\r\nDESCRIPTION:Bring\\nthe CV\r\nX-THING:7",
    )  # fmt: skip
    assert one == {
        "Event": "Interview, 1st", "Starts": datetime(2026, 4, 10, 8, 30, tzinfo=UTC), "Ends": date(2026, 4, 11),
        "Location": "Leeds", "Name": "Smith, Alan", "Email": "alan@x.example", "Attendee": "Bo <bo@x.example>",
        "Notes": "Bring\nthe CV", "X-THING": "7",
    }  # fmt: skip


def test_an_event_that_was_cancelled_does_not_start(path: Path) -> None:
    (one,) = events(path, "SUMMARY:a\r\nDTSTART:20260410T083000Z\r\nSTATUS:Cancelled")
    assert "Starts" not in one
    assert one["Was to start"] == datetime(2026, 4, 10, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Oslo", "Europe/Oslo"), ("GMT Standard Time", "Europe/London"), ("/x.org/Europe/Rome", "Europe/Rome"),
        ("custom_America/New_York", "America/New_York"), ("Nowhere at all", None), ("", None), ("../../etc", None),
    ],
)  # fmt: skip
def test_zones(name: str, zone: str | None) -> None:
    assert zone_named(name) == (ZoneInfo(zone) if zone else None)


def test_a_time_is_that_of_its_zone(path: Path) -> None:
    (one,) = events(path, "SUMMARY:a\r\nDTSTART;TZID=GMT Standard Time:20260410T093000")
    assert one["Starts"] == datetime(2026, 4, 10, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("day", ["20261340", "sometime", "20260410T9", ""])
def test_what_is_no_day_is_kept_and_told(path: Path, day: str) -> None:
    (one,) = events(path, f"SUMMARY:a\r\nDTSTART:{day}")
    assert one["problems"] == (f"Starts: {day} is no day.",)
    assert one.get("Starts", "") == day


def test_a_broken_event_leaves_the_others(path: Path) -> None:
    found = events(path, "SUMMARY:a\r\n%%%", "SUMMARY:b")
    assert [one["Event"] for one in found] == ["a", "b"]
    assert found[0]["problems"] == ("Line 4 could not be read: %%%",)


def test_an_event_without_an_end_and_a_calendar_without_an_event(path: Path) -> None:
    path.write_text("BEGIN:VEVENT\nSUMMARY:a\nBEGIN:VEVENT\nSUMMARY:b\n")
    assert [row.cells[0] for row in open_file(path, "x").tables[0].rows()] == ["a", "b"]
    path.write_text("BEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\n")
    with pytest.raises(Unreadable, match="no event"):
        open_file(path, "x")
