"""What was understood of a file, shaped for the screen. Pure: JSON in, frozen values out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

import phonenumbers
from babel import Locale
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.intake.reading import letter
from rightday.intake.showing.words import FIELD_WORDS, HOLDS_WORDS, LEFT_OUT, SKIP_WORDS
from rightday.intake.understanding import profiles
from rightday.intake.understanding.fields import Field

# Below this a guess wants somebody's eye.
SURE: Final = 0.6
_SAMPLES: Final = 3
_SHOWN_SKIPPED: Final = 4
_WIDE: Final = 20
_FOLDED: Final = 5


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """A column and what it is taken for. `name` is its field of the form; `sure` is ok, ask or skip."""

    letter: str
    header: str
    samples: str
    name: str
    field: str
    sure: str
    words: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class SheetShown:
    """A sheet; `holds` is the value of its select, `out` where it is left out. Left out, it shows no columns."""

    index: int
    name: str
    rows: int
    holds: str
    words: str
    aside: str
    columns: tuple[ColumnShown, ...]

    @property
    def used(self) -> bool:
        return self.holds != LEFT_OUT

    @property
    def parts(self) -> tuple[tuple[ColumnShown, ...], tuple[ColumnShown, ...]]:
        """Columns to look at, and of a wide sheet those that become fields of their own, to be folded away."""
        folded = tuple(column for column in self.columns if column.own) if len(self.columns) > _WIDE else ()
        if len(folded) < _FOLDED:
            return self.columns, ()
        return tuple(column for column in self.columns if not column.own), folded


@dataclass(frozen=True, slots=True)
class Understanding:
    """Step two. `order` is "day", "month" or "" where the file does not say; `asks` columns want an eye."""

    sheets: tuple[SheetShown, ...]
    rows: int
    asks: int
    order: str
    day_words: str
    region: str
    region_words: str
    currency: str
    field_options: tuple[tuple[str, str], ...]
    holds_options: tuple[tuple[str, str], ...]
    order_options: tuple[tuple[str, str], ...]
    regions: tuple[tuple[str, str], ...]
    known_as: str = ""

    @property
    def order_words(self) -> str:
        return dict(self.order_options)[self.order]

    @property
    def line(self) -> str:
        """ "8 columns, 7 used. Day, month, year. +44": the step when it is done."""
        used = [column for sheet in self.sheets if sheet.used for column in sheet.columns]
        kept = sum(column.field != Field.LEAVE_OUT for column in used)
        columns = ngettext("%(count)d column, %(kept)d used", "%(count)d columns, %(kept)d used", len(used)) % {
            "count": len(used), "kept": kept,
        }  # fmt: skip
        return f"{columns}. {self.order_words}. {calling_code(self.region)}"


def understanding(said: dict[str, Any]) -> Understanding:
    """Step two of `Import.understood`."""
    tables = said.get("tables", [])
    sheets = tuple(_sheet(index, table) for index, table in enumerate(tables))
    used = [sheet for sheet in sheets if sheet.used]
    dayfirst = said.get("dayfirst")
    region = said.get("region", "GB")
    return Understanding(
        sheets=sheets,
        rows=sum(sheet.rows for sheet in used),
        asks=sum(column.sure == "ask" for sheet in used for column in sheet.columns),
        order="" if dayfirst is None else "day" if dayfirst else "month",
        day_words=_evidence_of_order(said.get("day_words", "")),
        region=region,
        region_words=f"{region_name(region)}, {calling_code(region)}",
        currency=said.get("currency", "GBP"),
        field_options=tuple((field.value, str(words)) for field, words in FIELD_WORDS.items()),
        holds_options=(
            *((holds.value, str(words)) for holds, words in HOLDS_WORDS.items()),
            (LEFT_OUT, _("Leave out")),
        ),
        order_options=(
            *((("", _("Day first where unclear")),) if dayfirst is None else ()),
            ("day", _("Day, month, year")),
            ("month", _("Month, day, year")),
        ),
        regions=region_options(),
        known_as=_known_as(said),
    )


def _known_as(said: dict[str, Any]) -> str:
    """ "Read as June.csv was, with what you chose then." or "Salesforce contacts: …"; '' for a table of their own."""
    if said.get("as_before"):
        return _("Read as %(file)s was: the same columns, with what was chosen then.") % {"file": said["as_before"]}
    found = [
        profiles.of([column["header"] for column in one["columns"]]) for one in said.get("tables", []) if one["use"]
    ]
    names = ", ".join(dict.fromkeys(one.name for one in found if one is not None))
    words = _("Recognised: %(names)s. Whoever came with the same id before is joined, and nobody is made twice.")
    return words % {"names": names} if names else ""


@lru_cache(maxsize=1)
def region_options() -> tuple[tuple[str, str], ...]:
    """Countries that have phone numbers, by name."""
    return tuple(sorted(((code, region_name(code)) for code in phonenumbers.SUPPORTED_REGIONS), key=itemgetter(1)))


def region_name(region: str) -> str:
    """ "United Kingdom" """
    return str(Locale("en").territories.get(region, region))


def calling_code(region: str) -> str:
    """ "+44" """
    return f"+{phonenumbers.country_code_for_region(region)}"


def _evidence_of_order(words: str) -> str:
    """What tells the order, without the order itself, which stands above it."""
    return words.partition(". ")[2] if words.startswith(("Day, month", "Month, day")) else words


def _sheet(index: int, table: dict[str, Any]) -> SheetShown:
    used = table["use"]
    columns = tuple(_column(index, column) for column in table["columns"]) if used else ()
    rows = table["rows"]
    count = ngettext("%(rows)s row", "%(rows)s rows", rows) % {"rows": f"{rows:,}"}
    name = table["name"]
    return SheetShown(
        index=index,
        name=name,
        rows=rows,
        holds=table["holds"] if used else LEFT_OUT,
        words=f"{name}, {count}" if name else count,
        aside=_header(table) if used else _("Left out. Nothing of it is read."),
        columns=columns,
    )


def _header(table: dict[str, Any]) -> str:
    """ "Header in row 3. No records: row 1 (a title), row 9 (a sum) and 4 more." """
    row = table["header_row"]
    words = [_("Header in row %(row)d") % {"row": row} if row else _("No header: columns are called by their letters")]
    skipped = table.get("not_records", [])
    if skipped:
        shown = ", ".join(
            _("row %(row)d (%(what)s)") % {"row": line["row"], "what": SKIP_WORDS.get(line["reason"], line["reason"])}
            for line in skipped[:_SHOWN_SKIPPED]
        )
        more = len(skipped) - _SHOWN_SKIPPED
        words.append(_("No records: %(rows)s") % {"rows": shown})
        if more > 0:
            words[-1] += _(" and %(more)d more") % {"more": more}
    if table.get("empty_rows"):
        empty = table["empty_rows"]
        words.append(ngettext("%(count)d empty line", "%(count)d empty lines", empty) % {"count": empty})
    words += [note.rstrip(".") for note in table.get("notes", ())]
    return ". ".join(words)


def _column(sheet: int, column: dict[str, Any]) -> ColumnShown:
    out = column["field"] == Field.LEAVE_OUT
    asks = column["sure"] < SURE and column["samples"]
    return ColumnShown(
        letter=letter(column["index"]),
        header=_("no header") if column["header"] in ("", letter(column["index"])) else column["header"],
        samples=" · ".join(column["samples"][:_SAMPLES]),
        name=f"field-{sheet}-{column['index']}",
        field=column["field"],
        sure="skip" if out else "ask" if asks else "ok",
        words=_("Not read") if out else column["why"],
        own=column["field"] == Field.OWN and not asks,
    )
