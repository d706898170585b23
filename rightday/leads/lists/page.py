"""The page of the list or the board: tabs, filters in use and to add, heads that sort, what is exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.leads.lists import filter_words
from rightday.leads.lists.counts import tab_counts
from rightday.leads.lists.filter_values import Filters, Layout, Sort, View
from rightday.leads.lists.filter_words import Chip, Field, Names
from rightday.leads.lists.models import Label
from rightday.leads.lists.narrowing import Asked
from rightday.leads.lists.orders import order_of
from rightday.people.models import Company
from rightday.team.models import Member

TABS: Final = {
    View.OPEN: lazy("All open"),
    View.MINE: lazy("Mine"),
    View.HOT: lazy("Hot"),
    View.STALE: lazy("Going stale"),
    View.DECIDE: lazy("Decide this week"),
    View.HANDED: lazy("Handed to me"),
    View.QUALIFY: lazy("To qualify"),
    View.ENDED: lazy("Ended"),
}
_HEADS: Final = (
    (lazy("Lead"), None, ""), (lazy("Person"), None, ""), (lazy("Grade"), Sort.GRADE, "s g"),
    (lazy("Milestone"), Sort.STAGE, "s m"), (lazy("Last heard"), Sort.HEARD, "s h"), (lazy("Next step"), None, ""),
    (lazy("When"), Sort.DUE, "s d"), (lazy("Owner"), Sort.OWNER, "s o"),
)  # fmt: skip
MOST_OWNERS: Final = 500

Tab = tuple[str, str, str | None, bool]


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head. `href` sorts by it, from its other end where it is the order already; `key` does the same."""

    label: str
    href: str = ""
    sort: str = ""
    key: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the rows. `kept` are hidden fields of the search; `state` the address of all that is shown,
    `anew` the same without filters that no longer exist.
    """

    heading: str
    board: bool
    tabs: tuple[Tab, ...]
    layouts: tuple[tuple[str, str, bool], ...]
    chips: tuple[Chip, ...]
    fields: tuple[Field, ...]
    heads: tuple[Head, ...]
    missing: str
    kept: Mapping[str, str]
    q: str
    state: str
    anew: str
    clear: str
    view: View
    ended: bool
    exports: tuple[tuple[str, str], ...]


_EXPORTS = (
    ("export/xlsx", "Excel"), ("export/csv", "CSV"), ("cards/vcf", "vCard"), ("cards/vcf3", "vCard 3.0"),
    ("export/json", "JSON"),
)  # fmt: skip
"""Cards leave by another room, which knows what stands on them."""


def page_of(asked: Asked, member: Member, on: date, *, may_export: bool, whole: bool = False) -> Page:
    """What stands around the rows: names in a statement for each filter that has some.

    `whole` with the counts of the tabs and the form of the filters, which a browser asks for once the rows are
    there: nine statements, and a choice of 200 members, that nobody waits for.
    """
    filters, names = asked.filters, names_of(asked, everybody=whole)
    counts = tab_counts(member, on) if whole else {}
    plain = replace(filters, view=View.OPEN, q="", after="", before="", unknown=())
    for name in filters.set:
        plain = plain.without(name)
    return Page(
        heading=str(TABS[filters.view]),
        board=filters.layout is Layout.BOARD,
        tabs=tuple(
            (str(words), filters.href(view=view), counts.get(view), view is filters.view)
            for view, words in TABS.items()
        ),
        layouts=tuple(
            (str(words), filters.href(layout=layout), layout is filters.layout)
            for layout, words in ((Layout.BOARD, _("Board")), (Layout.LIST, _("List")))
        ),
        chips=filter_words.chips(filters, asked.missing, names),
        fields=filter_words.form(filters, names) if whole else (),
        heads=_heads(filters),
        missing=filter_words.missing_words(asked.missing, names),
        kept={name: value for name, value in filters.pairs if name != "q"},
        q=filters.q,
        state=filters.query(),
        anew=_known(asked).query(),
        clear=plain.href(),
        view=filters.view,
        ended=filters.closed,
        exports=tuple((words, f"/leads/{kind}/?{filters.query()}") for kind, words in _EXPORTS) if may_export else (),
    )


def names_of(asked: Asked, *, everybody: bool = False) -> Names:
    """What the members, labels and the company asked for are called; `everybody`: those that can be asked for too."""
    filters = asked.filters
    ids = [int(one) for one in filters.owner if one.isdecimal()]
    known = _called(Member.objects.filter(pk__in=ids)) if ids else {}
    tags = _called(Label.objects.filter(pk__in=filters.label)) if filters.label else {}
    if everybody:
        known = _called(Member.objects.here().order_by("name", "id")[:MOST_OWNERS]) | known
        tags = _called(Label.objects.order_by("key")[:MOST_OWNERS]) | tags
    firms = _called(Company.objects.filter(pk=filters.company)) if filters.company.isdecimal() else {}
    return Names(known, tags, firms)


def _called(rows: Any) -> dict[str, str]:
    return {str(pk): name for pk, name in rows.values_list("pk", "name")}


def _known(asked: Asked) -> Filters:
    """The filters without those of which nothing is left."""
    filters = asked.filters
    for name, _value in asked.missing:
        if name in filters.set:
            filters = filters.without(name)
    return filters


def _heads(filters: Filters) -> tuple[Head, ...]:
    now, turned = order_of(filters)
    made = []
    for label, sort, key in _HEADS:
        words, column = label, sort
        if filters.closed and sort is Sort.GRADE:
            words, column = lazy("How it ended"), Sort.ENDED
        elif filters.closed and sort in {Sort.STAGE, Sort.DUE}:
            column = None
        if column is None:
            made.append(Head(str(words)))
            continue
        here = column is now
        href = filters.href(sort=column, turned=here and not turned)
        state = ("descending" if turned else "ascending") if here else ""
        made.append(Head(str(words), href, state, key, quiet=sort is Sort.OWNER))
    return tuple(made)
