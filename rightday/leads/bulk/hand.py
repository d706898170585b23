"""Many leads offered to a colleague, or given to another owner, and back: what `offer` and `edit` do for one."""

from __future__ import annotations

from collections.abc import Iterable

from rightday.agencies import queries as agencies
from rightday.agenda.models import NextStep
from rightday.db import bulk
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.parts import Before, Part, count_on
from rightday.leads.handoffs import rules as handoffs
from rightday.leads.handoffs.clocks import clock_of
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.refusals import why_not
from rightday.leads.handoffs.rules import Answer, Clocks
from rightday.leads.incentives.actions import settle_many
from rightday.leads.models import Lead
from rightday.team.models import Member

_OFFER = ("lead_id", "giver_id", "receiver_id", "words", "grade", "offered_at", "answer_by")


def offer(part: Part) -> None:
    """Offers each lead to the colleague of `values`, each with the clock of its grade."""
    to = Member.objects.get(pk=part.values["to"])
    waiting, back = _waiting(part.leads), _came_back(part.leads)
    mine, theirs = clock_of(part.by), clock_of(to)
    clocks, words = agencies.numbers(Clocks, "handoffs"), str(part.values.get("words", "")).strip()[:2_000]
    made = []
    for lead in part.leads:
        reason = why_not(lead, to, part.by, waiting.get(lead.pk), mine, part.today)
        if reason:
            part.skip(lead, reason.rstrip("."))
            continue
        grade = lead.grade_on(part.today)
        until = theirs.after(part.at, handoffs.answer_hours(grade, clocks, day=theirs.day))
        made.append((lead.pk, part.by.pk, to.pk, words, grade.value, part.at, until))
        part.told("lead.offered", lead, words, to=to.name, grade=grade.value, until=until.isoformat())
        part.keep(lead, back=back.get(lead.pk, []))
    HandOff.objects.filter(pk__among=[pk for had in part.before.values() for pk in had["back"]]).update(seen_at=part.at)
    for row, pk in zip(made, bulk.insert_values(HandOff, _OFFER, made), strict=True):
        part.before[row[0]]["offer"] = pk
    count_on(lead for lead in part.leads if lead.pk in part.before)


def take_back(part: Part, before: dict[int, Before]) -> None:
    """Offers that nobody has answered yet; what they closed waits for its giver again."""
    mine = {lead.pk: before[lead.pk]["offer"] for lead in part.leads}
    offers = {one.pk: one for one in HandOff.objects.filter(pk__among=list(mine.values())).select_related("receiver")}
    taken, back = [], []
    for lead in part.leads:
        one = offers.get(mine[lead.pk])
        if one is None or one.answer:
            part.skip(lead, f"{one.receiver.name} has answered already" if one else bulk_acts.MOVED_ON)
            continue
        taken.append(one.pk)
        back += before[lead.pk]["back"]
        part.told("lead.withdrawn", lead, to=one.receiver.name)
    HandOff.objects.filter(pk__among=taken).update(answer=Answer.WITHDRAWN, answered_at=part.at, seen_at=part.at)
    HandOff.objects.filter(pk__among=back).update(seen_at=None)
    count_on(lead for lead in part.leads if lead.pk not in part.skipped)


def own(part: Part) -> None:
    """Makes the colleague of `values` the owner; the step goes with its owner, an offer that waits is over."""
    to = Member.objects.get(pk=part.values["to"])
    waiting, back = _waiting(part.leads), _came_back(part.leads)
    why = f"It is {to.name}’s now."
    for lead in part.leads:
        if lead.owner_id == to.pk:
            part.skip(lead, bulk_acts.THEIRS_ALREADY)
            continue
        step, one = lead.next_step, waiting.get(lead.pk)
        part.keep(
            lead, owner=lead.owner_id, step_owner=step.owner_id if step else None, back=back.get(lead.pk, []),
            offer=one.pk if one else None,
        )  # fmt: skip
        if one is not None:
            part.told("lead.withdrawn", lead, to=one.receiver.name, why=why)
        part.told("lead.owner", lead, to=to.name, was=lead.owner.name)
    offers = [had["offer"] for had in part.before.values() if had["offer"]]
    HandOff.objects.filter(pk__among=[pk for had in part.before.values() for pk in had["back"]]).update(seen_at=part.at)
    HandOff.objects.filter(pk__among=offers).update(
        answer=Answer.WITHDRAWN, answered_at=part.at, answer_words=why[:200], seen_at=part.at
    )
    _owned([(lead, to.pk, to.pk) for lead in part.leads if lead.pk in part.before])
    settle_many(list(part.before), by=part.by)


def disown(part: Part, before: dict[int, Before]) -> None:
    """Each lead to the owner it had, with its step; offers that waited wait again."""
    owners = {one.pk: one for one in Member.objects.filter(pk__among=[had["owner"] for had in before.values()])}
    _owned([(lead, before[lead.pk]["owner"], before[lead.pk]["step_owner"]) for lead in part.leads])
    back, offers = [], []
    for lead in part.leads:
        had = before[lead.pk]
        back += had["back"]
        offers += [had["offer"]] if had["offer"] else []
        part.told("lead.owner", lead, to=owners[had["owner"]].name, was=lead.owner.name)
    HandOff.objects.filter(pk__among=back).update(seen_at=None)
    HandOff.objects.filter(pk__among=offers).update(answer="", answered_at=None, answer_words="", seen_at=None)
    settle_many([lead.pk for lead in part.leads], by=part.by)


def _owned(rows: Iterable[tuple[Lead, int, int | None]]) -> None:
    some = list(rows)
    bulk.update_values(Lead, ("owner_id",), [(lead.pk, [owner]) for lead, owner, _ in some], version=True)
    steps = [(lead.next_step_id, [owner]) for lead, _, owner in some if lead.next_step_id and owner]
    bulk.update_values(NextStep, ("owner_id",), steps)


def _waiting(leads: Iterable[Lead]) -> dict[int, HandOff]:
    rows = HandOff.objects.waiting().filter(lead_id__among=[lead.pk for lead in leads]).select_related("receiver")
    return {one.lead_id: one for one in rows}


def _came_back(leads: Iterable[Lead]) -> dict[int, list[int]]:
    """Hand-offs that came back and were not dealt with, by lead."""
    found: dict[int, list[int]] = {}
    rows = HandOff.objects.filter(lead_id__among=[lead.pk for lead in leads]).came_back()
    for lead, pk in rows.values_list("lead_id", "pk"):
        found.setdefault(lead, []).append(pk)
    return found
