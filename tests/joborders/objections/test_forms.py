"""Forms of the objection library."""

from __future__ import annotations

from rightday.joborders.objections.forms import AnswerForm, ObjectionForm


def test_words_are_needed():
    assert "words" in ObjectionForm({"side": "client", "about": "money"}).errors
    assert "words" in AnswerForm({"words": " "}).errors
