"""The page of several files counts them, and says what can be done to all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rightday.db.row_security import enter
from rightday.intake.bundles import actions, queries
from rightday.intake.models import Import
from tests.conftest import Cast
from tests.intake.bundles.test_actions import KING, came, kept, run_all
from tests.intake.made_imports import csv


def test_before_while_and_after(inside: Cast, tmp_path: Path) -> None:
    word = kept(
        inside, came(tmp_path, ("a.csv", csv()), ("b.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 99), ("c.csv", csv(KING)))
    )
    page = queries.bundle_page(inside.sam, word)
    assert (page.rows, page.done, page.began, page.to_start, page.moving, page.may_undo) == (
        8,
        0,
        False,
        2,
        False,
        False,
    )
    assert [(file.name, file.readable, bool(file.problem)) for file in page.files] == [
        ("a.csv", True, False), ("b.png", False, True), ("c.csv", True, False),
    ]  # fmt: skip
    actions.start_all(word, by=inside.sam)
    assert (queries.bundle_page(inside.sam, word).moving, queries.bundle_page(inside.sam, word).to_pause) == (True, 2)
    run_all(inside)
    page = queries.bundle_page(inside.sam, word)
    assert (page.done, page.may_undo, page.moving) == (8, True, False)
    assert sum(bar.count for bar in page.bars) == 8
    assert [(file.came_in, file.refused) for file in page.files] == [(6, 1), (0, 0), (1, 0)]
    actions.undo_all(word, by=inside.sam)
    page = queries.bundle_page(inside.sam, word)
    assert ([file.came_in for file in page.files], sum(bar.count for bar in page.bars)) == ([0, 0, 0], 0)


def test_who_may_not_undo_all_of_them_is_not_asked(inside: Cast, tmp_path: Path) -> None:
    word = kept(inside, came(tmp_path, ("a.csv", csv())))
    actions.start_all(word, by=inside.sam)
    run_all(inside)
    assert not queries.bundle_page(inside.jo, word).may_undo


def test_another_agencys_word_is_no_word(ours: Cast, theirs: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        word = kept(ours, came(tmp_path, ("a.csv", csv())))
        assert queries.bundle_page(ours.sam, word).files
    with enter(theirs.agency), pytest.raises(Import.DoesNotExist):
        queries.bundle_page(theirs.sam, word)
