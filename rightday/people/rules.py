"""States of a number, what somebody answered when asked, and how alike two records are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Final

from rightday.kernel import names
from rightday.people.duplicates import rules as duplicates


class NumberState(StrEnum):
    """What the last call to a number showed (FIELD_GUIDE 2)."""

    UNTESTED = "untested"
    REACHED = "reached"
    RANG_OUT = "rang_out"
    WRONG = "wrong"


NUMBER_WORDS: Final = {
    NumberState.UNTESTED: "Not tested yet",
    NumberState.REACHED: "Reached",
    NumberState.RANG_OUT: "Rang out",
    NumberState.WRONG: "Wrong number",
}
NUMBER_CHOICES = [(state.value, state.name.capitalize()) for state in NumberState]


class Channel(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    TEXT = "text"


CHANNEL_WORDS: Final = {Channel.PHONE: "Phone", Channel.EMAIL: "Email", Channel.TEXT: "Text"}
CHANNEL_CHOICES = [(channel.value, channel.name.capitalize()) for channel in Channel]


class Answer(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


ANSWER_WORDS: Final = {Answer.GIVEN: "Yes", Answer.REFUSED: "Refused", Answer.NOT_ASKED: "Not asked"}
ANSWER_CHOICES = [(answer.value, answer.name.capitalize()) for answer in Answer]


class NoName(ValueError):
    """A person or a company cannot be added or left without any name."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer to "may we?" for one channel, on its day; `order` tells those of one day apart."""

    answer: Answer
    on: date
    order: int = 0


def counting(said: Iterable[Said]) -> Said | None:
    """The answer that counts for a channel: the latest day's, and of one day refused wins.

    "Not asked" takes nothing back: only a later yes lifts a no. None when nothing was answered.
    """
    spoken = [one for one in said if one.answer is not Answer.NOT_ASKED]
    return max(spoken, key=lambda one: (one.on, one.answer is Answer.REFUSED, one.order), default=None)


def standing(said: Iterable[Said]) -> Answer:
    """What counts for a channel, see `counting`; not asked when nothing was answered."""
    counts = counting(said)
    return counts.answer if counts else Answer.NOT_ASKED


# Addresses that several colleagues read: one of them names nobody.
SHARED_MAILBOXES: Final = frozenset(
    {
        "admin", "careers", "contact", "enquiries", "hello", "help", "hr", "info", "jobs", "mail", "office",
        "post", "reception", "recruitment", "sales", "support", "team",
    }
)  # fmt: skip
LIKELY: Final = duplicates.LIKELY
"""From here on two records are suggested to be one person."""


def email_key(address: str) -> str:
    """The form in which addresses are compared."""
    return address.strip().casefold()


def is_shared_mailbox(address: str) -> bool:
    """Whether an address is read by several people ("info@", "office.london@")."""
    local = email_key(address).partition("@")[0]
    return local.replace("-", ".").replace("_", ".").split(".")[0] in SHARED_MAILBOXES


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two records are, 0 to 1, and why in words."""

    score: float
    reasons: tuple[str, ...]


def likeness(name: str, company: str, other_name: str, other_company: str) -> Likeness:
    """Compares two persons by name and company; the same in either order. `LIKELY` suggests."""
    alike = duplicates.compare(duplicates.Side(name, company), duplicates.Side(other_name, other_company))
    named = duplicates.compare_names(name, other_name)
    elsewhere = ("same name, another company",) if named.score >= LIKELY and "another company" in alike.two else ()
    return Likeness(alike.score, alike.one or elsewhere)


_TWO_PEOPLE = 0.5


def two_people(name: str, other: str) -> bool:
    """Whether two names cannot be one person's: both written out, and nothing alike."""
    if not name.strip() or not other.strip():
        return False
    mine, theirs = names.person_key(name).split(), names.person_key(other).split()
    if len(mine) < 2 or len(theirs) < 2 or set(mine) & set(theirs):
        return False
    return names.similar_person(name, other) < _TWO_PEOPLE


def full_name(given: str, family: str) -> str:
    """The name as people say it; raises NoName when there is none."""
    name = " ".join(f"{given} {family}".split())
    if not name:
        raise NoName("Give at least one name.")
    return name


@dataclass(frozen=True, slots=True)
class DayGiven:
    """A weekday with the hours somebody gave, as numbers to draw and in words; none when not at all."""

    label: str
    start: float | None
    end: float | None
    words: str


OPENS: Final = 8.0
CLOSES: Final = 18.0
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_HOURS = re.compile(r"\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?:[:.](\d{2}))?\s*")


def hours_of(text: str) -> tuple[time, time] | None:
    """ "9-11", "09:00-11:30", "9 to 11": from and to; None for what is no such span."""
    found = _HOURS.fullmatch(text)
    if not found:
        return None
    try:
        start = time(int(found[1]), int(found[2] or 0))
        end = time(int(found[3]), int(found[4] or 0))
    except ValueError:
        return None
    return (start, end) if start < end else None


def week(days: Sequence[int], hours: str) -> tuple[DayGiven, ...]:
    """Monday to Friday, and weekend days that were given. No days given means any working day."""
    given = set(days) or {1, 2, 3, 4, 5}
    span = hours_of(hours)
    start, end = (_number(span[0]), _number(span[1])) if span else (OPENS, CLOSES)
    words = f"{_short(span[0])} to {_short(span[1])}" if span else hours or "any time"
    return tuple(
        DayGiven(_WEEKDAYS[day - 1], max(start, OPENS), min(end, CLOSES), words)
        if day in given
        else DayGiven(_WEEKDAYS[day - 1], None, None, "no")
        for day in sorted({1, 2, 3, 4, 5} | given)
    )


def _number(moment: time) -> float:
    return moment.hour + moment.minute / 60


def _short(moment: time) -> str:
    return f"{moment:%H:%M}" if moment.minute else str(moment.hour)


def days_in_words(days: Sequence[int]) -> str:
    """ "Tuesday to Thursday", "Monday and Friday", "any working day"."""
    chosen = sorted(set(days))
    if not chosen:
        return "any working day"
    if len(chosen) > 2 and chosen == list(range(chosen[0], chosen[-1] + 1)):
        return f"{_LONG[chosen[0] - 1]} to {_LONG[chosen[-1] - 1]}"
    names_of = [_LONG[day - 1] for day in chosen]
    return " and ".join([", ".join(names_of[:-1]), names_of[-1]]) if len(names_of) > 1 else names_of[0]


_LONG: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
