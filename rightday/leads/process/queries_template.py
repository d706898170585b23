"""The versions of an agency's milestone checklist: which is in use, which is a draft, who follows which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import IntegerField, OuterRef, Subquery

from rightday.leads.models import Lead
from rightday.leads.process.models import ProcessTemplate
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Template, template_of

SHOWN: Final = 30
"""Versions shown, the newest."""
COUNTED: Final = 100
"""Open leads counted of one version: more are said as "99+"."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version: its checklist, who changed or published it and when; how many open leads follow it (`COUNTED`: many).

    `published_at` is None for the draft, and for version 1, which is the product's own. `draft` is the key and
    the version of the row that a change compares.
    """

    template: Template
    id: int | None
    seen: int
    draft: bool
    by: str
    by_id: int | None
    changed_at: datetime | None
    published_at: datetime | None
    followers: int

    @property
    def number(self) -> int:
        return self.template.number


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of an agency, the newest first: the draft, if there is one, then the one in use, then older ones."""

    all: tuple[Version, ...]

    @property
    def draft(self) -> Version | None:
        return self.all[0] if self.all[0].draft else None

    @property
    def in_use(self) -> Version:
        return next(version for version in self.all if not version.draft)

    @property
    def shown(self) -> Version:
        """What the editor shows: the draft, or else the version in use."""
        return self.all[0]

    @property
    def next_number(self) -> int:
        """The number of the draft, or the one a draft would get."""
        return self.draft.number if self.draft else self.all[0].number + 1

    @property
    def seen(self) -> int:
        """Which state of the draft is shown; 0: there is none."""
        return self.draft.seen if self.draft else 0

    def of(self, number: int) -> Version | None:
        return next((version for version in self.all if version.number == number), None)


class _Few(Subquery):
    """How many rows a query with a limit has."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) few)"
    output_field = IntegerField()


_COLUMNS = (
    "id", "number", "milestones", "version", "changed_at", "published_at", "made_by_id", "made_by__name",
    "published_by_id", "published_by__name", "followers",
)  # fmt: skip


def versions() -> Versions:
    """All versions of the agency entered with their followers; two statements.

    The followers of the default are counted among the open leads: at most as long as it takes to find `COUNTED`.
    """
    following = Lead.objects.open().filter(template=OuterRef("pk")).order_by().values("pk")[:COUNTED]
    rows = ProcessTemplate.objects.annotate(followers=_Few(following)).order_by("-number").values(*_COLUMNS)[:SHOWN]
    default = Lead.objects.open().filter(template=None)[:COUNTED].count()
    own = tuple(_version(row) for row in rows)
    return Versions((*own, Version(DEFAULT_TEMPLATE, None, 0, False, "", None, None, None, default)))


def _version(row: dict[str, Any]) -> Version:
    draft = row["published_at"] is None
    who = "made_by" if draft else "published_by"
    return Version(
        template=template_of(row["number"], row["milestones"]),
        id=row["id"],
        seen=row["version"],
        draft=draft,
        by=row[f"{who}__name"] or "",
        by_id=row[f"{who}_id"],
        changed_at=row["changed_at"],
        published_at=row["published_at"],
        followers=row["followers"],
    )
