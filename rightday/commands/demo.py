"""`rightday demo`: a sample agency, through the real import and the real actions, dated around today."""

from __future__ import annotations

import argparse
import tempfile
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rightday.commands import (
    demo_duplicates,
    demo_handoffs,
    demo_incentives,
    demo_process,
    demo_results,
    demo_views,
    demo_watches,
    prepare,
)
from rightday.commands.say import problem, say

if TYPE_CHECKING:
    from rightday.agencies.models import Agency
    from rightday.leads.models import Lead
    from rightday.team.models import Member

NAME: Final = "Brightwater"
OWNER: Final = ("sam@brightwater.example", "Sam Whitlock")
COLLEAGUES: Final = (
    ("priya@brightwater.example", "Priya Nair", "recruiter"),
    ("jo@brightwater.example", "Jo Lindqvist", "salesperson"),
)
CAPTURED: Final = (
    "Lena Fischer says Wen Zhao at Castle Telecom, 020 7946 0472,"
    " is interviewing two site reliability engineers this week",
    "Northwind Systems advertise for two data engineers on their website",
)


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="also beside agencies that are there already")


def run(options: argparse.Namespace) -> int:
    prepare.everything()
    from rightday.agencies.models import Agency
    from rightday.team import actions as team
    from rightday.team.models import Identity

    if Agency.objects.exists() and not options.force:
        return problem("There is an agency already. `rightday demo --force` adds the sample agency beside it.")
    agency = make()
    say(f"{agency.name} is ready. Sign in with this link. It works once, for 15 minutes:")
    say(team.one_time_link(Identity.objects.get(email=OWNER[0]), prepare.address()))
    return 0


def make() -> Agency:
    """The sample agency with its team, its leads, and a morning that has begun."""
    from rightday.db.row_security import enter
    from rightday.team import actions as team
    from rightday.team.actions_add import add_member
    from rightday.team.rules import Role

    say("Making a sample agency …")
    agency, sam = team.found_agency(NAME, owner_email=OWNER[0], owner_name=OWNER[1], sample=True)
    with enter(agency):
        for email, name, role in COLLEAGUES:
            add_member(email=email, name=name, role=Role(role), by=sam)
        fill(sam)
    return agency


def fill(sam: Member) -> None:
    """Leads, captures, agreed days, calls of this morning and an intention, for the member's own desk."""
    from rightday.agencies import queries as agencies

    with agencies.at_hand(agencies.here()):
        _import(sam)
        _capture(sam)
        _agree(sam)
        _intend(sam)
        _call(sam)
        demo_handoffs.fill(sam)
        demo_process.fill(sam)
        demo_incentives.fill(sam)
        demo_watches.fill(sam)
        demo_duplicates.fill(sam)
        demo_results.fill(sam)
        demo_views.fill(sam)


def _import(sam: Member) -> None:
    from rightday.commands.sample import write_tracker
    from rightday.intake import actions as intake
    from rightday.team import queries as team

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tracker.xlsx"
        write_tracker(path, team.today(sam))
        batch = intake.receive(path, name="Sam desk.xlsx", by=sam)
    intake.try_out(batch, by=sam)
    intake.run_now(batch, by=sam)


def _capture(sam: Member) -> None:
    from rightday.intake.capture import actions as actions_capture

    for text in CAPTURED:
        actions_capture.save(text, by=sam)


def _agree(sam: Member) -> None:
    """Two people have agreed to a day and an hour: today, later in the day where they are."""
    from rightday.leads import actions as leads
    from rightday.team import queries as team

    today = team.today(sam)
    for name, at, objective in (
        ("Daniel Mbeki", time(14, 0), "Is the vacancy funded, and who is he seeing?"),
        ("Sofia Marsh", time(16, 30), "Which contracts end in January, and who renews them"),
    ):
        lead = _lead_of(name)
        leads.change_step(
            lead, seen_step=lead.next_step_id or 0, due=today, time=at, objective=objective, agreed=True, by=sam
        )


def _intend(sam: Member) -> None:
    from rightday.agenda import actions as agenda
    from rightday.agenda.rules import Achievement
    from rightday.team import queries as team

    agenda.intend(
        sam,
        day=team.today(sam),
        words="Keep Halden hot, leave Corvid with a date, and find one new lead.",
        outcomes={Achievement.INTERVIEW_ARRANGED: 2, Achievement.COMMITMENT: 2, Achievement.LEAD: 1},
        seen=None,
        by=sam,
    )


def _call(sam: Member) -> None:
    """The morning has begun: one call moved things, one rang out."""
    from rightday.agenda.rules import Achievement
    from rightday.calls import actions as calls
    from rightday.calls.rules import Result

    omar, ian = _lead_of("Omar Haddad"), _lead_of("Ian Coyle")
    calls.log_result(
        omar.next_step_id or 0,
        result=Result.PROGRESSED,
        note="Two of the three test contracts end in January. He decides with finance on Monday.",
        achieved=[Achievement.COMMITMENT],
        by=sam,
    )
    calls.log_result(ian.next_step_id or 0, result=Result.NO_ANSWER, by=sam)


def _lead_of(name: str) -> Lead:
    from rightday.leads.models import Lead  # models exist only after django_ready

    found: Lead = (
        Lead.objects.open()
        .filter(person__name=name)
        .select_related("person", "owner", "company", "next_step")
        .order_by("id")[0]
    )
    return found
