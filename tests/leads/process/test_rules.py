"""The milestone template: the default, versions read back, checklists that cannot be followed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rightday.leads.process.rules import (
    DEFAULT_TEMPLATE,
    BadTemplate,
    CallWhen,
    MarkKind,
    Stage,
    Template,
    checked,
    kept,
    template_of,
)


def test_the_default_is_the_table_of_the_field_guide() -> None:
    marks = DEFAULT_TEMPLATE.marks
    assert len(marks) == 13
    assert [place for place, mark in enumerate(marks, 1) if mark.kind is MarkKind.DECISION] == [5, 8]
    assert [place for place, mark in enumerate(marks, 1) if mark.agree] == [5, 8, 9, 10, 11, 12, 13]
    assert checked(DEFAULT_TEMPLATE) is DEFAULT_TEMPLATE


def test_the_later_a_process_fails_the_more_the_lead_is_worth() -> None:
    weights = [mark.weight for mark in DEFAULT_TEMPLATE.marks[4:] if mark.agree]
    assert weights == sorted(set(weights))


def test_a_template_is_kept_and_read_back() -> None:
    assert template_of(1, kept(DEFAULT_TEMPLATE)) == DEFAULT_TEMPLATE


def test_the_stage_of_what_is_awaited() -> None:
    stages = [DEFAULT_TEMPLATE.stage_of(place) for place in (0, 1, 2, 4, 5, 9, 11, 12, 13, 14)]
    assert stages == [
        Stage.CVS, Stage.CVS, Stage.BOOKED, Stage.INTERVIEWING, Stage.DECISION, Stage.OFFER, Stage.RESIGNATION,
        Stage.START, Stage.PROBATION, Stage.PROBATION,
    ]  # fmt: skip
    with pytest.raises(IndexError):
        DEFAULT_TEMPLATE.mark(14)


FIRST = DEFAULT_TEMPLATE.marks[0]


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ((), "one to 30 milestones"),
        ((FIRST, FIRST), "the same one"),
        ((replace(FIRST, name=""),), "has no name"),
        ((replace(FIRST, call=CallWhen.WITH_PREVIOUS),), "none before it"),
        ((replace(FIRST, restarts_at=2),), "comes after it"),
        ((replace(FIRST, gap=-1),), "0 to 260"),
        ((replace(FIRST, weight=9),), "1 to 5"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_words(marks: tuple[object, ...], words: str) -> None:
    with pytest.raises(BadTemplate, match=words):
        checked(Template(2, marks))


@pytest.mark.parametrize(
    "broken", [{}, {**kept(DEFAULT_TEMPLATE)[0], "stage": 99}, {**kept(DEFAULT_TEMPLATE)[0], "call": "x"}]
)
def test_a_row_that_cannot_be_read_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(BadTemplate, match="cannot be read"):
        template_of(2, [broken])
