"""`rightday archive`: one agency, with all it has, as one file that another installation reads."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from rightday.commands import prepare
from rightday.commands.say import Meter, problem, say


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="where to (else rightday-AGENCY-DAY.zip here)")
    parser.add_argument("--agency", help="name or number of the agency (where there are several)")


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    wrong = prepare.not_current()
    if wrong:
        return problem(wrong)
    from rightday.takeout.archive import writing

    agency = prepare.agency_named(options.agency)
    if agency is None:
        return problem(prepare.which_agency(options.agency))
    target: Path = options.file or Path(f"rightday-agency-{agency.pk}-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.zip")
    if target.exists():
        return problem(f"{target} exists already. Give another name; an archive never replaces one.")
    if not target.absolute().parent.is_dir():
        return problem(f"There is no folder {target.absolute().parent}. Make it first.")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)  # of one that was cut off
    try:
        with Meter("rows") as meter:
            made = writing.write(part, agency, meter)
        part.rename(target)  # an archive is whole or not there
    finally:
        part.unlink(missing_ok=True)
    size = target.stat().st_size / 1_000_000
    say(f"Written: {target} ({made.rows:,} rows, {len(made.uploads):,} files, {size:.1f} MB).")
    say(f"Read it into a fresh installation with: rightday unarchive {target}")
    return 0
