"""Files on their way in: always to disk, never into memory, and no further than the limit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.utils.translation import gettext as _

from rightday.intake.showing.words import size_words

# Beyond this the rest is not even read to its end; the browser shows that the line was cut.
_PATIENCE: Final = 4
TOO_LARGE: Final = "too_large"


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Why a file was not taken, and what to do. `table` is a pasted text, which must not be lost."""

    title: str
    words: str = ""
    table: str = ""


class OntoDisk(TemporaryFileUploadHandler):
    """Django's handler onto disk with a limit: past it nothing is written, and the request says so."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._taken = 0
        self._stated = 0

    def handle_raw_input(self, *words: Any, **options: Any) -> None:
        self._stated = words[2] or 0
        super().handle_raw_input(*words, **options)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._taken += len(raw_data)
        if self._taken > settings.UPLOAD_LIMIT:
            setattr(self.request, TOO_LARGE, True)
            self.upload_interrupted()
            raise StopUpload(connection_reset=self._stated > _PATIENCE * settings.UPLOAD_LIMIT)
        super().receive_data_chunk(raw_data, start)


@contextmanager
def on_disk(file: UploadedFile | None, table: str) -> Iterator[Path]:
    """The place of an uploaded file, or of a pasted table written out, while it is looked at."""
    place = getattr(file, "temporary_file_path", None)
    if place is not None:
        yield Path(place())
        return
    with NamedTemporaryFile(suffix=".upload") as kept:
        for chunk in file.chunks() if file else [table.encode("utf-8", "replace")]:
            kept.write(chunk)
        kept.flush()
        yield Path(kept.name)


def plain_name(name: str) -> str:
    """What its owner calls a file, in one line: for the screen only, never a path."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    return line.replace("\\", "/").rpartition("/")[2][-200:] or "file"


def unreadable(name: str, reason: str, table: str = "") -> FileProblem:
    return FileProblem(_("%(name)s could not be read") % {"name": name}, reason, table)


def too_large() -> FileProblem:
    return FileProblem(
        _("This file is larger than %(limit)s") % {"limit": size_words(settings.UPLOAD_LIMIT)},
        _("It was not kept. Split it into parts, or leave out pictures and sheets that you do not need."),
    )
