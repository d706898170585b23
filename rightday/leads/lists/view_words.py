"""Saved views of leads: what a query is in one spelling, and in words, for many of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl, urlsplit

from django.utils.translation import gettext as _

from rightday.leads.lists import filter_words
from rightday.leads.lists.filter_values import Filters, Layout, View
from rightday.leads.lists.filter_words import LABELS, Names
from rightday.leads.lists.models import Label
from rightday.leads.lists.page import TABS
from rightday.people.models import Company
from rightday.team.models import Member


def filters_of(query: str) -> Filters:
    """What follows the "?" of an address; of a whole address, its query alone."""
    text = query.strip()
    if "?" in text or "://" in text or text.startswith("/"):
        text = urlsplit(text).query
    return Filters.of(dict(parse_qsl(text)))


def canonical(query: str) -> str:
    """The same in the one spelling that is kept, without what nobody knows and without where a part ends."""
    return filters_of(query).query()


def describe(queries: Sequence[str]) -> list[str]:
    """ "Leads, going stale, last heard 4 days ago or more, grade hot or warm". Three statements for all of them."""
    found = [filters_of(query) for query in queries]
    names = _names(found)
    return [_words(filters, names) for filters in found]


def name_for(filters: Filters) -> str:
    """A name to begin with: the view's, where nothing narrows it."""
    return str(TABS[filters.view]) if filters.view is not View.OPEN else ""


def _words(filters: Filters, names: Names) -> str:
    parts = [_("Board of leads") if filters.layout is Layout.BOARD else _("Leads")]
    if filters.view is not View.OPEN:
        parts.append(str(TABS[filters.view]).lower())
    parts += [f"{label.lower()} {value}" for label, value, _href in filter_words.chips(filters, (), names)]
    if filters.q:
        parts.append(_("with “%(words)s”") % {"words": filters.q})
    if filters.sort:
        parts.append(_("by %(order)s") % {"order": filters.sort.value})
    parts += [_("no longer known: %(name)s") % {"name": LABELS.get(name, name)} for name, _value in filters.unknown]
    return ", ".join(parts)


def _names(found: Sequence[Filters]) -> Names:
    labels = Label.objects.filter(pk__among=sorted({pk for one in found for pk in one.label}))
    owners = {int(pk) for one in found for pk in one.owner if pk.isdecimal()}
    firms = {int(one.company[:18]) for one in found if one.company.isdecimal()}
    return Names(
        _by_id(Member.objects.filter(pk__among=sorted(owners)).values_list("pk", "name")),
        _by_id(labels.values_list("pk", "name")),
        _by_id(Company.objects.filter(pk__among=sorted(firms)).values_list("pk", "name")),
    )


def _by_id(rows: Iterable[tuple[int, str]]) -> Mapping[str, str]:
    return {str(pk): name for pk, name in rows}
