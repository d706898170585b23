"""The process that writes is killed at any moment, again and again: each row is in once, and goes out once.

Real processes on an installation of their own: `kill -9` gives nobody the time to tidy up. More often than
here with RIGHTDAY_KILLS=200.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.commands.conftest import Installation
from tests.commands.conftest import prepared as prepared  # a fixture
from tests.intake.trackers import many, tracker

KILLS = int(os.environ.get("RIGHTDAY_KILLS", "12"))
ROWS = 600
_LIMIT = 60

BEGIN = """
import json, sys
import django; django.setup()
from django.apps import apps
from django.db import connection
from pathlib import Path
from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.intake import actions, tasks
from rightday.intake.models import Import, ImportRow
from rightday.intake.running import actions_undo, ahead, moves
from rightday.people.models import Person
from rightday.team.models import Member

ahead.AT_LEAST, moves.CHUNK, actions_undo.CHUNK, actions_undo.AT_ONCE = 100, 20, 20, 0
agency = Agency.objects.get()
def ready(): print("ready", flush=True)
"""
RECEIVE = """
with enter(agency):
    by = Member.objects.get()
    batch = actions.receive(Path(sys.argv[1]), name="tracker.csv", by=by)
    Import.objects.filter(pk=batch.pk).update(state="waiting")
    print(batch.pk)
"""
RUN = """
ready()
tasks.run_import.func(agency.pk, int(sys.argv[1]))
"""
UNDO = """
ready()
with enter(agency):
    batch = Import.objects.select_related("by").get()
    if batch.state == "done":
        actions.undo(batch, by=batch.by)
tasks.undo_import.func(agency.pk, batch.pk)
"""
COUNT = """
with enter(agency):
    batch = Import.objects.get()
    tables = {model._meta.db_table: model.objects.count() for model in apps.get_app_config("rightday").get_models()
              if hasattr(model, "agency_id") and model is not ImportRow}
    with connection.cursor() as cursor:
        for kind in ("person", "company", "said"):
            cursor.execute(f"SELECT count(*) FROM search_{kind}")
            tables[f"search_{kind}"] = cursor.fetchone()[0]
    rows = list(ImportRow.objects.order_by("order").values_list("order", "became", "why"))
    people = sorted(Person.objects.values_list("name", "numbers__e164", "emails__key", "company__name"))
    print(json.dumps([batch.state, batch.done_row, batch.counts, tables, rows, people]))
"""


class Book:
    """An installation, and scripts that run on it as processes."""

    def __init__(self, prepared: Path, folder: Path) -> None:
        shutil.copytree(prepared, folder)
        self.made = Installation(folder, DJANGO_SETTINGS_MODULE="rightday.settings")

    def start(self, script: str, *words: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", BEGIN + script, *map(str, words)], env=self.made.environment, cwd=self.made.folder,
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, script: str, *words: object) -> str:
        said, _ = self.start(script, *words).communicate(timeout=_LIMIT)
        return said

    def rows_in(self) -> int:
        with closing(sqlite3.connect(self.made.folder / "rightday.sqlite3")) as connection:
            return int(connection.execute("SELECT count(*) FROM rightday_importrow WHERE made <> '{}'").fetchone()[0])

    def counted(self) -> list[object]:
        found: list[object] = json.loads(self.run(COUNT))
        return found


@pytest.fixture
def book(prepared: Path, tmp_path: Path) -> Callable[[str], Book]:
    return lambda name: Book(prepared, tmp_path / name)


def killed_again_and_again(book: Book, script: str, *words: object, random: Random) -> set[int]:
    """Starts it and kills it a little later, KILLS times; then lets it end. How many rows were in after each time."""
    left: set[int] = set()
    for number in range(KILLS):
        process, before = book.start(script, *words), book.rows_in()
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        while number % 4 and process.poll() is None and book.rows_in() == before:
            time.sleep(0.01)  # three times of four it has begun to write
        time.sleep(random.uniform(0, 0.15))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait(_LIMIT)
        process.stdout.close()
        left.add(book.rows_in())
    last = book.start(script, *words)
    last.communicate(timeout=_LIMIT)
    assert last.returncode == 0
    return left


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_an_import_and_its_undoing_killed_at_any_moment_lose_and_double_nothing(book, tmp_path: Path):
    random = Random()
    rows = many(ROWS, date.today())
    again = [(name.upper(), *rest) for name, *rest in random.sample(rows, ROWS // 10)]
    file = tracker(tmp_path / "tracker.csv", [*rows, *again, *[("", "", "", "", "", "", "", "", "gone?")] * 5])

    calm, killed = book("calm"), book("killed")
    empty = _tables(calm, file)
    calm.run(RUN, 1)
    assert _tables(killed, file) == empty
    left = killed_again_and_again(killed, RUN, 1, random=random)
    there = killed.counted()
    assert there == calm.counted()
    assert there[0] == "done"
    assert [order for order, *_ in there[4]] == list(range(1, len(rows) + len(again) + 6))
    assert len(left - {0, ROWS}) >= 2, "Nothing was killed in its middle: the file is too short."

    left = killed_again_and_again(killed, UNDO, random=random)
    assert len(left - {0, ROWS}) >= 2
    gone = killed.counted()
    assert (gone[0], gone[5]) == ("undone", [])
    assert {why for _, _, why in gone[4]} <= {"Taken out again", *(why for _, _, why in there[4])}
    still = {name: count for name, count in gone[3].items() if name != "rightday_event"}
    assert still == {name: count for name, count in empty.items() if name != "rightday_event"}


def _tables(book: Book, file: Path) -> dict[str, int]:
    """Receives the file; how many rows each table holds before it is brought in."""
    assert book.run(RECEIVE, file).strip() == "1"
    found = book.counted()[3]
    assert isinstance(found, dict)
    return found
