"""Which tables an archive holds, in the order in which their rows can be written again."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from rightday.agencies.models import Agency
from rightday.db.composite_keys import agency_links, behind_wall
from rightday.team.models import Identity

LEFT_OUT: Final = {
    "Takeout": "names files that are made for a download and soon deleted",
}
AGENCY, IDENTITY = Agency.__name__, Identity.__name__
IDENTITY_COLUMNS: Final = ("id", "email", "name", "is_active", "created_at")
"""Without the password: an archive goes through many hands, and who is in it signs in by email."""


@cache
def walled() -> tuple[Any, ...]:
    """Models behind the wall, each after those that it points to (where two point to each other, by name)."""
    left = sorted((m for m in apps.get_models() if behind_wall(m) and m.__name__ not in LEFT_OUT), key=_name)
    done: list[Any] = []
    while left:
        ready = [m for m in left if not _waits(m, left)] or left[:1]  # a circle is checked at the end
        done += ready
        left = [m for m in left if m not in ready]
    return tuple(done)


def columns(model: Any) -> tuple[Any, ...]:
    """The fields that are written: all columns but the agency, the id first."""
    return tuple(field for field in model._meta.concrete_fields if field.column != "agency_id")


@cache
def schema() -> str:
    """The name of the latest change of the tables, as this version knows it."""
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return max(name for app, name in known if app == "rightday")


def _waits(model: Any, left: list[Any]) -> bool:
    links = (link for link in agency_links(model) if link.remote_field.on_delete.__name__ != "DO_NOTHING")
    return any(link.related_model in left and link.related_model is not model for link in links)


def _name(model: Any) -> str:
    return str(model.__name__)
