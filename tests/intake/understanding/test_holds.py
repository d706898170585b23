"""What a table is about."""

from datetime import date

import pytest

from rightday.intake.understanding import columns, holds
from rightday.intake.understanding.holds import Holds


@pytest.mark.parametrize(
    ("name", "header", "about"),
    [
        ("Client Leads", ["Company", "Contact", "Phone"], Holds.LEADS),
        ("Candidates", ["Name", "Mobile"], Holds.CANDIDATES),
        ("Candidate leads", ["Name", "Company"], Holds.LEADS),
        ("Sheet1", ["Name", "CV on file?", "Available from"], Holds.CANDIDATES),
        ("Sheet1", ["Name", "CV on file?", "Available from", "Roles they need"], Holds.LEADS),
        ("Follow-ups", ["When", "Who"], Holds.FOLLOW_UPS),
        ("Follow-ups", ["Company", "Contact"], Holds.LEADS),
    ],
)
def test_told_by_its_name_or_its_headers(name: str, header: list[str], about: Holds) -> None:
    assert holds.of(name, columns.guess(header, [], date(2026, 5, 14))) is about
