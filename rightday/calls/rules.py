"""Results of a call and the next step each leaves (FIELD_GUIDE 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final, assert_never

from rightday.agenda.rules import Kind, Reason
from rightday.calls import tries
from rightday.kernel.days import Place, add_working_days
from rightday.leads.process.steps import Process
from rightday.leads.rules import Dates, Grade, StepRule, grade


class Result(StrEnum):
    """The six results; the first four stand in front, two behind *more*."""

    MET = "met"
    PROGRESSED = "progressed"
    NO_ANSWER = "no_answer"
    NOT_NOW = "not_now"
    NOT_INTERESTED = "not_interested"
    WRONG_NUMBER = "wrong_number"


RESULT_WORDS: Final = {
    Result.MET: "Objective met",
    Result.PROGRESSED: "Progressed",
    Result.NO_ANSWER: "No answer",
    Result.NOT_NOW: "Not now",
    Result.NOT_INTERESTED: "Not interested",
    Result.WRONG_NUMBER: "Wrong number",
}
RESULT_CHOICES: Final = [(result.value, words) for result, words in RESULT_WORDS.items()]
REACHED: Final = frozenset({Result.MET, Result.PROGRESSED, Result.NOT_NOW, Result.NOT_INTERESTED})


class Level(StrEnum):
    """How much of the objective was met."""

    IDEAL = "ideal"
    REALISTIC = "realistic"
    LEAST = "least"


LEVEL_CHOICES: Final = [(level.value, level.name.capitalize()) for level in Level]


@dataclass(frozen=True, slots=True)
class Cadence:
    """When to call again (settings section "cadence"). `retry_` are working days, the rest tries."""

    retry_hot: int = 1
    retry_warm: int = 2
    retry_cold: int = 5
    other_channel_after: int = 3
    tries_before_rest: int = 6
    rest_days: int = 30
    not_now_days: int = 14
    warm_days: int = 14
    cold_days: int = 30
    qualify_days: int = 14
    keep_in_touch_days: int = 90
    check_in_days: int = 7


DEFAULT: Final = Cadence()


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rule knows of the call just made.

    `today` is the member's day, `local` the time at the person's `place`, `opens` and `closes` when
    people may be called there. `reason`, `why`, `objective`, `tries` are the step's; `tried_today`
    whether the step itself was left by a call without an answer today. Where something is known of the hiring
    process: `process`, and the step that the `evidence` alone would make; `talked_at` is now, while somebody is
    reached. Since `uncalled_on` they want no call about it. `retry_days`: working days until it is tried again,
    where no grade says so.
    """

    today: date
    local: time
    place: Place
    first_name: str
    kind: Kind
    reason: Reason
    why: str
    objective: str
    dates: Dates
    tries: int = 0
    tried_today: bool = False
    live_order: bool = False
    other_number: bool = False
    opens: time = time(8, 30)
    closes: time = time(18, 0)
    process: Process | None = None
    evidence: StepRule | None = None
    talked_at: datetime | None = None
    uncalled_on: date | None = None
    retry_days: int | None = None

    @property
    def grade(self) -> Grade:
        return grade(self.dates, self.today)


@dataclass(frozen=True, slots=True)
class Said:
    """What they said of the days to come: a day (to be called, or of the decision), the hour, yes or no."""

    day: date | None = None
    at: time | None = None
    may_call: bool | None = None


NOTHING_SAID: Final = Said()


@dataclass(frozen=True, slots=True)
class NextRule:
    """The next step a result leaves. `earliest` is local time at the person's place; `rest`: it rests.

    `made`: what the hiring process made of it, with its subject, its weight, and since when its reason is true.
    """

    kind: Kind
    due: date
    earliest: time | None
    why: str
    objective: str
    agreed: bool
    reason: Reason
    tries: int
    rest: bool = False
    made: StepRule | None = None


class CannotUndo(Exception):
    """Too late, or somebody else's call."""

    def __init__(self) -> None:
        super().__init__("A result can be taken back for ten minutes, by whoever logged it.")


class Choice(StrEnum):
    """Who says the day of the next step: the rule (↵), tomorrow (T), in a week (W), or picked (P)."""

    RULE = "rule"
    TOMORROW = "tomorrow"
    WEEK = "week"
    PICK = "pick"


@dataclass(frozen=True, slots=True)
class NextWish:
    """A day chosen in place of the rule's. `agreed`: the person said yes to it."""

    due: date
    at: time | None = None
    agreed: bool = False


def day_of(choice: Choice, rule: NextRule, call: Situation) -> date:
    """The day behind a key of the result bar; a day to pick starts from the rule's."""
    match choice:
        case Choice.RULE | Choice.PICK:
            return rule.due
        case Choice.TOMORROW:
            return add_working_days(call.today, 1, call.place)
        case Choice.WEEK:
            return tries.days_later(call.today, 7, call.place)
        case _:
            assert_never(choice)


def wished(rule: NextRule, wish: NextWish | None, today: date) -> NextRule:
    """The rule's step on the day that was chosen instead; a day in the past becomes today."""
    if wish is None:
        return rule
    return replace(rule, due=max(wish.due, today), earliest=wish.at, agreed=wish.agreed, rest=False)


def say_same(name: str, *, at: str, here: str) -> str:
    """How one asks whether another record is theirs as well: its name and company, `here` the company of this one."""
    if at and at != here:
        return f"I also have {name} at {at} on file. Is that you, or somebody else?"
    where = f"at {here}" if here else "where you are"
    return f"I have you on file twice, also as {name}. Is there a second {name} {where}?"


class Three(StrEnum):
    """The three questions of every candidate call (FIELD_GUIDE 4)."""

    SUPERVISORS = "supervisors"
    SEEING = "seeing"
    LOOKING = "looking"


THREE_CHOICES: Final = [
    (Three.SUPERVISORS.value, "Name and title of your supervisors, now and before"),
    (Three.SEEING.value, "Where friends and colleagues have been interviewing, on either side of the table"),
    (Three.LOOKING.value, "Which companies look for contractors now, and who decides there"),
]


class AskedState(StrEnum):
    """What came of a question."""

    ANSWERED = "answered"
    DECLINED = "declined"
    NOT_ASKED = "not_asked"


ASKED_CHOICES: Final = [
    (AskedState.ANSWERED.value, "Answered"),
    (AskedState.DECLINED.value, "Declined"),
    (AskedState.NOT_ASKED.value, "Not asked"),
]
