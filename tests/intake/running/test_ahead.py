"""Two processes read a long file: the same lines, whichever of them is killed, and none is left behind."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from rightday.intake.reading import Unreadable, open_file
from rightday.intake.running import ahead
from rightday.intake.understanding import columns, holds
from rightday.intake.understanding.file_lines import Source, lines_of
from rightday.leads.rules import Holds
from tests.intake.trackers import many, row, tracker

TODAY = date(2026, 11, 24)
ROWS = 900


@pytest.fixture
def source(tmp_path: Path) -> Source:
    rows = [*many(ROWS, TODAY), row(notes="nobody at all")]
    path = tracker(tmp_path / "a.csv", rows)
    (table,) = open_file(path, "a.csv").tables
    found = columns.guess(table.header, table.sample, TODAY)
    chosen = {
        "use": True,
        "holds": holds.of(table.name, found).value,
        "columns": [{"index": column.index, "field": column.field.value} for column in found],
    }
    said = {"tables": [chosen], "region": "GB", "currency": "GBP", "dayfirst": True}
    return Source(path, "a.csv", said, TODAY, Holds())


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every process that is started to read ahead."""
    started: list[subprocess.Popen[bytes]] = []

    class Kept(ahead._Reader):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            started.append(self.process)

    monkeypatch.setattr(ahead, "_Reader", Kept)
    return started


@pytest.mark.parametrize("after", [0, 1, 333, ROWS, ROWS + 1])
def test_the_same_lines_from_anywhere(source: Source, readers, after: int):
    assert list(ahead.lines(source, after=after)) == list(lines_of(source, after=after))
    assert [one.returncode is not None for one in readers] == [True]


def test_when_the_reader_is_killed_this_process_reads_on(source: Source, readers, caplog):
    read = ahead.lines(source)
    found = [next(read)]
    os.kill(readers[0].pid, signal.SIGKILL)
    found += read
    assert found == list(lines_of(source))
    assert "has ended; reading on from row" in caplog.text


def test_a_reader_that_dies_at_once_is_not_missed(source: Source, monkeypatch):
    monkeypatch.setattr(ahead.sys, "executable", "/bin/false")
    assert list(ahead.lines(source)) == list(lines_of(source))


def test_half_a_message_counts_as_none(source: Source, monkeypatch):
    real = ahead._packed
    monkeypatch.setattr(ahead._Reader, "next", lambda reader: pickle.loads(real(["cut"])[:-5]))
    assert list(ahead.lines(source)) == list(lines_of(source))


def test_whoever_stops_reading_leaves_no_process(source: Source, readers):
    read = ahead.lines(source)
    next(read)
    read.close()
    assert readers[0].returncode is not None


def test_what_cannot_be_read_is_said_in_words(source: Source):
    source.path.write_bytes(b"")
    with pytest.raises(Unreadable) as there:
        list(ahead.lines(source))
    with pytest.raises(Unreadable) as here:
        list(lines_of(source))
    assert there.value.reason == here.value.reason


def test_when_the_writer_is_killed_the_reader_ends(source: Source, tmp_path: Path):
    """The writer of this test takes one line and then nothing more: the reader is stuck with the next."""
    (tmp_path / "job").write_bytes(pickle.dumps(source))
    writer = subprocess.Popen(
        [
            sys.executable, "-c",
            "import pickle, sys, time; from rightday.intake.running import ahead\n"
            "ahead.TOGETHER = 1\n"
            "reader = ahead._Reader(pickle.load(open(sys.argv[1], 'rb')), 0)\n"
            "reader.next(); print(reader.process.pid, flush=True); time.sleep(600)",
            str(tmp_path / "job"),
        ],
        stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ahead._ROOT)},
    )  # fmt: skip
    reader = int(writer.stdout.readline())
    writer.kill()
    writer.wait()
    until = time.monotonic() + 30
    while _lives(reader) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _lives(reader)


def test_the_senders_side(source: Source, monkeypatch):
    """What the other process runs, run here: lines in messages, answers beside them, an end."""
    out = io.BytesIO()
    monkeypatch.setattr(ahead._THOUGHT[0], "_known", {})
    monkeypatch.setattr(ahead._THOUGHT[0], "_fresh", {})
    ahead.send(source, 0, out)
    out.seek(0)
    messages = []
    while not messages or not isinstance(messages[-1], str):
        messages.append(pickle.load(out))
    *read, end = messages
    assert end == ""
    assert [line for one in read for line in one.lines] == list(lines_of(source))
    assert all(len(one.lines) <= ahead.TOGETHER for one in read)
    told = {name for one in read for name in one.answers[0]}
    assert {"Person7 Family7", f"Person{ROWS - 1} Family{ROWS - 1}"} <= told


def test_only_long_files_and_more_than_one_core(monkeypatch):
    monkeypatch.setattr(ahead, "_cores", lambda: 2)
    assert ahead.worth_it(ahead.AT_LEAST)
    assert not ahead.worth_it(ahead.AT_LEAST - 1)
    monkeypatch.setattr(ahead, "_cores", lambda: 1)
    assert not ahead.worth_it(10**6)


def test_cores_where_nobody_limits_them(monkeypatch):
    assert ahead._cores() >= 1
    monkeypatch.setattr(ahead.sys, "platform", "darwin")
    monkeypatch.setattr(ahead.os, "cpu_count", lambda: None)
    assert ahead._cores() == 1


def _lives(pid: int) -> bool:
    """Whether it runs; one that has ended may wait for whoever adopts it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
