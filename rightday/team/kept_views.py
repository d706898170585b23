"""Views that members keep: which lists have them, who sees them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from itertools import count
from typing import Final
from urllib.parse import parse_qsl, urlencode

from rightday.team.rules import Role


class Screen(StrEnum):
    LEADS = "leads"
    PEOPLE = "people"
    COMPANIES = "companies"


SCREEN_CHOICES: Final = [(one.value, one.value.capitalize()) for one in Screen]


class Shared(StrEnum):
    """Who sees a view; `SALES` and `RECRUITERS` are everybody of that role, managers and owners."""

    ME = "me"
    SALES = "sales"
    RECRUITERS = "recruiters"
    ALL = "all"


SHARED_WORDS: Final = {
    Shared.ME: "Only me",
    Shared.SALES: "Sales",
    Shared.RECRUITERS: "Recruiters",
    Shared.ALL: "Everybody",
}
SHARED_CHOICES: Final = [(one.value, words) for one, words in SHARED_WORDS.items()]
LONGEST: Final = 60
LONGEST_QUERY: Final = 1000
MOST: Final = 200
"""Views of one member at most, and as many of their colleagues are listed."""
ADDRESSES: Final = {Screen.LEADS: "/leads/", Screen.PEOPLE: "/people/", Screen.COMPANIES: "/companies/"}

_REACHES: Final = {
    Role.RECRUITER: (Shared.RECRUITERS, Shared.ALL),
    Role.SALESPERSON: (Shared.SALES, Shared.ALL),
    Role.MANAGER: (Shared.SALES, Shared.RECRUITERS, Shared.ALL),
    Role.OWNER: (Shared.SALES, Shared.RECRUITERS, Shared.ALL),
}


def reaching(role: Role) -> tuple[Shared, ...]:
    """What views of colleagues are shared with, so that somebody of this role sees them."""
    return _REACHES[role]


def name_of(typed: str) -> str:
    """A name as it is kept: one line, at most LONGEST signs; "" where nothing was typed."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in typed).split())[:LONGEST].strip()


def address(screen: Screen, query: str) -> str:
    """ "/leads/?view=stale&grade=hot" """
    return f"{ADDRESSES[screen]}?{query}" if query else ADDRESSES[screen]


_KEPT: Final = {Screen.PEOPLE: ("view", "q"), Screen.COMPANIES: ("q",)}


def plain_query(screen: Screen, typed: str) -> str:
    """What of an address, or of its query, narrows people or companies: in one spelling, without where a part ends."""
    query = typed.partition("?")[2] if "?" in typed or typed.startswith("/") else typed
    said = {name: " ".join(value.split()) for name, value in parse_qsl(query)}
    return urlencode({name: said[name][:LONGEST] for name in _KEPT[screen] if said.get(name)})


def copy_name(name: str, taken: Collection[str]) -> str:
    """The name itself, else "Going stale, copy", "Going stale, copy 2", …: the first that is free."""
    if name not in taken:
        return name
    ends = (", copy" if number == 1 else f", copy {number}" for number in count(1))
    return next(wanted for end in ends if (wanted := name[: LONGEST - len(end)] + end) not in taken)


def moved(order: Sequence[int], view: int, to: str) -> list[int]:
    """The order with one of them moved: "up", "down", or to the place of that number, from 1 on.

    What makes no sense leaves the order as it is.
    """
    ids = list(order)
    if view not in ids:
        return ids
    at = ids.index(view)
    wanted = {"up": at - 1, "down": at + 1}.get(to, int(to) - 1 if to.isascii() and to.isdecimal() else at)
    ids.remove(view)
    ids.insert(max(0, min(wanted, len(order) - 1)), view)
    return ids
