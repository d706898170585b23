"""`rightday migrate`: the database at this version, as its owner."""

from __future__ import annotations

import argparse

from rightday.commands import prepare
from rightday.commands.say import say


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="only say what is pending")


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    from django.conf import settings

    settings.DATA.mkdir(parents=True, exist_ok=True)
    prepare.as_owner()
    waiting = prepare.pending()
    if options.check:
        say("\n".join(waiting) if waiting else "Nothing is pending.")
        return 1 if waiting else 0
    say("The database was brought to this version." if prepare.migrate() else "Nothing was pending.")
    return 0
