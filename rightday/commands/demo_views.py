"""Saved views and labels of the sample agency: as a desk has them after some weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rightday.team.models import Member

LABEL: Final = "Priority"
OURS: Final = (
    ("Platform and data", "grade=hot,warm&skill=engineer", "me"),
    ("Quiet for a week", "view=mine&heard=7-", "me"),
)
SHARED: Final = ("Decisions of this week", "view=decide", "all")


def fill(sam: Member) -> None:
    """Two views of Sam's and one that Priya shares; a label on the hottest leads, put there at once."""
    from rightday.leads.bulk import actions as actions_bulk
    from rightday.leads.bulk.rules import BulkKind
    from rightday.leads.lists.actions_labels import label_named
    from rightday.leads.lists.filters import Filters, apply
    from rightday.leads.lists.view_words import canonical
    from rightday.team import actions_views, queries
    from rightday.team.kept_views import Screen, Shared
    from rightday.team.models import Member

    priya = Member.objects.here().get(name="Priya Nair")
    for member, (name, query, shared) in [(sam, one) for one in OURS] + [(priya, SHARED)]:
        actions_views.save(name, screen=Screen.LEADS, query=canonical(query), shared=Shared(shared), by=member)
    hot = apply(Filters.of({"view": "hot"}), sam, queries.today(sam)).order_by("hot_until", "pk")
    ids = list(hot.values_list("pk", flat=True)[:3])
    if ids:
        label = label_named(LABEL, by=sam)
        actions_bulk.begin(BulkKind.LABEL, leads=ids, values={"label": label.pk}, by=sam)
