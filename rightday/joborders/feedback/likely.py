"""Which objections a gap may bring, and the rebuttal to each: the library's answer and the evidence. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rightday.joborders.feedback.rules import Fit, Need
from rightday.joborders.objections.rules import About, prior

MOST: Final = 8
PER_GAP: Final = 4


@dataclass(frozen=True, slots=True)
class Known:
    """An objection of the library with its answers, the best one first: (id, words, held, used)."""

    id: int
    about: About
    words: str
    raised: int
    answers: tuple[tuple[int, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A line that is not covered: its place on the plan."""

    place: int
    need: Need
    fit: Fit


@dataclass(frozen=True, slots=True)
class Expected:
    """An objection to have an answer ready for: `gap` is the place of the line it comes from, None for any plan."""

    objection: int
    answer: int | None
    words: str
    rebuttal: str
    gap: int | None


def about_of(need: Need, fit: Fit) -> About:
    """The kind of objection that a gap brings (the five of FIELD_GUIDE 11)."""
    table = {
        Need.GOAL: About.SCOPE if fit is Fit.PARTLY else About.EXPERIENCE, Need.CHALLENGE: About.NOT_SOLVED,
        Need.DELIVERABLE: About.NOT_DELIVERED, Need.RESULT: About.NOT_DELIVERED, Need.SKILL: About.SKILL,
    }  # fmt: skip
    return table[need]


def expected(
    gaps: Sequence[Gap], library: Sequence[Known], *, names: Mapping[str, str], evidence: str, over_budget: bool
) -> tuple[Expected, ...]:
    """The likeliest first: of each gap those raised most, then money if it is asked for, then those of any decision.

    `evidence` is one sentence that can be spoken and rests on the record; it follows the answer to a gap.
    """
    wanted: list[tuple[int | None, About]] = []
    for gap in sorted(gaps, key=lambda one: _WORST.index(one.fit)):
        about = about_of(gap.need, gap.fit)
        if all(about is not there for _place, there in wanted):
            wanted.append((gap.place, about))
    wanted += [(None, About.MONEY)] if over_budget else []
    return tuple(_one(row, place, names, evidence) for place, row in _in_turn(wanted, library))


def _in_turn(wanted: Sequence[tuple[int | None, About]], library: Sequence[Known]) -> list[tuple[int | None, Known]]:
    """Two of each gap (four where there is but one), and always two of the decision."""
    of = {about: sorted((row for row in library if row.about is about), key=lambda row: -row.raised) for about in About}
    each = PER_GAP if len(wanted) < 2 else 2
    gaps = [(place, row) for place, about in wanted for row in of[about][:each]][: MOST - 2]
    return [*gaps, *((None, row) for row in of[About.DECISION][:2])]


def _one(row: Known, gap: int | None, names: Mapping[str, str], evidence: str) -> Expected:
    best = max(row.answers, key=lambda one: prior(one[2], one[3]), default=None)
    words = filled(best[1], names) if best else ""
    rests = evidence if gap is not None else ""
    return Expected(row.id, best[0] if best else None, filled(row.words, names), f"{words} {rests}".strip(), gap)


def filled(words: str, names: Mapping[str, str]) -> str:
    """{candidate} and {client} by their first names; all else stays as it was written."""
    for name, value in names.items():
        words = words.replace(f"{{{name}}}", value)
    return words


_WORST: Final = (Fit.MISSING, Fit.UNKNOWN, Fit.PARTLY, Fit.COVERED)
