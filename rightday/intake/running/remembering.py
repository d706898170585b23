"""Shapes of files: what their columns were taken for is remembered when a file is brought in, and used for the next."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from rightday.intake.models import Import, Shape
from rightday.intake.understanding import shapes


def remember(batch: Import) -> None:
    """Keeps how each table in use was read, in the caller's transaction. The latest counts."""
    said = batch.understood
    for table in said["tables"]:
        key = shapes.key_of_table(table) if table["use"] else ""
        if key:
            Shape.objects.update_or_create(
                key=key,
                defaults={
                    "fields": shapes.fields_of(table), "holds": table["holds"], "region": said["region"],
                    "currency": said["currency"], "file": batch.name,
                    "dayfirst": said["dayfirst"] if said.get("order_chosen") else None,
                },
            )  # fmt: skip


def remembered(understood: dict[str, Any]) -> dict[str, Any]:
    """The understanding with what was chosen for files of this shape before; the last table with a shape says
    country, currency and the order of days.
    """
    keys = [shapes.key_of_table(table) for table in understood["tables"]]
    known = {shape.key: shape for shape in Shape.objects.filter(key__in=[key for key in keys if key])}
    if not known:
        return understood
    tables, said = [], dict[str, Any]()
    for key, table in zip(keys, understood["tables"], strict=True):
        shape = known.get(key)
        if shape is None:
            tables.append(table)
            continue
        tables.append(shapes.as_before(table, shape.fields, shape.holds, _("As in %(file)s.") % {"file": shape.file}))
        said |= {"region": shape.region, "currency": shape.currency, "as_before": shape.file}
        if shape.dayfirst is not None:
            why = _("As in %(file)s.") % {"file": shape.file}
            said |= {"dayfirst": shape.dayfirst, "order_chosen": True, "day_words": why}
    return understood | said | {"tables": tables}
