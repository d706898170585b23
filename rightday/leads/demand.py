"""The words of demand: grades, what evidence shows, how a lead ends (FIELD_GUIDE 3 and 6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, Final

from rightday.agenda.rules import Kind


class Grade(StrEnum):
    HOT = "hot"
    WARM = "warm"
    COLD = "cold"
    NONE = "none"


GRADE_WORDS: Final = {
    Grade.HOT: "Hot",
    Grade.WARM: "Warm",
    Grade.COLD: "Cold",
    Grade.NONE: "To qualify",
}


class Shows(StrEnum):
    """What a piece of evidence shows. A denial voids all earlier evidence of what it denies."""

    NAME_CONFIRMED = "name_confirmed"
    COMPANY_CONFIRMED = "company_confirmed"
    PHONE_TESTED = "phone_tested"
    INTERVIEWING = "interviewing"
    CONTRACTORS = "contractors"
    PROJECT = "project"
    PLAN = "plan"
    RUMOUR = "rumour"
    ADVERT = "advert"
    CONTEXT = "context"
    PHONE_WRONG = "phone_wrong"
    NOT_INTERVIEWING = "not_interviewing"
    NO_CONTRACTORS = "no_contractors"
    NO_PROJECT = "no_project"


SHOWS_WORDS: Final = {
    Shows.NAME_CONFIRMED: "Name spelled right",
    Shows.COMPANY_CONFIRMED: "Company right",
    Shows.PHONE_TESTED: "Phone tested",
    Shows.INTERVIEWING: "Interviewing",
    Shows.CONTRACTORS: "Has contractors on the team",
    Shows.PROJECT: "Large or new project",
    Shows.PLAN: "A plan they told us about",
    Shows.RUMOUR: "Rumour: may be interviewing",
    Shows.ADVERT: "Job advertisement",
    Shows.CONTEXT: "Context",
    Shows.PHONE_WRONG: "Number is wrong",
    Shows.NOT_INTERVIEWING: "Not interviewing",
    Shows.NO_CONTRACTORS: "No contractors",
    Shows.NO_PROJECT: "No project",
}
SHOWS_CHOICES: Final = [(shows.value, words) for shows, words in SHOWS_WORDS.items()]

IDENTITY: Final = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)
CARRIES: Final = {
    Shows.INTERVIEWING: Grade.HOT,
    Shows.CONTRACTORS: Grade.WARM,
    Shows.PROJECT: Grade.COLD,
}
DENIES: Final = {
    Shows.PHONE_WRONG: Shows.PHONE_TESTED,
    Shows.NOT_INTERVIEWING: Shows.INTERVIEWING,
    Shows.NO_CONTRACTORS: Shows.CONTRACTORS,
    Shows.NO_PROJECT: Shows.PROJECT,
}


class Ending(StrEnum):
    """The known ends of a lead (FIELD_GUIDE 6)."""

    FILLED_BY_US = "filled_by_us"
    FILLED_BY_COMPETITOR = "filled_by_competitor"
    FILLED_DIRECTLY = "filled_directly"
    CANCELLED = "cancelled"
    NOT_RECRUITING = "not_recruiting"
    DO_NOT_CONTACT = "do_not_contact"


ENDING_WORDS: Final = {
    Ending.FILLED_BY_US: "Filled by us",
    Ending.FILLED_BY_COMPETITOR: "Filled by a competitor",
    Ending.FILLED_DIRECTLY: "Filled directly or internally",
    Ending.CANCELLED: "Cancelled",
    Ending.NOT_RECRUITING: "Not recruiting after all",
    Ending.DO_NOT_CONTACT: "Do not contact",
}
ENDING_CHOICES: Final = [(ending.value, words) for ending, words in ENDING_WORDS.items()]


class KnownBy(StrEnum):
    """How we know how a lead ended."""

    MANAGER = "manager"
    CANDIDATE = "candidate"
    MARKET = "market"
    SEEN = "seen"
    GUESS = "guess"


KNOWN_BY_WORDS: Final = {
    KnownBy.MANAGER: "the manager said so",
    KnownBy.CANDIDATE: "a candidate said so",
    KnownBy.MARKET: "somebody in the market said so",
    KnownBy.SEEN: "we saw it ourselves",
    KnownBy.GUESS: "nobody said so, we think so",
}
KNOWN_BY_CHOICES: Final = [(one.value, words) for one, words in KNOWN_BY_WORDS.items()]


@dataclass(frozen=True, slots=True)
class HeardEvidence:
    """One thing heard, before it is kept. `true_on` is the day it was true; the moment of keeping is added.

    `said_by` is a Person (rules know no rows), `said_by_words` whoever said it where no record exists.
    """

    shows: Shows
    words: str
    true_on: date
    said_by: Any = None
    said_by_words: str = ""
    second_hand: bool = False


def in_words(heard: Iterable[HeardEvidence]) -> str:
    """What was heard, each thing once: what stands in something longer, and who they are, is left out."""
    said = list(dict.fromkeys(one.words for one in heard if one.words and one.shows not in IDENTITY))
    return " ".join(words for words in said if not any(words in other for other in said if other != words))


@dataclass(frozen=True, slots=True)
class StepWish:
    """What somebody wants the next step to be; everything left out comes from the rule."""

    due: date
    kind: Kind | None = None
    objective: str = ""
    subject: str = ""
    why: str = ""
    earliest: time | None = None
    latest: time | None = None
    agreed: bool = False


SOURCE_CHOICES: Final = [
    ("capture", "Quick capture"),
    ("import", "Import"),
    ("call", "Call"),
    ("form", "Typed in"),
]
