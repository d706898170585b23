"""An agency as all its tables say it, taken away, and archives that somebody has changed."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.people import search
from rightday.people.models import Person
from rightday.takeout.archive import checking, reading, tables
from rightday.team.models import Identity, Member

ROOM = 10**12


def everything(agency: Agency) -> dict[str, list[dict[str, Any]]]:
    """Every row of the agency, and what is found by words somebody said."""
    with enter(agency):
        said = search.said_of(Person.objects.values_list("pk", flat=True))
        identities = Identity.objects.filter(pk__in=Member.objects.values("identity_id"))
        names = [name for name in tables.IDENTITY_COLUMNS if name != "id"]
        return {
            "Agency": list(Agency.objects.filter(pk=agency.pk).values()),
            "Identity": list(identities.order_by("email").values(*names)),
            "said": [{"person": pk, "words": sorted(words)} for pk, words in sorted(said.items())],
            **{
                model.__name__: list(model.objects.order_by("pk").values(*(f.attname for f in tables.columns(model))))
                for model in tables.walled()
            },
        }


def take_away(agency: Agency) -> None:
    """Every row of the agency, as if the installation had never had it."""
    with enter(agency):
        search.remove_persons(Person.objects.values_list("pk", flat=True))
        search.remove_companies(
            next(m for m in tables.walled() if m.__name__ == "Company").objects.values_list("pk", flat=True)
        )
        with connection.cursor() as cursor:
            for model in reversed(tables.walled()):
                cursor.execute(f'DELETE FROM "{model._meta.db_table}" WHERE agency_id = %s', [agency.pk])
    shutil.rmtree(settings.UPLOADS, ignore_errors=True)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM rightday_agency WHERE id = %s", [agency.pk])


def read(path: Path) -> Agency:
    with path.open("rb") as file:
        return reading.read(checking.opened(file, schema=tables.schema(), room=ROOM))


def changed(path: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Another archive, with the parts as `change` leaves them."""
    with zipfile.ZipFile(path) as pack:
        parts = {name: pack.read(name) for name in pack.namelist()}
    change(parts)
    with zipfile.ZipFile(target, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target


def row_changed(table: str, **values: Any) -> Callable[[dict[str, bytes]], None]:
    """Changes the first row of a table, and the list with it: as somebody would who knows the format."""
    import hashlib

    def change(parts: dict[str, bytes]) -> None:
        path = f"tables/{table}.jsonl"
        first, *rest = parts[path].splitlines(keepends=True)
        parts[path] = b"".join([json.dumps(json.loads(first) | values).encode() + b"\n", *rest])
        said = json.loads(parts["archive.json"])
        for part in said["tables"]:
            if part["path"] == path:
                part |= {"size": len(parts[path]), "sha256": hashlib.sha256(parts[path]).hexdigest()}
        parts["archive.json"] = json.dumps(said).encode()

    return change
