"""A file of a shape that was brought before is read as that was."""

from __future__ import annotations

from pathlib import Path

from rightday.intake import actions
from rightday.intake.actions import Choices
from rightday.intake.models import Shape
from rightday.intake.understanding.choices import TableChoice
from tests.conftest import Cast


def file(tmp_path: Path, *lines: str) -> Path:
    place = tmp_path / "list.csv"
    place.write_text("\n".join(["Contact,Company,Pet project,Phone", *lines]), encoding="utf-8")
    return place


def test_what_was_chosen_is_chosen_for_the_next_file_of_its_shape(inside: Cast, tmp_path: Path):
    first = actions.receive(file(tmp_path, "Ada King,Alder,Robots,020 7946 0777"), name="May.csv", by=inside.sam)
    chosen = Choices({0: TableChoice(True, "candidates", {2: "needs"})}, False, "US", "USD")
    first = actions.choose(first, choices=chosen, seen=first.version, by=inside.sam)
    assert not Shape.objects.exists()
    actions.run_now(first, by=inside.sam)

    second = actions.receive(file(tmp_path, "Bo Lee,Birch,Trains,"), name="June.csv", by=inside.sam)
    said = second.understood
    column = said["tables"][0]["columns"][2]
    assert (column["field"], column["why"]) == ("needs", "As in May.csv.")
    assert (said["tables"][0]["holds"], said["region"], said["currency"]) == ("candidates", "US", "USD")
    assert (said["dayfirst"], said["as_before"]) == (False, "May.csv")

    actions.run_now(second, by=inside.sam)
    assert [shape.file for shape in Shape.objects.all()] == ["June.csv"]


def test_a_file_of_another_shape_is_guessed(inside: Cast, tmp_path: Path):
    actions.run_now(actions.receive(file(tmp_path, "Ada,Alder,R,"), name="May.csv", by=inside.sam), by=inside.sam)
    other = tmp_path / "other.csv"
    other.write_text("Company,Contact,Pet project\nAlder,Ada King,Robots\n", encoding="utf-8")
    assert "as_before" not in actions.receive(other, name="other.csv", by=inside.sam).understood
