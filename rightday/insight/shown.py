"""Counts of a period as screens show them: bars with the numbers beside, the share that is known, what to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.insight.queries_history import History
from rightday.insight.rules import BECAME_WORDS, Became, Silence, Tally
from rightday.leads.actions_sheet import MOST, Put
from rightday.leads.process.rules import Stage
from rightday.ui.counts import spelled

RIVALS: Final = 5
"""Competitors with a bar of their own; the others share one."""
_TONES: Final = {
    Became.OPEN: "c-band-f", Became.COMPETITOR: "c-other", Became.US: "c-fill", Became.OWN: "c-other",
    Became.CANCELLED: "c-none", Became.NOT_RECRUITING: "c-none", Became.NO_CONTACT: "c-none", Became.UNKNOWN: "c-unk",
}  # fmt: skip
_STAGES: Final = {
    Stage.CVS: "waiting for CVs", Stage.BOOKED: "booking interviews", Stage.INTERVIEWING: "interviewing",
    Stage.DECISION: "deciding", Stage.OFFER: "at the offer", Stage.RESIGNATION: "resigning",
    Stage.START: "about to start", Stage.PROBATION: "in probation",
}  # fmt: skip
_SILENCES: Final = {
    Silence.UNCALLED: "never called",
    Silence.UNREACHED: "never reached",
    Silence.QUIET: "gone quiet",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: its width in per cent of the longest, the number beside it, and a few words."""

    words: str
    number: int
    width: float
    tone: str
    aside: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """The share with a known outcome, its likely range in per cent, and how that stands beside the period before."""

    hits: int
    of: int
    per_cent: int | None
    low: int
    high: int
    before: int | None
    words: str
    compared: str


def share(history: History, today: date) -> Share:
    known, before = history.tally.known, history.before
    low, high = (round(100 * end) for end in known.interval)
    per_cent = round(100 * known.hits / known.of) if known.enough else None
    words = (
        _("%(share)s%%, likely %(low)s to %(high)s") % {"share": per_cent, "low": low, "high": high}
        if per_cent is not None
        else _("too few to say")
    )
    then = history.period.before.words(today)
    if not before.of:
        return Share(known.hits, known.of, per_cent, low, high, None, words, _("%(then)s: no leads") % {"then": then})
    changed = {
        "up": _("Better than then"),
        "down": _("Worse than then"),
        "no change you can trust yet": _("No change you can trust yet"),
        "too few to say": _("Too few to compare"),
    }[known.change_since(before)]
    was = round(100 * before.hits / before.of)
    compared = _("%(then)s, %(share)s%%. %(changed)s") % {"then": then, "share": was, "changed": changed}
    shown = was if before.enough else None
    return Share(known.hits, known.of, per_cent, low, high, shown, words, compared)


def became_bars(tally: Tally) -> tuple[Bar, ...]:
    """What became of them, in a fixed order; what nobody knows last, never folded into another line."""
    asides = {
        Became.OPEN: _open_words(tally), Became.COMPETITOR: _rival_words(tally), Became.UNKNOWN: silence_words(tally),
    }  # fmt: skip
    shown = [one for one in BECAME_WORDS if one is not Became.NO_CONTACT or tally.of(one)]
    longest = max((tally.of(one) for one in shown), default=0)
    return tuple(
        Bar(BECAME_WORDS[one], tally.of(one), _width(tally.of(one), longest), _TONES[one], asides.get(one, ""))
        for one in shown
    )


def filled_bars(tally: Tally, calls_href: str) -> tuple[Bar, ...]:
    """Who filled them: each competitor, us, themselves, nobody; what nobody knows last, with the calls to make."""
    named = [(name, number) for _rival, name, number in tally.rivals if name][:RIVALS]
    others = tally.of(Became.COMPETITOR) - sum(number for _name, number in named)
    nobody = tally.of(Became.CANCELLED, Became.NOT_RECRUITING, Became.NO_CONTACT)
    lines = [
        *((name, number, "c-other") for name, number in named),
        (_("Other competitors") if named else _("A competitor"), others, "c-other"),
        (_("Us"), tally.of(Became.US), "c-fill"),
        (_("Their own hire"), tally.of(Became.OWN), "c-other"),
        (_("Nobody, role withdrawn"), nobody, "c-none"),
        (_("Still open"), tally.of(Became.OPEN), "c-band-f"),
    ]
    lines = sorted((line for line in lines if line[1]), key=lambda line: -line[1])
    unknown = tally.of(Became.UNKNOWN)
    longest = max([unknown, *(number for _words, number, _tone in lines)])
    bars = [Bar(words, number, _width(number, longest), tone) for words, number, tone in lines]
    if unknown:
        calls = ngettext("one call to make", "%(n)s calls to make", unknown) % {"n": spelled(unknown)}
        bars.append(Bar(_("We do not know"), unknown, _width(unknown, longest), "c-unk", calls, calls_href))
    return tuple(bars)


def silence_words(tally: Tally) -> str:
    """ "two never called, three gone quiet" """
    return ", ".join(f"{spelled(tally.silences[one])} {_SILENCES[one]}" for one in Silence if tally.silences.get(one))


def calls_words(unknown: int) -> str:
    """ "Put five calls on the sheet": no more at once than anybody makes in a day."""
    number = min(unknown, MOST)
    return ngettext("Put one call on the sheet", "Put %(n)s calls on the sheet", number) % {"n": spelled(number)}


def unknown_words(unknown: int) -> str:
    return ngettext("One we do not know", "%(n)s we do not know", unknown) % {"n": spelled(unknown).capitalize()}


def put_words(put: Put) -> str:
    """ "Five calls are on the sheet: Sam Whitlock three, Jo Lindqvist two. Two keep the day they agreed." """
    number = put.number
    if not number:
        parts = [_("No call was put on a sheet.")]
    else:
        whose = ", ".join(f"{name} {spelled(count)}" if number > 1 else name for name, count in put.owners.items())
        words = ngettext("One call is on the sheet: %(whose)s.", "%(n)s calls are on the sheet: %(whose)s.", number)
        parts = [words % {"n": spelled(number).capitalize(), "whose": whose}]
    for count, one, many in (
        (put.agreed, _("One keeps the day it agreed."), _("%(n)s keep the day they agreed.")),
        (put.uncalled, _("One wants no call."), _("%(n)s want no call.")),
        (put.moved_on, _("One has ended meanwhile."), _("%(n)s have ended meanwhile.")),
    ):
        if count:
            parts.append(one if count == 1 else many % {"n": spelled(count).capitalize()})
    return " ".join(parts)


def _open_words(tally: Tally) -> str:
    """ "four interviewing, three deciding": the two places where most of them stand."""
    known = [(number, stage) for stage, number in tally.stages.items() if stage is not None]
    most = sorted(known, key=lambda one: (-one[0], one[1]))[:2]
    return ", ".join(f"{spelled(number)} {_STAGES[stage]}" for number, stage in most)


def _rival_words(tally: Tally) -> str:
    """ "Harrow & Pike four, Stackline two" """
    named = [f"{name} {spelled(number)}" for _rival, name, number in tally.rivals if name][:2]
    return ", ".join(named)


def _width(number: int, longest: int) -> float:
    return round(100 * number / longest, 1) if longest else 0.0
