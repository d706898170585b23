"""The page of a lead in words: criteria with their sources, the next step, people, history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rightday.agencies import clock
from rightday.agenda.rules import KIND_WORDS, REASON_WORDS, Kind, Reason
from rightday.kernel import phones
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.rules import Holds, Piece, Shows
from rightday.team.rules import initials
from rightday.timeline import queries as timeline

PEOPLE = 6


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A criterion, or a piece of evidence, as `ui.evidence` takes it. `confirms` can be ticked by saying so."""

    words: str
    state: str
    age: str
    age_tone: str
    source: str
    confirms: str = ""


@dataclass(frozen=True, slots=True)
class StepView:
    """The next step in words: "Call Nadia today at 11:00." """

    id: int
    words: str
    why: str
    kind: str
    reason: str
    objective: str
    due: date
    time: str
    agreed: bool
    late: bool


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """ "Filled by a competitor, Thu 12 Nov": by which, who was hired, how we know, and who put it down."""

    words: str
    rival_id: int | None
    rival: str
    who: str
    known: str
    said: str
    by: str


@dataclass(frozen=True, slots=True)
class EventView:
    """One line of the timeline, with its moment as this member reads it."""

    when: str
    icon: str
    title: str
    result: str
    met: bool
    words: str
    datetime: str


@dataclass(frozen=True, slots=True)
class PersonView:
    name: str
    words: str
    letters: str
    href: str
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class GradeThen:
    """What the lead was on a past day, or a sentence why the day was not understood."""

    typed: str
    words: str
    problem: str


@dataclass(frozen=True, slots=True)
class Heard:
    shows: Shows
    words: str
    said_by_id: int | None
    said_by: str
    second_hand: bool
    true_on: date
    recorded_on: date
    recorded_by: str


def criterion(one: rules.Criterion, heard: list[Heard], row: dict[str, Any], today: date) -> EvidenceLine:
    """One line of the verdict, with where it comes from and how old it is."""
    shown = [each for each in heard if each.shows is one.shows and each.true_on == one.true_on]
    source = _said(shown[0], row, today) if shown else ""
    if not one.holds and one.true_on is not None and one.shows not in rules.IDENTITY:
        source = f"Last one we know of: {say_day(one.true_on, today)}. {source}".strip()
    if not one.holds and not source:
        source = _NOT_YET[one.shows]
    age = _age(one.true_on, today) if one.true_on else ""
    confirms = one.shows.value if not one.holds and one.shows in _BY_WORD else ""
    return EvidenceLine(one.label, "have" if one.holds else "miss", age, "" if one.holds else "gap", source, confirms)


_BY_WORD = frozenset({Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED})
_NOT_YET = {
    Shows.NAME_CONFIRMED: "Not confirmed yet. Ask them to spell it.",
    Shows.COMPANY_CONFIRMED: "Not confirmed yet. Ask for the full name.",
    Shows.PHONE_TESTED: "Not tested yet. A call that reaches them ticks this by itself.",
    Shows.INTERVIEWING: "We do not know.",
}


def further(heard: list[Heard], criteria: tuple[rules.Criterion, ...], today: date) -> tuple[EvidenceLine, ...]:
    """All else that was heard, the latest first; at most twelve lines."""
    carried = {(each.shows, each.true_on) for each in criteria}
    rest = [each for each in heard if (each.shows, each.true_on) not in carried]
    lines = []
    for each in rest[:12]:
        state = "miss" if each.shows in rules.DENIES else "have"
        lines.append(
            EvidenceLine(rules.SHOWS_WORDS[each.shows], state, _age(each.true_on, today), "", _said(each, {}, today))
        )
    return tuple(lines)


def _said(heard: Heard, row: dict[str, Any], today: date) -> str:
    """ "“Two Java contractors”, from Tomás Rey, second hand, Fri 20 Nov, heard by Priya" """
    parts = [f"“{heard.words}”" if heard.words else "", f"from {heard.said_by}" if heard.said_by else ""]
    parts += ["second hand" if heard.second_hand else "", say_day(heard.true_on, today)]
    parts.append(f"recorded by {heard.recorded_by.split()[0]}" if heard.recorded_by else "")
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def _age(day: date, today: date) -> str:
    days = (today - day).days
    return {0: "today", 1: "1 day"}.get(days, f"{days} days" if days > 0 else say_day(day, today))


def known(criteria: tuple[rules.Criterion, ...]) -> str:
    words = ("none", "one", "two", "three", "four", "five", "six")
    have = sum(each.holds for each in criteria)
    return f"{words[have]} of {words[len(criteria)]}"


def step(row: dict[str, Any], given: str, today: date) -> StepView:
    due, earliest = row["next_step__due"], row["next_step__earliest"]
    day = say_day(due, today)
    on = day if day in ("today", "tomorrow", "yesterday") else f"on {day}"
    at = f" at {earliest:%H:%M}" if earliest else ""
    late = due < today
    words = f"Call {given}, due {day}." if late else f"Call {given} {on}{at}."
    kind = Kind(row["next_step__kind"])
    why = rules.why_on(
        today, row["next_step__why"], kind=kind, tries=row["next_step__tries"], hot_until=row["hot_until"]
    )
    return StepView(
        id=row["next_step_id"], words=words, why=why, kind=KIND_WORDS[kind],
        reason=REASON_WORDS[Reason(row["next_step__reason"])],
        objective=_sentence(row["next_step__objective"]), due=due,
        time=f"{earliest:%H:%M}" if earliest else "", agreed=row["next_step__agreed"], late=late,
    )  # fmt: skip


def _sentence(words: str) -> str:
    """An objective as the second half of a sentence: "a meeting or the order." """
    words = words.strip()
    return words if not words or words[-1] in ".?!" else f"{words}."


def outcome(row: dict[str, Any], today: date) -> OutcomeView:
    ending = rules.ENDING_WORDS[rules.Ending(row["outcome__kind"])]
    words = f"{ending}, {say_day(row['outcome__on'], today)}"
    rival, who, known = row["outcome__rival__name"] or "", row["outcome__who"] or "", row["outcome__known_by"]
    return OutcomeView(
        words, row["outcome__rival_id"], rival, "" if who == rival else who,
        rules.KNOWN_BY_WORDS[rules.KnownBy(known)] if known else "", row["outcome__words"] or "",
        row["outcome__by__name"] or "",
    )  # fmt: skip


def event(row: timeline.EventRow, zone: str, today: date) -> EventView:
    at = clock.local(row.at, zone)
    when = f"{say_day(at.date(), today)}, {at:%H:%M}"
    return EventView(when[:1].upper() + when[1:], row.icon, row.title, row.badge, row.met, row.words, _iso(row.at))


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def people(row: dict[str, Any], colleagues: list[tuple[Any, ...]]) -> tuple[PersonView, ...]:
    """The manager, then others of the same company."""
    manager = PersonView(row["person__name"], role(row), initials(row["person__name"]), f"/people/{row['person_id']}/")
    shown = [manager]
    for pk, name, title, do_not_call in colleagues:
        if pk != row["person_id"]:
            words = "Asked not to be called" if do_not_call else title
            shown.append(PersonView(name, words, initials(name), f"/people/{pk}/"))
    if len(shown) == 1:
        given = row["person__given"] or row["person__name"]
        shown.append(PersonView("Who else decides?", f"Ask {given} who signs", "?", "", unknown=True))
    return tuple(shown[:PEOPLE])


def history(pieces: list[Piece], today: date, holds: Holds) -> tuple[tuple[str, str], ...]:
    """The last six changes of grade, the latest first: (day, grade in words)."""
    changes = rules.history(pieces, today, holds)
    return tuple((say_day(each.day, today), rules.GRADE_WORDS[each.grade]) for each in reversed(changes[-6:]))


def role(row: dict[str, Any]) -> str:
    """ "engineering manager at Orbital Payments, London" """
    at = f"at {row['company__name']}" if row["company__name"] else ""
    words = " ".join(part for part in (row["person__title"], at) if part)
    return f"{words}, {row['company__city']}" if row["company__city"] else words


def number(row: dict[str, Any]) -> str:
    """The first number, spaced for reading aloud: "+44 20 7946 0388"; as typed where it is none."""
    e164, ext = row["first__e164"], row["first__ext"]
    if not e164:
        return row["first__typed"] or ""
    return phones.spaced(e164) + (f" x{ext}" if ext else "")


def number_words(row: dict[str, Any], today: date) -> str:
    if row["first__reached_on"]:
        return f"Reached {say_day(row['first__reached_on'], today)}"
    return {"wrong": "Wrong number", "rang_out": "Rang out"}.get(row["first__state"] or "", "Not tested yet")


def source(row: dict[str, Any], today: date) -> str:
    """ "Heard by Priya Nair from Tomás Rey, Wed 18 Nov. Quick capture." """
    heard = [f"Heard by {row['heard_by__name']}"] if row["heard_by__name"] else ["Heard"]
    heard += [f"from {row['heard_from__name']}"] if row["heard_from__name"] else []
    how = row["source_words"] or dict(rules.SOURCE_CHOICES).get(row["source"], "")
    return f"{' '.join(heard)}, {say_day(row['heard_on'], today)}. {how}".strip()
