"""A hiring process as plain JSON values: where the lead stands, and its milestones in the round that is on."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from rightday.agencies.once import Stale
from rightday.leads.models import Lead
from rightday.leads.process.models import FallBack, Milestone

Kept = dict[str, Any]
_STANDS: Final = ("milestone", "stage", "milestone_on", "round", "filler", "filler_who", "rival_id")
_ROW: Final = ("round", "place", "expected", "told", "call_on", "done_on", "answer", "note", "by_id")
_DAYS: Final = frozenset({"milestone_on", "expected", "call_on", "done_on"})


def kept(lead: Lead) -> Kept:
    """The process of a lead as it is. One statement."""
    rows = Milestone.objects.filter(lead=lead, round=lead.round).order_by("place").values(*_ROW)
    return {
        "lead": {name: _plain(getattr(lead, name)) for name in _STANDS},
        "rows": [{name: _plain(value) for name, value in row.items()} for row in rows],
    }


def put_back(lead: Lead, *, before: Kept, after: Kept) -> None:
    """Turns `after` into `before` again, with rounds that began in between. Raises Stale when it has moved on."""
    lead.refresh_from_db()
    if kept(lead) != after:
        raise Stale("The hiring process has moved on since, so the result stays.")
    begun = before["lead"]["round"]
    Milestone.objects.filter(lead=lead, round__gte=begun).delete()
    FallBack.objects.filter(lead=lead, round__gte=begun).delete()
    Milestone.objects.bulk_create(
        Milestone(lead=lead, **{name: _read(name, value) for name, value in row.items()}) for row in before["rows"]
    )
    columns = {name: _read(name, value) for name, value in before["lead"].items()}
    Lead.objects.filter(pk=lead.pk).update(**columns)
    for name, value in columns.items():
        setattr(lead, name, value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _read(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name in _DAYS and value is not None else value
