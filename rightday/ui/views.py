"""The gallery of components, in development only: every part in every state on one page."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from rightday.ui.fragments import page
from rightday.ui.shell import SavedView, Shell, initials, standard_places

WEEK = (
    ("Mon", None, None, "no"),
    ("Tue", 15, 17, "15 to 17"),
    ("Wed", 9, 11, "9 to 11"),
    ("Thu", 15, 17, "15 to 17"),
    ("Fri", None, None, "no"),
)


@dataclass(frozen=True, slots=True)
class Gallery:
    shell: Shell
    week: tuple[tuple[str, int | None, int | None, str], ...]


def gallery(request: HttpRequest) -> HttpResponse:
    """`/_gallery/`; `/_gallery/today/` shows the sheet of the day as it stands in the design."""
    return page(request, "ui/pages/gallery.html", Gallery(sample_shell(), WEEK))


def gallery_today(request: HttpRequest) -> HttpResponse:
    return page(request, "ui/pages/gallery_today.html", Gallery(sample_shell(), WEEK))


def gallery_focus(request: HttpRequest) -> HttpResponse:
    return page(request, "ui/pages/gallery_focus.html", Gallery(sample_shell(), WEEK))


def gallery_parse(request: HttpRequest) -> HttpResponse:
    """What `/capture/parse/` answers in the product, here always the same."""
    return page(request, "ui/pages/gallery_parse.html")


def sample_shell() -> Shell:
    """The frame of an agency that does not exist."""
    return Shell(
        agency="Brightwater",
        member="Sam Whitlock",
        initials=initials("Sam Whitlock"),
        places=standard_places(today=8, leads=23),
        views=(
            SavedView("Going stale", "/leads/?view=stale", "7"),
            SavedView("Handed to me", "/leads/?view=mine", "1"),
        ),
    )
