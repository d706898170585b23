"""Readers of strangers' files in a process of their own, so that what a file does to its reader it does to nobody else.

One process for each kind of reader is started with its first file and stays, warm and without the web server's
memory; for each file it makes a copy of itself, which takes milliseconds, has limits, reads, answers and ends.
"""

from __future__ import annotations

import atexit
import importlib
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Final
from zoneinfo import ZoneInfo

from rightday.kernel import limits
from rightday.kernel.unreadable import Unreadable

_ROOT: Final = Path(__file__).resolve().parents[2]
_ALWAYS: Final = frozenset(
    [
        *((kind.__module__, kind.__name__) for kind in (Unreadable, type(Path()))),
        *(("datetime", name) for name in ("date", "datetime", "time", "timedelta", "timezone")),
        ("zoneinfo", "ZoneInfo"),
    ]
)


class Apart:
    """The readers of one module, which holds this as `APART`. Nothing but what it `says` is made of their answers.

    What is asked has a `path`; `answers` gives what is said of it, one thing after the other. `stopped` and `fell`
    are the words when a reader took too long, and when it fell over.
    """

    def __init__(
        self, module: str, *, says: Iterable[type], answers: Callable[[Any], Iterator[Any]], stopped: str, fell: str
    ) -> None:
        self.module, self.answers, self.stopped, self.fell = module, answers, stopped, fell
        self.may_be_made = _ALWAYS | {(kind.__module__, kind.__name__) for kind in says}
        self.waiting = _Waiting(module)
        atexit.register(self.close)

    def close(self) -> None:
        """Ends the waiting process; the next file starts another."""
        self.waiting.close()

    @contextmanager
    def asked(self, what: Any) -> Iterator[IO[bytes]]:
        """A line to a process that has been asked something; when it is put down, that process ends."""
        mine, theirs = socket.socketpair()
        with mine:
            with theirs:
                self.waiting.take(theirs)
            with mine.makefile("rb") as answers:
                with suppress(OSError):  # it has ended already: its silence says so
                    mine.sendall(pickle.dumps(what))
                    mine.shutdown(socket.SHUT_WR)
                yield answers

    def answer(self, answers: IO[bytes]) -> Any:
        """What it says next. Raises Unreadable: its own, or `stopped` or `fell` where it has ended."""
        began = time.monotonic()
        try:
            got = self.load(answers)
        except (EOFError, OSError, pickle.UnpicklingError):
            raise Unreadable(self.stopped if time.monotonic() - began > limits.STILL / 2 else self.fell) from None
        if isinstance(got, Unreadable):
            raise Unreadable(got.reason)
        return got

    def load(self, file: IO[bytes]) -> Any:
        """One value of a stranger. Raises UnpicklingError for what nobody may make."""
        return _Known(file, self.may_be_made).load()

    def serve(self, line: socket.socket) -> None:
        """Reads what is asked for, within limits, and answers."""
        out: Any = line.makefile("rwb")
        asked = self.load(out)
        with suppress(OSError):
            limits.be_apart(max(1, asked.path.stat().st_size))
        try:
            for answer in self.answers(asked):
                packed = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
                limits.wait()
                out.write(packed)
                out.flush()
                limits.work()
        except Unreadable as refusal:
            out.write(pickle.dumps(refusal))
            out.flush()


def _zone_maker(owner: object, name: str) -> Any:
    """The one attribute that is asked for: how a time zone says how it is made again."""
    if owner is not ZoneInfo or name != "_unpickle":
        raise pickle.UnpicklingError(f"{name} is nothing that a reader says.")
    return ZoneInfo._unpickle  # type: ignore[attr-defined]  # its own, which the stubs leave out


class _Known(pickle.Unpickler):
    """Makes what a reader may say and nothing else: a process that a file has taken over is a stranger."""

    def __init__(self, file: IO[bytes], may_be_made: frozenset[tuple[str, str]]) -> None:
        super().__init__(file)
        self.may_be_made = may_be_made

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _zone_maker
        if (module, name) not in self.may_be_made:
            raise pickle.UnpicklingError(f"{module}.{name} is nothing that a reader says.")
        return super().find_class(module, name)


class _Warm:
    """The process that waits for files, seen from this one."""

    def __init__(self, module: str) -> None:
        self.owner = os.getpid()
        self.door, theirs = socket.socketpair()
        self.process = subprocess.Popen(  # noqa: S603  # this very interpreter, and a module of ours
            [sys.executable, "-P", "-c", f"from rightday.kernel.apart import main; main({module!r})"],
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

    def __init__(self, module: str) -> None:
        self.module = module
        self.lock = threading.Lock()
        self.warm: _Warm | None = None

    def take(self, line: socket.socket) -> None:
        with self.lock:
            if self.warm is None or self.warm.owner != os.getpid():
                self.warm = _Warm(self.module)
            try:
                self.warm.take(line)
            except OSError:  # it has been ended from outside: one more try with a new one
                self.warm.close()
                self.warm = _Warm(self.module)
                self.warm.take(line)

    def close(self) -> None:
        with self.lock:
            if self.warm is not None:
                self.warm.close()
                self.warm = None


def main(module: str) -> None:
    """The waiting process: a copy of itself for each line that comes through its door, until that is shut."""
    readers: Apart = importlib.import_module(module).APART
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
                readers.serve(socket.socket(fileno=lines[0]))
            os._exit(0)
        os.close(lines[0])
