"""What a client was asked, and what they answered."""

from __future__ import annotations

import pytest

from rightday.agencies.once import Stale
from rightday.joborders import actions
from rightday.joborders.rules import AskAnswer
from rightday.team.rules import Refused
from rightday.timeline import queries as timeline
from tests import desk


def test_an_ask_is_kept_with_its_answer(inside):
    order = desk.order(inside.sam, inside.martin)
    asked = actions.ask(order, words=" Which two will you see? ", by=inside.sam)
    assert (asked.words, asked.of, asked.stage, asked.answer) == ("Which two will you see?", inside.martin, 0, "")
    actions.answer(asked, answer=AskAnswer.YES, words="Thursday", by=inside.sam)
    asked.refresh_from_db()
    assert (asked.answer, asked.answer_words, asked.answered_on is None) == ("yes", "Thursday", False)
    row = timeline.of_order(order.pk)[0]
    assert (row.title, row.badge, row.met) == (
        "Martin Ahlqvist answered what Sam asked: Which two will you see?", "Yes", True,
    )  # fmt: skip


def test_an_ask_is_answered_once_and_never_empty(inside):
    order = desk.order(inside.sam, inside.martin)
    with pytest.raises(Refused):
        actions.ask(order, words=" ", by=inside.sam)
    asked = actions.ask(order, words="Shall we start?", of=inside.martin, by=inside.sam)
    actions.answer(asked, answer=AskAnswer.NO, by=inside.sam)
    with pytest.raises(Stale):
        actions.answer(asked, answer=AskAnswer.YES, by=inside.sam)
