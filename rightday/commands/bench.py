"""`rightday bench`: fills the big book and measures every page and action on it."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from rightday.commands import prepare
from rightday.commands.say import problem, say

if TYPE_CHECKING:
    from rightday.bench.fill import Book

SMOKE = ("--leads", "6000", "--agencies", "4", "--first", "3000", "--members", "8")
SMOKE_MEASURE = ("--rounds", "6", "--seconds", "6", "--rows", "0", "--quick", "--strict")


def options(parser: argparse.ArgumentParser) -> None:
    what = ("all", "fill", "measure", "sessions")
    parser.add_argument("what", nargs="?", choices=what, default="all", help="one part (else: fill if empty, measure)")
    for name, words in (
        ("leads", "leads in all (1,000,000)"),
        ("agencies", "agencies (50)"),
        ("first", "leads of the first agency (300,000)"),
        ("members", "members of the first agency (200)"),
        ("seed", "what the book is drawn from (7)"),
    ):
        parser.add_argument(f"--{name}", type=int, help=f"fill: {words}")
    parser.add_argument("--rounds", type=int, default=300, help="measure: how often each page and action (300)")
    parser.add_argument("--seconds", type=float, default=60, help="measure: how long eight people work (60)")
    parser.add_argument("--rows", type=int, default=100_000, help="measure: rows to import, 0 for none (100,000)")
    parser.add_argument("--quick", action="store_true", help="measure: no small book beside, no start of the product")
    parser.add_argument("--strict", action="store_true", help="measure: exit 1 on any error")
    parser.add_argument("--out", type=Path, help="measure: the page to write the tables into (else printed)")
    parser.add_argument("--smoke", action="store_true", help="a small book in a folder of its own, a few rounds")


def run(options: argparse.Namespace) -> int:
    if options.smoke:
        return _smoke()
    # The measured server mounts the bare page, and the statements of it are counted here.
    os.environ["DJANGO_SETTINGS_MODULE"] = "rightday.bench.settings"
    prepare.django_ready()
    return {"all": _all, "fill": _fill, "measure": _measure, "sessions": _sessions}[options.what](options)


def _book(options: argparse.Namespace) -> Book:
    from rightday.bench.fill import Book

    given = {field.name: getattr(options, field.name) for field in fields(Book)}
    return Book(**{name: value for name, value in given.items() if value is not None})


def _fill(options: argparse.Namespace) -> int:
    from django.conf import settings

    from rightday.agencies import clock
    from rightday.bench.fill import fill

    settings.DATA.mkdir(parents=True, exist_ok=True)
    prepare.as_owner()
    prepare.everything()
    book, began = _book(options), time.monotonic()
    say(f"Filling a book of {book.leads:,} leads in {book.agencies} agencies …")
    try:
        made = fill(book, clock.today_in("Europe/London"))
    except ValueError as refused:
        return problem(str(refused))
    rows = ", ".join(f"{count:,} {name}" for name, count in made.items())
    say(f"Filled in {time.monotonic() - began:.0f} s: {rows}.")
    return 0


def _measure(options: argparse.Namespace) -> int:
    from rightday.agencies.models import Agency
    from rightday.bench import report as page
    from rightday.bench.measure import Plan, failures, measure

    prepare.static_files()
    if prepare.pending() or not Agency.objects.exists():
        return problem("There is no book here yet. Make one with: rightday bench fill")
    plan = Plan(options.rounds, options.seconds, options.rows, beside=not options.quick)
    report = measure(plan)
    if options.out:
        page.write(options.out, report)
        say(f"Written: {options.out}")
    else:
        say(page.section(report))
    wrong = failures(report)
    for words in wrong:
        problem(words)
    return 1 if wrong and options.strict else 0


def _all(options: argparse.Namespace) -> int:
    from rightday.agencies.models import Agency
    from rightday.bench import books

    if prepare.pending() or not Agency.objects.exists():
        books.fill(_book(options), os.environ)
    return _measure(options)


def _sessions(options: argparse.Namespace) -> int:
    """Sessions of some members, for a measuring process of another installation."""
    from rightday.agencies import clock
    from rightday.bench import measure

    options.out.write_text("\n".join(measure.sessions(clock.today_in("Europe/London"))), encoding="ascii")
    return 0


def _smoke() -> int:
    with tempfile.TemporaryDirectory(prefix="rightday-bench-") as folder:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("RIGHTDAY_DATABASE")}
        command = [sys.executable, "-m", "rightday", "bench", *SMOKE, *SMOKE_MEASURE]
        return subprocess.run(command, env={**kept, "RIGHTDAY_DATA": folder}, check=False).returncode  # noqa: S603 - our own
