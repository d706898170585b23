"""Bringing an installation up: database at this version, static files collected, a first agency."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.db import connection, connections

from rightday.commands.say import say


def django_ready() -> None:
    """Loads the product; commands import rooms only after this."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rightday.settings")
    if not apps.ready:
        django.setup()


def as_owner() -> None:
    """On PostgreSQL, goes on as the owner of the tables: migrations and backups are theirs."""
    if settings.OWNER_DATABASE:
        # Django's settings object holds names in capitals alone.
        from rightday.settings import database

        connection.close()
        connections.databases["default"].update(database(settings.OWNER_DATABASE))
        connection.settings_dict.update(database(settings.OWNER_DATABASE))


def pending() -> list[str]:
    """Names of migrations that this version has and the database has not."""
    from django.db.migrations.executor import MigrationExecutor  # slow to import, and needs apps

    executor = MigrationExecutor(connection)
    return [f"{m.app_label}.{m.name}" for m, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def migrate(*, quiet: bool = True) -> bool:
    """Applies what is pending; True if there was anything."""
    if not pending():
        return False
    from django.core.management import call_command  # only where there is work

    say("Bringing the database to this version …")
    call_command("migrate", interactive=False, verbosity=0 if quiet else 1)
    return True


def static_files() -> bool:
    """Collects, hashes and compresses static files where they differ from the last time."""
    if settings.DEBUG:
        return False
    stamp, now = settings.DATA / "static.stamp", _fingerprint()
    if stamp.exists() and stamp.read_text() == now and Path(settings.STATIC_ROOT).is_dir():
        return False
    from django.core.management import call_command

    say("Preparing static files (once for each version) …")
    # Not cleared: a server that runs still serves pages with the names of before.
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)
    return True


def everything() -> None:
    """All of it, as `run` and `demo` need."""
    django_ready()
    settings.DATA.mkdir(parents=True, exist_ok=True)
    settings.UPLOADS.mkdir(parents=True, exist_ok=True)
    migrate()
    static_files()


def _fingerprint() -> str:
    import rightday

    digest = hashlib.sha256(rightday.__version__.encode())
    folder = Path(settings.BASE) / "ui" / "static"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            stat = path.stat()
            digest.update(f"{path.relative_to(folder)} {stat.st_size} {stat.st_mtime_ns}".encode())
    for package in ("django_htmx",):
        digest.update(str(getattr(__import__(package), "__file__", "")).encode())
    return digest.hexdigest()


def agency_named(name: str | None) -> Any:
    """The agency of that name or id; the only one where none is given. None when that is not clear."""
    from rightday.agencies.models import Agency

    if name:
        found = Agency.objects.filter(name__iexact=name)
        if not found and name.isdecimal():
            found = Agency.objects.filter(pk=int(name))
    else:
        found = Agency.objects.all()
    first = list(found[:2])
    return first[0] if len(first) == 1 else None
