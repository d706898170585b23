"""An import of 100,000 rows: a file of our own, brought in by the command as anybody would."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

from rightday.bench import words
from rightday.bench.figures import Line
from rightday.bench.memory import Peak

HEADER = ("Hiring Mgr", "Role", "Company", "City", "Tel", "Email", "Spoke", "Wants", "Status", "Notes")
AGAIN = 0.1
"""Share of rows about somebody who stands further up, written a little differently."""
ROWS_A_SECOND = 3000
MEMORY = 400.0


def write(path: Path, rows: int, today: date, seed: int) -> None:
    """A lead tracker as .csv: about nine in ten rows are different people."""
    random = Random(seed)  # noqa: S311 - invented people
    known: list[tuple[str, ...]] = []
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(rows):
            if known and random.random() < AGAIN:
                name, role, firm, city, phone, mail = random.choice(known)
                name, phone = name.upper(), phone.replace(" ", "")
            else:
                name, role, firm, city, phone, mail = person = _person(random, number)
                if len(known) < 20_000:
                    known.append(person)
            spoke = today - timedelta(days=random.randrange(0, 200))
            wants, said = random.choice(words.NEEDS), random.choice(words.SAID)
            status = random.choice(("hot", "warm", "cold", ""))
            writer.writerow((name, role, firm, city, phone, mail, f"{spoke:%d/%m/%Y}", wants, status, said))


def measure(
    environment: Mapping[str, str], whose: tuple[str, str], folder: Path, *, rows: int, seed: int
) -> list[Line]:
    """Two lines: the trial of a file (`--dry-run`), and `rightday import` of it from start to end.

    `whose`: the agency, and the address of its member.
    """
    path = folder / "tracker.csv"
    write(path, rows, date.today(), seed)  # noqa: DTZ011 - only in the invented file
    target = f"≥ {ROWS_A_SECOND:,} rows/s, ≤ {MEMORY:.0f} MiB"
    agency, by = whose
    command = [sys.executable, "-m", "rightday", "import", str(path), "--agency", agency, "--by", by]
    trial = _run([*command, "--dry-run"], environment, folder / "trial.txt")
    real = _run([*command, "--yes", "--json"], environment, folder / "import.json")
    return [
        _line(f"Import {rows:,} rows with duplicate search", rows, real, target),
        _line(f"Trial of {rows:,} rows, nothing kept", rows, trial, ""),
    ]


def _run(command: list[str], environment: Mapping[str, str], out: Path) -> tuple[int, float, float]:
    """Exit code, seconds, and the most memory of all its processes together in MiB."""
    began = time.perf_counter()
    with out.open("wb") as file:
        process = subprocess.Popen(command, env=dict(environment), stdout=file)  # noqa: S603 - our own command
        peak = Peak(process.pid)
        peak.start()
        code = process.wait()
    return code, time.perf_counter() - began, peak.stop()


def _line(name: str, rows: int, ran: tuple[int, float, float], target: str) -> Line:
    code, seconds, memory = ran
    if code:
        return Line(name, f"failed: the command ended with {code}", target, False)
    rate = rows / seconds
    measured = f"{rate:,.0f} rows/s ({seconds:.1f} s), {memory:.0f} MiB"
    return Line(name, measured, target, rate >= ROWS_A_SECOND and memory <= MEMORY if target else None)


def _person(random: Random, number: int) -> tuple[str, ...]:
    given, family = random.choice(words.GIVEN), random.choice(words.FAMILY)
    firm = f"{random.choice(words.FIRM_FIRST)} {random.choice(words.FIRM_SECOND)} {random.randrange(2, 99)}"
    city = random.choice(words.CITIES)[0]
    phone = f"020 7{random.randrange(100, 1000)} {random.randrange(1000, 10_000)}"
    mail = f"{given}.{family}{number}@{firm.split()[0]}.example".casefold()
    return f"{given} {family}", random.choice(words.TITLES), firm, city, phone, mail
