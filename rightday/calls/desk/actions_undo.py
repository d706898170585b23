"""Taking back a call that no lead asked for."""

from __future__ import annotations

from django.db import transaction

from rightday.agencies.once import Stale
from rightday.agenda import holding
from rightday.agenda.kept import columns_from
from rightday.agenda.rules import Of
from rightday.calls.desk.holders import HOLDERS
from rightday.calls.models import Call
from rightday.team.models import Member
from rightday.team.rules import Permission


@transaction.atomic
def undo_desk(call: Call, *, by: Member) -> None:
    """The record's step as it was before the call; Stale when it has moved on since, or the call moved it itself."""
    by.must(Permission.CALL_LOG)
    before = call.before
    if before.get("moved"):
        raise Stale("What this call changed is taken back on the page of its record.")
    of, pk = before["record"]
    record = HOLDERS[Of(of)][0].objects.filter(pk=pk).first()
    if record is None:
        raise Stale("The record that this call was about is gone.")
    undone = {"done_on": None} if "done" in before else {}
    holding.put_back(record, step=columns_from(before["step"]), left=before.get("left"), by=by, **undone)
