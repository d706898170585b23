"""Files that came together are imports of their own, done to at once; one that nobody can read costs the others nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from rightday.intake import actions as one_by_one
from rightday.intake.bundles import actions
from rightday.intake.models import Import, ImportRow
from rightday.intake.reading import Came
from rightday.leads.models import Lead
from rightday.people.models import Person
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event
from tests.conftest import Cast
from tests.intake.made_imports import csv
from tests.intake.reading.test_unpacking import MAIL, zipped

KING = [("Ada King", "Alder", "020 7946 0777", "", "", "", "Interviewing two people this week.")]


def came(tmp_path: Path, *files: tuple[str, bytes]) -> list[Came]:
    made = []
    for number, (name, data) in enumerate(files):
        (tmp_path / f"came{number}").write_bytes(data)
        made.append(Came(tmp_path / f"came{number}", name))
    return made


def kept(cast: Cast, files: list[Came]) -> str:
    return actions.keep_all(actions.understand_all(files, by=cast.sam), by=cast.sam)


def states() -> list[str]:
    return list(Import.objects.order_by("pk").values_list("state", flat=True))


def run_all(cast: Cast) -> None:
    for batch in Import.objects.filter(state="waiting").order_by("pk"):
        one_by_one.run_slice(batch, by=cast.sam)


def test_several_files_one_of_which_nobody_can_read(inside: Cast, tmp_path: Path) -> None:
    word = kept(
        inside, came(tmp_path, ("a.csv", csv()), ("b.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 99), ("c.csv", csv(KING)))
    )
    found = list(Import.objects.filter(bundle=word).order_by("pk"))
    assert [one.state for one in found] == ["read", "refused", "read"]
    assert found[1].problem
    assert (found[1].stored, found[1].total) == ("", 0)
    assert Event.objects.filter(verb="import.refused").count() == 1
    assert actions.start_all(word, by=inside.sam) == 2
    run_all(inside)
    assert states() == ["done", "refused", "done"]
    assert Person.objects.filter(name="Ada King").exists()


def test_a_zip_is_taken_apart(inside: Cast, tmp_path: Path) -> None:
    data = zipped(tmp_path / "z.zip", {"desk/a.csv": csv(), "desk/c.csv": csv(KING)}).read_bytes()
    word = kept(inside, came(tmp_path, ("all.zip", data)))
    assert list(Import.objects.filter(bundle=word).values_list("name", "total")) == [("a.csv", 7), ("c.csv", 1)]


def test_an_empty_zip_and_a_locked_file_are_there_with_their_problem(inside: Cast, tmp_path: Path) -> None:
    kept(inside, came(tmp_path, ("none.zip", zipped(tmp_path / "z.zip", {}).read_bytes())))
    kept(inside, [Came(tmp_path / "gone", "more.csv", "It is locked.")])
    assert list(Import.objects.order_by("pk").values_list("name", "state", "problem")) == [
        ("none.zip", "refused", "This zip is empty."), ("more.csv", "refused", "It is locked."),
    ]  # fmt: skip


def test_paused_gone_on_with_and_taken_out_together(inside: Cast, tmp_path: Path) -> None:
    before = Lead.objects.count()
    word = kept(inside, came(tmp_path, ("a.csv", csv()), ("c.csv", csv(KING))))
    other = kept(inside, came(tmp_path, ("x.csv", csv(KING))))
    actions.start_all(word, by=inside.sam)
    assert actions.pause_all(word, by=inside.sam) == 2
    assert states() == ["paused", "paused", "read"]
    assert actions.go_on_all(word, by=inside.sam) == 2
    run_all(inside)
    assert Lead.objects.count() > before
    assert actions.undo_all(word, by=inside.sam) == 2
    assert states() == ["undone", "undone", "read"]
    assert (Lead.objects.count(), ImportRow.objects.exclude(made={}).count()) == (before, 0)
    assert Import.objects.get(bundle=other).state == "read"


def test_one_that_has_moved_on_by_itself_holds_up_none(inside: Cast, tmp_path: Path, monkeypatch) -> None:
    word = kept(inside, came(tmp_path, ("a.csv", csv()), ("c.csv", csv(KING))))
    real = actions.actions.start

    def and_somebody_was_first(batch: Import, *, by: object) -> Import:
        if batch.name == "a.csv":
            Import.objects.filter(pk=batch.pk).update(state="running")
        return real(batch, by=by)

    monkeypatch.setattr(actions.actions, "start", and_somebody_was_first)
    assert actions.start_all(word, by=inside.sam) == 1
    assert states() == ["running", "waiting"]


def test_who_may_not_import_may_not_import_many(inside: Cast, tmp_path: Path) -> None:
    inside.jo.ended_at = inside.jo.joined_at = None
    inside.jo.role = "nobody"
    with pytest.raises((NotAllowed, ValueError)):
        actions.understand_all(came(tmp_path, ("a.csv", csv())), by=inside.jo)


def test_mail_comes_with_what_is_attached_to_it(inside: Cast, tmp_path: Path) -> None:
    word = kept(inside, came(tmp_path, ("grace.eml", MAIL)))
    found = Import.objects.filter(bundle=word).order_by("pk")
    assert [(one.name, one.state, one.total) for one in found] == [("grace.eml", "read", 1), ("people.csv", "read", 1)]
    assert actions.start_all(word, by=inside.sam) == 2
    run_all(inside)
    assert set(Person.objects.filter(name__in=["Grace", "Ann Lee"]).values_list("name", flat=True)) == {
        "Grace",
        "Ann Lee",
    }
