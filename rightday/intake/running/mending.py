"""Rows that were not brought in, mended and brought again: the spreadsheet of ours is known by its own columns.

`showing.sheets` puts the sheet and the row before the columns of a file and its verdict behind them. What stands
between is the earlier file's, and is read as that was read.
"""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _

from rightday.intake.models import Import
from rightday.intake.understanding.fields import Field

_EARLIER: Final = 200
"""So many imports are looked through, the newest first."""


def before() -> tuple[str, ...]:
    """What stands before the columns of a file in a spreadsheet of ours."""
    return _("Sheet"), _("Row")


def reason() -> tuple[str, ...]:
    """What is said at the end of each row that was not brought in."""
    return (_("Reason"),)


def verdict() -> tuple[str, ...]:
    """What is said at the end of every row."""
    return _("Becomes"), _("Why"), _("What could not be read")


def others() -> str:
    """Over the words of a row under no header."""
    return _("Other values")


def headers(understood: dict[str, Any]) -> list[str]:
    """The columns of every sheet that is used, in order and each once; rows name theirs by header."""
    tables = [table for table in understood["tables"] if table["use"]]
    return list(dict.fromkeys(column["header"] for table in tables for column in table["columns"]))


def recognised(understood: dict[str, Any]) -> dict[str, Any]:
    """The same understanding, unless a table is one of ours: then its columns mean what they meant before.

    `mends` names the import whose rows they were, where that is still known.
    """
    tables, earlier = [], None
    for table in understood["tables"]:
        framed = _own([column["header"] for column in table["columns"]])
        found = _earlier(framed[0]) if framed else None
        if framed is None or not (found or framed[1]):
            tables.append(table)
            continue
        own = framed[0]
        earlier = found or earlier
        tables.append(table | {"columns": _columns(table["columns"], own, found)})
        if found is not None:
            tables[-1]["holds"] = _first_used(found)["holds"]
    if earlier is None:
        return understood | {"tables": tables}
    said = {name: earlier.understood[name] for name in ("region", "currency")}
    if earlier.understood["dayfirst"] is not None:
        said |= {"dayfirst": earlier.understood["dayfirst"], "order_chosen": True, "day_words": _as_in(earlier)}
    return understood | said | {"tables": tables, "mends": earlier.pk}


def _own(found: list[str]) -> tuple[list[str], bool] | None:
    """The columns of the file itself, and whether ours are at the end; None where ours are not before them."""
    if tuple(found[:2]) != before():
        return None
    own, ours = found[2:], {*reason(), *verdict(), others()}
    while own and own[-1] in ours:
        own.pop()
    return own, len(own) < len(found) - 2


def _earlier(own: list[str]) -> Import | None:
    """The newest import of the agency with just these columns."""
    return next((one for one in Import.objects.order_by("-pk")[:_EARLIER] if headers(one.understood) == own), None)


def _columns(columns: list[dict[str, Any]], own: list[str], earlier: Import | None) -> list[dict[str, Any]]:
    fields: dict[str, str] = {}
    for table in earlier.understood["tables"] if earlier else ():
        for column in table["columns"] if table["use"] else ():
            fields.setdefault(column["header"], column["field"])
    made = []
    for place, column in enumerate(columns):
        if not 2 <= place < len(own) + 2:
            note = place > 2 and column["header"] == others()
            field = Field.KEEP_AS_NOTE if note else Field.LEAVE_OUT
            column = column | {"field": field.value, "sure": 1.0, "why": _("Written by us when the rows were refused.")}
        elif earlier is not None and column["header"] in fields:
            column = column | {"field": fields[column["header"]], "sure": 1.0, "why": _as_in(earlier)}
        made.append(column)
    return made


def _first_used(earlier: Import) -> dict[str, Any]:
    found: dict[str, Any] = next(table for table in earlier.understood["tables"] if table["use"])
    return found


def _as_in(earlier: Import) -> str:
    return _("As in %(file)s.") % {"file": earlier.name}
