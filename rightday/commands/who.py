"""For whom a command acts: the agency, and the member in whose name."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from rightday.commands import prepare

if TYPE_CHECKING:
    from rightday.team.models import Member


class Unclear(Exception):
    """Which agency or member is not clear; the message says what to add."""


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agency", help="name or number of the agency (where there are several)")
    parser.add_argument("--by", help="address of the member in whose name (where there are several)")


def meant(options: argparse.Namespace) -> tuple[Any, Member]:
    """The agency and the member. Raises Unclear, also where the database is not at this version."""
    wrong = prepare.not_current()
    if wrong:
        raise Unclear(wrong)
    from rightday.db.row_security import enter

    agency = prepare.agency_named(options.agency)
    if agency is None:
        raise Unclear(prepare.which_agency(options.agency))
    with enter(agency):
        member = member_of(options)
    if member is None:
        raise Unclear("In whose name? Add --by and their address; `rightday user list` shows who is here.")
    return agency, member


def member_of(options: argparse.Namespace) -> Member | None:
    """The one named by --by, else the only one; the agency must be entered."""
    from rightday.team.models import Member

    here = Member.objects.here().select_related("identity").order_by("pk")
    if options.by:
        found: Member | None = here.filter(identity__email=options.by.strip().casefold()).first()
        return found
    first = list(here[:2])
    return first[0] if len(first) == 1 else None
