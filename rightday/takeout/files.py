"""Where archives stand until they are fetched, and how far one has come."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings


def place(stored: str) -> Path:
    return Path(settings.UPLOADS) / "takeouts" / stored


def part(stored: str) -> Path:
    """While it is being written."""
    return place(f"{stored}.part")


def remove(stored: str) -> None:
    for path in (place(stored), part(stored), _progress(stored)):
        path.unlink(missing_ok=True)


class Meter:
    """Writes down how far an archive has come, twice a second at most."""

    def __init__(self, stored: str, every: float = 0.5) -> None:
        self.path, self.every, self.last = _progress(stored), every, 0.0

    def __call__(self, done: int, of: int) -> None:
        if time.monotonic() - self.last >= self.every:
            self.last = time.monotonic()
            self.path.write_text(f"{done} {of}", encoding="ascii")


def how_far(stored: str) -> tuple[int, int]:
    """Rows written and rows in all; (0, 0) where nothing is known."""
    try:
        done, of = _progress(stored).read_text(encoding="ascii").split()
        return int(done), int(of)
    except (OSError, ValueError):
        return 0, 0


def heard_of(stored: str) -> datetime | None:
    """When it last said how far it is."""
    try:
        return datetime.fromtimestamp(_progress(stored).stat().st_mtime, UTC)
    except OSError:
        return None


def _progress(stored: str) -> Path:
    return place(f"{stored}.progress")
