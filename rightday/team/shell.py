"""The frame around every page of an agency, filled from who is at the door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, cast

from django.utils.functional import SimpleLazyObject

from rightday.db.scope import entered_agency_id
from rightday.team import queries_views
from rightday.team.models import Member
from rightday.ui.shell import SavedView, Shell, standard_places

COUNTS: Final = "/views/counts/"
REMINDERS: Final = "/reminders/"
LISTED: Final = "/leads/"
"""The page beside which the views are counted."""


def shell_of(request: Any, counts: dict[str, int] | None = None, *, views: Sequence[SavedView] | None = None) -> Shell:
    """The frame for this member. `counts` by name of the place; places without one show none.

    The saved views are asked for by whole pages alone: pieces show none. `views`: those, with their counts.
    """
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
        reminders_href=REMINDERS if member.notify else "",
        views=cast("Sequence[SavedView]", SimpleLazyObject(lambda: _views(member))) if views is None else views,
        here=_here(request),
        counts_href=COUNTS if request.path == LISTED and views is None else "",
    )


def _views(member: Member) -> tuple[SavedView, ...]:
    """None where no agency is entered: a page that says what went wrong."""
    if entered_agency_id() is None:
        return ()
    return tuple(SavedView(view.name, view.href) for view in queries_views.sidebar(member))


def _here(request: Any) -> str:
    """The address in the browser's bar, also where a piece of the page is asked for."""
    return str(getattr(getattr(request, "htmx", None), "current_url_abs_path", None) or request.get_full_path())
