"""`rightday restore`: a backup becomes the installation; what was there is kept aside."""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from rightday import __version__
from rightday.commands import backup, prepare, running
from rightday.commands.say import problem, say


class Refused(Exception):
    """Why nothing was changed, and what to do."""


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself."""

    version: str
    database: str
    at: str


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a file that `rightday backup` wrote")
    parser.add_argument("--yes", action="store_true", help="replace what is there without asking")


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    from django.conf import settings
    from django.db import connection

    with running.alone(settings.DATA) as free:
        try:
            about = inspect(options.file, connection.vendor, settings.DATA)
            if not free or (connection.vendor == "postgresql" and running.worker_alive()):
                raise Refused("Rightday is running. Stop it first, so that nothing written meanwhile is lost.")
            if not options.yes and not _sure():
                raise Refused("Nothing was changed.")
            aside = _replace(options.file, connection, settings.DATA)
        except Refused as refused:
            return problem(str(refused))
    prepare.migrate()
    say(f"Restored the backup of {about.at[:16].replace('T', ' ')}. What was there before is in {aside}.")
    return 0


def inspect(file: Path, vendor: str, data: Path) -> About:
    """What the backup is; raises Refused where it cannot be brought back into this installation."""
    foreign = Refused(f"{file} is no backup of Rightday. Give a file that `rightday backup` wrote.")
    try:
        with zipfile.ZipFile(file) as pack:
            about = About(**json.loads(pack.read(backup.ABOUT)))
            members = pack.infolist()
            later = _numbers(about.version) > _numbers(__version__)
    except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile, zlib.error):
        raise foreign from None
    if about.database not in backup.DUMPS:
        raise foreign
    if about.database != vendor:
        raise Refused(f"This backup is of {about.database}; this installation uses {vendor}. Set RIGHTDAY_DATABASE.")
    if later:
        raise Refused(f"This backup is of version {about.version}, later than {__version__}. Install that one first.")
    own = {backup.ABOUT, backup.DUMPS[vendor]}
    names = {member.filename for member in members}
    if not own <= names or any(name not in own and not _of_uploads(name) for name in names):
        raise Refused(f"{file} holds other things than a backup does. It was not written by Rightday.")
    if sum(member.file_size for member in members) > shutil.disk_usage(data).free:
        raise Refused(f"There is not enough room for this backup on the disk of {data}.")
    return about


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _of_uploads(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return parts[:1] == ("uploads",) and ".." not in parts and "\\" not in name


def _sure() -> bool:
    try:
        return input("Replace database and uploads with this backup? [y/N] ").strip().casefold() in {"y", "yes"}
    except EOFError:
        raise Refused("Nobody is here to ask. Add --yes to replace what is there.") from None


def _replace(file: Path, connection: Any, data: Path) -> Path:
    """Puts database and uploads in place; where what was there before is now. Raises Refused, with nothing changed."""
    from django.conf import settings

    aside = data / f"before-restore-{datetime.now(UTC):%Y-%m-%d-%H%M%S}"
    with tempfile.TemporaryDirectory(dir=data) as folder:
        fresh = Path(folder)
        try:
            with zipfile.ZipFile(file) as pack:
                pack.extractall(fresh)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise Refused(f"{file} is damaged. Nothing was changed; take another backup.") from None
        dump = fresh / backup.DUMPS[connection.vendor]
        aside.mkdir()
        try:
            if connection.vendor == "sqlite":
                connection.close()
                put_sqlite(dump, Path(connection.settings_dict["NAME"]), aside)
            else:
                _put_postgresql(dump, connection, aside)
        except Refused:
            shutil.rmtree(aside)
            raise
        put_uploads(fresh / "uploads", Path(settings.UPLOADS), aside)
    return aside


def put_sqlite(dump: Path, place: Path, aside: Path) -> None:
    """The file becomes the database at `place`; the one of before goes aside. Raises Refused for a damaged one."""
    try:
        with sqlite3.connect(dump) as copy:
            answer = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        copy.close()
    except sqlite3.DatabaseError as error:
        answer = str(error)
    if answer != "ok":
        raise Refused(f"The database in this backup is damaged ({answer}). Nothing was changed; take another backup.")
    for name in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
        if name.exists():
            shutil.move(name, aside / name.name)
    shutil.move(dump, place)


def _put_postgresql(dump: Path, connection: Any, aside: Path) -> None:
    """As the owner, in one transaction: all tables go, those of the backup come. Raises Refused."""
    script, away = dump.with_suffix(".sql"), dump.with_name("away.sql")
    with prepare.owner():
        kept = backup.client("pg_dump", connection, "--format=custom", f"--file={aside / backup.DUMPS['postgresql']}")
        # Tables of a later version would be in the way of the next migration, so all go.
        with connection.cursor() as cursor:
            cursor.execute("SELECT format('DROP TABLE %I CASCADE;', relname) FROM pg_class"
                           " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace")  # fmt: skip
            away.write_text("\n".join(row[0] for row in cursor.fetchall()), encoding="utf-8")
        connection.close()
        wrong = (
            kept
            or backup.client(
                "pg_restore", connection, "--no-owner", "--no-privileges", f"--file={script}", str(dump)
            )
            or backup.client(
                "psql", connection, "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
                f"--file={away}", f"--file={script}",
            )
        )  # fmt: skip
    if wrong:
        raise Refused(f"{wrong}\nNothing was changed.")


def put_uploads(fresh: Path, place: Path, aside: Path) -> None:
    """The uploads of the backup become those of the installation; those of before go aside."""
    if place.exists():
        shutil.move(place, aside / "uploads")
    if fresh.exists():
        shutil.move(fresh, place)
    else:
        place.mkdir(parents=True)
