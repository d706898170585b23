"""The verbs that change an agency. Here and not in agencies/, for they ask who may."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F

from rightday.agencies import rules
from rightday.agencies.models import Agency
from rightday.agencies.once import Stale
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline


@transaction.atomic
def edit_agency(agency: Agency, *, seen: int, by: Member, hours: object = None, **changed: Any) -> Agency:
    """Changes name, country, subdivision, zone, currency, call hours. Raises NotAllowed, Stale.

    `agency` carries the new values afterwards, so that what follows in the same request sees them.
    """
    by.must(Permission.AGENCY_SETTINGS)
    if hours is not None:
        changed["settings"] = _with_section(agency, "hours", hours)
    what = sorted(name for name, value in changed.items() if getattr(agency, name) != value)
    _save(agency, seen, changed)
    if what:
        timeline.record("agency.settings", by=by, what=what)
    return agency


@transaction.atomic
def change_numbers(agency: Agency, *, section: str, numbers: object, seen: int, by: Member) -> Agency:
    """Keeps what differs from the defaults of one section. Raises NotAllowed, Stale.

    What rests on the numbers (order of calls, grades) is made anew by the caller.
    """
    by.must(Permission.AGENCY_SETTINGS)
    before, settings = agency.settings.get(section, {}), _with_section(agency, section, numbers)
    _save(agency, seen, {"settings": settings})
    timeline.record("agency.settings", by=by, what=[section], was=before, now=settings.get(section, {}))
    return agency


def _with_section(agency: Agency, section: str, numbers: object) -> dict[str, Any]:
    """All settings, this section new: absent where nothing differs from the defaults."""
    settings = {name: kept for name, kept in agency.settings.items() if name != section}
    different = rules.changed(numbers)
    return settings | ({section: different} if different else {})


def _save(agency: Agency, seen: int, changed: dict[str, Any]) -> None:
    """Compare-and-set on the version shown."""
    there = Agency.objects.filter(pk=agency.pk, version=seen)
    if not there.update(version=F("version") + 1, **changed):
        raise Stale("Somebody else changed the settings.")
    for name, value in changed.items():
        setattr(agency, name, value)
    agency.version = seen + 1
