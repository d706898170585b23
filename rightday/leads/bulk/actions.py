"""One thing done to many leads: begun, gone on with part by part, taken back as a whole.

Each part is a transaction of its own, so that what is done stays done and others write in between. Whoever goes on
locks the act's row first: the page that waits, the worker that sweeps, two windows; each part is done once. What a
kind does is what its action does for a single lead, and a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any, Final

from django.db import transaction

from rightday.agencies import clock
from rightday.leads.bulk import hand as bulk_hand
from rightday.leads.bulk import label as bulk_labels
from rightday.leads.bulk import move as bulk_move
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk import steps as bulk_steps
from rightday.leads.bulk.parts import Before, Part, locked, unchanged
from rightday.leads.bulk.rules import BulkKind
from rightday.leads.handoffs.refusals import left_words
from rightday.leads.lists.models import BulkAct
from rightday.leads.models import Lead
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused

Do = Callable[[Part], None]
Undo = Callable[[Part, dict[int, Before]], None]
_KINDS: Final[Mapping[BulkKind, tuple[Do, Undo]]] = {
    BulkKind.TODAY: (bulk_steps.do, bulk_steps.undo),
    BulkKind.STEP: (bulk_steps.do, bulk_steps.undo),
    BulkKind.HAND: (bulk_hand.offer, bulk_hand.take_back),
    BulkKind.OWN: (bulk_hand.own, bulk_hand.disown),
    BulkKind.MOVE: (bulk_move.do, bulk_move.undo),
    BulkKind.LABEL: (bulk_labels.put_on, bulk_labels.undo_put),
    BulkKind.UNLABEL: (bulk_labels.take_off, bulk_labels.undo_take),
}
LABELS: Final = frozenset({BulkKind.LABEL, BulkKind.UNLABEL})
AS_LEFT: Final = frozenset({BulkKind.TODAY, BulkKind.STEP, BulkKind.OWN, BulkKind.MOVE})
"""Kinds that are taken back only of leads that nobody has changed since; the others look at what they made."""


@transaction.atomic
def begin(kind: BulkKind, *, leads: Iterable[int], values: Mapping[str, Any], by: Member) -> BulkAct:
    """Takes the selection with the versions of this moment, and does the first part. Raises Refused, in words.

    `values`: TODAY and STEP {"due": ISO day}, HAND {"to", "words"}, OWN {"to"}, MOVE {"stage"}, LABEL {"label"}.
    """
    _may(kind, by)
    ids = list(dict.fromkeys(leads))
    if not ids:
        raise Refused("No lead is selected. Tick the ones you mean first.")
    if len(ids) > bulk_acts.MOST:
        raise Refused(bulk_acts.too_many(len(ids)))
    if "to" in values and (to := Member.objects.get(pk=values["to"])).left_at is not None:
        raise Refused(left_words(to))
    seen = dict(Lead.objects.filter(pk__among=ids).values_list("pk", "version"))
    pairs = [(pk, seen.get(pk, -1)) for pk in ids]
    said = dict(values) | ({"sheet": True} if kind is BulkKind.TODAY else {})
    act: BulkAct = BulkAct.objects.create(kind=kind.value, values=said, leads=pairs, total=len(pairs), by=by)
    return go_on(act, by=by)


@transaction.atomic
def go_on(act: BulkAct, *, by: Member) -> BulkAct:
    """The next part, onwards or back; nothing where all is done. Whoever looks may go on: it is done as its maker.

    Returns the act as it stands.
    """
    by.must(Permission.LEAD_WORK)
    there: BulkAct = BulkAct.objects.select_for_update().select_related("by").get(pk=act.pk)
    if there.finished_at is not None:
        return there
    if there.undone_at is None:
        _onwards(there)
    else:
        _back(there)
    return there


@transaction.atomic
def undo(act: BulkAct, *, by: Member) -> BulkAct:
    """Takes the whole act back, as far as it has come, and does the first part of that.

    Leads that have changed since stay, and are listed with the reason. Raises Refused for somebody else's act and for
    one of another day; what is taken back already comes back as it is.
    """
    _may(BulkKind(act.kind), by)
    there: BulkAct = BulkAct.objects.select_for_update().select_related("by").get(pk=act.pk)
    if there.by_id != by.pk and not by.may(Permission.TEAM_MANAGE):
        raise Refused(f"{there.by.name} did this and can take it back, or a manager.")
    if there.undone_at is not None:
        return go_on(there, by=by)
    now = clock.now()
    if now - there.at > timedelta(hours=bulk_acts.UNDO_HOURS):
        raise Refused("This was done more than a day ago. Change the leads themselves; each tells what it had before.")
    there.undone_at, there.finished_at = now, None
    there.save(update_fields=["undone_at", "finished_at"])
    _back(there)
    return there


def _may(kind: BulkKind, by: Member) -> None:
    by.must(Permission.LEAD_WORK)
    if kind is BulkKind.OWN:
        by.must(Permission.TEAM_MANAGE)


def _onwards(act: BulkAct) -> None:
    kind, part = BulkKind(act.kind), _part(act)
    seen = [(pk, version) for pk, version in act.leads[act.done : act.done + bulk_acts.PART]]
    unchanged(part, seen, closed=kind in LABELS)
    _KINDS[kind][0](part)
    part.record()
    act.before += [part.before[pk] for pk, _ in seen if pk in part.before]
    act.skipped += [[pk, part.skipped[pk]] for pk, _ in seen if pk in part.skipped]
    act.done += len(seen)
    if act.done >= act.total:
        act.finished_at = part.at
    act.save(update_fields=["before", "skipped", "done", "finished_at"])


def _back(act: BulkAct) -> None:
    kind, part = BulkKind(act.kind), _part(act)
    some = act.before[act.undone : act.undone + bulk_acts.PART]
    before = {had["lead"]: had for had in some}
    found = locked(before)
    for pk, had in before.items():
        lead = found.get(pk)
        if lead is None:
            part.skipped[pk] = bulk_acts.GONE
        elif kind in AS_LEFT and lead.version != had["version"]:
            part.skipped[pk] = bulk_acts.MOVED_ON
        else:
            part.leads.append(lead)
    _KINDS[kind][1](part, before)
    part.record()
    act.kept += [[pk, part.skipped[pk]] for pk in before if pk in part.skipped]
    act.undone += len(some)
    if act.undone >= len(act.before):
        act.finished_at = part.at
    act.save(update_fields=["kept", "undone", "finished_at"])


def _part(act: BulkAct) -> Part:
    """Days are those of who did it, whoever goes on."""
    return Part([], act.values, act.by, team.today(act.by), clock.now())
