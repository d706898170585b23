"""The frame around every page of an agency, filled from who is at the door."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rightday.ui.shell import Shell, standard_places


def shell_of(request: Any, counts: dict[str, int] | None = None) -> Shell:
    """The frame for this member. `counts` by name of the place; places without one show none."""
    places = standard_places()
    if counts:
        places = tuple(replace(place, count=counts.get(place.name, place.count)) for place in places)
    member = request.member
    return Shell(
        agency=request.agency.name,
        member=member.name,
        initials=member.initials,
        places=places,
        keys_off="all" if member.keys_off else "",
        theme=member.theme,
    )
