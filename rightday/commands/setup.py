"""`rightday setup`: the first agency and its owner, asked for or given as options."""

from __future__ import annotations

import argparse
import getpass
import sys
from zoneinfo import available_timezones

from rightday.commands import prepare
from rightday.commands.say import problem, say
from rightday.kernel import places

NAME_LONGEST = 120


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agency", help="name of the agency")
    parser.add_argument("--email", help="address of its owner")
    parser.add_argument("--name", help="name of its owner")
    parser.add_argument("--password", help="their password; without one they sign in by link")
    parser.add_argument("--country", help="two letters, for holidays and numbers (GB)")
    parser.add_argument("--zone", help="time zone (Europe/London)")


def run(options: argparse.Namespace) -> int:
    prepare.everything()
    from django.core.exceptions import ValidationError

    from rightday.team import actions as team

    asked = sys.stdin.isatty() and not (options.agency and options.email)
    country = (options.country or (_ask("Country, two letters", "GB") if asked else "GB")).strip().upper()
    country = "GB" if country == "UK" else country  # as people write it
    agency_name = (options.agency or (_ask("Name of the agency") if asked else "")).strip()
    email = (options.email or (_ask("Address of its owner") if asked else "")).strip()
    name = (options.name or (_ask("Name of its owner") if asked else "")).strip() or email.split("@")[0]
    if not agency_name or not email:
        return problem('Give the agency and its owner: rightday setup --agency "Brightwater" --email sam@example.com')
    password = options.password or (getpass.getpass("Password (empty: sign in by link): ") if asked else "")
    zone = options.zone or places.zone_for(country)
    try:
        _check(agency_name, email=email, password=password, country=country, zone=zone)
        agency, owner = team.found_agency(
            agency_name,
            owner_email=email,
            owner_name=name,
            password=password or None,
            country=country,
            zone=zone,
        )
    except ValidationError as error:
        return problem(" ".join(error.messages))
    say(f"{agency.name} is ready, and {owner.name} owns it.")
    say("Sign in with this link. It works once, for 15 minutes:")
    say(team.one_time_link(owner.identity, prepare.address()))
    return 0


def _check(agency: str, *, email: str, password: str, country: str, zone: str) -> None:
    """Raises ValidationError, in words, for what would be of no use later."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from rightday.agencies.models import Agency

    if len(agency) > NAME_LONGEST:
        raise ValidationError(f"The name of an agency has at most {NAME_LONGEST} letters.")
    if Agency.objects.filter(name__iexact=agency).exists():
        raise ValidationError(f"There is an agency called {agency} already. `rightday user add` adds people to it.")
    if places.zone_for(country) == places.UNKNOWN_ZONE:
        raise ValidationError(f"{country} is no country. Give its two letters, such as GB or US.")
    if zone not in available_timezones():
        raise ValidationError(f"{zone} is no time zone. Give one such as Europe/London.")
    validate_email(email)
    if password:
        validate_password(password)


def _ask(question: str, default: str = "") -> str:
    shown = f"{question} [{default}]: " if default else f"{question}: "
    while True:
        try:
            answer = input(shown).strip() or default
        except EOFError:  # ctrl-D: as ctrl-C
            raise KeyboardInterrupt from None
        if answer:
            return answer
