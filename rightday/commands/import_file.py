"""`rightday import FILE...`: bring files in, or say what would become of them (--dry-run). Zips are taken apart."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rightday.commands import prepare, who
from rightday.commands.say import problem, say


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="spreadsheets, cards, calendars, mail, or zips of them"
    )
    who.options(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what would become of each row; keep nothing")
    parser.add_argument("--json", action="store_true", help="print JSON instead of words")
    parser.add_argument("--yes", action="store_true", help="do not ask before bringing it in")
    order = parser.add_mutually_exclusive_group()
    order.add_argument("--dayfirst", action="store_true", help="03/04 is 3 April, whatever the file shows")
    order.add_argument("--monthfirst", action="store_true", help="03/04 is March 4, whatever the file shows")
    parser.add_argument("--region", help="country of numbers without a country code, two letters (GB)")


def run(options: argparse.Namespace) -> int:
    try:
        prepare.django_ready()
    except OSError as refusal:
        return _refused(options, f"The data folder cannot be used: {refusal.strerror or refusal}.")
    with TemporaryDirectory() as folder:
        codes = [_one(argparse.Namespace(**vars(options), file=str(path)), why) for path, why in _each(options, folder)]
    return max(codes)


def _each(options: argparse.Namespace, folder: str) -> Iterator[tuple[Path, str]]:
    """The files, those of zips each by itself and under its own name; with why one cannot be taken, or ''."""
    for place, given in enumerate(options.files):
        path = Path(given)
        inside = list(taken_apart(path, Path(folder) / str(place))) if _readable(path) else []
        yield from inside or [(path, "")]


def taken_apart(path: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file of a zip, or mail and what is attached to it, within limits; and why one cannot be taken, or ''.

    Nothing for any other file.
    """
    from django.conf import settings

    from rightday.intake.bundles.actions import UNPACKED
    from rightday.intake.reading import is_bundle, unpacked

    if not is_bundle(path):
        return
    folder.mkdir(parents=True)
    for number, came in enumerate(unpacked(path, path.name, folder, limit=UNPACKED * settings.UPLOAD_LIMIT)):
        if came.path == path.absolute():  # mail itself, which holds the others
            yield path, came.problem
            continue
        name = came.name.encode()[:200].decode(errors="ignore")
        place = folder / f"of-{number}" / (name if name not in (".", "..") else "file")
        place.parent.mkdir()
        if came.path.is_file() and not came.problem:
            came.path.rename(place)
        yield place, came.problem


def _readable(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _one(options: argparse.Namespace, why: str) -> int:
    """One file: its exit code. `why` it could not be unpacked, or ''."""
    from rightday.intake.reading import Unreadable

    try:
        wrong = f"{Path(options.file).name} could not be read. {why}" if why else _wrong_words(options)
        if wrong:
            return _refused(options, wrong)
        return _dry_run(options) if options.dry_run else _bring_in(options)
    except Unreadable as refusal:
        return _refused(options, f"{Path(options.file).name} could not be read. {refusal.reason}")


def _wrong_words(options: argparse.Namespace) -> str:
    """What is wrong with how it was called, before anything is opened; '' for nothing."""
    from rightday.intake.showing.shown import region_options

    path = Path(options.file)
    if options.region and options.region.upper() not in dict(region_options()):
        return f"{options.region} is no country we know. Give two letters, like GB."
    try:
        if path.is_file():
            return _too_large(path)
        return f"{path.name} is a folder. Give a file." if path.is_dir() else f"There is no file {options.file}."
    except (OSError, ValueError):
        return f"{options.file} cannot be opened."


def _too_large(path: Path) -> str:
    from django.conf import settings

    limit = settings.UPLOAD_LIMIT
    return (
        f"{path.name} is larger than {limit // 1_048_576} MB. Split it into parts."
        if path.stat().st_size > limit
        else ""
    )


def _dry_run(options: argparse.Namespace) -> int:
    from rightday.agencies.queries import at_hand
    from rightday.commands import import_said
    from rightday.db.row_security import enter
    from rightday.intake.running import dry_run

    agency = _agency_if_any(options)
    if agency is None and options.agency:
        return _refused(options, f"There is no agency {options.agency} here. `rightday user list` shows them.")
    choices, today = _choices(options, agency), _today(agency)
    say_it = import_said.say_json if options.json else import_said.say_words
    if agency is None:
        counts = say_it(dry_run.opened(Path(options.file), today, choices, in_book=False))
    else:
        with enter(agency), at_hand(agency):
            counts = say_it(dry_run.opened(Path(options.file), today, choices, in_book=True))
    if counts is not None:
        say()
        say(
            "Nothing was kept."
            + ("" if agency else " There is no agency here: rows were compared with each other alone.")
        )
    return 0


def _bring_in(options: argparse.Namespace) -> int:
    from rightday.agencies.queries import at_hand
    from rightday.db.row_security import enter

    if not options.yes and (options.json or not sys.stdin.isatty()):
        return _refused(
            options, "Add --yes to bring it in without being asked, or --dry-run to see what would become of it."
        )
    agency = _agency_if_any(options)
    if agency is None:
        return _refused(options, "Which agency? `rightday setup` makes the first; --agency names one of several.")
    with enter(agency):
        member = who.member_of(options)
    if member is None:
        return _refused(
            options, "Who brings it in? Add --by and their address; `rightday user list` shows who is here."
        )
    from rightday.team.rules import NotAllowed

    try:
        with at_hand(agency):
            return _run(options, member, lambda: enter(agency))
    except NotAllowed as refusal:
        return _refused(options, str(refusal))


def _run(options: argparse.Namespace, member: Any, entering: Any) -> int:
    """Receives, asks with what a trial says (`--yes` needs neither), and brings in: the same verbs as the page."""
    from rightday.commands import import_said
    from rightday.intake import actions

    path = Path(options.file)
    with entering():
        batch = actions.receive(path, name=path.name, by=member)
        if options.dayfirst or options.monthfirst or options.region:
            batch = actions.choose(batch, choices=_as_chosen(options, batch), seen=batch.version, by=member)
        if not options.yes:
            batch = actions.try_now(batch, by=member)
    if not options.yes:
        _say_counts(f"{path.name}, {batch.total:,} rows would become", batch.understood["trial"]["counts"])
        if input("Bring it in? [y/N] ").strip().casefold() not in ("y", "yes"):
            say(f"Nothing was brought in. It waits at /imports/{batch.pk}/")
            return 0
    batch = actions.run_now(batch, by=member, entering=entering)
    if options.json:
        with entering():
            say(json.dumps(import_said.batch_json(batch)))
    else:
        _say_counts(f"{path.name}, {batch.total:,} rows are in as", batch.counts)
        say(f"See /imports/{batch.pk}/ for each row, and to undo all of it.")
    return 0


def _as_chosen(options: argparse.Namespace, batch: Any) -> Any:
    from rightday.intake.understanding.choices import Choices

    said = batch.understood
    dayfirst = True if options.dayfirst else False if options.monthfirst else None
    return Choices({}, dayfirst, (options.region or said["region"]).upper(), said["currency"])


def _say_counts(head: str, counts: dict[str, int]) -> None:
    from rightday.commands.import_said import BECAME

    say(f"{head}:")
    for kind, words in BECAME.items():
        if counts.get(kind):
            say(f"  {counts[kind]:>6,} {words}")


def _choices(options: argparse.Namespace, agency: Any) -> Any:
    from rightday.intake.running.dry_run import Choices

    dayfirst = True if options.dayfirst else False if options.monthfirst else None
    region = (options.region or (agency.country if agency else "GB")).upper()
    return Choices(dayfirst, region, agency.currency if agency else "GBP")


def _today(agency: Any) -> date:
    from rightday.agencies import clock

    return clock.today_in(agency.zone) if agency else datetime.now(UTC).astimezone().date()


def _agency_if_any(options: argparse.Namespace) -> Any:
    """The agency meant, where the database is there, at this version and has it; else None. Makes no database."""
    from django.conf import settings
    from django.db import DatabaseError

    kept = settings.DATABASES["default"]
    if kept["ENGINE"].endswith("sqlite") and not Path(kept["NAME"]).exists():
        return None
    try:
        return None if prepare.pending() else prepare.agency_named(options.agency)
    except DatabaseError:
        return None


def _refused(options: argparse.Namespace, words: str) -> int:
    """The reason on the error stream, and as JSON where JSON was asked for."""
    if options.json:
        name = Path(options.file).name if "file" in options else None
        say(json.dumps({"version": 1, "file": name, "error": words, "errors": [words]}))
    return problem(words)
