"""Reads calendars (.ics): a row for each event. Times are those of the event's own zone, where that is known."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.core import get_global

from rightday.intake.reading import content_lines, tables
from rightday.intake.reading.book import Book, Cell, Row, Unreadable
from rightday.intake.reading.columned import Columned
from rightday.intake.reading.content_lines import ContentLine
from rightday.intake.reading.letters import addressed

_HEADERS = {
    "SUMMARY": "Event", "LOCATION": "Location", "DESCRIPTION": "Notes", "DURATION": "Duration", "RRULE": "Repeats",
    "STATUS": "Status", "URL": "Website", "CATEGORIES": "Categories", "UID": "UID", "CONFERENCE": "Conference",
}  # fmt: skip
_SILENT = frozenset(
    "BEGIN END DTSTAMP CREATED LAST-MODIFIED SEQUENCE TRANSP CLASS PRIORITY EXDATE RECURRENCE-ID".split()
)
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_PIECES = frozenset({"VEVENT", "VTODO", "VJOURNAL"})
_MOST = 200_000
NO_EVENTS = "There is no event in this calendar. Export it again with its events."


def open_calendar(path: Path, name: str) -> Book:
    """The events of a file; one that is broken is a row with what could be read, and with its problems."""
    made = Columned(["Event", "Starts", "Ends", "Location", "Name", "Email", "Attendee"])
    rows = []
    for number, event in enumerate(_events(path), start=1):
        if number > _MOST:
            raise Unreadable("There are more than 200,000 events in this file. Bring them in parts.")
        rows.append(_row(number, event, made))
    if not rows:
        raise Unreadable(NO_EVENTS)
    return Book(name, "icalendar", "", "", (tables.made("", rows, made.header),))


def _events(path: Path) -> Iterator[list[ContentLine]]:
    event: list[ContentLine] = []
    depth = 0
    for line in content_lines.read(path):
        kind = line.value.strip().upper()
        if line.name == "BEGIN":
            if kind in _PIECES:
                if event:
                    yield event  # its end is missing
                event, depth = [line], 0
            elif event:
                depth += 1  # an alarm in an event
        elif line.name == "END" and event:
            if kind in _PIECES:
                yield event
                event = []
            else:
                depth -= 1
        elif event and depth <= 0:
            event.append(line)
    if event:
        yield event


def _row(number: int, event: list[ContentLine], made: Columned) -> Row:
    problems: list[str] = []
    cancelled = any(line.name == "STATUS" and line.text.strip().upper() == "CANCELLED" for line in event)
    for line in event:
        if line.problem:
            problems.append(line.problem)
        elif line.name in ("DTSTART", "DTEND", "DUE"):
            header = "Ends" if line.name != "DTSTART" else "Was to start" if cancelled else "Starts"
            moment = _moment(line)
            if moment is None:
                problems.append(f"{header}: {line.text[:60]} is no day.")
            made.put(header, moment or line.text)
        elif line.name == "ORGANIZER":
            made.put("Name", _named(line))
            made.put("Email", _address(line))
        elif line.name == "ATTENDEE":
            made.put("Attendee", addressed(_named(line), _address(line)))
        elif line.name not in _SILENT:
            made.put(_HEADERS.get(line.name, line.name), line.text)
    return made.row(number, problems)


def _moment(line: ContentLine) -> Cell:
    """A day; or a time on the clock of its zone, as people agreed on it. None for what is neither."""
    found = _MOMENT.fullmatch(line.value.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, utc = found.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        numbers = (int(year), int(month), int(day), int(hour), int(minute), min(int(second or 0), 59))
        moment = datetime(*numbers, tzinfo=UTC)
    except ValueError:
        return None
    if utc:
        return moment
    return moment.replace(tzinfo=zone_named(next(iter(line.parameters.get("TZID", ())), "")))


def zone_named(name: str) -> ZoneInfo | None:
    """A zone by its name, by the name Windows gives it, or by a name that ends in one ("custom_Europe/Oslo")."""
    windows = get_global("windows_zone_mapping")
    for one in (name, windows.get(name, ""), re.sub(r"^.*?([A-Z]\w+/[\w/+-]+)$", r"\1", name)):
        try:
            if one:
                return ZoneInfo(one)
        except (KeyError, ValueError, OSError):  # no zone of that name
            continue
    return None


def _named(line: ContentLine) -> str:
    name = content_lines.plain(next(iter(line.parameters.get("CN", ())), ""))
    return "" if "@" in name else name


def _address(line: ContentLine) -> str:
    return re.sub(r"(?i)^mailto:", "", line.text)
