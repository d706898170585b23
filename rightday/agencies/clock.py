"""What time it is, and which day where somebody is. Everything that takes a day takes it from here."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import timezone


def now() -> datetime:
    """This moment, aware, in UTC."""
    return timezone.now()


def today_in(zone: str) -> date:
    """The day it is now in a time zone ("Europe/London"); an unknown zone counts as UTC."""
    return day_in(zone, now())


def day_in(zone: str, at: datetime) -> date:
    """The day it was in a time zone at a moment."""
    return local(at, zone).date()


def local(at: datetime, zone: str) -> datetime:
    """The same moment as clocks show it there; an unknown zone counts as UTC."""
    return at.astimezone(_zone(zone))


@lru_cache(maxsize=512)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a name that is a folder
        return ZoneInfo("UTC")
