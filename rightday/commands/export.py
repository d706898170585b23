"""`rightday export`: a list as a file that other programs read; the same as the page's buttons give."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from rightday.commands import prepare, who
from rightday.commands.say import problem, say

if TYPE_CHECKING:
    from rightday.team.models import Member

FORMATS = {
    "people": ("xlsx", "csv", "vcf", "vcf3", "json"),
    "companies": ("xlsx", "csv", "vcf", "vcf3", "json"),
    "leads": ("xlsx", "csv", "vcf", "vcf3", "json"),
    "calls": ("ics",),
}


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=[*FORMATS], help="calls are the next steps of one member, as a calendar")
    parser.add_argument("file", nargs="?", help="where to, ending in its format: people.xlsx (- for standard output)")
    parser.add_argument("--format", choices=sorted({one for some in FORMATS.values() for one in some}))
    parser.add_argument("--query", default="", help='what follows the "?" in the list\'s address: view=managers')
    who.options(parser)


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    kind = options.format or (Path(options.file).suffix[1:].lower() if options.file else FORMATS[options.what][0])
    if kind not in FORMATS[options.what]:
        return problem(
            f"{options.what.capitalize()} leave as {', '.join(FORMATS[options.what])}, not as {kind or '?'}."
        )
    target = Path(options.file or f"{options.what}.{kind.rstrip('3')}")
    if options.file != "-" and target.exists():
        return problem(f"{target} exists already. Give another name; an export never replaces a file.")
    if options.file == "-" and kind == "xlsx":
        return problem("A workbook needs a file of its own. Give its name, or another --format.")
    from rightday.db.row_security import enter
    from rightday.team.rules import NotAllowed

    try:
        agency, member = who.meant(options)
        with enter(agency):
            _write(options, member, kind, target)
    except (who.Unclear, NotAllowed) as refusal:
        return problem(str(refusal))
    if options.file != "-":
        say(f"Written: {target} ({target.stat().st_size / 1_000:,.0f} KB)")
    return 0


def _write(options: argparse.Namespace, member: Member, kind: str, target: Path) -> None:
    from rightday.takeout import actions

    if options.what != "calls":
        actions.left(f"{options.what}.{kind}", by=member)
    if kind == "xlsx":
        _workbook(options, member, target)
        return
    parts = _parts(options, member, kind)
    if options.file == "-":
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    with target.open("xb") as file:
        file.writelines(parts)


def _parts(options: argparse.Namespace, member: Member, kind: str) -> Iterator[bytes]:
    from rightday.agencies import clock
    from rightday.takeout.records import calendars
    from rightday.takeout.records.rules import Kind

    if options.what == "calls":
        return iter([calendars.of_member(member, clock.now())])
    if options.what == "leads" and kind.startswith("vcf"):
        from rightday.takeout.records import leads

        return leads.lead_cards(member, _filters(options), Kind(kind))
    if options.what == "leads":
        from rightday.leads.lists import sheets

        return {"csv": sheets.csv_lines, "json": sheets.json_lines}[kind](member, _filters(options))
    lines: Iterator[bytes] = _list(options, member).lines(Kind(kind))
    return lines


def _workbook(options: argparse.Namespace, member: Member, target: Path) -> None:
    if options.what == "leads":
        from rightday.leads.lists import sheets

        sheets.write_workbook(target, member, _filters(options), "Leads")
    else:
        _list(options, member).write_workbook(target)


def _list(options: argparse.Namespace, member: Member) -> Any:
    from rightday.takeout.records import files

    asked = dict(parse_qsl(options.query))
    if options.what == "people":
        return files.people_file(member, view=asked.get("view", ""), q=asked.get("q", ""))
    return files.companies_file(member, q=asked.get("q", ""))


def _filters(options: argparse.Namespace) -> Any:
    from rightday.leads.lists.filters import Filters

    return Filters.of(dict(parse_qsl(options.query)))
