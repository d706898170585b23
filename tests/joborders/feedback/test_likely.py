"""Likely objections of gaps, with their rebuttals."""

from __future__ import annotations

from rightday.joborders.feedback.likely import MOST, Gap, Known, about_of, expected, filled
from rightday.joborders.feedback.rules import Fit, Need
from rightday.joborders.objections.rules import About

LIBRARY = [
    Known(
        n, about, f"{about} {n} of {{candidate}}", n, ((n * 10, "Ask {client}.", 1, 6), (n * 10 + 1, "Show it.", 9, 12))
    )
    for n, about in enumerate([about for about in About for _three in range(5)], start=1)
]
NAMES = {"candidate": "Tomás", "client": "Ruth"}


def found(*gaps, over_budget=False, library=LIBRARY):
    return expected(gaps, library, names=NAMES, evidence="On record: it ran.", over_budget=over_budget)


def abouts(rows):
    return [LIBRARY[row.objection - 1].about for row in rows]


def test_four_of_the_one_gap_and_two_of_the_decision_those_raised_most_first():
    rows = found(Gap(3, Need.SKILL, Fit.MISSING))
    assert abouts(rows) == [About.SKILL] * 4 + [About.DECISION] * 2
    assert [row.gap for row in rows] == [3, 3, 3, 3, None, None]
    assert [row.objection for row in rows[:2]] == [5, 4]


def test_the_answer_that_held_best_rests_on_evidence_where_it_is_for_a_gap():
    first, *_rest, last = found(Gap(3, Need.SKILL, Fit.MISSING))
    assert (first.answer, first.rebuttal) == (51, "Show it. On record: it ran.")
    assert first.words == "skill 5 of Tomás"
    assert last.rebuttal == "Show it."


def test_the_worst_gap_first_each_kind_once_and_money_where_it_is_asked_for():
    gaps = (Gap(0, Need.CHALLENGE, Fit.PARTLY), Gap(1, Need.SKILL, Fit.MISSING), Gap(2, Need.SKILL, Fit.UNKNOWN))
    rows = found(*gaps, over_budget=True)
    assert abouts(rows) == [About.SKILL] * 2 + [About.NOT_SOLVED] * 2 + [About.MONEY] * 2 + [About.DECISION] * 2
    assert len(rows) == MOST


def test_without_gaps_those_of_any_decision_and_without_a_library_none():
    assert abouts(found()) == [About.DECISION] * 2
    assert found(Gap(0, Need.GOAL, Fit.MISSING), library=[]) == ()
    bare = [Known(1, About.DECISION, "No.", 0, ())]
    assert (found(library=bare)[0].answer, found(library=bare)[0].rebuttal) == (None, "")


def test_each_kind_of_gap():
    assert about_of(Need.GOAL, Fit.PARTLY) is About.SCOPE
    assert about_of(Need.GOAL, Fit.UNKNOWN) is About.EXPERIENCE
    assert about_of(Need.RESULT, Fit.MISSING) is About.NOT_DELIVERED


def test_braces_of_others_stay():
    assert filled("{candidate} {x} {", NAMES) == "Tomás {x} {"
