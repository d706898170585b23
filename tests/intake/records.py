"""Records of spreadsheet rows, read from cells as an import reads them, and any records at all."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from rightday.intake.reading import Row
from rightday.intake.understanding import columns
from rightday.intake.understanding import records as rules
from rightday.intake.understanding.records import Record, Settings

TODAY = date(2026, 5, 14)
HEADER = ("Contact", "Company", "Phone", "Email", "Spoke", "Next call", "Status", "Needs", "Notes", "Owner")


def record(
    name: object = "", company: object = "", phone: object = "", email: object = "", spoke: object = "",
    next_call: object = "", status: object = "", needs: object = "", notes: object = "", owner: object = "",
) -> Record:  # fmt: skip
    """What a row with these cells says."""
    cells = (name, company, phone, email, spoke, next_call, status, needs, notes, owner)
    plan = columns.plan(columns.guess(HEADER, [], TODAY))
    return rules.read_row(Row(2, cells), plan, Settings(TODAY))


_WORDS = st.sampled_from(
    ["", "", "Interviewing two people this week", "Has 3 contractors on the team", "May be hiring", "do not contact",
     "saw the advert", "Project starts in June", "Asks for facts", "no", "not interested", "left the company", "HOT!"]
)  # fmt: skip
_NAMES = st.sampled_from(["", "Ada King", "KING, Ada", "A. King", "Ada", "Bo Lee", "José Luis Martínez", "?"])
_COMPANIES = st.sampled_from(["", "Alder Bank", "Alder Bank Ltd", "alder bank plc", "Corvid", "-"])
_PHONES = st.sampled_from(["", "020 7946 0142", "+44 20 7946 0142", "020 7946 0142 x12", "12", "07700 900123", "n/a"])
_EMAILS = st.sampled_from(
    ["", "ada@alder.example", "ADA@alder.example", "info@alder.example", "bo@corvid.example", "@"]
)
_DAYS = st.one_of(
    st.just(""), st.sampled_from(["14/05/2026", "01/02/2026", "31/31/2026", "yesterday", "soon", "05.06.26"]),
    st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days)), st.integers(-10, 90_000),
)  # fmt: skip

LIKELY = st.builds(
    record, _NAMES, _COMPANIES, _PHONES, _EMAILS, _DAYS, _DAYS, _WORDS, st.sampled_from(["", "Go developer", "x\ny"]), _WORDS,
)  # fmt: skip
"""Rows as people write them, which meet each other in names, numbers and companies."""

_ANY = st.one_of(st.none(), st.text(max_size=40), st.integers(), st.floats(), st.dates(), st.booleans())
ANY = st.one_of(LIKELY, st.builds(record, *[_ANY] * 10))
"""Whatever cells hold."""
