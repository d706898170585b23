"""The next step that a hiring process asks for, beside the one of the evidence (FIELD_GUIDE 6). Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from rightday.agenda.rules import Kind, Reason
from rightday.leads.process.rules import FAILURE_WORDS, Failure, Filler, Template
from rightday.leads.process.track import Fact, Known, Point, awaited, call_day, points
from rightday.leads.step_rules import AddDays, StepRule, say_date

FIND_OUT_OBJECTIVE: Final = "Know what became of it, from somebody else"
AGREED_WORDS: Final = " You agreed to call."
FIND_OUT_DAYS: Final = 30
"""Days until others are asked again, where no milestone says sooner or later: as a watch has it (FIELD_GUIDE 3)."""


@dataclass(frozen=True, slots=True)
class Fall:
    """The last time the process began again. `at` is the moment that we learned it, `name` the milestone's."""

    name: str
    why: Failure
    on: date
    at: datetime
    restarts_at: int
    weight: float
    filled_by: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Process:
    """Where a lead stands in its hiring process, in the round that is on."""

    template: Template
    known: Known
    begun: date
    fall: Fall | None = None

    @property
    def here(self) -> int:
        return awaited(self.template, self.known)

    def track(self, add: AddDays) -> tuple[Point, ...]:
        return points(self.template, self.known, begun=self.begun, add=add)

    @property
    def decision(self) -> int:
        """The place that a day agreed is about: a decision, or what it led to, rather than every step on the way."""
        here, last = self.here, self.template.last
        agreed = (place for place in range(here, last + 1) if self.template.mark(place).agree)
        return next(agreed, min(here, last))

    def expecting(self, day: date, *, place: int, call_on: date | None = None) -> Process:
        """As it will stand when a milestone is expected on `day`."""
        fact = replace(self.known.get(place, Fact()), expected=day, told=True, call_on=call_on)
        return replace(self, known={**self.known, place: fact})

    def fell_since(self, talked_at: datetime | None) -> Fall | None:
        """The fall that nobody has spoken to them about yet, and that no news has overtaken."""
        fall = self.fall
        if fall is None or (talked_at is not None and talked_at > fall.at):
            return None
        return None if any(_tells(fact) for place, fact in self.known.items() if place >= fall.restarts_at) else fall


def next_step(
    process: Process,
    evidence: StepRule,
    today: date,
    *,
    add: AddDays,
    first: bool,
    talked_at: datetime | None,
    spoken: bool = False,
) -> StepRule:
    """The process's call or the evidence's. `spoken`: we have just talked, so no call is due before tomorrow.

    What fell through goes before all. With `first` the evidence's call is made where it is due earlier (hot, or
    nobody has reached them yet); else the process knows better than the evidence when to ask.
    """
    fall = process.fell_since(talked_at)
    if fall is not None:
        return fall_through(fall, today, add=add)
    rule = of_milestone(process, evidence, today, add=add)
    if rule is None:
        return evidence
    if spoken and not rule.agreed:
        rule = replace(rule, due=max(rule.due, add(today, 1)))
    return evidence if first and evidence.due < rule.due else rule


def of_milestone(process: Process, evidence: StepRule, today: date, *, add: AddDays) -> StepRule | None:
    """The call on a day they agreed to, else about the milestone awaited, on the day that the template says.

    None where nothing is known of the process in this round. When all is done, the call asks who fills the place.
    """
    if not any(_tells(fact) for fact in process.known.values()):
        return None
    here = process.here
    if here > process.template.last:
        return all_done(process, today, add=add)
    track = process.track(add)
    agreed = [point for point in track[here - 1 :] if point.call_on is not None and point.call_on >= today]
    if agreed:
        point = min(agreed, key=_call_on)
        return about(point, evidence, today, due=_call_on(point), agreed=True)
    due = call_day(track[here - 1], track[here - 2] if here > 1 else None, today, add=add)
    return about(track[here - 1], evidence, today, due=due)


def about(point: Point, evidence: StepRule, today: date, *, due: date, agreed: bool = False) -> StepRule:
    """The call about one milestone, on `due`: worth a decision where the template says so, else what the lead is."""
    why = expected_words(point, today) + (AGREED_WORDS if agreed else "")
    found = StepRule(
        Kind.MILESTONE, Reason.DECISION, why, point.mark.about, due, due, subject=point.mark.name, agreed=agreed
    )
    if point.mark.agree:
        return found
    return replace(
        found, reason=evidence.reason, fact_on=evidence.fact_on, holds_until=evidence.holds_until, then=evidence.then
    )


def on_their_day(
    process: Process, evidence: StepRule, day: date, today: date, *, add: AddDays, agreed: bool
) -> StepRule:
    """They named the day of their next decision: the call is about that one."""
    if process.here > process.template.last:
        return replace(all_done(process, today, add=add), due=day, agreed=agreed)
    place = process.decision
    point = process.expecting(day, place=place).track(add)[place - 1]
    return about(point, evidence, today, due=day if agreed else add(day, 0), agreed=agreed)


def expected_words(point: Point, today: date) -> str:
    """ "2nd interview completed is expected on Thu 26 Nov."; "was" when the day has gone by."""
    if point.expected is None:
        return f"{point.mark.name}: the next thing to happen."
    name = point.mark.name.rstrip("?")
    tense = "is" if point.expected >= today else "was"
    return f"{name} {tense} expected {'about' if point.about else 'on'} {say_date(point.expected)}."


def all_done(process: Process, today: date, *, add: AddDays) -> StepRule:
    """Every milestone is reached: the lead wants its outcome."""
    name = process.template.marks[-1].name
    return StepRule(
        Kind.KEEP_IN_TOUCH, Reason.RAN_OUT, f"{name}: the whole process is done. Note how it ended.",
        "Who fills the place, and what opens next", today, add(today, 1), subject=name,
    )  # fmt: skip


def fall_through(fall: Fall, today: date, *, add: AddDays) -> StepRule:
    """Today, before all else for a week: the later it failed, the more it is worth."""
    return StepRule(
        Kind.MILESTONE, Reason.FALL_THROUGH, fall_words(fall), FALL_OBJECTIVE[fall.why], fall.on, add(today, 0),
        subject=fall.name, weight=fall.weight,
    )  # fmt: skip


def fall_words(fall: Fall) -> str:
    """ "Start date, Mon 30 Nov: did not start. Brightline had filled it." """
    words = FAILURE_WORDS[fall.why]
    begin = f"{fall.name.rstrip('?')}, {say_date(fall.on)}: {words[0].lower()}{words[1:]}."
    if not fall.filled_by:
        return begin
    who = fall.who or FILLED_BY[Filler(fall.filled_by)]
    return f"{begin} {who[0].upper()}{who[1:]} had filled it."


FILLED_BY: Final = {Filler.US: "we", Filler.COMPETITOR: "a competitor", Filler.OWN: "their own hire"}
FALL_OBJECTIVE: Final = {
    Failure.NO_CONTENDER: "What was missing, and a shortlist from us today",
    Failure.DECLINED: "Why it was declined, and who else there is for it",
    Failure.COUNTER_OFFER: "The search opens again, with us, and the day they see people",
    Failure.NO_SHOW: "How soon they need somebody, and three names from us today",
    Failure.FAILED_PROBATION: "What went wrong, and the day they see people again",
    Failure.OTHER: "Where it stands now, and whom they see next",
}


def find_out(
    process: Process | None,
    evidence: StepRule,
    since: date,
    today: date,
    *,
    add: AddDays,
    talked_at: datetime | None,
) -> StepRule:
    """The same, asked of others: since `since` they want no call about it. Never on a sheet."""
    fall = process.fell_since(talked_at) if process is not None else None
    rule = of_milestone(process, evidence, today, add=add) if process is not None else None
    if fall is not None:
        rule = fall_through(fall, today, add=add)
    said = f"No call about it, they said on {say_date(since)}."
    if rule is None or rule.kind is not Kind.MILESTONE:
        due = add(max(since + timedelta(days=FIND_OUT_DAYS), today), 0)
        return replace(evidence, kind=Kind.FIND_OUT, why=said, objective=FIND_OUT_OBJECTIVE, due=due)
    why = f"{rule.why.removesuffix(AGREED_WORDS)} {said}"
    objective = f"{rule.objective} Ask others."
    return replace(rule, kind=Kind.FIND_OUT, why=why, objective=objective, agreed=False)


def _call_on(point: Point) -> date:
    return point.call_on or date.max


def _tells(fact: Fact) -> bool:
    """Whether it says more than a note does."""
    return fact.expected is not None or fact.done_on is not None
