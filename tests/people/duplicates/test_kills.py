"""A process that merges, and one that takes apart, is killed at any moment: all of it happened, or none of it.

Real processes on an installation of their own. More often than here with RIGHTDAY_KILLS=200.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.commands.conftest import Installation
from tests.commands.conftest import prepared as prepared  # a fixture

KILLS = int(os.environ.get("RIGHTDAY_KILLS", "10"))
_LIMIT = 60
BEGIN = """
import json, sys
import django; django.setup()
from django.apps import apps
from django.db import connection
from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.kernel import phones
from rightday.leads import actions as leads
from rightday.people import actions as people
from rightday.people.duplicates import actions, moving
from rightday.people.duplicates.models import Merge
from rightday.people.models import Person
from rightday.team.models import Member

agency = Agency.objects.get()
SKIP = {"Merge", "Event", "DuplicateSuggestion", "CompanySuggestion", "Receipt"}
def book():
    every = apps.get_app_config("rightday").get_models()
    rows = {model.__name__: [moving.columns(row) for row in model.objects.order_by("pk")] for model in every
            if hasattr(model, "agency_id") and model.__name__ not in SKIP}
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid FROM search_person ORDER BY rowid")
        rows["search"] = cursor.fetchall()
    return rows
"""
MAKE = """
with enter(agency):
    by = Member.objects.get()
    for number in range(2):
        firm = people.add_company(f"Halden {number}", by=by)
        person = people.add_person(given="Grace", family="Lindholm", company=firm, by=by, title=f"CTO {number}",
            phones=phones.read(f"+44 20 7946 014{number} / +44 20 7946 0777"), emails=["g@x.example", f"g{number}@x.example"])
        for lead in range(40):
            leads.create(person, heard=[], title=f"Lead {lead}", by=by, source="form")
"""
SHOW = """
with enter(agency):
    print(json.dumps([Merge.objects.filter(undone_at=None).count(), book()]))
"""
MERGE = """
with enter(agency):
    one, other = Person.objects.order_by("pk").values_list("pk", flat=True)
    by = Member.objects.get()
    print("ready", flush=True)
    actions.merge_persons(one, gone=other, by=by)
"""
APART = """
with enter(agency):
    by, merge = Member.objects.get(), Merge.objects.get(undone_at=None)
    print("ready", flush=True)
    actions.unmerge(merge, by=by)
"""


class Book:
    def __init__(self, prepared: Path, folder: Path) -> None:
        shutil.copytree(prepared, folder)
        self.made = Installation(folder, DJANGO_SETTINGS_MODULE="rightday.settings")

    def start(self, script: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", BEGIN + script], env=self.made.environment, cwd=self.made.folder,
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, script: str) -> str:
        process = self.start(script)
        said, _ = process.communicate(timeout=_LIMIT)
        assert process.returncode == 0
        return said

    def shown(self) -> tuple[int, object]:
        merges, book = json.loads(self.run(SHOW))
        return merges, book

    def killed(self, script: str, after: float) -> bool:
        """Runs a script and kills it so long after it began; whether it was still at work."""
        process = self.start(script)
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        time.sleep(after)
        alive = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait(_LIMIT)
        return alive


@pytest.mark.slow
def test_killed_at_any_moment_a_merge_is_whole_or_not_at_all(prepared: Path, tmp_path: Path):
    book = Book(prepared, tmp_path / "book")
    book.run(MAKE)
    two = book.shown()
    book.run(MERGE)
    one = book.shown()
    assert (two[0], one[0]) == (0, 1)
    rng, at_work, outcomes = Random(9), 0, set()
    for _ in range(KILLS):
        merges, _now = book.shown()
        at_work += book.killed(APART if merges else MERGE, rng.uniform(0, 0.12))
        merges, now = book.shown()
        assert now == (one[1] if merges else two[1])
        outcomes.add(merges)
    assert at_work, "nothing was killed at work"
    if book.shown()[0]:
        book.run(APART)
    assert book.shown() == two
