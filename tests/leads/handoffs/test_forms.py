"""What browsers send about hand-offs."""

from __future__ import annotations

from rightday.leads.handoffs.forms import HandOnForm, ReturnForm
from rightday.leads.handoffs.rules import Return


def hand_on(**typed):
    return HandOnForm({"to": "2", "seen": "0", **typed}, colleagues=((2, "Jo"), (3, "Sam")), hint="Within 2 hours.")


def test_a_colleague_and_words():
    form = hand_on(words="Call before noon.", at="lead")
    assert form.is_valid()
    assert form.cleaned_data == {"to": 2, "words": "Call before noon.", "seen": 0, "at": "lead"}
    assert form.fields["to"].help_text == "Within 2 hours."


def test_who_has_left_is_nobody_to_choose():
    form = hand_on(to="7")
    assert form.errors["to"] == ["They are not here any more. Choose somebody who is."]
    assert not hand_on(to="").is_valid()
    assert not hand_on(seen="").is_valid()


def test_a_reason_and_words():
    form = ReturnForm({"reason": "moved", "words": "Paul left."})
    assert form.is_valid()
    assert (form.cleaned_data["reason"], form.cleaned_data["words"]) == (Return.MOVED, "Paul left.")
    assert ReturnForm({"reason": "moved"}).is_valid()


def test_something_else_needs_words():
    assert ReturnForm({"reason": "other", "words": " "}).errors["words"] == ["Say in a few words what was missing."]
    assert ReturnForm({"reason": "other", "words": "The site closes."}).is_valid()
    assert "reason" in ReturnForm({"reason": "nothing"}).errors
