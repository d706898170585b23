"""Small spreadsheets that tests write themselves."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

HEADER = ("Hiring Manager", "Job title", "Company", "City", "Phone", "Email", "Spoke", "Needs", "Notes")


def tracker(path: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> Path:
    """Writes a .csv with these rows."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def row(
    name: str = "", title: str = "", company: str = "", city: str = "", phone: str = "", email: str = "",
    spoke: date | None = None, needs: str = "", notes: str = "",
) -> tuple[str, ...]:  # fmt: skip
    """One row of a tracker."""
    return (name, title, company, city, phone, email, f"{spoke:%d/%m/%Y}" if spoke else "", needs, notes)


def many(count: int, today: date) -> list[tuple[str, ...]]:
    """So many people, each at a company of its own."""
    return [
        row(
            f"Person{number} Family{number}", "Head of IT", f"Firm{number} Ltd", "London", f"020 7946 {number:04d}",
            f"p{number}@firm{number}.example", today - timedelta(days=number % 5), "", "Interviewing two people this week",
        )
        for number in range(count)
    ]  # fmt: skip
