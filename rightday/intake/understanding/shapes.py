"""The shape of a table: its headers in their order. What somebody chose for one is read so the next time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from rightday.intake.understanding.fields import plain

_TOO_FEW = 2


def key_of(header: Sequence[str]) -> str:
    """One word for the headers of a table; '' for a table of fewer than two, which say too little."""
    words = [plain(one) for one in header if one]
    return hashlib.sha256("\n".join(words).encode()).hexdigest() if len(words) >= _TOO_FEW else ""


def key_of_table(table: Mapping[str, Any]) -> str:
    """The same, from what was understood of a table; '' where it has no header."""
    return key_of([column["header"] for column in table["columns"]]) if table["header_row"] else ""


def fields_of(table: Mapping[str, Any]) -> dict[str, str]:
    """Header → field, the first of equal headers."""
    found: dict[str, str] = {}
    for column in table["columns"]:
        found.setdefault(column["header"], column["field"])
    return found


def as_before(table: dict[str, Any], fields: Mapping[str, str], holds: str, why: str) -> dict[str, Any]:
    """The table with the fields that its headers had before; `why` says since when."""
    columns = [
        column | {"field": fields[column["header"]], "sure": 1.0, "why": why}
        if fields.get(column["header"], column["field"]) != column["field"]
        else column
        for column in table["columns"]
    ]
    return table | {"columns": columns, "holds": holds}
