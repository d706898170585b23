"""The hiring process of a lead in words: each point of the track, who fills the place, how it began again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.kernel.when import say_day
from rightday.leads.models import Lead
from rightday.leads.process.actions_track import Kept, Said
from rightday.leads.process.queries import FallRow, Track, track_of
from rightday.leads.process.rules import FILLER_WORDS, Filler, Mark, MarkKind, Template
from rightday.leads.process.steps import FILLED_BY
from rightday.leads.process.track import Point
from rightday.ui.counts import spelled

_NEAR_DAYS = 7
_NOTE_SHOWN = 40


@dataclass(frozen=True, slots=True)
class PointView:
    """A milestone on the track. `state`: done, passed, here, late, ahead; `days` are shown, `spoken` is not."""

    place: int
    name: str
    state: str
    decision: bool
    days: str
    spoken: str


@dataclass(frozen=True, slots=True)
class TrackView:
    """The track of a lead: `key` is the place that H opens. `fills`: who fills the place, "" for nobody we know of."""

    points: tuple[PointView, ...]
    key: int
    aside: str
    fills: str
    rival_id: int | None
    falls: tuple[str, ...]
    uncalled: str
    ended: bool
    version: int


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A milestone in its dialog. `open`: it lies ahead; `follows`: what a failure leads to."""

    place: int
    of: int
    about: str
    stands: str
    decision: bool
    done: bool
    open: bool
    follows: str
    lead_id: int


def track_view(lead_id: int, today: date) -> TrackView:
    """What the page of a lead shows of its process: three statements. Raises Lead.DoesNotExist."""
    return shown(track_of(lead_id, today=today), today)


def shown(track: Track, today: date) -> TrackView:
    """A track in words, as of a day."""
    return TrackView(
        points=tuple(_point(point, today) for point in track.points),
        key=min(track.here, len(track.points)),
        aside=_aside(track),
        fills=fills(track),
        rival_id=track.rival_id,
        falls=tuple(fall_words(fall, track.template, today) for fall in reversed(track.falls)),
        uncalled=say_day(track.uncalled_on, today) if track.uncalled_on else "",
        ended=track.ended,
        version=track.version,
    )


def fills(track: Track) -> str:
    """ "Brightline, a competitor"; "their own hire" """
    if not track.filler:
        return ""
    kind = FILLER_WORDS[Filler(track.filler)]
    kind = kind[:1].lower() + kind[1:]
    who = track.filler_who or track.rival
    return f"{who}, {kind}" if who else kind


def fall_words(fall: FallRow, template: Template, today: date) -> str:
    """ "Start date, Mon 30 Nov: did not start. Brightline had filled it. It began again at CVs received." """
    why = fall.why_words[:1].lower() + fall.why_words[1:]
    parts = [f"{fall.name.rstrip('?')}, {say_day(fall.on, today)}: {why}."]
    if fall.filled_by:
        who = fall.who or FILLED_BY[Filler(fall.filled_by)]
        parts.append(_("%(who)s had filled it.") % {"who": who[:1].upper() + who[1:]})
    again = template.mark(fall.restarts_at).name.rstrip("?")
    parts.append(_("It began again at “%(name)s”.") % {"name": again})
    if fall.words:
        parts.append(f"“{fall.words}”")
    return " ".join(parts)


def what_follows(mark: Mark, template: Template) -> str:
    """What a failure at this milestone leads to, said before it is saved."""
    words = _("It begins again at “%(name)s”; the lead goes to the top of the sheet") % {"name": _again(mark, template)}
    if mark.weight > 1:
        words += _(", worth %(weight)s times as much") % {"weight": f"{mark.weight:g}"}
    return words + "."


def fell_words(mark: Mark, template: Template) -> str:
    """ "It begins again at “CVs received”. The lead is at the top of the sheet." """
    again = {"name": _again(mark, template)}
    return _("It begins again at “%(name)s”. The lead is at the top of the sheet.") % again


def _again(mark: Mark, template: Template) -> str:
    return template.mark(mark.restarts_at).name.rstrip("?")


def kept_words(point: Point, said: Said, kept: Kept, today: date) -> str:
    """ "Expected Thu 26 Nov: 2nd interview completed. Moved five more by 3 working days." """
    name = point.mark.name.rstrip("?")
    if said.back:
        return _("Not done after all: %(name)s.") % {"name": name}
    if said.done_on is not None:
        words = _("Done %(day)s: %(name)s.") % {"day": say_day(said.done_on, today), "name": name}
    elif said.expected is not None and kept.before[point.place].expected != said.expected:
        words = _("Expected %(day)s: %(name)s.") % {"day": say_day(said.expected, today), "name": name}
    else:
        words = _("Saved: %(name)s.") % {"name": name}
    return words + _moved(kept)


def _moved(kept: Kept) -> str:
    if not kept.moved:
        return ""
    more = spelled(kept.moved)
    if not kept.slipped:
        return " " + _("Moved %(more)s more.") % {"more": more}
    words = ngettext(
        "Moved %(more)s more by %(n)s working day.", "Moved %(more)s more by %(n)s working days.", kept.slipped
    )
    return " " + words % {"more": more, "n": kept.slipped}


def milestone_view(lead: Lead, track: Track, point: Point, today: date) -> MilestoneView:
    """The dialog of a milestone: where it stands, what the call is about, what can be done."""
    decision = point.mark.kind is MarkKind.DECISION
    return MilestoneView(
        place=point.place,
        of=len(track.points),
        about=point.mark.about,
        stands=point_words(point, today),
        decision=decision,
        done=point.state == "done",
        open=point.state in ("here", "ahead"),
        follows=what_follows(point.mark, track.template),
        lead_id=lead.pk,
    )


def point_words(point: Point, today: date) -> str:
    """Where a milestone stands, as a sentence of its dialog."""
    match point.state:
        case "done":
            return _("Done %(day)s.") % {"day": say_day(point.done_on, today) if point.done_on else ""}
        case "passed":
            return _("Passed: a later one is done. The day is not known.")
    if point.expected is None:
        return _("Nobody has named a day yet.")
    day = say_day(point.expected, today)
    if point.about:
        return _("Expected about %(day)s, reckoned from what is known.") % {"day": day}
    if point.expected < today:
        return _("Expected %(day)s, overdue.") % {"day": day}
    return _("Expected %(day)s.") % {"day": day}


def _point(point: Point, today: date) -> PointView:
    late = point.state == "here" and not point.about and point.expected is not None and point.expected < today
    spoken = {"done": _("done"), "passed": _("passed"), "here": _("awaited"), "ahead": _("ahead")}[point.state]
    return PointView(
        point.place, point.mark.name, "late" if late else point.state, point.mark.kind is MarkKind.DECISION,
        _days(point, today, late=late), spoken,
    )  # fmt: skip


def _days(point: Point, today: date, *, late: bool) -> str:
    note = point.note if len(point.note) <= _NOTE_SHOWN else point.note[: _NOTE_SHOWN - 1].rstrip() + "…"
    if point.state in ("done", "passed"):
        day = _short(point.done_on, today) if point.done_on else ""
    elif point.expected is None:
        day = ""
    else:
        day = _short(point.expected, today)
        if point.about:
            day = _("about %(day)s") % {"day": day}
        elif late:
            day = _("%(day)s, overdue") % {"day": day}
    return ", ".join(part for part in (day, note) if part)


def _short(day: date, today: date) -> str:
    """ "today", "Thu 26 Nov" within a week, "4 Jan" beyond, "4 Jan 2028" in a year that is not clear."""
    if abs((day - today).days) <= _NEAR_DAYS:
        return say_day(day, today)
    far = day.year != today.year and abs((day - today).days) > 180
    return f"{day.day} {day:%b}" + (f" {day.year}" if far else "")


def _aside(track: Track) -> str:
    """ "round 2, nothing known yet" """
    if track.here > len(track.points):
        return _("all done")
    parts = [_("round %(n)s") % {"n": track.round}] if track.round > 1 else []
    if all(point.expected is None and point.done_on is None for point in track.points):
        parts.append(_("nothing known yet"))
    return ", ".join(parts)
