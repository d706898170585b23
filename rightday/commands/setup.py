"""`rightday setup`: the first agency and its owner, asked for or given as options."""

from __future__ import annotations

import argparse
import getpass
import sys

from rightday.commands import prepare
from rightday.commands.say import problem, say


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agency", help="name of the agency")
    parser.add_argument("--email", help="address of its owner")
    parser.add_argument("--name", help="name of its owner")
    parser.add_argument("--password", help="their password; without one they sign in by link")
    parser.add_argument("--country", help="two letters, for holidays and numbers (GB)")
    parser.add_argument("--zone", help="time zone (Europe/London)")


def run(options: argparse.Namespace) -> int:
    prepare.everything()
    from django.conf import settings
    from django.core.exceptions import ValidationError

    from rightday.kernel import places
    from rightday.team import actions as team

    asked = sys.stdin.isatty() and not (options.agency and options.email)
    country = (options.country or (_ask("Country, two letters", "GB") if asked else "GB")).upper()
    agency_name = options.agency or (_ask("Name of the agency") if asked else "")
    email = options.email or (_ask("Address of its owner") if asked else "")
    name = options.name or (_ask("Name of its owner") if asked else email.split("@")[0])
    if not agency_name or not email:
        return problem('Give the agency and its owner: rightday setup --agency "Brightwater" --email sam@example.com')
    password = options.password or (getpass.getpass("Password (empty: sign in by link): ") if asked else "")
    try:
        agency, owner = team.found_agency(
            agency_name,
            owner_email=email,
            owner_name=name,
            password=password or None,
            country=country,
            zone=options.zone or places.zone_for(country),
        )
    except ValidationError as error:
        return problem(" ".join(error.messages))
    say(f"{agency.name} is ready, and {owner.name} owns it.")
    say("Sign in with this link. It works once, for 15 minutes:")
    say(team.one_time_link(owner.identity, f"http://127.0.0.1:{settings.PORT}"))
    return 0


def _ask(question: str, default: str = "") -> str:
    shown = f"{question} [{default}]: " if default else f"{question}: "
    while True:
        answer = input(shown).strip() or default
        if answer:
            return answer
