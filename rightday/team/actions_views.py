"""Views of lists that members keep: saved, shared, copied, put in order.

Anybody may share one of theirs; only its owner changes or removes it.
"""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from rightday.agencies.once import Stale
from rightday.team import kept_views, queries_views
from rightday.team.kept_views import Screen, Shared
from rightday.team.models import Member
from rightday.team.models_views import KeptView, SavedView
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def save(
    name: str, *, screen: Screen, query: str, shared: Shared, by: Member, replacing: bool = False
) -> SavedView:  # fmt: skip
    """Keeps a list with its filters under a name, in the sidebar. With `replacing` the view of that name becomes this.

    Raises Refused, in words: no name, a name they have already, too many, a filter too long.
    """
    name = _name(name)
    _fits(query)
    there = queries_views.named(by, name)
    if there is not None:
        if not replacing:
            raise Refused(_taken(name))
        return edit(there, name=name, query=query, shared=shared, seen=there.version, by=by, screen=screen)
    if SavedView.objects.filter(owner=by).count() >= kept_views.MOST:
        raise Refused(f"You keep {kept_views.MOST} views already. Remove one that you no longer use.")
    made = _made(name, screen=screen, query=query, shared=shared, by=by)
    _told_shared(made, was=Shared.ME, by=by)
    return made


@transaction.atomic
def edit(
    view: SavedView,
    *,
    name: str,
    query: str,
    shared: Shared,
    seen: int,
    by: Member,
    screen: Screen | None = None,
) -> SavedView:
    """Another name, filter or reach. Raises Refused for a colleague's, Stale when it is another version by now."""
    _must_own(view, by, "change it. Copy it, and change yours")
    name = _name(name)
    _fits(query)
    if SavedView.objects.filter(owner=by, name=name).exclude(pk=view.pk).exists():
        raise Refused(_taken(name))
    was = Shared(view.shared)
    changed = SavedView.objects.filter(pk=view.pk, version=seen).update(
        name=name, query=query, shared=shared.value, screen=(screen or Screen(view.screen)).value,
        version=F("version") + 1,
    )  # fmt: skip
    if not changed:
        raise Stale("This view has been changed since you opened it.", by.name)
    view.refresh_from_db()
    _told_shared(view, was=was, by=by)
    return view


@transaction.atomic
def remove(view: SavedView, *, by: Member) -> None:
    """Removes a view for everybody who keeps it. Raises Refused for a colleague's."""
    _must_own(view, by, "remove it. Take it out of your sidebar instead")
    if view.shared != Shared.ME:
        timeline.record("view.removed", by=by, name=view.name)
    view.delete()


@transaction.atomic
def copy(view: SavedView, *, by: Member) -> SavedView:
    """A colleague's view as one's own, which they may change; a name that is taken gets an end."""
    taken = SavedView.objects.filter(owner=by).values_list("name", flat=True)
    if len(taken) >= kept_views.MOST:
        raise Refused(f"You keep {kept_views.MOST} views already. Remove one that you no longer use.")
    name = kept_views.copy_name(view.name, set(taken))
    return _made(name, screen=Screen(view.screen), query=view.query, shared=Shared.ME, by=by)


@transaction.atomic
def show(view: SavedView, *, sidebar: bool, by: Member) -> None:
    """Whether a view stands in one's own sidebar."""
    by.must(Permission.CALL_LOG)
    _keep(view, sidebar=sidebar, by=by)


@transaction.atomic
def move(view: SavedView, *, to: str, by: Member) -> None:
    """Another place among one's own, or among the colleagues': "up", "down", or the number of a place."""
    by.must(Permission.CALL_LOG)
    shown = queries_views.views_page(by)
    yours, theirs = ([row.id for row in rows] for rows in (shown.yours, shown.theirs))
    order = [*kept_views.moved(yours, view.pk, to), *kept_views.moved(theirs, view.pk, to)]
    kept = {one.view_id: one for one in KeptView.objects.filter(member=by)}
    fresh = [KeptView(view_id=pk, member=by, place=at, sidebar=False) for at, pk in enumerate(order) if pk not in kept]
    KeptView.objects.bulk_create(fresh)
    for at, pk in enumerate(order):
        if pk in kept:
            kept[pk].place = at
    KeptView.objects.bulk_update([one for one in kept.values() if one.view_id in order], ["place"])


def _made(name: str, *, screen: Screen, query: str, shared: Shared, by: Member) -> SavedView:
    try:
        with transaction.atomic():
            made: SavedView = SavedView.objects.create(
                owner=by, name=name, screen=screen.value, query=query, shared=shared.value
            )
    except IntegrityError:  # the same name from another window at this very moment
        raise Refused(_taken(name)) from None
    _keep(made, sidebar=True, by=by)
    return made


def _keep(view: SavedView, *, sidebar: bool, by: Member) -> None:
    if KeptView.objects.filter(view=view, member=by).update(sidebar=sidebar):
        return
    last = KeptView.objects.filter(member=by).aggregate(last=Max("place"))["last"]
    KeptView.objects.create(view=view, member=by, sidebar=sidebar, place=0 if last is None else last + 1)


def _name(typed: str) -> str:
    name = kept_views.name_of(typed)
    if not name:
        raise Refused("Give the view a name, like “Going stale”.")
    return name


def _fits(query: str) -> None:
    if len(query) > kept_views.LONGEST_QUERY:
        raise Refused("This filter is too long to be kept. Take something out of it.")


def _taken(name: str) -> str:
    return f"You have a view named “{name}” already. Choose another name, or replace it."


def _must_own(view: SavedView, by: Member, instead: str) -> None:
    if view.owner_id != by.pk:
        raise Refused(f"This view is {view.owner.name}’s: only {view.owner.name.split()[0]} can {instead}.")


def _told_shared(view: SavedView, *, was: Shared, by: Member) -> None:
    if view.shared != was:
        words = kept_views.SHARED_WORDS[Shared(view.shared)].lower()
        timeline.record("view.shared", by=by, name=view.name, whom=words)
