"""One run: everything that is measured, on the database of this installation, gathered into a report."""

from __future__ import annotations

import os
import platform
import sqlite3
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from django.db import connection
from django.utils import timezone

from rightday.agencies import clock
from rightday.agencies.models import Agency
from rightday.bench import books, clients, draw, pages, spreadsheet, verbs, weight
from rightday.bench.browser import Browser
from rightday.bench.draw import Drawn
from rightday.bench.figures import Line, Report, Times
from rightday.bench.fill import Book
from rightday.bench.server import serving
from rightday.commands.say import say
from rightday.db.row_security import enter
from rightday.team.models import Member
from rightday.team.rules import Role

MOST_GROWTH = 1.3


@dataclass(frozen=True, slots=True)
class Plan:
    """How long: `rounds` of every page and action, `seconds` of eight people, `rows` to import (0: none).

    `beside`: also compare with the small book, and start the whole product once.
    """

    rounds: int = 300
    seconds: float = 60
    rows: int = 100_000
    beside: bool = True
    seed: int = 5


def measure(plan: Plan) -> Report:
    """Measures everything. Raises Agency.DoesNotExist in an empty installation."""
    agency = draw.largest_agency()
    today = clock.today_in(agency.zone)
    drawn = draw.drawn(agency, today)
    with enter(agency):
        counts = draw.counts()
    environment = dict(os.environ)
    with serving(environment) as port:
        say("Pages …")
        lines, errors = pages.measure(port, drawn, rounds=plan.rounds, seed=plan.seed)
        say(f"{clients.CLIENTS} people for {plan.seconds:.0f} s …")
        rest, wrong = clients.measure(port, drawn, seconds=plan.seconds, seed=plan.seed)
        errors += wrong
        rest += weight.page(port, drawn.desks[0].session)
        if plan.beside:
            say("Today beside the small book …")
            rest.append(_beside(port, drawn, Book(first=counts["leads"], members=counts["members"]), plan))
    if plan.beside:
        rest.append(weight.cold_start(environment))
    say("Statements and actions …")
    every = pages.with_statements(lines, pages.statements(drawn, seed=plan.seed))
    actions, wrong = verbs.measure(drawn, today, rounds=plan.rounds, seed=plan.seed)
    if plan.rows:
        say(f"Import of {plan.rows:,} rows …")
        rest += _import(agency, plan)
    return Report(
        database(), machine(), _book(counts), every[0], every[1:], tuple(actions), tuple(rest), (*errors, *wrong)
    )


def database() -> str:
    if connection.vendor == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}"
    connection.ensure_connection()
    return f"PostgreSQL {connection.pg_version // 10000}"  # type: ignore[attr-defined]  # of this backend alone


def machine() -> str:
    """The machine in words that name none."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    day = f"{timezone.now():%-d %B %Y}"
    return f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, Python {platform.python_version()}, on {day}"


def _book(counts: Mapping[str, int]) -> str:
    agencies = Agency.objects.count()
    leads, members = f"{counts['leads']:,}", counts["members"]
    return f"The book: {agencies} agencies, the measured one with {leads} leads and {members} members"


def _beside(port: int, drawn: Drawn, book: Book, plan: Plan) -> Line:
    """Today here and in the small book, asked for in turn in one run."""
    name, target = "Today here ÷ in a book of 10,000 leads", f"≤ {MOST_GROWTH} ×"
    if book.first <= 10_000:
        return Line(name, "not measured: this book is small itself", target)
    environment = books.make("small", books.small(book))
    with serving(environment) as other, tempfile.TemporaryDirectory() as folder:
        sessions = _sessions(environment, Path(folder))
        here, there = _in_turn(port, [desk.session for desk in drawn.desks], other, sessions, plan)
    if here is None or there is None:
        return Line(name, "not measured: Today did not answer", target)
    ratio = here.p50 / there.p50
    measured = f"{ratio:.2f} × (p50 {here.p50:.1f} and {there.p50:.1f} ms)"
    return Line(name, measured, target, ratio <= MOST_GROWTH)


def _in_turn(
    port: int, sessions: list[str], other: int, others: list[str], plan: Plan
) -> tuple[Times | None, Times | None]:
    random = Random(plan.seed)  # noqa: S311 - draws desks
    pairs = [[Browser(port, one) for one in sessions], [Browser(other, one) for one in others]]
    seconds: tuple[list[float], list[float]] = ([], [])
    for turn in range(-5, plan.rounds):
        for side, browsers in enumerate(pairs):
            answer = random.choice(browsers).get("/")
            if turn >= 0 and answer.status == 200:
                seconds[side].append(answer.seconds)
    here, there = (Times.of(one) if one else None for one in seconds)
    return here, there


def _sessions(environment: Mapping[str, str], folder: Path) -> list[str]:
    """Sessions in the small book, made by a process of its installation."""
    out = folder / "sessions"
    books.run(["sessions", "--out", str(out)], environment)
    return out.read_text(encoding="ascii").split()


def _import(agency: Agency, plan: Plan) -> list[Line]:
    with enter(agency):
        owner = Member.objects.filter(role=Role.OWNER.value).values_list("identity__email", flat=True)[0]
    with books.copy("import") as environment:
        folder = Path(environment["RIGHTDAY_DATA"])
        return spreadsheet.measure(environment, (agency.name, owner), folder, rows=plan.rows, seed=plan.seed)


def sessions(today: date) -> list[str]:
    """A session of each of some members of the first agency."""
    return [desk.session for desk in draw.drawn(draw.largest_agency(), today).desks]


def failures(report: Report) -> list[str]:
    """What a smoke run must not see: errors, pages that are not there, and lines that failed outright."""
    missing = [f"{line.name}: {line.missing}" for line in report.pages if line.times is None]
    lost = [f"{line.name}: {line.measured}" for line in report.rest if line.reached is False and line.target == "0"]
    return [*report.errors, *missing, *lost, *([] if report.bare.times else ["The bare page does not answer."])]
