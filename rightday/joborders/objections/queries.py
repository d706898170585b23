"""The objection library as a page: what we are told, and how often each answer held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from rightday.joborders.objections.models import Objection, ObjectionAnswer, Raised
from rightday.joborders.objections.rules import ABOUT_CHOICES, SIDE_CHOICES, Side, prior
from rightday.kernel.ratios import Ratio
from rightday.kernel.when import say_day
from rightday.team import queries as team
from rightday.team.models import Member

SHOWN: Final = 100
MINE: Final = "mine"


@dataclass(frozen=True, slots=True)
class Held:
    """How often it held: `low`, `at`, `high` in percent where there are cases enough to say."""

    hits: int
    of: int
    enough: bool
    low: float
    at: float
    high: float


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    id: int
    words: str
    about: str
    held: Held


@dataclass(frozen=True, slots=True)
class AnswerLine:
    id: int
    words: str
    note: str
    held: Held


@dataclass(frozen=True, slots=True)
class OpenObjection:
    id: int
    words: str
    means: str
    last: str
    held: Held
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """`side` is whose objections are listed, or "mine": those that I was told. `empty`: nothing in it at all."""

    side: str
    rows: tuple[ObjectionLine, ...]
    open: OpenObjection | None
    empty: bool
    sides: tuple[tuple[str, str], ...] = tuple(SIDE_CHOICES)
    abouts: tuple[tuple[str, str], ...] = tuple(ABOUT_CHOICES)

    @property
    def tabs(self) -> tuple[tuple[str, str, None, bool], ...]:
        views = (*self.sides, (MINE, _("Mine")))
        return tuple((words, f"/objections/?side={value}", None, value == self.side) for value, words in views)


def library(*, side: str, by: Member, opened: int | None = None) -> Library:
    """Those raised most first; the one opened, else the first. Raises Objection.DoesNotExist for an id of nobody."""
    rows = Objection.objects.filter(resting_since=None)
    if side == MINE:
        rows = rows.filter(Q(pk__in=Raised.objects.filter(by=by, undone_at=None).values("objection")) | Q(by=by))
    else:
        rows = rows.filter(side=side)
    found = list(rows.order_by("-raised", "id")[:SHOWN])
    chosen = Objection.objects.get(pk=opened) if opened is not None else next(iter(found), None)
    empty = not found and not Objection.objects.exists()
    return Library(side, tuple(map(_line, found)), _open(chosen, by) if chosen else None, empty)


def side_of(typed: str) -> str:
    """Clients, unless said in one of the words there are."""
    return typed if typed in {*Side, MINE} else Side.CLIENT.value


def plain(words: str) -> str:
    """Names stand in plans alone: here they are somebody's."""
    return words.replace("{candidate}", "your candidate").replace("{client}", "the client")


def _line(row: Objection) -> ObjectionLine:
    about = ", ".join(dict.fromkeys(part for part in (row.when, dict(ABOUT_CHOICES)[row.about]) if part))
    return ObjectionLine(row.pk, _said(row.words), about, _held(row.held, row.raised))


def _open(row: Objection, by: Member) -> OpenObjection:
    answers = list(ObjectionAnswer.objects.filter(objection=row, resting_since=None).select_related("by")[:SHOWN])
    answers.sort(key=lambda one: -prior(one.held, one.used))
    last = Raised.objects.filter(objection=row, undone_at=None).select_related("person").order_by("-id").first()
    words = ""
    if last is not None:
        who = last.person.name if last.person else ""
        words = ", ".join(part for part in (who, say_day(last.on, team.today(by))) if part)
    lines = (
        AnswerLine(one.pk, plain(one.words), one.note or (one.by.name if one.by else ""), _held(one.held, one.used))
        for one in answers
    )
    return OpenObjection(row.pk, _said(row.words), row.means, words, _held(row.held, row.raised), tuple(lines))


def _said(words: str) -> str:
    shown = plain(words)
    return shown[:1].upper() + shown[1:]


def _held(hits: int, of: int) -> Held:
    ratio = Ratio(hits, of)
    low, high = ratio.interval
    return Held(hits, of, ratio.enough, round(100 * low, 1), round(100 * (ratio.share or 0), 1), round(100 * high, 1))
