"""The editor of the hiring process in words: its rows, its versions, what differs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.settings_pages import nav
from rightday.leads.process.queries_template import COUNTED, Version, Versions, versions
from rightday.leads.process.rules import CALL_WORDS, CallWhen, Mark, MarkKind, Template
from rightday.leads.process.template_edits import Difference, differences
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.ui.counts import spelled


@dataclass(frozen=True, slots=True)
class Row:
    """A milestone in the list; `when` in words."""

    place: int
    name: str
    about: str
    when: str
    decision: bool


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the rail: what it is, and who follows it or changed it. `compare`: its number, where one can."""

    number: int
    title: str
    words: str
    now: bool
    compare: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the version shown changed of an older one."""

    number: int
    with_number: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Editor:
    """The whole page: the draft, or the version in use where there is none."""

    template: Template
    number: int
    seen: int
    draft: bool
    may: bool
    opened: int
    at: int
    sentence: str
    rows: tuple[Row, ...]
    versions: tuple[VersionLine, ...]
    publishing: str
    comparison: Comparison | None
    nav: tuple[object, ...]


def editor(member: Member, *, opened: int, at: int, compare: int) -> Editor:
    """The page as this member sees it; `opened`, `at` and `compare` outside of what there is count as none."""
    found = versions()
    template = found.shown.template
    may = member.may(Permission.AGENCY_SETTINGS)
    older = found.of(compare)
    today, zone = team.today(member), team.zone_of(member)
    return Editor(
        template=template,
        number=found.next_number,
        seen=found.seen,
        draft=found.draft is not None,
        may=may,
        opened=opened if may and 1 <= opened <= template.last else 0,
        at=at,
        sentence=_sentence(template),
        rows=tuple(_row(place, mark) for place, mark in enumerate(template.marks, 1)),
        versions=_lines(found, member, today, zone),
        publishing=_publishing(found),
        comparison=_compared(found, older) if older else None,
        nav=nav(agencies.here().name),
    )


def _sentence(template: Template) -> str:
    """ "Thirteen milestones, two of them decisions. Each says what to call about, and when." """
    decisions = sum(mark.kind is MarkKind.DECISION for mark in template.marks)
    first = ngettext("%(n)s milestone", "%(n)s milestones", template.last) % {"n": spelled(template.last).capitalize()}
    if decisions:
        words = ngettext("%(n)s of them a decision", "%(n)s of them decisions", decisions)
        first += ", " + words % {"n": spelled(decisions)}
    return first + ". " + _("Each says what to call about, and when.")


def _row(place: int, mark: Mark) -> Row:
    when = CALL_WORDS[mark.call]
    if mark.call is CallWhen.WITH_PREVIOUS:
        when = _("with %(place)s") % {"place": place - 1}
    return Row(place, mark.name, mark.about, when, mark.kind is MarkKind.DECISION)


def _lines(found: Versions, member: Member, today: date, zone: str) -> tuple[VersionLine, ...]:
    lines = []
    followed_by: Version | None = None
    for version in found.all:
        compare = version.number if version is not found.shown else 0
        if version.draft:
            changes = differences(found.in_use.template, version.template)
            title, words = _("Not published"), _changed(version, member, len(changes), today, zone)
        else:
            title, words = _since(version, followed_by, today, zone), followers(version.followers)
            followed_by = version
        lines.append(VersionLine(version.number, title, words, version is found.shown, compare))
    return tuple(lines)


def _since(version: Version, followed_by: Version | None, today: date, zone: str) -> str:
    """ "In use since 1 Sep"; "1 Mar to 1 Sep" """
    if version.published_at is None:
        return _("The default, in use") if followed_by is None else _("The default")
    began = _day(version.published_at, today, zone)
    if followed_by is None or followed_by.published_at is None:
        return _("In use since %(day)s") % {"day": began}
    return _("%(began)s to %(ended)s") % {"began": began, "ended": _day(followed_by.published_at, today, zone)}


def _changed(version: Version, member: Member, changes: int, today: date, zone: str) -> str:
    """ "Changed by you, today 09:51: one milestone" """
    who = _("you") if version.by_id == member.pk else version.by or _("somebody")
    at = version.changed_at or clock.now()
    when = f"{_day(at, today, zone)} {clock.local(at, zone):%H:%M}"
    what = ngettext("%(n)s milestone", "%(n)s milestones", changes) % {"n": spelled(changes)}
    return _("Changed by %(who)s, %(when)s: %(what)s") % {"who": who, "when": when, "what": what}


def followers(count: int) -> str:
    """ "No lead follows it", "Four leads follow it", "99+ leads follow it" """
    if not count:
        return _("No open lead follows it")
    words = ngettext("%(n)s open lead follows it", "%(n)s open leads follow it", count)
    return words % {"n": _many(count).capitalize()}


def _many(count: int) -> str:
    return f"{COUNTED - 1}+" if count >= COUNTED else spelled(count)


def _publishing(found: Versions) -> str:
    """ "New leads follow version 4. The 27 open ones stay with the version they started with." """
    first = _("New leads follow version %(n)s.") % {"n": found.next_number}
    counts = [version.followers for version in found.all]
    total = COUNTED if max(counts) >= COUNTED else sum(counts)
    if not total:
        return first
    words = ngettext(
        "The %(n)s open one stays with the version it started with.",
        "The %(n)s open ones stay with the version they started with.",
        total,
    )
    return first + " " + words % {"n": f"{COUNTED - 1}+" if total == COUNTED else f"{total:,}"}


def _compared(found: Versions, older: Version) -> Comparison:
    shown = found.shown
    return Comparison(shown.number, older.number, differences(older.template, shown.template))


def _day(at: datetime, today: date, zone: str) -> str:
    """ "today", "1 Sep", "1 Sep 2025" """
    day = clock.day_in(zone, at)
    if day == today:
        return _("today")
    return f"{day:%-d %b}" if day.year == today.year else f"{day:%-d %b %Y}"
