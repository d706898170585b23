"""Reading ahead: a second process reads and understands a long file while this one writes what it has read.

It knows no database and no Django, gets the file to read on its standard input, and sends lines on
its standard output, a few hundred at a time. When it is killed, this process reads on by itself; when
this one is killed, the other ends at its next line. Neither waits for the other for ever.
"""

from __future__ import annotations

import gc
import io
import logging
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from dataclasses import dataclass, fields
from itertools import islice
from operator import attrgetter
from pathlib import Path
from queue import Queue
from typing import IO, Any, Final

from rightday.intake.reading import Unreadable
from rightday.intake.running.judging import Judged
from rightday.intake.understanding.file_lines import Line, Source, lines_of
from rightday.intake.understanding.records import Record
from rightday.intake.understanding.said import said
from rightday.intake.understanding.zones import zone_of
from rightday.kernel import limits, names, phones
from rightday.kernel.phones import Phone
from rightday.kernel.remembered import Remembered
from rightday.kernel.when import Moment
from rightday.leads.rules import HeardEvidence
from rightday.people.search_terms import described, short_words, words

AT_LEAST: Final = 4_000
"""Rows from which on it pays to start another process."""
TOGETHER: Final = 250
"""Lines sent at once."""
_AHEAD: Final = 8
"""So many times TOGETHER lines wait in the other process at most: its memory does not grow with the file."""
_ROOT: Final = Path(__file__).resolve().parents[3]
_END: Final = ""
_THOUGHT: Final[tuple[Remembered[Any], ...]] = (names.person_key, names.company_key, phones.zone_of, short_words)
_log = logging.getLogger(__name__)


def worth_it(rows: int) -> bool:
    """Whether so many rows are read faster by a second process: it needs a core of its own."""
    return rows >= AT_LEAST and _cores() > 1


def lines(source: Source, *, after: int = 0) -> Generator[Line]:
    """What `lines_of` gives, read ahead by another process, which ends with this iterator. Raises Unreadable."""
    with closing(_Reader(source, after)) as reader:
        while True:
            try:
                got = reader.next()
            except (EOFError, OSError, pickle.UnpicklingError):
                break
            if isinstance(got, str):
                if got != _END:
                    raise Unreadable(got)
                return
            for function, answers in zip(_THOUGHT, got.answers, strict=True):
                function.learn(answers)
            yield from got.lines
            after = got.lines[-1].order
    _log.warning("The process that read %s ahead has ended; reading on from row %s.", source.name, after)
    yield from lines_of(source, after=after)


@dataclass(frozen=True, slots=True)
class Read:
    """Lines, and what the other process found out about the names and numbers in them."""

    lines: list[Line]
    answers: list[dict[str, Any]]


class _Reader:
    """The other process, seen from this one."""

    def __init__(self, source: Source, after: int) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from rightday.intake.running.ahead import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))},
        )
        with suppress(OSError):  # it has ended already: what it does not send says so
            pickle.dump((source, after), self._pipe(self.process.stdin))
            self._pipe(self.process.stdin).close()

    def next(self) -> Read | str:
        """Some lines, or at last a text: why the file cannot be read, '' when it has been read to its end."""
        got: Read | str = pickle.load(self._pipe(self.process.stdout))  # noqa: S301 - written by our own process
        return got

    def close(self) -> None:
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                self._pipe(pipe).close()
        self.process.wait()

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        if pipe is None:
            raise OSError("The pipe was never made.")
        return pipe


def main() -> None:
    """The other process: reads the file named on the standard input."""
    gc.disable()  # lines hold no cycles
    limits.be_apart()  # this process reads the file itself, as fast as it can
    for function in _THOUGHT:
        function.tell()
    source, after = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    send(source, after, sys.stdout.buffer)


def send(source: Source, after: int, out: IO[bytes]) -> None:
    """Sends every line after `after`; reads on while what was read waits to be taken."""
    waiting: Queue[bytes | None] = Queue(_AHEAD)
    sender = threading.Thread(target=_send, args=(waiting, out), daemon=True)
    sender.start()
    try:
        read = lines_of(source, after=after)
        while some := list(islice(read, TOGETHER)):
            for line in some:
                _think(line)
            waiting.put(_packed(Read(some, [function.told() for function in _THOUGHT])))
        waiting.put(_packed(_END))
    except Unreadable as problem:
        waiting.put(_packed(problem.reason))
    waiting.put(None)
    sender.join()


def _send(waiting: Queue[bytes | None], out: IO[bytes]) -> None:
    try:
        while (packed := waiting.get()) is not None:
            out.write(packed)
            out.flush()
    except OSError:
        os._exit(1)  # nobody takes them any more


def _think(line: Line) -> None:
    """What writing a line will ask for, so that its answers travel with it. What is asked otherwise is found then."""
    record = line.record
    if not record.usable:
        return
    names.person_key(record.full_name)
    name = f"{record.given} {record.family}" if record.given else record.full_name
    names.person_key(name)
    names.company_key(record.company)
    zone_of(record)
    words(described(name, record.company, record.title, record.emails))
    if line.judged is not None:
        words(said(record, line.judged.heard))


def _packed(what: Read | str) -> bytes:
    """Pickled by the arguments of each class: half of what its own state would take."""
    packed = io.BytesIO()
    pickler = pickle.Pickler(packed, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _BY_ARGUMENTS
    pickler.dump(what)
    return packed.getvalue()


def _by_arguments(kind: type[Any]) -> Callable[[Any], Any]:
    arguments = attrgetter(*(field.name for field in fields(kind)))
    return lambda one: (kind, arguments(one))


_BY_ARGUMENTS: Final[dict[type[Any], Callable[[Any], Any]]] = {
    kind: _by_arguments(kind) for kind in (Line, Record, Phone, Moment, HeardEvidence, Judged)
}


def _cores() -> int:
    """Cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
