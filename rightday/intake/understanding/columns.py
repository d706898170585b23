"""What each column of a table is taken for, guessed from its header and its contents.

A guess is shown with its reason and samples, and may be changed; it never leaves a column
out: what is not understood is kept word for word as a note.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from rightday.intake.reading.book import Cell, Row, letter, text_of
from rightday.intake.understanding import fields, profiles
from rightday.intake.understanding.fields import Field
from rightday.kernel import when

__all__ = ["Column", "Field", "Plan", "changed", "guess", "plan"]

_SAMPLES = 5
_LOOKED_AT = 60
# Of these a record has one; a second column of the kind is kept as a note.
_SINGLE = frozenset(Field) - {
    Field.PHONE,
    Field.MOBILE,
    Field.EMAIL,
    Field.NOTES,
    Field.NEEDS,
    Field.WEBSITE,
    Field.DO_NOT_CONTACT,
    Field.DO_NOT_EMAIL,
    Field.PARTIES,
    Field.UNHEARD,
    Field.THEIR_ERROR,
    Field.OWN,
    Field.LEAVE_OUT,
    Field.KEEP_AS_NOTE,
}
DAYS = frozenset({Field.SPOKE_ON, Field.NEXT_ON, Field.HEARD_ON})
_EMAIL = re.compile(r"[^\s@<]+@[^\s@]+\.\w+")
_PHONE = re.compile(r"(?:\+|00|\(?0)?[\d\s().\-/]{8,24}(?:(?:ext?\.?|x|#)\s*\d+)?", re.IGNORECASE)
_DAY = re.compile(
    r"\d{1,2}\s?[./-]\s?\d{1,2}(?:\s?[./-]\s?\d{2,4})?(?:\s.*)?|\d{4}-\d\d-\d\d(?:[T\s].*)?"
    r"|(?:\w+,?\s)?\d{1,2}(?:st|nd|rd|th)?[\s-]+(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)\w*\.?[\s,'’-]*\d{0,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s\d{1,2}.*",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?://|www\.|(?:\w+\.)?linkedin\.com/)\S+", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:ltd|limited|plc|llp|llc|inc|corp|gmbh|ag|kg|sarl|sas|sa|bv|nv|oy|ab|pty|holdings|group"
    r"|& co|solutions|systems|partners|consulting|technologies|bank|university|council|nhs)\b\.?",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:[^\W\d_]\.?(?:[\w'’.-]*)\s+){1,3}[^\W\d_][\w'’.-]+")
_HONORIFIC = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|m|mme|sr|sra)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it is taken for: `sure` from 0 to 1, `why` in words, and a few values.

    `dayfirst` is how its days are written ("03/04/2026"), None when the values do not say.
    """

    index: int
    header: str
    field: Field
    sure: float
    why: str
    samples: tuple[str, ...]
    dayfirst: bool | None = None

    @property
    def name(self) -> str:
        """What people call it: its header, else its letter."""
        return self.header or letter(self.index)


@dataclass(frozen=True, slots=True)
class Plan:
    """Columns made ready for reading many rows; columns that it does not name become notes.

    `countries` are the columns that may name one, the one taken for it first. `parties`: rows say who takes part.
    """

    columns: tuple[Column, ...]
    known: frozenset[int]
    countries: tuple[int, ...] = ()
    parties: bool = False


def plan(columns: Iterable[Column]) -> Plan:
    ordered = tuple(sorted(columns, key=lambda column: column.index))
    taken = [column.index for column in ordered if column.field is Field.COUNTRY]
    others = [column.index for column in ordered if column.field is Field.OWN and _names_country(column.header)]
    return Plan(
        ordered,
        frozenset(column.index for column in ordered),
        (*taken, *others),
        any(column.field is Field.PARTIES for column in ordered),
    )


def _names_country(header: str) -> bool:
    return (fields.by_header(header) or (None,))[0] is Field.COUNTRY


def changed(columns: Iterable[Column], to: Mapping[int, Field]) -> tuple[Column, ...]:
    """The columns with the fields that a person chose, by index."""
    return tuple(
        replace(column, field=to[column.index], sure=1.0, why="Chosen by you.") if column.index in to else column
        for column in columns
    )


def guess(header: Sequence[str], sample: Sequence[Row], today: date) -> tuple[Column, ...]:
    """A column for every header and every column with values, from left to right."""
    width = max([len(header), *(len(row.cells) for row in sample)], default=0)
    found, profile = [], profiles.of(header)
    for index in range(width):
        title = header[index] if index < len(header) else ""
        cells = [row.cells[index] for row in sample if index < len(row.cells)]
        cells = [cell for cell in cells if text_of(cell).strip()][:_LOOKED_AT]
        if title or cells:
            found.append(_column(index, "" if title == letter(index) else title, cells, profile))
    return _settled(found)


def _column(index: int, header: str, cells: list[Cell], profile: profiles.Profile | None) -> Column:
    meant = profile.meaning(fields.plain(header)) if profile else None
    if profile is not None and meant is not None:
        field, sure, why = meant, 1.0, f"As {profile.name} have it."
    else:
        field, sure, why = _taken_for(header, cells)
    samples = list(dict.fromkeys(" ".join(text_of(cell).split())[:80] for cell in cells))[:_SAMPLES]
    dayfirst = when.dayfirst_of(cells)[0] if field in DAYS else None
    return Column(index, header, field, sure, why, tuple(samples), dayfirst)


def _taken_for(header: str, cells: list[Cell]) -> tuple[Field, float, str]:
    named = fields.by_header(header) if header else None
    if named is None:
        return _by_slip(header, cells) or _by_content(header, cells)
    field, sure = named
    if not cells or field is Field.OWN:
        return field, sure, f"The header says “{header}”."
    shown = _evident(cells)
    if field in _NAMES and all(text_of(cell).strip().casefold() in _ANSWERS for cell in cells):
        return Field.OWN, 0.7, f"The header says “{header}”, but the values are yes and no."
    if field is Field.TITLE and _share(cells, _HONORIFIC) > 0.8:
        return Field.OWN, 0.7, "These are forms of address."
    if shown is not None and _disagree(field, shown):
        return shown, 0.7, f"The header says “{header}”, but the values are {_PLURAL[shown]}."
    if field in DAYS and len(cells) >= 3 and not any(_is_day(cell) for cell in cells):
        return Field.OWN, 0.5, f"The header says “{header}”, but no value is a day."
    if shown is field:
        return field, min(1.0, sure + 0.1), f"The header says “{header}”, and the values fit."
    return field, sure, f"The header says “{header}”."


_PLURAL = {
    Field.EMAIL: "email addresses",
    Field.PHONE: "phone numbers",
    Field.WEBSITE: "links",
    Field.HEARD_ON: "days",
}
_NAMES = frozenset({Field.PERSON, Field.GIVEN, Field.FAMILY, Field.COMPANY, Field.TITLE, Field.EXTERNAL_ID})
_ANSWERS = frozenset({"yes", "no", "true", "false", "y", "n", "ja", "nein", "0", "1"})
_TEXTS = frozenset({Field.PERSON, Field.COMPANY, Field.PHONE, Field.MOBILE, Field.EMAIL, Field.GIVEN, Field.FAMILY})


def _disagree(field: Field, shown: Field) -> bool:
    """Whether the values speak against the header: "Contact" over phone numbers."""
    if shown is Field.EMAIL:
        return field in _TEXTS - {Field.EMAIL}
    if shown is Field.PHONE:
        return field in _TEXTS - {Field.PHONE, Field.MOBILE} or field in DAYS
    return shown is Field.WEBSITE and field in _TEXTS


def _evident(cells: list[Cell]) -> Field | None:
    """What most values are by their form alone."""
    if _share(cells, _EMAIL) >= 0.6:
        return Field.EMAIL
    if _share(cells, _LINK) >= 0.6:
        return Field.WEBSITE
    if sum(_is_day(cell) for cell in cells) >= 0.6 * len(cells):
        return Field.HEARD_ON
    return Field.PHONE if sum(_is_phone(cell) for cell in cells) >= 0.6 * len(cells) else None


def _by_slip(header: str, cells: list[Cell]) -> tuple[Field, float, str] | None:
    """What a header says that is a letter off, unless the values say otherwise."""
    near = fields.by_likeness(header) if header else None
    if near is None or ((shown := _evident(cells) if cells else None) and _disagree(near[0], shown)):
        return None
    return near[0], 0.55, f"“{header}” is a slip away from “{near[1]}”."


def _by_content(header: str, cells: list[Cell]) -> tuple[Field, float, str]:
    if not cells:
        return Field.OWN, 0.3, "The column is empty."
    shown = _evident(cells)
    if shown is not None and not (header and shown is Field.HEARD_ON):
        return shown, 0.7, f"The values are {_PLURAL[shown]}."
    if header:
        return Field.OWN, 0.6, "A field of its own: the header says nothing we know."
    if shown is not None:
        return Field.KEEP_AS_NOTE, 0.3, "Kept word for word, because nothing says what it is."
    texts = [cell for cell in cells if isinstance(cell, str)]
    if _share(texts, _COMPANY, whole=False) >= 0.3:
        return Field.COMPANY, 0.5, "Some values end like names of companies."
    if _share(texts, _PERSON) >= 0.6 and len(texts) * 2 > len(cells):
        return Field.PERSON, 0.4, "The values look like names of people."
    if texts and sum(map(len, texts)) > 30 * len(texts):
        return Field.NOTES, 0.4, "The values are long texts."
    return Field.KEEP_AS_NOTE, 0.2, "Kept word for word, because nothing says what it is."


def _share(cells: Sequence[Cell], pattern: re.Pattern[str], *, whole: bool = True) -> float:
    match = pattern.fullmatch if whole and pattern is not _EMAIL else pattern.search
    fitting = sum(isinstance(cell, str) and match(cell.strip()[:300]) is not None for cell in cells)
    return fitting / len(cells) if cells else 0.0


def _is_day(cell: Cell) -> bool:
    if isinstance(cell, str):
        return _DAY.fullmatch(cell.strip()[:60]) is not None
    return isinstance(cell, date | datetime)


def _is_phone(cell: Cell) -> bool:
    """Nine to fifteen digits, as text or as a number whose zero was lost."""
    text = text_of(cell).strip()[:60]
    if isinstance(cell, bool | date | datetime) or not _PHONE.fullmatch(text):
        return False
    return 9 <= sum(character.isdigit() for character in text) <= 15


def _settled(found: list[Column]) -> tuple[Column, ...]:
    """One column for each field that a record has once: the surest, of equals the first."""
    by_field: dict[Field, list[Column]] = {}
    for column in found:
        by_field.setdefault(column.field, []).append(column)
    has_company = len(by_field.get(Field.COMPANY, [])) > 1
    settled = []
    for column in found:
        rivals = by_field[column.field]
        best = max(rivals, key=lambda rival: (rival.sure, bool(rival.samples), -rival.index))
        if column.field not in _SINGLE or column is best:
            settled.append(column)
        elif has_company and fields.plain(column.header) == "client" and Field.PERSON not in by_field:
            settled.append(replace(column, field=Field.PERSON, sure=0.6, why="Beside a company, a client is a person."))
        else:
            why = f"“{best.name}” is taken for it already."
            settled.append(replace(column, field=Field.OWN, sure=0.6, why=why))
    return tuple(settled)
