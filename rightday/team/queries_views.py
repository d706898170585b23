"""Saved views as a member sees them: in the sidebar, and on the page where they are kept in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from django.db.models import CharField, Q

from rightday.db.prepared import Prepared, Slot
from rightday.team import kept_views
from rightday.team.kept_views import SHARED_WORDS, Screen, Shared
from rightday.team.models import Member
from rightday.team.models_views import KeptView, SavedView
from rightday.team.rules import Role

SIDEBAR: Final = 20
"""Views in the sidebar at most."""


@dataclass(frozen=True, slots=True)
class SideView:
    """A view in the sidebar."""

    id: int
    name: str
    screen: Screen
    query: str

    @property
    def href(self) -> str:
        return kept_views.address(self.screen, self.query)


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A view on the page of saved views. `place` counts within its group, from 1 on; `whose`: "Becca, everybody"."""

    id: int
    name: str
    screen: Screen
    query: str
    shared: Shared
    whose: str
    mine: bool
    sidebar: bool
    version: int
    place: int = 0
    at: int = 0

    @property
    def href(self) -> str:
        return kept_views.address(self.screen, self.query)


@dataclass(frozen=True, slots=True)
class ViewsPage:
    yours: tuple[ViewRow, ...]
    theirs: tuple[ViewRow, ...]

    @property
    def rows(self) -> tuple[ViewRow, ...]:
        return (*self.yours, *self.theirs)


_REACHES: Final = ("all", "one", "other")
# One statement of every page, like the door's own: built once. A link takes no slot twice, a column does.
_SIDEBAR = Prepared(
    lambda: (
        KeptView.objects.filter(
            Q(view__owner_id=Slot("owner")) | Q(view__shared__in=[Slot(name, CharField()) for name in _REACHES]),
            member_id=Slot("member"),
            sidebar=True,
        )
        .order_by("place", "id")
        .values_list("view_id", "view__name", "view__screen", "view__query")[:SIDEBAR]
    )
)


def sidebar(member: Member) -> tuple[SideView, ...]:
    """The views in a member's sidebar, in their order. One prepared statement."""
    reach = [one.value for one in kept_views.reaching(Role(member.role))]
    all_, one, other = reach[-1], reach[0], reach[-2]
    rows = _SIDEBAR(owner=member.pk, member=member.pk, all=all_, one=one, other=other)
    return tuple(SideView(pk, name, Screen(screen), query) for pk, name, screen, query in rows)


def seen_by(member: Member) -> Q:
    """The views a member sees: their own, and those shared with their role."""
    return Q(owner=member) | Q(shared__in=[one.value for one in kept_views.reaching(Role(member.role))])


def views_page(member: Member) -> ViewsPage:
    """Their own views and their colleagues', each group in the member's own order. Two statements."""
    kept = {
        view: (place, sidebar)
        for view, place, sidebar in KeptView.objects.filter(member=member).values_list("view_id", "place", "sidebar")
    }
    views = SavedView.objects.filter(seen_by(member)).select_related("owner").order_by("name", "id")
    rows = [_row(view, member, kept.get(view.pk)) for view in views[: 2 * kept_views.MOST]]
    return ViewsPage(_in_order(row for row in rows if row.mine), _in_order(row for row in rows if not row.mine))


def the_view(member: Member, view_id: int) -> SavedView:
    """A view that the member sees. Raises SavedView.DoesNotExist."""
    found: SavedView = SavedView.objects.select_related("owner").get(seen_by(member), pk=view_id)
    return found


def named(member: Member, name: str) -> SavedView | None:
    """The member's own view of that name."""
    return SavedView.objects.filter(owner=member, name=kept_views.name_of(name)).first()


def _row(view: SavedView, member: Member, kept: tuple[int, bool] | None) -> ViewRow:
    shared, mine = Shared(view.shared), view.owner_id == member.pk
    words = SHARED_WORDS[shared]
    whose = words if mine else f"{view.owner.name.split()[0]}, {words.lower()}"
    at, side = kept or (_LAST, False)
    return ViewRow(
        view.pk, view.name, Screen(view.screen), view.query, shared, whose, mine, side, view.version, at=at
    )  # fmt: skip


_LAST: Final = 32_000


def _in_order(rows: Iterable[ViewRow]) -> tuple[ViewRow, ...]:
    """By place; what has none comes last, by name."""
    ordered = sorted(rows, key=lambda row: row.at)
    return tuple(replace(row, place=place) for place, row in enumerate(ordered, 1))
