"""`rightday watch FOLDER`: brings in what is put there; then it lies in `done/` or `refused/`, with what came of it.

A file is taken once it has stopped growing. One that was under way when this process ended goes on where it stopped;
one that is in already is not brought in again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rightday.commands import prepare, running, who
from rightday.commands.import_file import taken_apart
from rightday.commands.say import problem, say

if TYPE_CHECKING:
    from rightday.intake.models import Import
    from rightday.team.models import Member

EVERY = 2.0
UNFINISHED = (".part", ".tmp", ".crdownload", ".filepart")
"""How programs call what they are still writing."""
Entering = Callable[[], AbstractContextManager[None]]


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="where files are put")
    parser.add_argument("--once", action="store_true", help="bring in what is there, then end")
    parser.add_argument("--every", type=float, default=EVERY, help=f"seconds between two looks ({EVERY:g})")
    who.options(parser)


def run(options: argparse.Namespace) -> int:
    prepare.django_ready()
    if not options.folder.is_dir():
        return problem(f"There is no folder {options.folder}. Make it first.")
    from django.conf import settings

    from rightday.agencies.queries import at_hand
    from rightday.db.row_security import enter

    running.hold(settings.DATA)
    try:
        agency, member = who.meant(options)
    except who.Unclear as refusal:
        return problem(str(refusal))
    if not options.once:
        say(f"Watching {options.folder}. ctrl-C ends it; what is under way goes on the next time.")
    with at_hand(agency):
        _look_again_and_again(options, _Watch(options.folder, member, lambda: enter(agency)))
    return 0


def _look_again_and_again(options: argparse.Namespace, watch: _Watch) -> None:
    sizes: dict[Path, tuple[int, int]] = {}
    while True:
        seen = {path: (stat.st_size, stat.st_mtime_ns) for path, stat in waiting(options.folder)}
        for path, size in seen.items():
            if options.once or sizes.get(path) == size:  # as it was at the last look: nobody writes it any more
                watch.take(path)
        if options.once:
            return
        sizes = seen
        time.sleep(options.every)


def waiting(folder: Path) -> Iterator[tuple[Path, Any]]:
    """Files of the folder itself in the order of their names; no links, nothing hidden, nothing half written."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")) or path.name.lower().endswith(UNFINISHED) or path.is_symlink():
            continue
        try:
            if path.is_file():
                yield path, path.stat()
        except OSError:  # taken away meanwhile
            continue


class _Watch:
    """One folder, and in whose name its files come in."""

    def __init__(self, folder: Path, member: Member, entering: Entering) -> None:
        self.folder, self.member, self.entering = folder, member, entering

    def take(self, path: Path) -> None:
        """One file, or all of a zip; then it lies where it belongs, with a file that says why."""
        with tempfile.TemporaryDirectory() as inside:
            parts = list(taken_apart(path, Path(inside) / "zip")) or [(path, "")]
            said = [self._one(part, why) for part, why in parts]
        came = any(not one["errors"] for one in said)
        place = _place(self.folder / ("done" if came else "refused"), path.name)
        # What is said first: a file that lies there has always been told of.
        place.with_name(f"{place.name}.json").write_text(
            json.dumps(said if len(said) > 1 else said[0], indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        if not came:
            reasons = "\n".join(f"{one['file']}: {' '.join(one['errors'])}" for one in said)
            place.with_name(f"{place.name}.txt").write_text(reasons + "\n", encoding="utf-8")
        shutil.move(path, place)
        say(f"{path.name}: {'brought in' if came else 'refused'}, see {place.parent.name}/{place.name}.json")

    def _one(self, path: Path, why: str) -> dict[str, Any]:
        from rightday.commands import import_said
        from rightday.intake.reading import Unreadable
        from rightday.team.rules import NotAllowed

        try:
            if why:
                raise Unreadable(why)
            batch = self._brought_in(path)
        except (Unreadable, NotAllowed) as refusal:
            return {"version": 1, "file": path.name, "error": str(refusal), "errors": [str(refusal)]}
        with self.entering():
            return import_said.batch_json(batch)

    def _brought_in(self, path: Path) -> Import:
        from rightday.intake import actions

        batch = self._known(path)
        if batch is None:
            with self.entering():
                batch = actions.receive(path, name=path.name, by=self.member)
            return actions.run_now(batch, by=self.member, entering=self.entering)
        if batch.state in ("read", "tried", "waiting"):
            return actions.run_now(batch, by=self.member, entering=self.entering)
        if batch.state == "running":
            actions.run_slice(batch, by=self.member, seconds=math.inf, entering=self.entering)
            with self.entering():
                batch.refresh_from_db()
        return batch

    def _known(self, path: Path) -> Import | None:
        """The import of this very file, unless it was undone or stopped: a watch that was ended takes it up again."""
        from rightday.intake.models import Import

        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        states = ("read", "tried", "waiting", "running", "done")
        with self.entering():
            same = Import.objects.filter(sha256=digest, name=path.name[-255:], state__in=states)
            found: Import | None = same.select_related("by").order_by("-pk").first()
        return found


def _place(folder: Path, name: str) -> Path:
    """A name that is free there: "leads.csv", "leads 2.csv" …"""
    folder.mkdir(exist_ok=True)
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (name, "")
    place, number = folder / name, 2
    while place.exists():
        place, number = folder / f"{stem} {number}{ending}", number + 1
    return place
