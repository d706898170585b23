"""Writing an archive: every table a chunk at a time, by one look at the database, so that people go on working."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from rightday import __version__
from rightday.agencies import clock
from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.db.snapshot import snapshot
from rightday.intake.models import Import
from rightday.people import search
from rightday.people.models import Person
from rightday.takeout.archive import tables
from rightday.takeout.archive.rules import LIST, SAID, Contents, Part, table_path
from rightday.takeout.archive.values import line
from rightday.talent.models_files import CV
from rightday.team.models import Identity, Member

CHUNK: Final = 2_000
_BLOCK: Final = 1_048_576
_LEVEL: Final = 3
Progress = Callable[[int, int], None]


def write(path: Path, agency: Agency, progress: Progress = lambda done, of: None) -> Contents:
    """The agency into a new file at `path`; whoever calls has not entered it. Memory does not grow with the rows.

    `progress` gets rows written and rows in all.
    """
    with snapshot(), enter(agency), zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as pack:
        writer = _Writer(pack, progress, sum(model.objects.count() for model in tables.walled()))
        parts = [writer.table(tables.AGENCY, _rows(Agency.objects.filter(pk=agency.pk), Agency._meta.concrete_fields))]
        members = Identity.objects.filter(pk__in=Member.objects.values("identity_id"))
        fields = [Identity._meta.get_field(name) for name in tables.IDENTITY_COLUMNS]
        parts.append(writer.table(tables.IDENTITY, _rows(members, fields)))
        for model in tables.walled():
            parts.append(writer.table(model.__name__, _rows(model.objects.all(), tables.columns(model))))
        parts.append(writer.table(SAID, _said()))
        uploads = list(writer.uploads())
        made = Contents(
            agency.name, clock.now().isoformat(), __version__, tables.schema(), tuple(parts), tuple(uploads)
        )
        pack.writestr(LIST, json.dumps(made.as_json(), ensure_ascii=False, indent=1))
    return made


class _Writer:
    """The parts of one archive, with their checksums, and how far it has come."""

    def __init__(self, pack: zipfile.ZipFile, progress: Progress, total: int) -> None:
        self.pack, self.progress, self.total, self.done = pack, progress, total, 0

    def table(self, name: str, chunks: Iterator[list[bytes]]) -> Part:
        path, digest, size, rows = table_path(name), hashlib.sha256(), 0, 0
        with self.pack.open(path, "w", force_zip64=True) as out:
            for lines in chunks:
                block = b"".join(lines)
                out.write(block)
                digest.update(block)
                size, rows = size + len(block), rows + len(lines)
                self.done += len(lines)
                self.progress(min(self.done, self.total), self.total)
        return Part(path, rows, size, digest.hexdigest())

    def uploads(self) -> Iterator[Part]:
        """Files of the imports, and CVs; one that has gone meanwhile is left out."""
        for folder, model in (("imports", Import), ("cvs", CV)):
            for stored in model.objects.order_by("pk").values_list("stored", flat=True).iterator(CHUNK):
                place = Path(settings.UPLOADS) / folder / stored
                if place.is_file():
                    yield self._upload(f"uploads/{folder}/{stored}", place)

    def _upload(self, path: str, place: Path) -> Part:
        digest, size = hashlib.sha256(), 0
        with place.open("rb") as file, self.pack.open(path, "w", force_zip64=True) as out:
            while block := file.read(_BLOCK):
                out.write(block)
                digest.update(block)
                size += len(block)
        return Part(path, 0, size, digest.hexdigest())


def _rows(found: Any, fields: Any) -> Iterator[list[bytes]]:
    """By id, a chunk after the other: nothing is held by the database, nor here."""
    names = tuple(field.column for field in fields)
    by_id, last = found.order_by("pk").values_list(*(field.attname for field in fields)), 0
    while some := list(by_id.filter(pk__gt=last)[:CHUNK]):
        yield [line(names, values) for values in some]
        last = some[-1][0]


def _said() -> Iterator[list[bytes]]:
    """What is found by words somebody said: kept as it was indexed, for it comes from many places."""
    last = 0
    ids = Person.objects.order_by("pk").values_list("pk", flat=True)
    while some := list(ids.filter(pk__gt=last)[:CHUNK]):
        said = search.said_of(some)
        yield [line(("person_id", "words"), (pk, words)) for pk, words in sorted(said.items())]
        last = some[-1]
