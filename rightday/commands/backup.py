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
    waiting = prepare.pending()
    if waiting:
        return problem("This database is not at this version. Run `rightday migrate`, or back up with the old version.")
    with tempfile.TemporaryDirectory(dir=settings.DATA) as folder:
        dump = Path(folder) / DUMPS[connection.vendor]
        wrong = dump_to(connection, dump)
        if wrong:
            return problem(wrong)
        part = target.with_name(target.name + ".part")
        _pack(part, dump, connection.vendor)
        part.rename(target)  # a backup is whole or not there
    say(
        f"Written: {target} ({target.stat().st_size / 1_000_000:.1f} MB). Bring it back with: rightday restore {target}"
    )
    return 0


def dump_to(connection: Any, dump: Path) -> str:
    """Writes the database as it stands now; what went wrong, or ''."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(dump) as copy:
            connection.connection.backup(copy)
        copy.close()
        return ""
    tool = shutil.which("pg_dump")
    if tool is None:
        return "pg_dump is not installed here. Install PostgreSQL's client programs."
    prepare.as_owner()
    words, environment = address(connection)
    done = subprocess.run(  # noqa: S603 - arguments are our own settings
        [tool, "--format=custom", f"--file={dump}", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else f"pg_dump failed: {done.stderr.strip()}"


def address(connection: Any) -> tuple[list[str], dict[str, str]]:
    """How PostgreSQL's programs reach this database: arguments, and an environment with the password."""
    values = connection.settings_dict
    words = [f"--dbname={values['NAME']}"]
    for option, key in (("--username", "USER"), ("--host", "HOST"), ("--port", "PORT")):
        if values[key]:
            words.append(f"{option}={values[key]}")
    return words, {**os.environ, "PGPASSWORD": str(values["PASSWORD"])}


def _pack(part: Path, dump: Path, vendor: str) -> None:
    from django.conf import settings

    about = {"version": __version__, "database": vendor, "at": datetime.now(UTC).isoformat()}
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        pack.writestr("backup.json", json.dumps(about))
        pack.write(dump, dump.name)
        for path in sorted(Path(settings.UPLOADS).rglob("*")):
            if path.is_file():
                pack.write(path, f"uploads/{path.relative_to(settings.UPLOADS)}")


def worker_alive() -> bool:
    """Whether a worker of this installation has been heard of within its lease."""
    from django.db import DatabaseError
    from django.utils import timezone

    from rightday.work.leases import LEASE
    from rightday.work.models import WorkerBeat

    try:
        return WorkerBeat.objects.filter(seen_at__gt=timezone.now() - LEASE).exists()
    except DatabaseError:  # an empty database is restored into
        return False
