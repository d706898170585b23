"""The milestone that a call is about: what can be said of it, and what that makes of the process. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.process.rules import FAILURE_WORDS, Answer, Mark, MarkKind
from rightday.leads.process.steps import Fall, Process
from rightday.leads.process.track import Fact


@dataclass(frozen=True, slots=True)
class MilestoneAsk:
    """The milestone awaited, as the plan of a call asks for it. `options`: what can be said, and in which words.

    `expected`: the day named for it, if one is; `after`: the milestone that comes then, "" for none.
    """

    place: int
    name: str
    expected: date | None
    options: tuple[tuple[str, str], ...]
    after: str


def ask_of(process: Process | None) -> MilestoneAsk | None:
    """What to ask of a lead's process; None where nothing is known of it, or all is reached."""
    if process is None or process.here > process.template.last:
        return None
    here = process.here
    mark, fact = process.template.mark(here), process.known.get(here, Fact())
    after = process.template.mark(here + 1).name if here < process.template.last else ""
    return MilestoneAsk(here, mark.name, fact.expected if fact.told else None, _options(mark), after)


def as_heard(process: Process, heard: MilestoneHeard, *, today: date, at: datetime) -> Process:
    """The process as the call will leave it: for the suggestion of the next step, nothing is written."""
    place = heard.place or min(process.here, process.template.last)
    mark = process.template.mark(place)
    on = heard.reached_on or today
    if heard.failure is not None or heard.answer == Answer.NO:
        why = heard.failure or mark.fails_as
        fall = Fall(mark.name, why, on, at, mark.restarts_at, mark.weight)
        known = {other: fact for other, fact in process.known.items() if other < mark.restarts_at and fact.done_on}
        process = replace(process, known=known, fall=fall)
        place = process.here
    elif heard.reached_on is not None:
        answer = Answer.YES.value if mark.kind is MarkKind.DECISION else ""
        fact = replace(process.known.get(place, Fact()), done_on=on, answer=answer)
        process = replace(process, known={**process.known, place: fact})
    place = max(place, process.here)
    if heard.expected is None or place > process.template.last:
        return process
    return process.expecting(heard.expected, place=place)


def _options(mark: Mark) -> tuple[tuple[str, str], ...]:
    if mark.kind is MarkKind.DECISION:
        return (Answer.YES.value, "Yes"), (Answer.NO.value, "No")
    return ("done", "Done"), (mark.fails_as.value, FAILURE_WORDS[mark.fails_as])
