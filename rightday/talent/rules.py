"""The words of candidates: what they want, how well a skill is shown, references, consent (FIELD_GUIDE 4, 8, 15)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

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


class Point(StrEnum):
    """The five points of a most placeable candidate (FIELD_GUIDE 8)."""

    OPENS_DOORS = "opens_doors"
    REALISTIC = "realistic"
    AVAILABLE = "available"
    REFERENCES = "references"
    WORKS_WITH_US = "works_with_us"


POINT_WORDS: Final = {
    Point.OPENS_DOORS: "Opens doors",
    Point.REALISTIC: "Realistic",
    Point.AVAILABLE: "Available",
    Point.REFERENCES: "Three references",
    Point.WORKS_WITH_US: "Works with us",
}


class MpcResult(StrEnum):
    """What came of calling a company about an MPC."""

    INTERVIEW = "interview"
    ADVICE = "advice"
    LATER = "later"
    NO = "no"
    LEFT_OUT = "left_out"


MPC_RESULT_CHOICES: Final = [
    (MpcResult.INTERVIEW.value, "Interview arranged"),
    (MpcResult.ADVICE.value, "Advice given"),
    (MpcResult.LATER.value, "Later"),
    (MpcResult.NO.value, "No"),
    (MpcResult.LEFT_OUT.value, "Left out"),
]
