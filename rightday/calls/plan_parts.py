"""What every plan of a call is made of: its parts, and the sentences they share. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from rightday.agenda.rules import Kind
from rightday.calls.spoken import spoken
from rightday.leads.rules import Shows


class Lacking(StrEnum):
    """The five things that are no lead yet, each with the question that would make it one (FIELD_GUIDE 3)."""

    NAME_ONLY = "name_only"
    COMPANY_ONLY = "company_only"
    NO_CONTEXT = "no_context"
    RUMOUR = "rumour"
    ADVERT = "advert"


@dataclass(frozen=True, slots=True)
class Question:
    """A question to speak; `key` is what its answer is kept under, `changes` what the answer changes."""

    key: str
    say: str
    changes: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What they may say, and what to say then."""

    heard: str
    say: str


@dataclass(frozen=True, slots=True)
class Objective:
    """What the call is to achieve: ideally, realistically, and the least worth having."""

    ideal: str
    realistic: str
    least: str


@dataclass(frozen=True, slots=True)
class Plan:
    why: str
    objective: Objective
    open: str
    questions: tuple[Question, ...]
    close: str
    what_if: tuple[WhatIf, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What the plan is made from. `shows`, `heard_on`, `heard_words`, `told_by` are of the strongest evidence.

    `caller`, `first_name`, `introduced_by` are first names, "" where unknown; `told_by` is "" when they
    said it themselves. `milestone` and `asks` are the name and the question of the one that the call is about, ""
    where nothing is known of the hiring process; `fell`: it fell through there.
    """

    kind: Kind
    caller: str
    agency: str
    first_name: str
    company: str
    subject: str
    why: str
    objective: str
    today: date
    lacking: Lacking
    shows: Shows | None = None
    heard_on: date | None = None
    heard_words: str = ""
    told_by: str = ""
    introduced_by: str = ""
    milestone: str = ""
    asks: str = ""
    fell: bool = False


SEEING: Final = Question(
    "seeing", "Who are you seeing this week, and for which role?", "A yes makes it hot for five days."
)
TEAM: Final = Question(
    "team",
    "Do you have contractors or consultants on the team now, and when do they finish?",
    "A yes makes it warm for ninety days.",
)
DECIDES: Final = Question(
    "decides", "Which day do you decide, and who decides with you?", "Sets the day of the next call."
)
NO: Final = Question(
    "no", "What would make you say no to someone who can do the job?", "Tells you whom to put forward."
)
RIVALS: Final = Question("rivals", "Who else is sending you people?", "Shows whom you are up against.")
ELSE: Final = Question("else", "Who else on your side is looking just now?", "Each name is a new lead.")
AGENCIES: Final = Question(
    "agencies", "Do you work with agencies for this one?", "Says whether the next call is worth making."
)
PERMISSION: Final = "May I call you on the day of your next decision?"

HOLD: Final = WhatIf(
    "we’ve put it on hold",
    "That’s fine. What has to happen before it comes off hold, and which day should I ring you about that?",
)
NO_AGENCIES: Final = WhatIf(
    "we don’t use agencies",
    "Understood. What did you do when a place was last hard to fill? "
    "May I check in on the day you expect to have someone?",
)
BUSY: Final = WhatIf("I’m in a meeting", "Then I’ll be quick: when today or tomorrow have you got four minutes?")


def spoken_day(day: date | None, today: date) -> str:
    """How a day is said aloud: "Yesterday", "On Friday", "On 12 November"; "The other day" when unknown."""
    if day is None or day > today:
        return "The other day"
    ago = (today - day).days
    if ago < 2:
        return ("Earlier today", "Yesterday")[ago]
    return f"On {_WEEKDAYS[day.weekday()]}" if ago < 7 else f"On {day.day} {_MONTHS[day.month - 1]}"


def hello(brief: Brief) -> str:
    name = f"{brief.first_name}, it’s" if brief.first_name else "Hello, it’s"
    hello = f"{name} {brief.caller} from {brief.agency}."
    return f"{hello} {brief.introduced_by} said I should ring you." if brief.introduced_by else hello


def heard(brief: Brief) -> str:
    """What is known, said back to them; a source that is somebody else is named only as "I hear"."""
    day = spoken_day(brief.heard_on, brief.today)
    if brief.shows not in _HEARD:
        return f"I’m ringing about {role(brief) or 'your team'}."
    told = "you were" if not brief.told_by else "I heard you were"
    noted = f" I have it down as {role(brief)}." if brief.subject else ""
    return f"{day} {told} {_HEARD[brief.shows]}.{noted}"


_HEARD: Final = {
    Shows.INTERVIEWING: "seeing people",
    Shows.CONTRACTORS: "working with contractors",
    Shows.PROJECT: "starting a large project",
    Shows.PLAN: "planning to add people",
}


def role(brief: Brief) -> str:
    """Whom they look for, as one says it: "a controls engineer"; "" when unknown."""
    return spoken(brief.subject, names=brief.company)


def why(brief: Brief) -> str:
    return brief.why or "It is the day this call was set for."


def company(brief: Brief) -> str:
    return brief.company or "your company"


_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
