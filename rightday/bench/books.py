"""The books beside the big one: a small book to compare Today with, and a copy to import into.

Each is an installation of its own, named by the environment of the processes that use it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

from rightday.bench.fill import Book
from rightday.commands import backup

Environment = Mapping[str, str]
URLS = ("RIGHTDAY_DATABASE", "RIGHTDAY_DATABASE_OWNER")


def small(book: Book, leads: int = 10_000) -> Book:
    """One agency of so many leads, whose members have as many each as in the big book."""
    each = max(1, book.first // book.members)
    return Book(leads=leads, agencies=1, first=leads, members=max(1, round(leads / each)), seed=book.seed)


def beside(name: str, environment: Environment | None = None) -> dict[str, str]:
    """The environment of an installation beside this one: a folder in ours, on PostgreSQL a database too."""
    given = dict(os.environ if environment is None else environment)
    given["RIGHTDAY_DATA"] = str(settings.DATA / name)
    for variable in URLS:
        if given.get(variable):
            parts = urlsplit(given[variable])
            given[variable] = urlunsplit(parts._replace(path=f"{parts.path}_{name}"))
    return given


def make(name: str, book: Book) -> dict[str, str]:
    """Fills the book beside ours where it is not there yet; its environment. Raises RuntimeError when that fails."""
    environment = beside(name)
    if connection.vendor == "postgresql":
        if not _exists(environment):
            _database(environment, "")
            fill(book, environment)
    elif not (settings.DATA / name / "rightday.sqlite3").exists():
        fill(book, environment)
    return environment


@contextmanager
def copy(name: str) -> Iterator[dict[str, str]]:
    """A copy of this installation's database, gone afterwards. Nobody else may use ours while it is made."""
    environment = beside(name)
    folder = Path(environment["RIGHTDAY_DATA"])
    folder.mkdir(parents=True, exist_ok=True)
    if connection.vendor == "postgresql":
        connection.close()
        _database(environment, f' TEMPLATE "{connection.settings_dict["NAME"]}"')
        yield environment
        _run_as_owner(f'DROP DATABASE "{_name(environment)}" WITH (FORCE)')
        return
    dump = folder / "rightday.sqlite3"
    dump.unlink(missing_ok=True)
    backup.dump_to(connection, dump)
    try:
        yield environment
    finally:
        for left in folder.glob("rightday.sqlite3*"):
            left.unlink()


def fill(book: Book, environment: Environment) -> None:
    """`rightday bench fill` in a process of its own: it works as the owner, and gives its memory back."""
    words = ["fill"]
    for option in ("leads", "agencies", "first", "members", "seed"):
        words += [f"--{option}", str(getattr(book, option))]
    run(words, environment)


def run(words: list[str], environment: Environment) -> None:
    """`rightday bench …` in the installation that this environment names. Raises RuntimeError when it fails."""
    command = [sys.executable, "-m", "rightday", "bench", *words]
    done = subprocess.run(command, env=dict(environment), check=False)  # noqa: S603 - our own command
    if done.returncode:
        raise RuntimeError(f"rightday bench {words[0]} failed.")


def _name(environment: Environment) -> str:
    return urlsplit(environment["RIGHTDAY_DATABASE"]).path.lstrip("/")


def _exists(environment: Environment) -> bool:
    import psycopg  # only on PostgreSQL

    with psycopg.connect(_owner()) as server:
        return (
            server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_name(environment)]).fetchone() is not None
        )


def _database(environment: Environment, template: str) -> None:
    """Makes a database, and lets the app's role into what its owner will make in it."""
    _run_as_owner(f'CREATE DATABASE "{_name(environment)}"{template}')


def _run_as_owner(sql: str) -> None:
    import psycopg  # only on PostgreSQL

    with psycopg.connect(_owner(), autocommit=True) as server:
        server.execute(sql)


def _owner() -> str:
    return os.environ.get("RIGHTDAY_DATABASE_OWNER") or os.environ["RIGHTDAY_DATABASE"]
