"""Leads that leak, or of which nobody knows what became, are put on a sheet: one call each tells us."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.planning import PlanValues
from rightday.agenda.rules import Kind, Reason
from rightday.leads import rules
from rightday.leads.models import Lead
from rightday.leads.rules import Grade
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

MOST = 25
"""Calls put on sheets at once: more than anybody makes in a day."""
OBJECTIVE = "Filled or not, by whom, and the day of the next decision"


@dataclass(frozen=True, slots=True)
class Put:
    """What was put on whose sheet: owner's name → how many. The others stay as they are.

    `agreed` have a day to come that somebody promised, `uncalled` want no call, `moved_on` have ended meanwhile.
    """

    owners: dict[str, int]
    agreed: int = 0
    uncalled: int = 0
    moved_on: int = 0

    @property
    def number(self) -> int:
        return sum(self.owners.values())


@transaction.atomic
def put_on_sheet(lead_ids: Sequence[int], *, by: Member) -> Put:
    """The call about each of these leads, at most MOST, is due today, on the sheet of whoever it belongs to.

    A day that was agreed is kept. Whoever said no, or wants no call about it, is on no sheet. What has ended
    meanwhile stays ended.
    """
    by.must(Permission.LEAD_WORK)
    today = team.today(by)
    found = Lead.objects.open().filter(pk__in=list(lead_ids)[:MOST]).order_by("id").select_for_update(of=("self",))
    leads = list(found.select_related("person__company", "company", "next_step__owner"))
    plans: list[tuple[Lead, NextStep, PlanValues]] = []
    agreed = uncalled = 0
    for lead in leads:
        step = lead.next_step
        assert step is not None  # an open lead has one: the database refuses else
        step.person, step.company = lead.person, lead.company  # read already
        if lead.person.do_not_call or lead.uncalled_on is not None or step.kind == Kind.FIND_OUT:
            uncalled += 1
        elif step.agreed and step.due > today:
            agreed += 1
        else:
            plans.append((lead, step, _call(lead, step, today)))
    agenda.replan_many([(step, values) for _, step, values in plans], by=by)
    owners: dict[str, int] = {}
    for lead, step, values in plans:
        owners[step.owner.name] = owners.get(step.owner.name, 0) + 1
        timeline.record(
            "lead.on_sheet", by=by, lead=lead, day=rules.say_date(values["due"]), objective=values["objective"]
        )
    return Put(owners, agreed, uncalled, min(len(lead_ids), MOST) - len(leads))


def _call(lead: Lead, step: NextStep, today: date) -> PlanValues:
    """A hot lead keeps what it was to be called about; any other is asked where the hire stands."""
    shared: PlanValues = {
        "kind": Kind.MILESTONE, "reason": Reason.DECISION, "why": _why(lead), "objective": OBJECTIVE, "fact_on": today,
        "due": today, "subject": step.subject, "introduced": step.introduced, "tries": step.tries,
        "weight": step.weight,
    }  # fmt: skip
    if lead.grade_on(today) is not Grade.HOT and step.reason != Reason.FALL_THROUGH:
        return shared
    then = Reason(step.then_reason) if step.then_reason else None
    shared["kind"], shared["reason"], shared["objective"] = Kind(step.kind), Reason(step.reason), step.objective
    shared["fact_on"], shared["holds_until"], shared["then"] = step.fact_on, step.holds_until, then
    return shared


def _why(lead: Lead) -> str:
    """ "Called once, on Tue 27 Oct, and never since." """
    if lead.last_call_on is None:
        return f"Never called, heard on {rules.say_date(lead.heard_on)}. We do not know what became of it."
    if lead.call_count == 1:
        return f"Called once, on {rules.say_date(lead.last_call_on)}, and never since."
    return f"Nothing heard since {rules.say_date(lead.last_call_on)}. We do not know what became of it."
