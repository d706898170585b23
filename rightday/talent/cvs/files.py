"""Where CVs stand: in the data folder, under names of ours."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from django.conf import settings
from django.utils.crypto import get_random_string

from rightday.talent.models_files import CV


def place(stored: str) -> Path:
    return Path(settings.UPLOADS) / "cvs" / stored


def of(cv: CV) -> Path:
    return place(cv.stored)


def keep(path: Path) -> str:
    """A copy of the file as it came; the name it stands under, which says nothing."""
    stored = f"{get_random_string(24)}.bin"
    there = place(stored)
    there.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, there)
    return stored


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
