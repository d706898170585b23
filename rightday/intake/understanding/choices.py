"""What somebody chose instead of what was understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.holds import Holds


@dataclass(frozen=True, slots=True)
class TableChoice:
    """`fields`: index of a column → field. Columns that are not named stay as they were."""

    use: bool
    holds: str
    fields: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """`tables`: place of a sheet in the file → choice. `dayfirst` None: as understood."""

    tables: Mapping[int, TableChoice]
    dayfirst: bool | None
    region: str
    currency: str


def chosen(understood: dict[str, Any], choices: Choices) -> dict[str, Any]:
    """The understanding with the choices in it, without its trial. Raises ValueError for an unknown field."""
    tables = [
        _table(table, choices.tables[place]) if place in choices.tables else table
        for place, table in enumerate(understood["tables"])
    ]
    return {key: value for key, value in understood.items() if key != "trial"} | {
        "tables": tables,
        "dayfirst": understood["dayfirst"] if choices.dayfirst is None else choices.dayfirst,
        "order_chosen": understood.get("order_chosen", False) or choices.dayfirst not in (None, understood["dayfirst"]),
        "region": choices.region,
        "currency": choices.currency,
    }


def _table(table: dict[str, Any], choice: TableChoice) -> dict[str, Any]:
    columns = []
    for column in table["columns"]:
        field = choice.fields.get(column["index"], column["field"])
        if field == column["field"]:
            columns.append(column)
        else:
            columns.append(column | {"field": Field(field).value, "sure": 1.0, "why": "Chosen by you."})
    return table | {"use": choice.use, "holds": Holds(choice.holds).value, "columns": columns}
