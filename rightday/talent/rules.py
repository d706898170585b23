"""The words of candidates: what they want, how well a skill is shown, references, consent (FIELD_GUIDE 4, 8, 15)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from rightday.kernel.rates import Per

__all__ = ["Per"]


class Wants(StrEnum):
    """The kind of work somebody would take."""

    CONTRACT = "contract"
    PERMANENT = "permanent"
    EITHER = "either"


WANTS_WORDS: Final = {
    Wants.CONTRACT: "Contract",
    Wants.PERMANENT: "Permanent",
    Wants.EITHER: "Contract or permanent",
}
WANTS_CHOICES: Final = [(one.value, words) for one, words in WANTS_WORDS.items()]
PER_CHOICES: Final = [(per.value, per.value) for per in Per]


class WishKind(StrEnum):
    """What moves a candidate, or what ends the talk."""

    MOVES = "moves"
    NEVER = "never"


WISH_CHOICES: Final = [(WishKind.MOVES.value, "What moves them"), (WishKind.NEVER.value, "Never")]


class Shown(StrEnum):
    """How well a skill is shown: by what somebody did, in part, or not yet asked."""

    PROVEN = "proven"
    PARTLY = "partly"
    UNKNOWN = "unknown"


SHOWN_CHOICES: Final = [
    (Shown.PROVEN.value, "Shown"),
    (Shown.PARTLY.value, "Partly"),
    (Shown.UNKNOWN.value, "Nobody has asked"),
]


class SkillSource(StrEnum):
    """How we know. A reference weighs most, a CV least."""

    REFERENCE = "reference"
    CLIENT = "client"
    COLLEAGUE = "colleague"
    CANDIDATE = "candidate"
    CV = "cv"


SKILL_SOURCE_CHOICES: Final = [
    (SkillSource.REFERENCE.value, "Reference"),
    (SkillSource.CLIENT.value, "Client"),
    (SkillSource.COLLEAGUE.value, "Seen by us"),
    (SkillSource.CANDIDATE.value, "Told by the candidate"),
    (SkillSource.CV.value, "CV"),
]


_WEIGHT: Final = {
    SkillSource.REFERENCE.value: 4,
    SkillSource.CLIENT.value: 3,
    SkillSource.COLLEAGUE.value: 2,
    SkillSource.CANDIDATE.value: 1,
    SkillSource.CV.value: 0,
}


def weight(source: str) -> int:
    """How much a source weighs against others."""
    return _WEIGHT[source]


@dataclass(frozen=True, slots=True)
class Seen:
    """One piece of evidence of a skill; `used_until` is the last day on which it says that it was used, if it does."""

    source: str
    shows: str
    true_on: date
    years: int | None = None
    used_until: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What all evidence of a skill comes to."""

    shown: Shown
    years: int | None
    last_used: date | None


def known_from(evidence: Iterable[Seen]) -> Known:
    """The weightiest source decides, of one source the latest; what nobody was asked decides nothing."""
    seen = sorted(evidence, key=lambda one: (_WEIGHT[one.source], one.true_on))
    said = [one for one in seen if one.shows != Shown.UNKNOWN.value]
    years = [one.years for one in seen if one.years is not None]
    used = [one.used_until for one in said if one.used_until]
    shown = Shown(said[-1].shows) if said else Shown.UNKNOWN
    return Known(shown, years[-1] if years else None, max(used, default=None))


TERMS: Final[Mapping[str, tuple[str, ...]]] = {
    "free_said_on": ("free_on", "notice_days", "interviews"),
    "money_said_on": ("currency", "rate", "rate_floor", "rate_per", "salary", "salary_floor"),
    "place_said_on": ("titles", "place", "travel", "home_days"),
}
"""What is said of terms together, by the day it was said on: a block is replaced whole or not at all."""


def later_terms(mine: Mapping[str, Any], others: Mapping[str, Any]) -> dict[str, Any]:
    """The blocks of terms that were said later in `others` than in `mine`, each whole."""
    taken: dict[str, Any] = {}
    for said_on, names in TERMS.items():
        if others[said_on] and (mine[said_on] is None or mine[said_on] < others[said_on]):
            taken |= {name: others[name] for name in (*names, said_on)}
    return taken


@dataclass(frozen=True, slots=True)
class Span:
    """When a position was held; `ended` None and not `current`: nobody knows until when."""

    title: str
    began: date | None
    ended: date | None
    current: bool = False


def span_problems(span: Span, others: Sequence[Span], today: date) -> list[str]:
    """What is odd about the days of a position, in sentences. Odd is not wrong: two part-time jobs overlap."""
    odd = []
    if span.began and span.ended and span.ended < span.began:
        odd.append("It ends before it begins.")
    if span.began and span.began > today:
        odd.append(f"It begins in the future, on {span.began:%-d %B %Y}. Has it been agreed?")
    if span.ended and span.ended > today and not span.current:
        odd.append("It ends in the future. If they are still there, say so.")
    odd.extend(f"It overlaps with {other.title or 'another position'}." for other in others if overlap(span, other))
    return odd


def overlap(one: Span, other: Span) -> bool:
    """Whether two positions were held on the same day; months at the edge may touch, and unknown days do not count."""
    if one.began is None or other.began is None:
        return False
    first, second = sorted((one, other), key=lambda span: (span.began or date.min, span.ended or date.max))
    ended = first.ended or (date.max if first.current else None)
    return ended is not None and second.began is not None and (ended - second.began).days > TOUCHING


TOUCHING: Final = 31
"""So many days two positions may share: CVs tell months, and people hand over."""


class DeedKind(StrEnum):
    """The four things a feedback plan compares (FIELD_GUIDE 11)."""

    PROJECT = "project"
    CHALLENGE = "challenge"
    DELIVERABLE = "deliverable"
    RESULT = "result"


DEED_CHOICES: Final = [
    (DeedKind.PROJECT.value, "Project"),
    (DeedKind.CHALLENGE.value, "Challenge solved"),
    (DeedKind.DELIVERABLE.value, "Delivered"),
    (DeedKind.RESULT.value, "Result in numbers"),
]


class CVState(StrEnum):
    """Where the reading of a CV stands."""

    READING = "reading"
    READ = "read"
    FAILED = "failed"
    DECIDED = "decided"


CV_STATE_CHOICES: Final = [
    (CVState.READING.value, "Being read"),
    (CVState.READ.value, "Read, to confirm"),
    (CVState.FAILED.value, "Cannot be read"),
    (CVState.DECIDED.value, "Confirmed"),
]


class ReferenceState(StrEnum):
    """How far a reference is."""

    NAMED = "named"
    TO_CALL = "to_call"
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


REFERENCE_CHOICES: Final = [
    (ReferenceState.NAMED.value, "Named"),
    (ReferenceState.TO_CALL.value, "To call"),
    (ReferenceState.GIVEN.value, "Given"),
    (ReferenceState.DECLINED.value, "Declined by the referee"),
    (ReferenceState.WITHDRAWN.value, "Taken back by the candidate"),
]
REFERENCES_NEEDED: Final = 3


class ConsentAnswer(StrEnum):
    """What a candidate said of sending their CV to one company."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


CONSENT_CHOICES: Final = [
    (ConsentAnswer.GIVEN.value, "Yes"),
    (ConsentAnswer.REFUSED.value, "No"),
    (ConsentAnswer.WITHDRAWN.value, "Taken back"),
]


class Bar(StrEnum):
    """What stands in the way of sending somebody to a company."""

    EMPLOYER = "employer"
    EXCLUDED = "excluded"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_ASKED = "not_asked"


ASK: Final = frozenset({Bar.WITHDRAWN, Bar.NOT_ASKED})
"""The answer is theirs to give, so they are asked."""
FOR_GOOD: Final = frozenset({Bar.EMPLOYER, Bar.EXCLUDED})
"""No consent opens these."""


@dataclass(frozen=True, slots=True)
class SendCheck:
    """Whether a candidate may be sent to a company: what stands in the way, if anything, and its words."""

    bar: Bar | None = None
    why: str = ""

    @property
    def allowed(self) -> bool:
        return self.bar is None

    @property
    def ask(self) -> bool:
        return self.bar in ASK


def send_check(*, name: str, company: str, works_there: bool, excluded: str | None, consent: str | None) -> SendCheck:
    """Their own employer never, nor where they are ruled out; elsewhere with their consent to that company alone.

    `excluded`: the reason of an exclusion that stands, None without one. `consent`: their latest answer.
    """
    if works_there:
        return SendCheck(Bar.EMPLOYER, f"{name} works at {company}. Nobody is sent to their own employer.")
    if excluded is not None:
        return SendCheck(Bar.EXCLUDED, f"{name} must not be sent to {company}{': ' + excluded if excluded else ''}.")
    if consent == ConsentAnswer.GIVEN.value:
        return SendCheck()
    if consent == ConsentAnswer.REFUSED.value:
        return SendCheck(Bar.REFUSED, f"{name} said no to {company}.")
    if consent == ConsentAnswer.WITHDRAWN.value:
        return SendCheck(Bar.WITHDRAWN, f"{name} took back their yes to {company}.")
    return SendCheck(Bar.NOT_ASKED, f"{name} has not been asked about {company}. Ask first.")


REFERENCE_ORDER: Final = (
    ReferenceState.GIVEN, ReferenceState.TO_CALL, ReferenceState.NAMED, ReferenceState.DECLINED,
    ReferenceState.WITHDRAWN,
)  # fmt: skip
"""Of two records of one reference, the state that stands first holds."""
