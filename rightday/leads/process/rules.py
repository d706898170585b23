"""The client's hiring process: stages, the milestone template, how it can fail (FIELD_GUIDE 6). Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import IntEnum, StrEnum
from typing import Any, Final


class Stage(IntEnum):
    """A column of the board: the same in every version of every template."""

    CVS = 1
    BOOKED = 2
    INTERVIEWING = 3
    DECISION = 4
    OFFER = 5
    RESIGNATION = 6
    START = 7
    PROBATION = 8


STAGE_WORDS: Final = {
    Stage.CVS: "CVs received",
    Stage.BOOKED: "Interviews booked",
    Stage.INTERVIEWING: "Interviewing",
    Stage.DECISION: "Decision",
    Stage.OFFER: "Offer",
    Stage.RESIGNATION: "Resignation",
    Stage.START: "Start",
    Stage.PROBATION: "Probation",
}
STAGE_CHOICES: Final = [(stage.value, words) for stage, words in STAGE_WORDS.items()]


class MarkKind(StrEnum):
    STEP = "step"
    DECISION = "decision"


class CallWhen(StrEnum):
    """When a milestone is called about, beside the day it is due."""

    ON_DAY = "on_day"
    NEXT_DAY = "next_day"
    TWO_AFTER = "two_after"
    WITH_PREVIOUS = "with_previous"
    WEEK_BEFORE_AND_ON_DAY = "week_before"


CALL_WORDS: Final = {
    CallWhen.ON_DAY: "the day it is due",
    CallWhen.NEXT_DAY: "1 working day after",
    CallWhen.TWO_AFTER: "2 working days after",
    CallWhen.WITH_PREVIOUS: "with the milestone before",
    CallWhen.WEEK_BEFORE_AND_ON_DAY: "a week before, and on the day",
}


class Answer(StrEnum):
    """Of a decision; "" while it is open."""

    YES = "yes"
    NO = "no"


ANSWER_CHOICES: Final = [(one.value, one.value.capitalize()) for one in Answer]


class Failure(StrEnum):
    """How a process falls back."""

    NO_CONTENDER = "no_contender"
    DECLINED = "declined"
    COUNTER_OFFER = "counter_offer"
    NO_SHOW = "no_show"
    FAILED_PROBATION = "failed_probation"
    OTHER = "other"


FAILURE_WORDS: Final = {
    Failure.NO_CONTENDER: "No contender",
    Failure.DECLINED: "Offer declined",
    Failure.COUNTER_OFFER: "Counter-offer accepted",
    Failure.NO_SHOW: "Did not start",
    Failure.FAILED_PROBATION: "Probation failed",
    Failure.OTHER: "Began again",
}
FAILURE_CHOICES: Final = [(one.value, words) for one, words in FAILURE_WORDS.items()]


class Filler(StrEnum):
    """Who fills the place, or had filled it."""

    US = "us"
    COMPETITOR = "competitor"
    OWN = "own"


FILLER_WORDS: Final = {
    Filler.US: "Us",
    Filler.COMPETITOR: "A competitor",
    Filler.OWN: "Their own hire",
}
FILLER_CHOICES: Final = [(one.value, words) for one, words in FILLER_WORDS.items()]


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone as the template has it; its place is its order, from 1.

    `about`: the question of the call. `gap`: working days that usually lie between the milestone before
    and this one. `agree`: the next day agreed with the client is about this one. `restarts_at`: where the
    process begins again when it fails here; `weight`: what the lead is then worth more by (FIELD_GUIDE 6:
    the later the failure, the worse for the client).
    """

    key: str
    name: str
    about: str
    kind: MarkKind = MarkKind.STEP
    call: CallWhen = CallWhen.ON_DAY
    stage: Stage = Stage.CVS
    gap: int = 1
    agree: bool = False
    restarts_at: int = 1
    weight: float = 1.0
    fails_as: Failure = Failure.OTHER


@dataclass(frozen=True, slots=True)
class Template:
    """A version of the checklist; `mark(place)` counts from 1."""

    number: int
    marks: tuple[Mark, ...]

    def mark(self, place: int) -> Mark:
        """Raises IndexError for a place the template does not have."""
        if not 1 <= place <= len(self.marks):
            raise IndexError(place)
        return self.marks[place - 1]

    @property
    def last(self) -> int:
        return len(self.marks)

    def stage_of(self, awaited: int) -> Stage:
        """The column of a lead that waits for this place; what has reached everything stays in the last."""
        return self.marks[min(max(awaited, 1), self.last) - 1].stage


_STEP, _DECISION = MarkKind.STEP, MarkKind.DECISION
_NEXT, _ON, _TWO = CallWhen.NEXT_DAY, CallWhen.ON_DAY, CallWhen.TWO_AFTER
DEFAULT_TEMPLATE: Final = Template(
    1,
    (
        Mark("cvs", "CVs received", "Have they come in, are they good enough?", _STEP, _NEXT, Stage.CVS, 3),
        Mark("booked", "Interviews booked", "Who meets whom, and when?", _STEP, _ON, Stage.BOOKED, 2),
        Mark("arranged", "Interviews arranged", "Confirmed in everybody’s diary?", _STEP, _ON, Stage.BOOKED, 1),
        Mark("completed", "Interviews completed", "How did they go?", _STEP, _NEXT, Stage.INTERVIEWING, 3),
        Mark(
            "contender", "At least one contender?", "Is one of them the one? No: a shortlist from us today.",
            _DECISION, CallWhen.WITH_PREVIOUS, Stage.DECISION, 0, True, 1, 1.0, Failure.NO_CONTENDER,
        ),
        Mark("second_arranged", "2nd interview arranged", "Date and panel?", _STEP, _ON, Stage.INTERVIEWING, 2),
        Mark("second_completed", "2nd interview completed", "How did it go?", _STEP, _NEXT, Stage.INTERVIEWING, 3),
        Mark(
            "still", "Still a contender to offer to?", "Who gets the offer? No: the search reopens, with us.",
            _DECISION, CallWhen.WITH_PREVIOUS, Stage.DECISION, 0, True, 1, 1.2, Failure.NO_CONTENDER,
        ),
        Mark(
            "verbal", "Verbal offer and acceptance", "Accepted, on what terms?",
            _STEP, _ON, Stage.OFFER, 2, True, 5, 1.3, Failure.DECLINED,
        ),
        Mark(
            "written", "Written offer and acceptance", "Signed? Until then all is open.",
            _STEP, _TWO, Stage.OFFER, 3, True, 5, 1.4, Failure.DECLINED,
        ),
        Mark(
            "resignation", "Resignation", "Handed in? Counter-offer?",
            _STEP, _NEXT, Stage.RESIGNATION, 2, True, 1, 1.6, Failure.COUNTER_OFFER,
        ),
        Mark("start", "Start date", "Did they walk in?", _STEP, _ON, Stage.START, 20, True, 1, 1.8, Failure.NO_SHOW),
        Mark(
            "probation", "Probation completed", "Did they stay?", _STEP, CallWhen.WEEK_BEFORE_AND_ON_DAY,
            Stage.PROBATION, 65, True, 1, 2.0, Failure.FAILED_PROBATION,
        ),
    ),
)  # fmt: skip
MOST_MARKS: Final = 30


class BadTemplate(Exception):
    """A checklist that cannot be followed; the message says why, in words for the screen.

    `place` and `field` name the milestone and what of it is wrong, where it is one.
    """

    def __init__(self, words: str, *, place: int = 0, field: str = "") -> None:
        super().__init__(words)
        self.place, self.field = place, field


def template_of(number: int, milestones: Sequence[Mapping[str, Any]]) -> Template:
    """A template as it is kept (`kept`), read back. Raises BadTemplate."""
    marks = []
    for one in milestones:
        try:
            marks.append(
                Mark(
                    key=str(one["key"]), name=str(one["name"]).strip(), about=str(one.get("about", "")).strip(),
                    kind=MarkKind(one["kind"]), call=CallWhen(one["call"]), stage=Stage(int(one["stage"])),
                    gap=int(one.get("gap", 1)), agree=bool(one.get("agree")),
                    restarts_at=int(one.get("restarts_at", 1)), weight=float(one.get("weight", 1)),
                    fails_as=Failure(one.get("fails_as", Failure.OTHER)),
                )
            )  # fmt: skip
        except (KeyError, TypeError, ValueError) as problem:
            raise BadTemplate(f"One of the milestones cannot be read ({problem}).") from problem
    return checked(Template(number, tuple(marks)))


def kept(template: Template) -> list[dict[str, Any]]:
    """The milestones as plain values, for the row of a version."""
    return [asdict(mark) for mark in template.marks]


def checked(template: Template) -> Template:
    """The template itself. Raises BadTemplate where it cannot be followed."""
    marks = template.marks
    if not 1 <= len(marks) <= MOST_MARKS:
        raise BadTemplate(f"A process has one to {MOST_MARKS} milestones; this one has {len(marks)}.")
    if len({mark.key for mark in marks}) < len(marks):
        raise BadTemplate("Two milestones are the same one.")
    for place, mark in enumerate(marks, 1):
        wrong = _wrong(place, mark)
        if wrong:
            raise BadTemplate(wrong[1], place=place, field=wrong[0])
    return template


def _wrong(place: int, mark: Mark) -> tuple[str, str] | None:
    """The field of a milestone that cannot be followed, and why."""
    if not mark.name:
        return "name", f"Milestone {place} has no name."
    if place == 1 and mark.call is CallWhen.WITH_PREVIOUS:
        return "call", "The first milestone has none before it to be called about with."
    if not 1 <= mark.restarts_at <= place:
        return "restarts_at", f"“{mark.name}” begins again at milestone {mark.restarts_at}, which comes after it."
    if not 0 <= mark.gap <= 260:
        return "gap", f"“{mark.name}” is {mark.gap} working days after the one before. Say 0 to 260."
    if not 1 <= mark.weight <= 5:
        return "weight", f"“{mark.name}” makes a lead {mark.weight} times as urgent. Say 1 to 5."
    return None
