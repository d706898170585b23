"""Small files and imports for the tests of their pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter

from rightday.intake import actions
from rightday.intake.models import Import
from tests.conftest import Cast

HEADER = ("Hiring Mgr", "Co.", "Tel", "Email", "Spoke", "Status", "Notes")
ROWS = (
    ("Irene Castell", "Sable Robotics", "0117 496 0181", "", "23/11/2026", "HOT!", "Interviewing two people this week."),
    ("Bruno Salt", "Vale Water", "020 7946 0854", "bruno@vale.example", "20/11/2026", "warm", "Two contractors on the team till March."),
    ("Karen Whitby", "Fenwick Legal", "0161 496 0336", "", "", "", "May be interviewing, says a candidate."),
    ("Martin Ahlqvist", "Halden Insurance", "020 7946 0142", "", "18/11/2026", "", "Asks for facts, not praise."),
    ("Gerald Finch", "Quarry Stone", "020 7946 0377", "", "", "DO NOT CONTACT", "Asked us to stop calling."),
    ("Omar Haddad", "Aldgate Mutual", "020 7946 06", "", "", "", "Has test consultants."),
    ("", "", "", "", "", "", "gone to Stackline??"),
)  # fmt: skip


def csv(rows: Any = ROWS, header: Any = HEADER) -> bytes:
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in (header, *rows)).encode()


def xlsx(path: Path) -> Path:
    """Three sheets: leads under a title, candidates, an empty one."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    leads = book.add_worksheet("Leads 2026")
    leads.write(0, 0, "Sam's desk")
    for number, row in enumerate((HEADER, *ROWS), 2):
        for column, cell in enumerate(row):
            leads.write_string(number, column, cell)
    candidates = book.add_worksheet("Candidates")
    for number, row in enumerate((("Candidate", "Phone", "Notice"), ("Lena Fischer", "020 7946 0999", "4 weeks"))):
        for column, cell in enumerate(row):
            candidates.write_string(number, column, cell)
    book.close()
    return path


def received(cast: Cast, tmp_path: Path, data: bytes | None = None, name: str = "desk.csv", by: Any = None) -> Import:
    """An import that was read; the agency is entered."""
    place = tmp_path / "came"
    place.write_bytes(csv() if data is None else data)
    return actions.receive(place, name=name, by=by or cast.sam)


def done(cast: Cast, tmp_path: Path, **options: Any) -> Import:
    """An import that has run to its end."""
    batch = received(cast, tmp_path, **options)
    return actions.run_now(actions.try_now(batch, by=batch.by), by=batch.by)
