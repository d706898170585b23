"""What is known of Martin before he is called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rightday.agenda.rules import Kind
from rightday.calls.plan_parts import Brief, Lacking
from rightday.calls.plans import call_plan
from rightday.leads.rules import Shows

TUESDAY = date(2026, 11, 24)
MARTIN = Brief(
    kind=Kind.CONFIRM, caller="Sam", agency="Brightwater", first_name="Martin", company="Halden Insurance",
    subject="the platform team", why="Goes stale tomorrow.", objective="Still interviewing, and the day he decides",
    today=TUESDAY, lacking=Lacking.NO_CONTEXT, shows=Shows.INTERVIEWING, heard_on=date(2026, 11, 20),
)  # fmt: skip


def asks(kind: Kind, first: str, also: str) -> None:
    """The plan of a kind opens by name, begins with one question, has another, closes, and takes a set objective."""
    plan = call_plan(replace(MARTIN, kind=kind, objective="A yes on Friday"))
    keys = [each.key for each in plan.questions]
    assert keys[0] == first and also in keys
    assert plan.open.startswith("Martin, it’s") and "?" in plan.close + plan.open
    assert plan.objective.ideal == "A yes on Friday"
    assert plan.objective.realistic and plan.objective.least
