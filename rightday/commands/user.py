"""`rightday user`: who signs in, from the terminal."""

from __future__ import annotations

import argparse
import getpass
from typing import TYPE_CHECKING

from rightday.commands import prepare
from rightday.commands.say import problem, say

if TYPE_CHECKING:
    from rightday.team.models import Identity

NOBODY = "Nobody signs in as {}. `rightday user list` shows who does."


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["list", "add", "link", "password"])
    parser.add_argument("email", nargs="?", help="address of the person")
    parser.add_argument("--agency", help="name or number of the agency (where there are several)")
    parser.add_argument("--name", help="with add: their name")
    parser.add_argument("--role", default="recruiter", help="with add: recruiter, salesperson, manager or owner")
    parser.add_argument("--password", help="with add and password: the password (else asked for)")


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    wrong = prepare.not_current()
    if wrong:
        return problem(wrong)
    if options.what == "list":
        return _list(options)
    if not options.email:
        return problem(f"Whom? rightday user {options.what} sam@example.com")
    return {"add": _add, "link": _link, "password": _password}[options.what](options)


def _list(options: argparse.Namespace) -> int:
    from rightday.agencies.models import Agency
    from rightday.db.row_security import enter
    from rightday.team.models import Member

    for agency in Agency.objects.order_by("pk"):
        say(f"{agency.name} ({agency.pk})")
        with enter(agency):
            for member in Member.objects.select_related("identity").order_by("name"):
                left = ", has left" if member.left_at else ""
                say(f"  {member.name} <{member.identity.email}>, {member.get_role_display()}{left}")
    if not Agency.objects.exists():
        return problem(prepare.which_agency(None))
    return 0


def _add(options: argparse.Namespace) -> int:
    from django.core.exceptions import ValidationError

    from rightday.db.row_security import enter
    from rightday.team.actions_add import add_member
    from rightday.team.rules import Role

    agency = prepare.agency_named(options.agency)
    if agency is None:
        return problem(prepare.which_agency(options.agency))
    if options.role not in set(Role):
        return problem(f"{options.role} is no role. Choose recruiter, salesperson, manager or owner.")
    name = options.name or options.email.split("@")[0]
    try:
        with enter(agency):
            member = add_member(
                email=options.email, name=name, role=Role(options.role), password=options.password, by=None
            )
    except ValidationError as error:
        return problem(" ".join(error.messages))
    say(f"{member.name} may now sign in to {agency.name}.")
    return _link(options)


def _link(options: argparse.Namespace) -> int:
    from rightday.team import actions as team

    identity = _identity(options.email)
    if identity is None:
        return problem(NOBODY.format(options.email))
    say("This link signs in once, for 15 minutes:")
    say(team.one_time_link(identity, prepare.address()))
    return 0


def _password(options: argparse.Namespace) -> int:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    identity = _identity(options.email)
    if identity is None:
        return problem(NOBODY.format(options.email))
    password = options.password or getpass.getpass("New password: ")
    try:
        validate_password(password, identity)
    except ValidationError as error:
        return problem(" ".join(error.messages))
    identity.set_password(password)
    identity.save(update_fields=["password"])
    say("The password is changed.")
    return 0


def _identity(email: str) -> Identity | None:
    from rightday.team.models import Identity

    return Identity.objects.filter(email=email.strip().casefold(), is_active=True).first()
