"""What the frame around every page shows: where one can go, who one is.

The door puts a `Shell` into the context of each page as `shell` (a context processor). A page
outside any agency has none and extends `ui/pages/gate.html`. The place one is at follows from
the address, so a piece of a page answered alone marks it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the sidebar, or a tab on a phone.

    `covers`: other beginnings of addresses that belong here; `key`: the second key after G.
    `count` is shown beside the label when not None; `on_phone`: one of the tabs.
    """

    name: str
    label: str
    icon: str
    href: str
    key: str = ""
    count: int | None = None
    covers: tuple[str, ...] = ()
    on_phone: bool = True

    def holds(self, path: str) -> bool:
        return path.startswith((self.href, *self.covers))


@dataclass(frozen=True, slots=True)
class SavedView:
    """`count` in words ("7", "99+"), "" where it is not known."""

    label: str
    href: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """`places` in their order; `keys_off`: "" or "all" or letters separated by spaces.

    `keys_changed`: pairs (key as delivered, key this member chose). `theme`: "", "light" or
    "dark" as saved with the member; this device's own choice goes first. `here` is the address shown, with its
    query; `counts_href` is asked for the counts of the views once the page is there, "" where nobody needs them.
    `reminders_href` is asked now and then for what cannot wait, "" for who wants no notifications.
    """

    agency: str
    member: str
    initials: str
    places: tuple[Place, ...]
    views: Sequence[SavedView] = ()
    here: str = ""
    counts_href: str = ""
    me_href: str = "/settings/me/"
    capture_href: str = "/capture/"
    find_href: str = "/find/"
    sign_in_href: str = "/accounts/login/"
    reminders_href: str = ""
    keys_off: str = ""
    keys_changed: tuple[tuple[str, str], ...] = ()
    theme: str = ""

    def at(self, path: str) -> str:
        """The name of the place that holds this address; "" when none does."""
        # The front page is the first place.
        if path == "/":
            return self.places[0].name
        return next((place.name for place in self.places if place.holds(path)), "")

    def tabs(self) -> tuple[Place, ...]:
        """The three tabs beside Capture and More."""
        return tuple(place for place in self.places if place.on_phone)[:3]


_OF_ORDERS = ("/interviews/", "/submittals/", "/placements/", "/offers/", "/objections/")


def standard_places(*, today: int | None = None, leads: int | None = None) -> tuple[Place, ...]:
    """The places there are so far, with what waits in them."""
    return (
        Place("today", "Today", "today", "/today/", "t", today),
        Place("leads", "Leads", "board", "/leads/", "l", leads),
        Place("people", "People", "user", "/people/", "p", covers=("/companies/", "/imports/")),
        Place("orders", "Job orders", "case", "/orders/", "j", covers=_OF_ORDERS),
        Place("talent", "Talent", "gem", "/talent/", "a"),
        Place("results", "Results", "chart", "/results/", "r"),
    )


def initials(name: str) -> str:
    """ "Sam Whitlock" → "SW"; "" → "?"."""
    words = name.split()
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    return "".join(letters).upper() or "?"
