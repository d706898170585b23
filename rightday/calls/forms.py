"""What the result bar and the plan say, as clean values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rightday.agenda.rules import ACHIEVEMENT_CHOICES, Achievement
from rightday.calls.rules import LEVEL_CHOICES, RESULT_CHOICES, Choice, Result, Said
from rightday.leads.forms import day_in_words, past_day_in_words
from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.process.rules import Answer, Failure
from rightday.leads.rules import IDENTITY, Ending, Shows

ANSWER: Final = "answer-"
LONGEST_ANSWER: Final = 2_000
LONGEST_NOTE: Final = 20_000
ENDINGS: Final = (Ending.NOT_RECRUITING, Ending.DO_NOT_CONTACT)
MILESTONE_CHOICES: Final = [(one, one) for one in ("done", *(each.value for each in (*Answer, *Failure)))]
NEXT_CHOICES: Final = [(one.value, one.value) for one in (*Choice, *ENDINGS)]


class ResultForm(forms.Form):
    """The result, what came of it, and the next step; `heard` and the like are derived by the view."""

    result = forms.ChoiceField(
        choices=RESULT_CHOICES, error_messages={"required": _("Say first how the call went: keys 1 to 6.")}
    )
    next = forms.ChoiceField(choices=NEXT_CHOICES, required=False)
    day = forms.DateField(required=False, error_messages={"invalid": _("Write the day as 27/11/2026.")})
    at = forms.TimeField(required=False, error_messages={"invalid": _("Write the time as 10:00.")})
    permission = forms.ChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))], required=False)
    level = forms.ChoiceField(choices=[("", ""), *LEVEL_CHOICES], required=False)
    achieved = forms.MultipleChoiceField(choices=ACHIEVEMENT_CHOICES, required=False)
    confirmed = forms.MultipleChoiceField(choices=[(one.value, one.value) for one in IDENTITY], required=False)
    number = forms.IntegerField(required=False)
    lead = forms.IntegerField(required=False)
    note = forms.CharField(max_length=LONGEST_NOTE, required=False, strip=True)
    milestone = forms.ChoiceField(choices=MILESTONE_CHOICES, required=False)
    milestone_place = forms.IntegerField(required=False, min_value=1)
    milestone_on = forms.CharField(max_length=60, required=False)
    milestone_next = forms.CharField(max_length=60, required=False)
    same = forms.ChoiceField(choices=[("one", "one"), ("two", "two")], required=False)
    same_pair = forms.IntegerField(required=False, min_value=1)

    def __init__(self, data: Any = None, *, today: date | None = None) -> None:
        super().__init__(data)
        self.today = today or timezone.localdate()

    def clean_milestone_on(self) -> date | None:
        text = self.cleaned_data["milestone_on"].strip()
        return past_day_in_words(text, self.today) if text else None

    def clean_milestone_next(self) -> date | None:
        text = self.cleaned_data["milestone_next"].strip()
        return day_in_words(text, self.today, past=False)[0] if text else None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("next") == Choice.PICK.value and not values.get("day") and "day" not in self.errors:
            self.add_error("day", _("Pick a day for the next step. A call without one is how leads leak."))
        if values.get("milestone_on") and not values.get("milestone"):
            self.add_error("milestone_on", _("Say what happened in their process on that day, or leave it out."))
        return values

    @property
    def once(self) -> UUID:
        """The form's key; a form without one (typed by hand) acts each time."""
        try:
            return UUID(self.data.get("once", ""))
        except ValueError:
            return uuid4()

    @property
    def answers(self) -> dict[str, str]:
        """Question → answer, of the fields called `answer-…`."""
        return answers_in(self.data)

    def result_said(self) -> Result | None:
        """The result, also while the rest of the form is not complete."""
        value = self.data.get("result", "")
        return Result(value) if value in {one.value for one in Result} else None

    def said(self) -> Said:
        """The day they named; only what was typed as a day, not what an answer holds."""
        values = self.cleaned_data
        may_call = {"yes": True, "no": False}.get(values.get("permission") or "")
        return Said(values.get("day"), values.get("at"), may_call)

    def choice(self) -> Choice | Ending:
        """The key pressed; Enter in a field presses none, and then a day that was typed is the day picked."""
        value = self.cleaned_data.get("next")
        if not value:
            return Choice.PICK if self.cleaned_data.get("day") else Choice.RULE
        return Ending(value) if value in {one.value for one in ENDINGS} else Choice(value)

    def milestone_heard(self) -> MilestoneHeard | None:
        """What was said of the milestone that the call was about; None where nothing was."""
        values = self.cleaned_data
        what, on, expected = values.get("milestone"), values.get("milestone_on"), values.get("milestone_next")
        if not (what or expected):
            return None
        answer = what if what in set(Answer) else ""
        failure = Failure(what) if what in set(Failure) else None
        reached = (on or self.today) if what else None
        words = values.get("note", "") if failure or answer == Answer.NO else ""
        return MilestoneHeard(values.get("milestone_place") or 0, reached, answer, failure, expected, words)

    def said_same(self) -> tuple[int, bool] | None:
        """The pair that was asked about, and whether they are one person; None where they were not asked."""
        pair, same = self.cleaned_data.get("same_pair"), self.cleaned_data.get("same")
        return (pair, same == "one") if pair and same else None

    def achievements(self) -> list[Achievement]:
        return [Achievement(value) for value in self.cleaned_data["achieved"]]

    def confirmations(self) -> list[Shows]:
        return [Shows(value) for value in self.cleaned_data["confirmed"]]


def answers_in(data: Mapping[str, Any]) -> dict[str, str]:
    """The answers typed beside the questions, without the empty ones."""
    typed = {name[len(ANSWER) :]: str(data.get(name, "")) for name in data if name.startswith(ANSWER)}
    return {key: text.strip()[:LONGEST_ANSWER] for key, text in typed.items() if text.strip()}
