from __future__ import annotations

from pathlib import Path

from rightday.takeout import files


def test_how_far_stands_beside_the_file(uploads: Path):
    assert files.how_far("a.zip") == (0, 0) and files.heard_of("a.zip") is None
    files.place("a.zip").parent.mkdir(parents=True)
    meter = files.Meter("a.zip", every=1000)
    meter(3, 9)
    meter(4, 9)  # too soon
    assert files.how_far("a.zip") == (3, 9) and files.heard_of("a.zip") is not None
    files.place("a.zip.progress").write_text("half")
    assert files.how_far("a.zip") == (0, 0)


def test_removing_takes_all_of_it(uploads: Path):
    files.place("a.zip").parent.mkdir(parents=True)
    for path in (files.place("a.zip"), files.part("a.zip"), files.place("a.zip.progress")):
        path.write_text("x")
    files.remove("a.zip")
    files.remove("a.zip")
    assert list((uploads / "takeouts").iterdir()) == []
