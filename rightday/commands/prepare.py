"""Bringing an installation up: database at this version, static files collected, a first agency."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.apps import apps
from django.conf import settings
from django.db import connection

from rightday.commands import running
from rightday.commands.say import say
from rightday.db import upkeep

if TYPE_CHECKING:
    from rightday.agencies.models import Agency

# Whose static files are collected beside ours, or who collects them.
PACKAGES = ("django", "django-htmx", "django-allauth", "whitenoise")


def django_ready() -> None:
    """Loads the product; commands import rooms only after this."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rightday.settings")
    settings.DATA.mkdir(parents=True, exist_ok=True)
    if not apps.ready:
        django.setup()


def as_owner() -> None:
    """On PostgreSQL, goes on as the owner of the tables until this process ends."""
    if settings.OWNER_DATABASE:
        # Django's settings object holds names in capitals alone.
        from rightday.settings import database

        connection.close()
        connection.settings_dict.update(database(settings.OWNER_DATABASE))


@contextmanager
def owner() -> Iterator[None]:
    """On PostgreSQL, works as the owner of the tables meanwhile: migrations and backups are theirs."""
    before = dict(connection.settings_dict)
    as_owner()
    try:
        yield
    finally:
        if settings.OWNER_DATABASE:
            connection.close()
            connection.settings_dict.update(before)


def pending() -> list[str]:
    """Names of migrations that this version has and the database has not."""
    from django.db.migrations.executor import MigrationExecutor  # slow to import, and needs apps

    executor = MigrationExecutor(connection)
    return [f"{m.app_label}.{m.name}" for m, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def not_current() -> str:
    """Why commands cannot work with this database yet, and what to do; '' where they can."""
    waiting = pending()
    if not waiting:
        return ""
    if "contenttypes.0001_initial" in waiting:
        return "Nothing is set up here yet. Run: rightday setup, or rightday run for a sample agency."
    return "The database is not at this version. Run: rightday migrate"


def migrate(*, quiet: bool = True) -> bool:
    """Applies what is pending; True if there was anything."""
    if not pending():
        return False
    from django.core.management import call_command  # only where there is work

    say("Bringing the database to this version …")
    with owner():
        call_command("migrate", interactive=False, verbosity=0 if quiet else 1)
        # A table made anew has lost what SQLite knew of it: it would walk over whole agencies.
        upkeep.count_rows()
    return True


def static_files() -> bool:
    """Collects, hashes and compresses static files where they differ from the last time."""
    if settings.DEBUG:
        return False
    stamp, now = settings.DATA / "static.stamp", _fingerprint()
    if stamp.exists() and stamp.read_text() == now and (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return False
    from django.core.management import call_command

    say("Preparing static files (once for each version) …")
    # Not cleared: a server that runs still serves pages with the names of before.
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)
    return True


def everything() -> None:
    """All of it, as `run`, `setup` and `demo` need."""
    django_ready()
    settings.UPLOADS.mkdir(parents=True, exist_ok=True)
    running.hold(settings.DATA)
    migrate()
    static_files()


def _fingerprint() -> str:
    import rightday

    digest = hashlib.sha256(" ".join([rightday.__version__, *map(version, PACKAGES)]).encode())
    folder = Path(settings.BASE) / "ui" / "static"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            stat = path.stat()
            digest.update(f"{path.relative_to(folder)} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()


def address(host: str = "127.0.0.1", port: int | None = None) -> str:
    """Where people reach the pages: at the first of RIGHTDAY_HOSTS, else on this machine."""
    if settings.HOSTS and settings.HTTPS:
        return f"https://{settings.HOSTS[0].lstrip('.')}"
    if settings.HOSTS:
        host = settings.HOSTS[0].lstrip(".")
    elif host in {"", "0.0.0.0", "::"}:  # noqa: S104 - every address of this machine: this one too
        host = "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host else host}:{port or settings.PORT}"


def agency_named(name: str | None) -> Agency | None:
    """The agency of that name or number; the only one where none is given. None when that is not clear."""
    from rightday.agencies.models import Agency

    if name:
        found = Agency.objects.filter(name__iexact=name)
        if not found and name.isdecimal():
            found = Agency.objects.filter(pk=int(name))
    else:
        found = Agency.objects.all()
    first = list(found[:2])
    return first[0] if len(first) == 1 else None


def which_agency(name: str | None) -> str:
    """Why `agency_named` gave none, and what to do."""
    from rightday.agencies.models import Agency

    if not Agency.objects.exists():
        return "There is no agency yet. Make one with: rightday setup"
    if not name:
        return "Which agency? Add --agency and its name or number; `rightday user list` shows them."
    if Agency.objects.filter(name__iexact=name).exists():
        return f"Several agencies are called {name}. Give the number; `rightday user list` shows it."
    return f"No agency is called {name}. `rightday user list` shows them."
