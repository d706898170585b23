"""The actions behind the pages, timed in process from entering the agency to the commit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
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
from rightday.leads.bulk import actions as bulk
from rightday.leads.bulk.rules import BulkKind
from rightday.leads.lists.models import BulkAct
from rightday.leads.models import Lead
from rightday.leads.process import actions as process
from rightday.leads.process.rules import Stage
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people.models import Person

WARM_UP = 5
MANY = 1_000
# p50 and p95 in milliseconds that are to be reached, None where there is no target.
ACTIONS: dict[str, tuple[float, float] | None] = {
    "Create a lead": (10, 30),
    "Log a result": (10, 30),
    "Take a result back": None,
    "Save a quick capture": None,
    "Drag a lead to another column": (60, 60),
    "Drag it back": (60, 60),
    "Move the next step of 1,000 leads": (2_000, 2_000),
    "Take it back for 1,000 leads": None,
}
BULKS = 3
"""As often at most, because each writes as much as 1,000 drags."""
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
        for act in (_create, _log, _capture, _drag, *([_bulk] if 0 <= turn < BULKS else [])):
            _run(act, used, drawn, desk, today, random)
    lines = [_line(name, clock.seconds.get(name)) for name in ACTIONS]
    return lines, [f"{words} ({times} times)" for words, times in clock.errors.items()]


def _line(name: str, seconds: list[float] | None) -> Line:
    if not seconds:
        return Line(name, "not measured")
    times = Times.of(seconds)
    target = ACTIONS[name]
    return limit(name, times, *target) if target else Line(name, timed(times))


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


def _drag(clock: Clock, drawn: Drawn, desk: Desk, today: date, random: Random) -> None:
    """To where interviews are, or from there to the decision, and back again, as the board does it."""
    with _inside(drawn):
        row = Lead.objects.open().filter(pk__in=desk.leads[:40]).values_list("pk", "stage").first()
    if row is None:
        return
    to = Stage.INTERVIEWING if row[1] != Stage.INTERVIEWING else Stage.DECISION
    for name, stage in (("Drag a lead to another column", to), ("Drag it back", Stage(row[1]))):
        with clock.timed(name), _inside(drawn):
            lead = Lead.objects.get(pk=row[0])
            process.move(lead, stage=stage, seen=lead.version, by=desk.member)


def _bulk(clock: Clock, drawn: Drawn, desk: Desk, today: date, random: Random) -> None:
    """Part by part until all is done, as the page that waits for it goes on; then back, so that the book stays."""
    with _inside(drawn):
        ids = list(Lead.objects.open().filter(owner=desk.member).values_list("pk", flat=True)[:MANY])
    values = {"due": (today + timedelta(days=7)).isoformat()}
    with clock.timed("Move the next step of 1,000 leads"):
        with _inside(drawn):
            act = bulk.begin(BulkKind.STEP, leads=ids, values=values, by=desk.member)
        _to_the_end(act, drawn, desk)
    with clock.timed("Take it back for 1,000 leads"):
        with _inside(drawn):
            act = bulk.undo(act, by=desk.member)
        _to_the_end(act, drawn, desk)


def _to_the_end(act: BulkAct, drawn: Drawn, desk: Desk) -> None:
    while act.finished_at is None:
        with _inside(drawn):
            act = bulk.go_on(act, by=desk.member)
