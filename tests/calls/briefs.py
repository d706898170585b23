"""What is known of Martin before he is called."""

from __future__ import annotations

from datetime import date

from rightday.agenda.rules import Kind
from rightday.calls.plan_parts import Brief, Lacking
from rightday.leads.rules import Shows

TUESDAY = date(2026, 11, 24)
MARTIN = Brief(
    kind=Kind.CONFIRM, caller="Sam", agency="Brightwater", first_name="Martin", company="Halden Insurance",
    subject="the platform team", why="Goes stale tomorrow.", objective="Still interviewing, and the day he decides",
    today=TUESDAY, lacking=Lacking.NO_CONTEXT, shows=Shows.INTERVIEWING, heard_on=date(2026, 11, 20),
)  # fmt: skip
