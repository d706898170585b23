"""Reads files in a process of its own, so that what a file does to its reader it does to nobody else.

One process is started with the first file and stays, warm and without the web server's memory; for
each file it makes a copy of itself, which takes milliseconds, has limits, reads, answers and ends.
"""

import atexit
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import IO, Any, Final
from zoneinfo import ZoneInfo

from rightday.intake.reading import limits, opening
from rightday.intake.reading.book import Book, Row, Skip, Skipped, Table, Unreadable

SENT_ALONG: Final = 2_000
"""So many rows of a table travel with it; those of longer tables are read again when they are asked for."""
_TOGETHER: Final = 500
_VALUES: Final = attrgetter(*(field.name for field in fields(Row)))
_ROOT: Final = Path(__file__).resolve().parents[3]
_STOPPED = (
    "Reading this file took too long or too much memory, so it was ended. "
    "Open it in the program that made it, save it as .xlsx or .csv, and bring that."
)
_FELL = (
    "This file is damaged in a way that makes its reader fall over. "
    "Open it in the program that made it, save it again as .xlsx or .csv, and bring that."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows of a short table."""

    rows: tuple[Row, ...]

    def __call__(self) -> Iterator[Row]:
        return iter(self.rows)


@dataclass(frozen=True, slots=True)
class Again:
    """Rows of a long table, read again each time: `place` is its place in the file."""

    path: Path
    name: str
    place: int

    def __call__(self) -> Iterator[Row]:
        with _asked(self) as answers:
            while rows := _answer(answers):
                yield from (Row(*values) for values in rows)


@dataclass(frozen=True, slots=True)
class Opening:
    """The wish to have a file opened."""

    path: Path
    name: str


def open_apart(path: Path, name: str) -> Book:
    """The file, opened and read to its end by another process. Raises Unreadable."""
    with _asked(Opening(path.absolute(), name)) as answers:
        book: Book = _answer(answers)
    return book


def _zone_maker(owner: object, name: str) -> Any:
    """The one attribute that is asked for: how a time zone says how it is made again."""
    if owner is not ZoneInfo or name != "_unpickle":
        raise pickle.UnpicklingError(f"{name} is nothing that a reader says.")
    return ZoneInfo._unpickle  # type: ignore[attr-defined]  # its own, which the stubs leave out


class _Known(pickle.Unpickler):
    """Makes what a reader may say and nothing else: a process that a file has taken over is a stranger."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _zone_maker
        if (module, name) not in _MAY_BE_MADE:
            raise pickle.UnpicklingError(f"{module}.{name} is nothing that a reader says.")
        return super().find_class(module, name)


_SAYS: Final = (Kept, Again, Opening, Book, Table, Row, Skipped, Skip, Unreadable, type(Path()))
_MAY_BE_MADE: Final = frozenset(
    [
        *((kind.__module__, kind.__name__) for kind in _SAYS),
        *(("datetime", name) for name in ("date", "datetime", "time", "timedelta", "timezone")),
        ("zoneinfo", "ZoneInfo"),
    ]
)


class _Warm:
    """The process that waits for files, seen from this one."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.door, theirs = socket.socketpair()
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from rightday.intake.reading.apart import main; main()"],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))},
        )
        theirs.close()

    def take(self, line: socket.socket) -> None:
        socket.send_fds(self.door, [b"."], [line.fileno()])

    def close(self) -> None:
        self.door.close()
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()


class _Waiting:
    """The one waiting process of this process, started when it is needed."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.warm: _Warm | None = None

    def take(self, line: socket.socket) -> None:
        with self.lock:
            if self.warm is None or self.warm.owner != os.getpid():
                self.warm = _Warm()
            try:
                self.warm.take(line)
            except OSError:  # it has been ended from outside: one more try with a new one
                self.warm.close()
                self.warm = _Warm()
                self.warm.take(line)

    def close(self) -> None:
        with self.lock:
            if self.warm is not None:
                self.warm.close()
                self.warm = None


_waiting = _Waiting()


def close() -> None:
    """Ends the waiting process; the next file starts another."""
    _waiting.close()


atexit.register(close)


class _asked:
    """A line to a process that has been asked something; when it is put down, that process ends."""

    def __init__(self, what: Opening | Again) -> None:
        self.mine, theirs = socket.socketpair()
        with theirs:
            _waiting.take(theirs)
        self.answers = self.mine.makefile("rb")
        with suppress(OSError):  # it has ended already: its silence says so
            self.mine.sendall(pickle.dumps(what))
            self.mine.shutdown(socket.SHUT_WR)

    def __enter__(self) -> IO[bytes]:
        return self.answers

    def __exit__(self, *_words: object) -> None:
        self.answers.close()
        self.mine.close()


def _answer(answers: IO[bytes]) -> Any:
    began = time.monotonic()
    try:
        got = _Known(answers).load()
    except (EOFError, OSError, pickle.UnpicklingError):
        raise Unreadable(_STOPPED if time.monotonic() - began > limits.STILL / 2 else _FELL) from None
    if isinstance(got, Unreadable):
        raise Unreadable(got.reason)
    return got


def main() -> None:
    """The waiting process: a copy of itself for each line that comes through its door, until that is shut."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    door = socket.socket(fileno=0)
    while True:
        _said, lines, _flags, _address = socket.recv_fds(door, 1, 1)
        if not lines:
            return
        if os.fork() == 0:
            door.close()
            with suppress(BaseException):
                serve(socket.socket(fileno=lines[0]))
            os._exit(0)
        os.close(lines[0])


def serve(line: socket.socket) -> None:
    """Reads what is asked for, within limits, and answers."""
    out = line.makefile("rwb")
    asked: Opening | Again = _Known(out).load()
    with suppress(OSError):
        limits.be_apart(max(1, asked.path.stat().st_size))
    try:
        for answer in answers_to(asked):
            packed = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
            limits.wait()
            out.write(packed)
            out.flush()
            limits.work()
    except Unreadable as refusal:
        out.write(pickle.dumps(refusal))
        out.flush()


def answers_to(asked: Opening | Again) -> Iterator[Any]:
    """The book; or rows of a table, some at a time, and nothing at their end."""
    book = opening.open_here(asked.path, asked.name)
    if isinstance(asked, Again):
        rows = opening.guarded(book.tables[asked.place].rows())
        while some := list(islice(rows, _TOGETHER)):
            yield list(map(_VALUES, some))  # by their values: half of what pickling them would take
        yield []
    else:
        yield replace(book, tables=tuple(_sendable(table, asked, place) for place, table in enumerate(book.tables)))


def _sendable(table: Table, asked: Opening, place: int) -> Table:
    if table.row_count <= len(table.sample):
        return replace(table, source=Kept(table.sample))
    if table.row_count <= SENT_ALONG:
        return replace(table, source=Kept(tuple(opening.guarded(table.rows()))))
    return replace(table, source=Again(asked.path, asked.name, place))
