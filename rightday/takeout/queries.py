"""The page of what leaves: archives, and which files a list can become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.urls import reverse

from rightday.agencies import clock
from rightday.intake.showing.words import size_words
from rightday.takeout import files, rules
from rightday.takeout.models import Takeout
from rightday.takeout.records.rules import KIND_WORDS, OF_LISTS, Kind
from rightday.takeout.rules import State
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission

SHOWN: Final = 10
Links = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """One archive: `share` of it is written, in hundredths; `fetch` is its address while it can be fetched."""

    id: int
    state: str
    words: str
    asked: datetime
    by: str
    share: int
    done: int
    of: int
    rows: int
    size: str
    sha256: str
    expires: datetime | None
    problem: str
    ready: bool


@dataclass(frozen=True, slots=True)
class DataPage:
    """`moving` is whether one is under way: the page asks again by itself."""

    archives: tuple[ArchiveRow, ...]
    moving: bool
    lists: tuple[tuple[str, Links], ...]
    may_archive: bool
    may_export: bool


def data_page(member: Member) -> DataPage:
    """Two statements at most; archives only for who may have them."""
    may = member.may(Permission.AGENCY_ARCHIVE)
    rows = archives(member) if may else ()
    lists = (("people", list_links("people")), ("companies", list_links("companies")), ("leads", lead_links()))
    return DataPage(rows, any(row.state in rules.UNDER_WAY for row in rows), lists, may, member.may(Permission.EXPORT))


def archives(member: Member) -> tuple[ArchiveRow, ...]:
    """The latest, newest first; times are the member's own."""
    zone = team.zone_of(member)
    found = Takeout.objects.exclude(state=State.GONE.value).select_related("by").order_by("-pk")[:SHOWN]
    return tuple(_row(one, zone) for one in found)


def the_archive(takeout_id: int) -> Takeout:
    """Raises Takeout.DoesNotExist, also where its file is no more."""
    found: Takeout = Takeout.objects.exclude(state=State.GONE.value).get(pk=takeout_id)
    return found


def ready(takeout_id: int) -> Takeout:
    """One whose file can be fetched now. Raises Takeout.DoesNotExist."""
    found: Takeout = Takeout.objects.get(pk=takeout_id, state=State.DONE.value, expires_at__gt=clock.now())
    if not files.place(found.stored).exists():  # of an installation that was restored: backups leave archives out
        raise Takeout.DoesNotExist
    return found


def list_links(name: str, query: str = "", kinds: Sequence[Kind] = OF_LISTS) -> Links:
    """Pairs (words, address) for the files of a list."""
    after = f"?{query}" if query else ""
    return tuple((KIND_WORDS[kind], reverse(f"{name}_export", args=[kind.value]) + after) for kind in kinds)


def lead_links() -> Links:
    return tuple(
        (KIND_WORDS[kind], reverse("leads_export", args=[kind.value])) for kind in (Kind.XLSX, Kind.CSV, Kind.JSON)
    )


def _row(one: Takeout, zone: str) -> ArchiveRow:
    done, of = files.how_far(one.stored) if one.state in rules.UNDER_WAY else (0, 0)
    return ArchiveRow(
        one.pk, one.state, rules.STATE_WORDS[State(one.state)], clock.local(one.at, zone), one.by.name,
        rules.share(done, of), done, of, one.rows, size_words(one.size), one.sha256,
        clock.local(one.expires_at, zone) if one.expires_at else None, one.problem, one.state == State.DONE,
    )  # fmt: skip
