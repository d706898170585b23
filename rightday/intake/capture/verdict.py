"""What a captured text is worth: the grade, why, until when, and the question that makes it more.

Grades come from `leads.rules`; here stand only the words (FIELD_GUIDE §3, DESIGN.md §8).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from rightday.intake.capture.captured import Parsed
from rightday.intake.capture.details import whole
from rightday.intake.heard_words import Kind
from rightday.leads import rules
from rightday.leads.rules import Dates, Grade, Holds, Piece, Shows
from rightday.leads.watching import rules as watches

SHOWS = {
    Kind.INTERVIEWING: Shows.INTERVIEWING,
    Kind.CONTRACTORS: Shows.CONTRACTORS,
    Kind.PROJECT: Shows.PROJECT,
    Kind.RUMOUR: Shows.RUMOUR,
    Kind.ADVERTISEMENT: Shows.ADVERT,
    Kind.NAME_ONLY: Shows.CONTEXT,
}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class KeptAs(StrEnum):
    """What is saved: a lead, or which kind of intelligence, each with its own question."""

    LEAD = "lead"
    UNTESTED = "untested"
    NAME = "name"
    COMPANY = "company"
    CONTACT = "contact"
    RUMOUR = "rumour"
    ADVERTISEMENT = "advertisement"
    RAN_OUT = "ran_out"
    DENIED = "denied"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`grade` is today's; `then` what it becomes when the identity is complete.

    `until` is the last day of `then`, or for an advertisement without a name the day to ask again.
    `ask` is to be spoken aloud, to whoever is on the phone; '' when there is nothing to ask.
    """

    grade: Grade
    then: Grade
    kept_as: KeptAs
    headline: str
    detail: str
    ask: str
    until: date | None


def verdict(
    parsed: Parsed,
    *,
    today: date,
    tested: bool = False,
    known_phone: bool = False,
    holds: Holds = rules.DEFAULT,
    watch_days: int = watches.DAYS,
) -> Verdict:
    """The verdict on `parsed`, heard `today`.

    `tested`: a number we already have reached this person. `known_phone`: we have one, untested.
    `watch_days`: after so many we ask about an advertisement without a manager.
    """
    dates = rules.dates(_pieces(parsed, today), holds)
    then = rules.grade(replace(dates, identified_on=today), today)
    until = rules.grade_until(replace(dates, identified_on=today), today)
    if then is Grade.NONE or until is None:
        return _no_lead(parsed, dates, today, watch_days)
    has_phone = "phone" not in parsed.missing or known_phone or tested
    if "name" in parsed.missing or "company" in parsed.missing or not has_phone:
        return _unknown(parsed, then, until)
    if not (tested or (parsed.reached and "phone" not in parsed.missing)):
        return _untested(parsed, then, until)
    return _lead(parsed, then, until, today)


def said_day(day: date) -> str:
    """ "Sun 29 Nov": days carry the date (DESIGN.md §8)."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def _pieces(parsed: Parsed, today: date) -> list[Piece]:
    second_hand = parsed.source is not None and parsed.source.second_hand
    pieces = []
    for item in parsed.heard:
        shows = SHOWS[item.kind]
        if second_hand and shows is Shows.INTERVIEWING:
            shows = Shows.RUMOUR  # they only heard it too
        pieces.append(Piece(shows, min(item.day or today, today), today))
    return pieces


def _lead(parsed: Parsed, grade: Grade, until: date, today: date) -> Verdict:
    word = rules.GRADE_WORDS[grade]
    headline = f"{word}, last day" if until == today else f"{word} until {said_day(until)}"
    return Verdict(grade, grade, KeptAs.LEAD, headline, _because(parsed, grade), _hotter(parsed, grade), until)


def _untested(parsed: Parsed, then: Grade, until: date) -> Verdict:
    headline = f"{rules.GRADE_WORDS[then]} when {_whose(parsed)} number is tested"
    detail = (
        f"Ring it and reach {_object(parsed)} or the switchboard. Then {then.value} until {said_day(until)}. "
        f"{_because(parsed, then)}"
    )
    last = parsed.person.family or parsed.person.given if parsed.person else ""
    ask = f"How do you spell {last}, and is this {_whose(parsed)} direct line?"
    return Verdict(Grade.NONE, then, KeptAs.UNTESTED, headline, detail, ask, until)


def _unknown(parsed: Parsed, then: Grade, until: date) -> Verdict:
    """Demand is there; the first thing missing of name, company and number is asked for."""
    first, company = _name(parsed), parsed.company
    if parsed.person is None:
        gap, ask = "who it is", f"Who is the hiring manager{f' at {company}' if company else ''}?"
        if then is Grade.HOT:
            gap, ask = "who is interviewing", f"Who does the interviews{f' at {company}' if company else ''}?"
    elif "name" in parsed.missing and not whole(parsed.person):
        gap, ask = f"{first}’s full name", f"What is {first}’s full name, and how is it spelled?"
    elif not company:
        gap, ask = "the company", f"Which company is {first} at?"
    else:
        gap, ask = f"a number for {first}", f"What is the best number for {first}?"
    headline = f"{rules.GRADE_WORDS[then]} when we know {gap}"
    if gap.startswith("a number"):
        headline = f"{rules.GRADE_WORDS[then]} when we have {gap}"
    return Verdict(Grade.NONE, then, KeptAs.UNTESTED, headline, _because(parsed, then), ask, until)


def _because(parsed: Parsed, grade: Grade) -> str:
    """The evidence in a sentence, with who said it."""
    facts = {
        Grade.HOT: "Interviewing now",
        Grade.WARM: "Contractors on the team now",
        Grade.COLD: "A project to answer for",
        Grade.NONE: "",
    }
    source = parsed.source
    if source is None:
        return f"{facts[grade]}."
    return f"{facts[grade]}, first hand." if source.herself else f"{facts[grade]}, heard from {source.name}."


def _hotter(parsed: Parsed, grade: Grade) -> str:
    if grade is Grade.HOT:
        return ""
    if grade is Grade.WARM:
        return _interviewing_now(parsed)
    return f"Who is on the team now, and does {_subject(parsed)} decide on contractors?"


def _no_lead(parsed: Parsed, dates: Dates, today: date, watch_days: int) -> Verdict:
    kinds = {item.kind for item in parsed.heard}
    if dates.hot_until is not None:
        ended = said_day(dates.hot_until)
        return _not_yet(
            KeptAs.RAN_OUT,
            f"Hot ran out on {ended}.",
            f"Is {_subject(parsed)} still interviewing? {_who_last(parsed)}",
        )
    if Kind.ADVERTISEMENT in kinds:
        return _advertised(parsed, today, watch_days)
    if kinds & {Kind.RUMOUR, Kind.INTERVIEWING}:
        return _not_yet(KeptAs.RUMOUR, "“May be interviewing” is a rumour.", _rumour(parsed))
    if parsed.denied:
        ask = "When do you next decide on hiring, and may I call on that day?"
        return _not_yet(KeptAs.DENIED, "Not interviewing now.", ask)
    if parsed.person is None and not parsed.company:
        return _not_yet(KeptAs.NOTE, "Kept as a note.", "Who is this about, and where do they work?")
    if parsed.person is None:
        ask = f"Who decides on contractors at {parsed.company}?"
        return _not_yet(KeptAs.COMPANY, "A company alone is a place to ask about.", ask)
    if not parsed.company:
        ask = f"Where does {_name(parsed)} work, and what does the team do?"
        return _not_yet(KeptAs.NAME, "A name alone is somebody to find.", ask)
    what = "A name and a company" if "phone" in parsed.missing else "A name, a company and a number"
    return _not_yet(KeptAs.CONTACT, f"{what} is a contact.", _interviewing_now(parsed))


def _advertised(parsed: Parsed, today: date, watch_days: int) -> Verdict:
    if parsed.person is not None:
        ask = f"Is the place still open, who is being seen, and does {_subject(parsed)} work with agencies?"
        return _not_yet(KeptAs.ADVERTISEMENT, "An advertisement is a reason to call and qualify.", ask)
    day = watches.ask_on(today, today, watch_days)
    at = f" at {parsed.company}" if parsed.company else ""
    found = _not_yet(
        KeptAs.ADVERTISEMENT,
        f"An advertisement names no manager. On {said_day(day)} we ask whether the place was filled.",
        f"Who is the place for{at}, and who decides?",
    )
    return replace(found, until=day)


def _not_yet(kept_as: KeptAs, detail: str, ask: str) -> Verdict:
    return Verdict(Grade.NONE, Grade.NONE, kept_as, "Not a lead yet.", detail, ask, None)


def _rumour(parsed: Parsed) -> str:
    if parsed.person is None:
        at = f" at {parsed.company}" if parsed.company else ""
        return f"Who is interviewing{at}, and whom did they see last?"
    return f"Who has sat with {_object(parsed)}, and on which day?"


def _interviewing_now(parsed: Parsed) -> str:
    return f"Is {_subject(parsed)} interviewing right now? {_who_last(parsed)}"


def _who_last(parsed: Parsed) -> str:
    return f"Who did {parsed.pronoun} see last?" if parsed.pronoun else "Who was seen last?"


def _subject(parsed: Parsed) -> str:
    return parsed.pronoun or _name(parsed) or "the hiring manager"


def _object(parsed: Parsed) -> str:
    return {"she": "her", "he": "him"}.get(parsed.pronoun, _name(parsed) or "them")


def _whose(parsed: Parsed) -> str:
    return {"she": "her", "he": "his"}.get(parsed.pronoun, f"{_name(parsed)}’s")


def _name(parsed: Parsed) -> str:
    """The first name, said aloud; with only a family name, that."""
    if parsed.person is None:
        return ""
    return parsed.person.given.partition(" ")[0] or f"{parsed.person.prefix} {parsed.person.family}".strip()
