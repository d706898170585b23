"""Reading an archive back: in one transaction, whole or not at all, every row under the id it had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from rightday.agencies.models import Agency
from rightday.db import bulk
from rightday.db.row_security import enter
from rightday.people import search
from rightday.takeout.archive import rules, tables
from rightday.takeout.archive.checking import Archive
from rightday.takeout.archive.rules import Part, Refused
from rightday.takeout.archive.values import reader
from rightday.team.models import Identity

CHUNK: Final = 1_000
Progress = Callable[[int, int], None]
_INSTALLED: Final = "An archive is read into an installation without one: set RIGHTDAY_DATA to a new folder."


def read(archive: Archive, progress: Progress = lambda done, of: None) -> Agency:
    """The agency of the archive, with everything it had. Raises Refused, and then nothing was written.

    Members keep their place by their address: an identity that is here already is theirs, others are made without a
    password. On PostgreSQL it runs as the owner of the tables.
    """
    placed: list[Path] = []
    try:
        with transaction.atomic():
            agency = _Reading(archive, progress).all()
            _place_uploads(archive, placed)
    except (DatabaseError, OverflowError, UnicodeError) as problem:
        _take_back(placed)
        raise Refused(f"The rows of this archive do not fit together: {_first_line(problem)}") from None
    except BaseException:
        _take_back(placed)
        raise
    return agency


class _Reading:
    """One archive on its way in."""

    def __init__(self, archive: Archive, progress: Progress) -> None:
        self.archive, self.progress, self.done = archive, progress, 0
        self.parts = {rules.table_name(part.path): part for part in archive.contents.tables}
        self.total = archive.contents.rows
        self.identities: dict[int, int] = {}

    def all(self) -> Agency:
        known = {tables.AGENCY, tables.IDENTITY, rules.SAID, *(model.__name__ for model in tables.walled())}
        strange = sorted(self.parts.keys() - known)
        if strange:
            raise Refused(f"This archive holds the table “{strange[0]}”, which this version of Rightday has not.")
        agency = self._agency()
        self._identities()
        with enter(agency):
            for model in tables.walled():
                self._table(model)
            self._search()
        return agency

    def _agency(self) -> Agency:
        rows = [row for some in self._chunks(tables.AGENCY, Agency._meta.concrete_fields) for row in some]
        if len(rows) != 1:
            raise Refused("This archive does not say whose it is. It was not written by Rightday.")
        values = dict(zip((field.attname for field in Agency._meta.concrete_fields), rows[0], strict=True))
        if Agency.objects.filter(name__iexact=values["name"]).exists():
            raise Refused(f"There is an agency called {values['name']} here already. {_INSTALLED}")
        if connection.vendor == "sqlite" and Agency.objects.exists():
            # There a row's number is its own in all of the book, and rows name each other by their numbers.
            other = Agency.objects.order_by("pk")[0]
            raise Refused(f"There is an agency here already, {other.name}. {_INSTALLED}")
        if Agency.objects.filter(pk=values["id"]).exists():
            del values["id"]
        made = Agency(**values)
        made.save(force_insert=True)
        Agency.objects.filter(pk=made.pk).update(created_at=values["created_at"])
        bulk.after_given_ids(Agency)
        return Agency.objects.get(pk=made.pk)

    def _identities(self) -> None:
        fields = [Identity._meta.get_field(name) for name in tables.IDENTITY_COLUMNS]
        for some in self._chunks(tables.IDENTITY, fields):
            for pk, email, name, active, created in some:
                found = Identity.objects.filter(email__iexact=email).first()
                if found is None:
                    free = not Identity.objects.filter(pk=pk).exists()
                    found = Identity(pk=pk if free else None, email=email, name=name, is_active=active)
                    found.set_unusable_password()
                    found.save(force_insert=True)
                    Identity.objects.filter(pk=found.pk).update(created_at=created)
                self.identities[pk] = found.pk
        bulk.after_given_ids(Identity)

    def _table(self, model: Any) -> None:
        fields = tables.columns(model)
        names = [field.column for field in fields[1:]]
        identity = names.index("identity_id") if "identity_id" in names else None
        for some in self._chunks(model.__name__, fields):
            rows = [list(row[1:]) for row in some]
            if identity is not None:
                for row in rows:
                    row[identity] = self._identity(row[identity])
            bulk.insert_values(model, names, rows, ids=[row[0] for row in some])
        bulk.after_given_ids(model)

    def _identity(self, pk: int) -> int:
        try:
            return self.identities[pk]
        except KeyError:
            raise Refused("This archive has a member without an address to sign in with.") from None

    def _search(self) -> None:
        """What is found as one types: of persons and companies from their rows, of words said as they were indexed."""
        person = next(model for model in tables.walled() if model.__name__ == "Person")
        company = next(model for model in tables.walled() if model.__name__ == "Company")
        for model, put in ((person, search.put_persons), (company, search.put_companies)):
            last = 0
            while some := list(model.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:CHUNK]):
                put(some)
                last = some[-1]
        for rows in self._lines(rules.SAID):
            said = {row.get("person_id"): row.get("words") for row in rows}
            if not all(isinstance(pk, int) and isinstance(words, list) for pk, words in said.items()):
                raise Refused("The words said in this archive are no words. It was changed by hand.")
            search.put_said({pk: [str(word) for word in words] for pk, words in said.items()})  # type: ignore[union-attr, misc]  # checked above

    def _chunks(self, name: str, fields: Any) -> Iterator[list[tuple[Any, ...]]]:
        """Rows of a table as values of `fields`; a column that an older archive has not gets its default."""
        readers = [(field.column, reader(field), _missing(field)) for field in fields]
        known = {column for column, _read, _default in readers}
        for rows in self._lines(name):
            for row in rows:
                if row.keys() - known:
                    strange = sorted(row.keys() - known)[0]
                    raise Refused(f"This archive holds “{strange}” of {name}, which this version has not.")
            try:
                yield [
                    tuple(read(row[column]) if column in row else default() for column, read, default in readers)
                    for row in rows
                ]
            except (TypeError, ValueError):
                raise Refused(f"A row of {name} holds a value of another kind than its column's.") from None

    def _lines(self, name: str) -> Iterator[list[dict[str, Any]]]:
        part: Part | None = self.parts.get(name)
        if part is None:  # a table that came after this archive was written
            return
        lines = self.archive.lines(part)
        while some := list(islice(lines, CHUNK)):
            yield some
            self.done += len(some)
            self.progress(self.done, self.total)


def _missing(field: Any) -> Callable[[], Any]:
    """The value of a column that the archive has not; an id or a link that must be there cannot be missing."""
    if field.primary_key or (field.is_relation and not field.null):
        raise_for: Callable[[], Any] = _no_value
        return raise_for
    default: Callable[[], Any] = field.get_default
    return default


def _no_value() -> Any:
    raise ValueError


def _place_uploads(archive: Archive, placed: list[Path]) -> None:
    for part in archive.contents.uploads:
        place = Path(settings.UPLOADS) / Path(part.path).relative_to("uploads")
        if place.exists():
            raise Refused(f"There is a file {place.name} among the uploads already. {_INSTALLED}")
        place.parent.mkdir(parents=True, exist_ok=True)
        placed.append(place)
        archive.copy(part, place)


def _take_back(placed: list[Path]) -> None:
    for place in placed:
        place.unlink(missing_ok=True)


def _first_line(problem: BaseException) -> str:
    return (str(problem).splitlines() or [type(problem).__name__])[0][:300]
