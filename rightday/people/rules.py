"""States of a number, what somebody answered when asked, and how alike two records are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from rightday.kernel import names


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


CHANNEL_WORDS: Final = {Channel.PHONE: "Phone", Channel.EMAIL: "E-mail", Channel.TEXT: "Text"}
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


def standing(said: Iterable[Said]) -> Answer:
    """The answer that counts for a channel: the latest day's, and of one day refused wins.

    "Not asked" takes nothing back: only a later yes lifts a no.
    """
    spoken = [one for one in said if one.answer is not Answer.NOT_ASKED]
    if not spoken:
        return Answer.NOT_ASKED
    return max(spoken, key=lambda one: (one.on, one.answer is Answer.REFUSED, one.order)).answer


# Addresses that several colleagues read: one of them names nobody.
SHARED_MAILBOXES: Final = frozenset(
    {
        "admin", "careers", "contact", "enquiries", "hello", "help", "hr", "info", "jobs", "mail", "office",
        "post", "reception", "recruitment", "sales", "support", "team",
    }
)  # fmt: skip
LIKELY: Final = 0.85
"""From here on two records are suggested to be one person."""

_SAME_NAME_ELSEWHERE = 0.5  # a name alone is not enough: there are many John Smiths
_COMPANY_UNKNOWN = 0.9


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
    name_score = names.similar_person(name, other_name)
    if name_score < names.PERSON_LIKELY:
        return Likeness(round(name_score * _SAME_NAME_ELSEWHERE, 3), ())
    reasons = ["same name" if name_score >= names.PERSON_SAME else "similar name"]
    if not company.strip() or not other_company.strip():
        reasons.append("company not known")
        return Likeness(round(name_score * _COMPANY_UNKNOWN, 3), tuple(reasons))
    company_score = names.similar_company(company, other_company)
    if company_score < names.COMPANY_LIKELY:
        return Likeness(round(name_score * _SAME_NAME_ELSEWHERE, 3), ("same name, another company",))
    reasons.append("same company" if company_score >= names.COMPANY_SAME else "similar company")
    # A name and a company that are each likely are likely together: not their product.
    return Likeness(round(min(name_score, (name_score + company_score) / 2), 3), tuple(reasons))


def full_name(given: str, family: str) -> str:
    """The name as people say it; raises NoName when there is none."""
    name = " ".join(f"{given} {family}".split())
    if not name:
        raise NoName("Give at least one name.")
    return name


def week(days: Sequence[int], hours: str) -> tuple[tuple[int, str], ...]:
    """For each ISO weekday 1–5, and weekend days that were given, the hours somebody gave; '' for no.

    No days given means any working day; no hours means "any time".
    """
    given = set(days) or {1, 2, 3, 4, 5}
    shown = sorted({1, 2, 3, 4, 5} | given)
    return tuple((day, (hours or "any time") if day in given else "") for day in shown)
