"""Taking a result back: the step, the evidence, the counters and the number are as before the call."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from rightday.agencies import clock
from rightday.agenda import actions as agenda
from rightday.agenda.kept import columns_from, day_from
from rightday.calls.actions_same import take_back_same
from rightday.calls.desk.actions_undo import undo_desk
from rightday.calls.follow import COUNTED_DAYS
from rightday.calls.models import Achievement, Call
from rightday.calls.queries import UNDO_FOR
from rightday.calls.rules import REACHED, RESULT_WORDS, CannotUndo, Result
from rightday.leads.actions_take_back import put_back_step, take_back_evidence
from rightday.leads.handoffs.actions import not_called
from rightday.leads.models import Lead
from rightday.leads.process.actions_heard import unhear_milestone
from rightday.people import actions as people
from rightday.people.models import Permission as Answered
from rightday.people.models import Person, PhoneNumber
from rightday.people.rules import NumberState
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline


@transaction.atomic
def undo(call_id: int, *, by: Member) -> Call:
    """Takes a result back within ten minutes: as if the call had not been logged, but recorded.

    A second undo of the same call answers the same. Raises CannotUndo when it is too late or was
    somebody else's call, Stale when the lead has moved on since.
    """
    by.must(Permission.CALL_LOG)
    call: Call = Call.objects.select_for_update().get(pk=call_id)
    if call.undone_at is not None:
        return call
    now, before = clock.now(), call.before
    if call.member_id != by.pk or now - call.at > UNDO_FOR:
        raise CannotUndo
    if "pair" in before:
        take_back_same(call, by=by)
    if call.lead_id is None:
        return _undo_desk(call, by)
    lead = Lead.objects.select_related("person", "owner").get(calls=call)
    # Free before the step comes back: it will be fulfilled again.
    Call.objects.filter(pk=call.pk).update(undone_at=now, step=None)
    Achievement.objects.filter(call=call).delete()
    _put_back_contact(call, lead.person, before, by)
    for lead_id in {owner for _, owner in before.get("evidence", ())}:
        ids = [pk for pk, owner in before["evidence"] if owner == lead_id]
        take_back_evidence(Lead.objects.get(pk=lead_id), evidence=ids, by=by)
    counted = _counted(before)
    if "process" in before:
        unhear_milestone(lead, told=before["process"], by=by)
    if "left" in before:
        columns = columns_from(before["step"])
        put_back_step(lead, columns=columns, left=before["left"], outcome=None, by=by, counted=counted)
    for lead_id, outcome, step in before.get("ended", ()):
        put_back_step(
            Lead.objects.get(pk=lead_id), columns=columns_from(step), left=None, outcome=outcome, by=by,
            counted=counted if lead_id == lead.pk else None,
        )  # fmt: skip
    not_called(lead, at=call.at, by=by)
    agenda.reorder_for(lead.person, by=by)
    timeline.record("call.undone", by=by, lead=lead, call=call.pk, result=RESULT_WORDS[Result(call.result)])
    call.undone_at, call.step = now, None
    return call


def _counted(before: dict[str, Any]) -> dict[str, Any]:
    """The lead's own columns as they were; none are known of a call from before they were kept."""
    kept = before.get("lead", {})
    return {name: day_from(value) if name in COUNTED_DAYS else value for name, value in kept.items()}


def _undo_desk(call: Call, by: Member) -> Call:
    """A call about a candidate, an order or what lies between: its record holds the step again."""
    person, now = Person.objects.get(pk=call.person_id), clock.now()
    Call.objects.filter(pk=call.pk).update(undone_at=now, step=None)
    undo_desk(call, by=by)
    Achievement.objects.filter(call=call).delete()
    _put_back_contact(call, person, call.before, by)
    agenda.reorder_for(person, by=by)
    timeline.record(
        "call.undone", by=by, person=person, order=call.order, call=call.pk, result=RESULT_WORDS[Result(call.result)]
    )
    call.undone_at, call.step = now, None
    return call


def _put_back_contact(call: Call, person: Person, before: dict[str, Any], by: Member) -> None:
    """Counters, number and permission."""
    last = before["last_talk_at"]
    if "others" not in before:
        people.uncount_dial(
            person,
            reached=Result(call.result) in REACHED,
            last_talk_at=datetime.fromisoformat(last) if last else None,
        )
    if kept := before.get("number"):
        # Gone, when somebody has deleted it since.
        for number in PhoneNumber.objects.filter(pk=kept["id"]):
            people.put_back_number(
                number, state=NumberState(kept["state"]), state_on=day_from(kept["state_on"]),
                reached_on=day_from(kept["reached_on"]), first=kept["first"], by=by,
            )  # fmt: skip
    if "permission" in before:
        for row in Answered.objects.filter(pk=before["permission"]):
            people.take_back_permission(row, by=by)
