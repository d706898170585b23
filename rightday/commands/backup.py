"""`rightday backup`: database and uploads in one file, taken while people work."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rightday import __version__
from rightday.commands import prepare
from rightday.commands.say import problem, say

ABOUT = "backup.json"
TAKEOUTS = "takeouts"
"""Archives that wait for their download: they hold again what the backup holds."""
DUMPS = {"sqlite": "rightday.sqlite3", "postgresql": "rightday.dump"}


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="where to (else rightday-DAY-TIME.zip here)")


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    from django.conf import settings
    from django.db import connection

    target: Path = options.file or Path(f"rightday-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.zip")
    if target.exists():
        return problem(f"{target} exists already. Give another name; a backup never replaces one.")
    if not target.absolute().parent.is_dir():
        return problem(f"There is no folder {target.absolute().parent}. Make it first.")
    wrong = prepare.not_current()
    if wrong:
        return problem(f"{wrong} (Before an upgrade, back up with the version of before.)")
    part = target.with_name(target.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=settings.DATA) as folder:
            dump = Path(folder) / DUMPS[connection.vendor]
            wrong = dump_to(connection, dump)
            if wrong:
                return problem(wrong)
            _pack(part, dump, connection.vendor)
            part.rename(target)  # a backup is whole or not there
    finally:
        part.unlink(missing_ok=True)
    size = target.stat().st_size / 1_000_000
    say(f"Written: {target} ({size:.1f} MB). Bring it back with: rightday restore {target}")
    return 0


def dump_to(connection: Any, dump: Path) -> str:
    """Writes the database as it stands now; what went wrong, or ''."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(dump) as copy:
            connection.connection.backup(copy)
        copy.close()
        return ""
    with prepare.owner():
        # Without grants: the installation that it is brought back to has roles of its own names.
        return client("pg_dump", connection, "--format=custom", "--no-owner", "--no-privileges", f"--file={dump}")


def client(program: str, connection: Any, *words: str) -> str:
    """Runs one of PostgreSQL's client programs on this database; what went wrong, or ''."""
    tool = shutil.which(program)
    if tool is None:
        return f"{program} is not installed here. Install PostgreSQL's client programs."
    done = subprocess.run(  # noqa: S603 - arguments are our own settings
        [tool, *words], env={**os.environ, **address(connection)}, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else f"{program} failed: {done.stderr.strip()}"


def address(connection: Any) -> dict[str, str]:
    """How PostgreSQL's programs reach this database: in their environment, where nobody else reads the password."""
    values = connection.settings_dict
    names = {"PGDATABASE": "NAME", "PGUSER": "USER", "PGHOST": "HOST", "PGPORT": "PORT", "PGPASSWORD": "PASSWORD"}
    found = {name: str(values[key]) for name, key in names.items() if values[key]}
    return found | {f"PG{key.upper()}": str(value) for key, value in values["OPTIONS"].items() if key.startswith("ssl")}


def _pack(part: Path, dump: Path, vendor: str) -> None:
    from django.conf import settings

    about = {"version": __version__, "database": vendor, "at": datetime.now(UTC).isoformat()}
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        pack.writestr(ABOUT, json.dumps(about))
        pack.write(dump, dump.name)
        for path in sorted(Path(settings.UPLOADS).rglob("*")):
            try:
                if path.is_file() and path.relative_to(settings.UPLOADS).parts[0] != TAKEOUTS:
                    pack.write(path, f"uploads/{path.relative_to(settings.UPLOADS)}")
            except FileNotFoundError:  # undone by somebody meanwhile
                continue
