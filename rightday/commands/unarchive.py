"""`rightday unarchive`: an archive becomes an agency of this installation."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from rightday.commands import prepare
from rightday.commands.say import Meter, problem, say


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a file that `rightday archive` wrote")
    parser.add_argument("--check", action="store_true", help="only say whether it is whole; read nothing in")


def run(options: argparse.Namespace) -> int:
    if not options.file.is_file():
        return problem(f"There is no file {options.file}.")
    prepare.everything()
    from django.conf import settings

    from rightday.db import upkeep
    from rightday.takeout.archive import checking, reading, tables
    from rightday.takeout.archive.rules import Refused

    try:
        with options.file.open("rb") as file, prepare.owner():
            room = shutil.disk_usage(settings.DATA).free
            with Meter("bytes checked") as meter:
                archive = checking.opened(file, schema=tables.schema(), room=room, progress=meter)
            said = archive.contents
            if options.check:
                say(f"Whole: {said.agency}, {said.rows:,} rows, {len(said.uploads):,} files, of {said.at[:16]}.")
                return 0
            with Meter("rows") as meter:
                agency = reading.read(archive, meter)
            upkeep.count_rows()
    except Refused as refused:
        return problem(f"{refused}\nNothing was changed.")
    say(f"{agency.name} is here: {said.rows:,} rows, {len(said.uploads):,} files, as of {said.at[:16]}.")
    say("Passwords are not in an archive: members sign in by email, or with a link of `rightday user link ADDRESS`.")
    return 0
