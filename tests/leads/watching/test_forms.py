"""The forms of watches clean what was typed."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.leads.watching.forms import AnswerForm, DropForm, DueForm, ManagerForm, WatchForm
from rightday.leads.watching.rules import Found

TODAY = date(2026, 11, 25)


def test_the_day_to_ask_again_is_still_to_come():
    form = DueForm({"due": "in two weeks", "words": "", "seen": "3"}, today=TODAY)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"due": date(2026, 12, 9), "words": "", "seen": 3}
    for wrong in ("yesterday", "some day", ""):
        assert list(DueForm({"due": wrong, "seen": "3"}, today=TODAY).errors) == ["due"]


def test_an_advertisement_was_seen_today_unless_said():
    form = WatchForm({"words": "Two testers", "true_on": "", "due": ""}, today=TODAY, days=14)
    assert form.is_valid()
    assert form.cleaned_data == {"words": "Two testers", "true_on": TODAY, "due": None}
    assert "14 days" in form.fields["due"].help_text
    form = WatchForm({"words": "x", "true_on": "last Thursday", "due": "7 December"}, today=TODAY, days=14)
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["true_on"], form.cleaned_data["due"]) == (date(2026, 11, 19), date(2026, 12, 7))
    assert set(WatchForm({"words": " ", "true_on": "tomorrow", "due": "yesterday"}, today=TODAY, days=14).errors) == {
        "words", "true_on", "due",
    }  # fmt: skip


class TestAnswer:
    SAID = {"found": "competitor", "on": "last Thursday", "rival": " Harrow & Pike ", "who": "Ana", "seen": "0"}

    def test_who_filled_it_and_when(self):
        form = AnswerForm(self.SAID, today=TODAY)
        assert form.is_valid(), form.errors
        assert form.cleaned_data["rival"] == "Harrow & Pike"
        assert form.answer() == {
            "found": Found.COMPETITOR, "on": date(2026, 11, 19), "who": "Ana", "words": "", "seen": 0,
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("changed", "wrong"),
        [({"found": "own"}, "rival"), ({"found": "x"}, "found"), ({"on": "tomorrow"}, "on"), ({"on": ""}, "on")],
    )
    def test_what_does_not_fit_is_refused(self, changed: dict[str, str], wrong: str):
        assert wrong in AnswerForm(self.SAID | changed, today=TODAY).errors

    def test_nobody_named_is_fine(self):
        assert AnswerForm(self.SAID | {"found": "gone", "rival": ""}, today=TODAY).is_valid()


def test_a_manager_is_read_as_people_are():
    form = ManagerForm(
        {"name": "Karen Whitby", "phone": "0161 496 0335", "role": "Head of data", "seen": "0"}, region="GB"
    )
    assert form.is_valid()
    person = form.person()
    assert (person["given"], person["family"], person["title"]) == ("Karen", "Whitby", "Head of data")
    assert [phone.e164 for phone in person["phones"]] == ["+441614960335"]
    assert list(ManagerForm({"name": "", "seen": "0"}, region="GB").errors) == ["name"]


def test_dropping_needs_no_words():
    assert DropForm({"words": "", "seen": "0"}).is_valid()
    assert not DropForm({"words": ""}).is_valid()
