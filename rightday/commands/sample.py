"""The sample desk: a tracker as consultants keep it, dated around a day, written as a real spreadsheet.

It goes through the real import and the real actions. All people, firms and numbers are invented
(numbers are of the ranges kept for drama).
"""

# ruff: noqa: E501 - one row of the tracker, one line

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter

HEADER = ("Hiring Mgr", "Role", "Co.", "City", "Tel", "Email", "Spoke", "Wants", "Status", "Notes")

# Days before the sample's day on which they were last spoken to; None: never.
ROWS: tuple[tuple[str, str, str, str, str, str, int | None, str, str, str], ...] = (
    ("Martin Ahlqvist", "Head of platform", "Halden Insurance", "London", "020 7946 0142", "martin.ahlqvist@halden.example", 4, "2 senior platform engineers", "HOT!", "Interviewing two people for the platform team this week. Wants short calls."),
    ("Ruth Delacroix", "VP engineering", "Corvid Health", "London", "020 7946 0617", "ruth.delacroix@corvid.example", 1, "Integration lead", "hot", "Seeing three candidates this week, decides with her board."),
    ("Irene Castell", "Robotics lead", "Sable Robotics", "Bristol", "0117 496 0181", "", 2, "Controls engineer", "hot", "Interviewing for a controls engineer, two more on Thursday."),
    ("Nadia Petrov", "Engineering manager", "Orbital Payments", "London", "+44 20 7946 0388", "nadia@orbital.example", 6, "2 site reliability engineers", "hot", "Was interviewing last week. Has contractors on the team."),
    ("Peter Szabo", "Delivery manager", "Fenwick Legal LLP", "Manchester", "0161 496 0335", "p.szabo@fenwick.example", 20, "Delivery lead", "warm", "Has three contractors until March."),
    ("Daniel Mbeki", "Infrastructure manager", "Portland Foods", "London", "020 7946 0229", "", 14, "", "warm", "Has two contractors on the network team."),
    ("Bruno Salt", "Programme director", "Vale Water", "London", "020 7946 0854", "", 5, "", "warm", "Two contractors on the team till the end of March."),
    ("Sofia Marsh", "Analytics manager", "Tidewater Ports", "London", "020 7946 0733", "sofia.marsh@tidewater.example", 1, "Data analyst", "warm", "Has contractors now, renewals in January."),
    ("Grace Lindholm", "Director of IT", "Meridian Freight", "New York", "+1 212 555 0142", "", 30, "", "cold", "Responsible for the new terminal project, may look at staffing firms."),
    ("Hugh Bannon", "Product director", "Kestrel Media", "London", "020 7946 0511", "", 45, "", "cold", "Runs the large migration project next year."),
    ("Alison Pike", "Head of platform", "Norwood Dental", "London", "020 7946 0731", "alison.pike@norwood.example", 3, "Clinic interface engineer", "hot", "Seeing people this week, two seats open."),
    ("Tess Moran", "Security architect", "Brayford Energy", "Leeds", "0113 496 0120", "", None, "Security architect", "?", "Heard she is interviewing, from a candidate."),
    ("Omar Haddad", "Quality director", "Aldgate Mutual", "London", "020 7946 0662", "omar@aldgate.example", 9, "", "warm", "Has test consultants on the team."),
    ("Ian Coyle", "Head of engineering", "Greyfriars Trust", "Edinburgh", "0131 496 0144", "", 12, "2 Java developers", "warm", "Has contractors on the Java team."),
    ("Hilary Moss", "Platform manager", "Castle Telecom", "London", "020 7946 0471", "", None, "", "", "May be interviewing, says a candidate."),
    ("Karen Whitby", "Head of data", "Fenwick Legal", "Manchester", "0161 496 0336", "", None, "", "", "Runs the data team."),
    ("Tia Banks", "Studio manager", "Marlow Studios", "London", "020 7946 0290", "", 18, "", "warm", "Has freelancers, contractors on two productions."),
    ("Dana Whitlow", "Head of claims systems", "Halden Insurance", "Bristol", "0117 496 0102", "", 5, "Java developer", "hot", "Interviewing for a Java developer."),
    ("Marcus Bell", "Chief executive", "Corvid Health", "London", "", "marcus.bell@corvid.example", None, "", "", ""),
    ("Rowan Pryce", "Transformation lead", "Greyfriars Trust", "Edinburgh", "0131 496 0199", "", None, "", "", "They advertise for a business analyst on their website."),
    ("Yuki Tanaka", "Head of research systems", "Aurora Optics", "Dublin", "+353 1 555 0142", "", 7, "", "warm", "Has contractors on the imaging team."),
    ("Lena Brandt", "IT director", "Linden Motors", "Berlin", "+49 30 5550 0142", "", 21, "", "cold", "Responsible for the new plant project."),
    ("Colin Frey", "Delivery lead", "Halden Insurance", "London", "020 7946 0146", "", None, "", "", "Works for Martin."),
    ("Martin Ahlqvist", "", "Halden Insurance plc", "London", "+44 (0)20 7946 0142", "", 11, "", "", "Asks for facts, not praise."),
    ("Gerald Finch", "Operations", "Quarry Stone", "London", "020 7946 0377", "", 200, "", "DO NOT CONTACT", "Asked us in writing to stop calling."),
    ("", "", "", "", "", "", None, "", "", "gone to Stackline??"),
)  # fmt: skip


def write_tracker(path: Path, today: date) -> None:
    """Writes the tracker as .xlsx: a title, an empty line, the header in row 3."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    try:
        sheet = book.add_worksheet("Leads")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write(0, 0, "Sam's desk")
        for column, words in enumerate(HEADER):
            sheet.write(2, column, words)
        for row, values in enumerate(ROWS, 3):
            for column, value in enumerate(values):
                if isinstance(value, int):
                    sheet.write_datetime(row, column, _as_cell(today - timedelta(days=value)), day)
                elif value:
                    sheet.write_string(row, column, value)
    finally:
        book.close()


def _as_cell(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - spreadsheets have no zone
