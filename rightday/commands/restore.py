"""`rightday restore`: a backup becomes the installation; what was there is kept aside."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from rightday.commands import backup, prepare
from rightday.commands.say import problem, say


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a file that `rightday backup` wrote")
    parser.add_argument("--yes", action="store_true", help="replace what is there without asking")


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    from django.conf import settings
    from django.db import connection

    try:
        with zipfile.ZipFile(options.file) as pack:
            about = json.loads(pack.read("backup.json"))
            names = pack.namelist()
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return problem(f"{options.file} is no backup of Rightday. Give a file that `rightday backup` wrote.")
    if about["database"] != connection.vendor:
        return problem(f"This backup is of {about['database']}; this installation uses {connection.vendor}.")
    if any(".." in Path(name).parts or Path(name).is_absolute() for name in names):
        return problem(f"{options.file} names places outside the data folder. It was not written by Rightday.")
    if backup.worker_alive():
        return problem("Rightday is running. Stop it first, so that nothing written meanwhile is lost.")
    if not options.yes and input("Replace database and uploads with this backup? [y/N] ").strip().lower() != "y":
        return problem("Nothing was changed.")
    settings.DATA.mkdir(parents=True, exist_ok=True)
    aside = settings.DATA / f"before-restore-{datetime.now(UTC):%Y-%m-%d-%H%M%S}"
    with tempfile.TemporaryDirectory(dir=settings.DATA) as folder:
        with zipfile.ZipFile(options.file) as pack:
            pack.extractall(folder)
        wrong = _database(Path(folder) / backup.DUMPS[connection.vendor], aside)
        if wrong:
            return problem(wrong)
        _uploads(Path(folder) / "uploads", aside)
    prepare.as_owner()
    prepare.migrate()
    say(f"Restored the backup of {about['at'][:16].replace('T', ' ')}. What was there before is in {aside}.")
    return 0


def _database(dump: Path, aside: Path) -> str:
    """Puts the database in place; what went wrong, or ''."""
    from django.db import connection

    aside.mkdir(parents=True)
    if connection.vendor == "sqlite":
        connection.close()
        place = Path(connection.settings_dict["NAME"])
        for name in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
            if name.exists():
                shutil.move(name, aside / name.name)
        shutil.move(dump, place)
        return ""
    tool = shutil.which("pg_restore")
    if tool is None:
        return "pg_restore is not installed here. Install PostgreSQL's client programs."
    prepare.as_owner()
    wrong = backup.dump_to(connection, aside / backup.DUMPS["postgresql"])
    if wrong:
        return wrong
    words, environment = backup.address(connection)
    connection.close()
    done = subprocess.run(  # noqa: S603 - arguments are our own settings
        [tool, "--clean", "--if-exists", "--single-transaction", "--no-owner", *words, str(dump)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else f"pg_restore failed, nothing was changed: {done.stderr.strip()}"


def _uploads(fresh: Path, aside: Path) -> None:
    from django.conf import settings

    place = Path(settings.UPLOADS)
    if place.exists():
        shutil.move(place, aside / "uploads")
    if fresh.exists():
        shutil.move(fresh, place)
    else:
        place.mkdir(parents=True)
