"""The default next step of a lead, from its evidence (FIELD_GUIDE 3, 5, 6 and 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rightday.agenda.rules import DEFAULT as SCORE
from rightday.agenda.rules import Kind, Numbers, Reason, worth_of
from rightday.leads.demand import IDENTITY, Grade, Shows
from rightday.leads.grades import Dates, Piece, grade, standing_evidence

AddDays = Callable[[date, int], date]
"""(day, n) → n working days later; n = 0 moves on to a working day. The place decides, hence the caller."""


@dataclass(frozen=True, slots=True)
class StepRule:
    """What to do next and why. `holds_until` is the last day of `reason`, `then` what counts after it.

    `subject` is what the call is about, "" for the lead's title; `weight` multiplies the worth of the reason;
    `agreed`: they said yes to a call on `due`.
    """

    kind: Kind
    reason: Reason
    why: str
    objective: str
    fact_on: date
    due: date
    holds_until: date | None = None
    then: Reason | None = None
    subject: str = ""
    weight: float = 1.0
    agreed: bool = False


# First call within 4 working hours (hot), 2 working days (warm), 5 (cold): FIELD_GUIDE 5. An
# advertisement goes on the sheet at once (3); what was only heard of waits like a warm or cold one.
FIRST_CALL: Final = {
    Reason.HOT: 0,
    Reason.ADVERT: 0,
    Reason.WARM: 2,
    Reason.PLAN: 2,
    Reason.RUMOUR: 2,
    Reason.RAN_OUT: 2,
    Reason.COLD: 5,
    Reason.NAME_ONLY: 5,
}
_OF: Final = {
    Shows.INTERVIEWING: Reason.HOT,
    Shows.ADVERT: Reason.ADVERT,
    Shows.PLAN: Reason.PLAN,
    Shows.CONTRACTORS: Reason.WARM,
    Shows.RUMOUR: Reason.RUMOUR,
    Shows.PROJECT: Reason.COLD,
}
_GRADED: Final = {Reason.HOT: Grade.HOT, Reason.WARM: Grade.WARM, Reason.COLD: Grade.COLD}
_OBJECTIVE: Final = {
    Reason.HOT: "Who they are seeing, and the day they decide",
    Reason.ADVERT: "It is still open, and who they are seeing for it",
    Reason.PLAN: "When it begins, and the day we may ask again",
    Reason.WARM: "The day the contracts end, and who comes after",
    Reason.RUMOUR: "They are interviewing now, or they are not",
    Reason.RAN_OUT: "Filled or not, by whom, and what opens next",
    Reason.COLD: "Who the project needs, and who chooses them",
    Reason.NAME_ONLY: "What they are building, and who is on the team",
}
_WHY: Final = {
    Reason.HOT: "Was interviewing on {on}.",
    Reason.ADVERT: "Advertised a job, seen {on}.",
    Reason.PLAN: "Told us of a plan on {on}.",
    Reason.WARM: "Had contractors on the team on {on}.",
    Reason.RUMOUR: "May be interviewing, heard {on}.",
    Reason.RAN_OUT: "Was interviewing on {on}. Nothing heard since.",
    Reason.COLD: "Has a large or new project, heard {on}.",
    Reason.NAME_ONLY: "We do not know yet what they need.",
}
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LATEST_CONFIRM: Final = 7
"""Days ahead at most: a fact that somebody dated into the future keeps nobody uncalled for long."""
CONFIRM_OBJECTIVE: Final = "Still interviewing, and the day they decide"


def step_for(
    dates: Dates,
    pieces: Iterable[Piece],
    today: date,
    *,
    add_days: AddDays | None = None,
    heard_from_them: bool = False,
    numbers: Numbers = SCORE,
) -> StepRule:
    """The default next step. `heard_from_them`: we have just spoken, so a hot lead waits for its confirming call.

    Hot: today; from the day before its last day on, confirm that they still interview. Warm within 2
    working days, cold 5. Without a grade: a qualifying call with the question that would make it a lead.
    """
    add = add_days or _weekdays
    latest = _latest(pieces)
    reason, fact_on, then = _reason(dates, latest, today, numbers)
    until = {Reason.HOT: dates.hot_until, Reason.WARM: dates.warm_until, Reason.COLD: dates.cold_until}.get(reason)
    graded = grade(dates, today) is not Grade.NONE
    kind = Kind.LEAD if graded else Kind.QUALIFY
    due = add(today, FIRST_CALL[reason])
    why, objective = _WHY[reason].format(on=say_date(fact_on)), _OBJECTIVE[reason]
    if reason is Reason.NAME_ONLY and latest.keys() & {Shows.CONTRACTORS, Shows.PROJECT}:
        why = f"Last heard on {say_date(fact_on)}. Nothing confirmed since."
    if not graded and reason in _GRADED:
        why = f"{why} {_untested(latest, reason)}"
    if reason is Reason.HOT and graded and until is not None:
        why = f"{why} Hot until {say_date(until)}."
        confirm_on = min(until - timedelta(days=1), today + timedelta(days=_LATEST_CONFIRM))
        if heard_from_them or today >= confirm_on:
            kind, objective = Kind.CONFIRM, CONFIRM_OBJECTIVE
            due = _before(max(today, confirm_on), today, add)
            why = confirm_words(until, due)
    elif heard_from_them:
        due = max(due, add(today, 1 if reason is Reason.HOT else 2))
    return StepRule(kind, reason, why, objective, fact_on, due, until, then)


def confirm_words(hot_until: date, on: date) -> str:
    """Why a confirming call matters on a day: "Goes stale tomorrow. Confirm they are still interviewing." """
    left = (hot_until - on).days
    if left < 0:
        return f"Was hot until {say_date(hot_until)}. Confirm they are still interviewing."
    begin = {0: "Goes stale tonight.", 1: "Goes stale tomorrow."}.get(left, f"Hot until {say_date(hot_until)}.")
    return f"{begin} Confirm they are still interviewing."


def why_on(day: date, why: str, *, kind: Kind, tries: int, hot_until: date | None) -> str:
    """A reason as it reads on a day: "Goes stale tomorrow" is said anew; what tries have added stays as it was."""
    return confirm_words(hot_until, day) if kind is Kind.CONFIRM and not tries and hot_until is not None else why


def say_date(day: date) -> str:
    """ "Thu 26 Nov": never "tomorrow", for the sentence is read on another day."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def _reason(
    dates: Dates, latest: dict[Shows, date], today: date, numbers: Numbers
) -> tuple[Reason, date, Reason | None]:
    """The reason worth most today (hot before all), its day, and what counts when it has run out."""
    until = {Reason.HOT: dates.hot_until, Reason.WARM: dates.warm_until, Reason.COLD: dates.cold_until}
    holding: list[tuple[float, Reason, date]] = []
    for shows, reason in _OF.items():
        if shows not in latest:
            continue
        fact_on, end = latest[shows], until.get(reason)
        if end is not None and end < today:
            if reason is not Reason.HOT:
                continue
            reason = Reason.RAN_OUT
        holding.append((_worth(reason, fact_on, today, numbers), reason, fact_on))
    holding.sort(key=lambda each: (each[1] is not Reason.HOT, -each[0], each[1]))
    if not holding:
        demand = [on for shows, on in latest.items() if shows not in IDENTITY] or list(latest.values())
        return Reason.NAME_ONLY, max(demand, default=today), None
    _, reason, fact_on = holding[0]
    after = {Reason.HOT: Reason.RAN_OUT, Reason.WARM: Reason.NAME_ONLY, Reason.COLD: Reason.NAME_ONLY}.get(reason)
    end = until.get(reason)
    if after is not None and end is not None:
        for _, other, _ in holding[1:]:
            other_end = until.get(other)
            if other_end is None or other_end > end:
                return reason, fact_on, other
    return reason, fact_on, after


def _worth(reason: Reason, fact_on: date, today: date, numbers: Numbers) -> float:
    worth, half_life = worth_of(reason, numbers)
    return worth * 2.0 ** (-(today - fact_on).days / half_life) if half_life else worth


def _latest(pieces: Iterable[Piece]) -> dict[Shows, date]:
    latest: dict[Shows, date] = {}
    for piece in standing_evidence(pieces):
        latest[piece.shows] = max(latest.get(piece.shows, piece.true_on), piece.true_on)
    return latest


def _untested(latest: dict[Shows, date], reason: Reason) -> str:
    """ "Hot when the number is tested.", "Hot when name and number are confirmed." """
    alone = {
        Shows.NAME_CONFIRMED: "the name is spelled right",
        Shows.COMPANY_CONFIRMED: "the company is right",
        Shows.PHONE_TESTED: "the number is tested",
    }
    short = {Shows.NAME_CONFIRMED: "name", Shows.COMPANY_CONFIRMED: "company", Shows.PHONE_TESTED: "number"}
    missing = [shows for shows in IDENTITY if shows not in latest]
    names = [short[shows] for shows in missing]
    said = alone[missing[0]] if len(missing) == 1 else f"{', '.join(names[:-1])} and {names[-1]} are confirmed"
    return f"{_GRADED[reason].capitalize()} when {said}."


def _before(day: date, today: date, add: AddDays) -> date:
    """`day`, else the last working day before it that is not past, else the next one."""
    while day > today and add(day, 0) != day:
        day -= timedelta(days=1)
    return add(day, 0)


def _weekdays(day: date, n: int) -> date:
    """Monday to Friday, where no place is known."""
    while day.weekday() >= 5:
        day += timedelta(days=1)
    for _ in range(n):
        day += timedelta(days=1)
        while day.weekday() >= 5:
            day += timedelta(days=1)
    return day
