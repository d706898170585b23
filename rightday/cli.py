"""The command `rightday`: what can be asked of an installation from a terminal.

Each command is a module of `rightday.commands` with `options(parser)` and `run(options) -> int`
(the exit code: 0 done, 1 refused or failed with its reason printed, 2 used wrongly).
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

from rightday import __version__

OLDEST = (3, 11)
COMMANDS = {
    "run": "start web server and worker, and print a sign-in link",
    "setup": "make the first agency and its owner",
    "demo": "make a sample agency with calls dated around today",
    "import": "bring files in (or try them: --dry-run)",
    "watch": "bring in whatever is put into a folder",
    "export": "write a list as a file that other programs read",
    "doctor": "say in words what is wrong with this installation",
    "backup": "write database and uploads into one file",
    "restore": "bring a backup back",
    "archive": "write one agency, with all it has, into one file",
    "unarchive": "read an archive into this installation",
    "user": "list people who sign in, add one, print a sign-in link",
    "migrate": "bring the database to this version",
    "web": "the web server alone",
    "work": "the worker alone",
    "bench": "fill and measure the big book",
}
MODULES = {"import": "import_file"}


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="rightday", description="Rightday: whom to call today, and why.")
    top.add_argument("--version", action="version", version=f"rightday {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, words in COMMANDS.items():
        commands.add_parser(name, help=words, description=words.capitalize() + ".", add_help=False)
    return top


def main(words: list[str] | None = None) -> None:
    """Runs one command and ends the process with its exit code."""
    if sys.version_info[:2] < OLDEST:
        sys.exit(f"Rightday needs Python 3.11 or later, and this is {sys.version.split()[0]}.")
    words = list(sys.argv[1:] if words is None else words)
    chosen, _ = parser().parse_known_args(words[:1])
    os.umask(0o077)  # databases, backups and keys are read by nobody else on this machine
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rightday.settings")
    module = import_module(f"rightday.commands.{MODULES.get(chosen.command, chosen.command)}")
    own = argparse.ArgumentParser(
        prog=f"rightday {chosen.command}", description=COMMANDS[chosen.command].capitalize() + "."
    )
    module.options(own)
    options = own.parse_args(words[1:])
    try:
        sys.exit(module.run(options))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(1)
    except OSError as error:
        sys.exit(f"{error.filename or 'This machine'}: {error.strerror or error}. Nothing more was done.")
    except Exception as error:
        said = _of_the_database(error)
        if not said:
            raise
        sys.exit(said)


def _of_the_database(error: Exception) -> str:
    """What to say of a database that does not answer; '' of any other error, whose traceback helps more."""
    from django.db import InterfaceError, OperationalError  # most commands never need it

    if not isinstance(error, OperationalError | InterfaceError):
        return ""
    return f"The database does not answer: {str(error).strip()}\nAsk `rightday doctor` what to do."
