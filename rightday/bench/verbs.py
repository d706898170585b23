"""The actions behind the pages, timed in process from entering the agency to the commit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from random import Random

from rightday.agencies.queries import at_hand
from rightday.bench import words
from rightday.bench.draw import Desk, Drawn
from rightday.bench.figures import Line, Times, limit, timed
from rightday.calls import actions as calls
from rightday.calls.rules import Result
from rightday.db.row_security import enter
from rightday.intake.capture import actions as actions_capture
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people.models import Person

WARM_UP = 5
# Those with a target of their own.
ACTIONS = {"Create a lead": True, "Log a result": True, "Take a result back": False, "Save a quick capture": False}
RESULTS = (Result.NO_ANSWER, Result.PROGRESSED, Result.NOT_NOW, Result.MET)


@dataclass(slots=True)
class Clock:
    """Times by name; an action that failed is counted by its words."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.seconds.setdefault(name, []).append(time.perf_counter() - began)


def measure(drawn: Drawn, today: date, *, rounds: int, seed: int) -> tuple[list[Line], list[str]]:
    """Creates leads, logs results, takes some back, saves captures: lines and errors in words."""
    random, clock = Random(seed), Clock()  # noqa: S311 - draws rows to work on
    for turn in range(-WARM_UP, rounds):
        used = Clock(clock.seconds if turn >= 0 else {}, clock.errors)  # a failure counts while warming up too
        desk = drawn.desk(random)
        for act in (_create, _log, _capture):
            _run(act, used, drawn, desk, today, random)
    lines = [_line(name, clock.seconds.get(name)) for name in ACTIONS]
    return lines, [f"{words} ({times} times)" for words, times in clock.errors.items()]


def _line(name: str, seconds: list[float] | None) -> Line:
    if not seconds:
        return Line(name, "not measured")
    times = Times.of(seconds)
    return limit(name, times, 10, 30) if ACTIONS[name] else Line(name, timed(times))


def _run(act: Callable[..., None], clock: Clock, drawn: Drawn, desk: Desk, today: date, random: Random) -> None:
    try:
        act(clock, drawn, desk, today, random)
    except Exception as problem:  # whatever it is, the table must say so
        said = f"{act.__name__.strip('_')}: {type(problem).__name__}: {problem}"[:200]
        clock.errors[said] = clock.errors.get(said, 0) + 1


@contextmanager
def _inside(drawn: Drawn) -> Iterator[None]:
    """Entered, as the door does it for a request: on PostgreSQL that is the transaction."""
    with enter(drawn.agency), at_hand(drawn.agency):
        yield


def _create(clock: Clock, drawn: Drawn, desk: Desk, today: date, random: Random) -> None:
    with _inside(drawn):
        person = Person.objects.select_related("company").get(pk=random.choice(desk.persons))
    heard = [HeardEvidence(Shows.INTERVIEWING, random.choice(words.SAID), today)]
    with clock.timed("Create a lead"), _inside(drawn):
        leads.create(person, heard=heard, title=random.choice(words.NEEDS), by=desk.member)


def _log(clock: Clock, drawn: Drawn, desk: Desk, today: date, random: Random) -> None:
    some = random.sample(desk.leads, min(40, len(desk.leads)))
    with _inside(drawn):
        step_id = Lead.objects.open().filter(pk__in=some).values_list("next_step_id", flat=True).first()
    if step_id is None:
        return
    note = random.choice(words.SAID)
    with clock.timed("Log a result"), _inside(drawn):
        logged = calls.log_result(step_id, result=random.choice(RESULTS), by=desk.member, note=note)
    if random.random() < 0.5:
        with clock.timed("Take a result back"), _inside(drawn):
            calls.undo(logged.call.pk, by=desk.member)


def _capture(clock: Clock, drawn: Drawn, desk: Desk, today: date, random: Random) -> None:
    text = drawn.captured(random)
    with clock.timed("Save a quick capture"), _inside(drawn):
        actions_capture.save(text, by=desk.member)
