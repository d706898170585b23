"""Forms of an offer: its money and days, its answer, the resignation, and the start it leads to."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from rightday.joborders.forms import amount_of
from rightday.joborders.submittals.forms import MONEY
from rightday.joborders.submittals.rules import OFFER_CHOICES, OfferAnswer
from rightday.leads.forms import InWords, day_in_words

TODAY = lazy("Today unless said.")


def text_field(label: Any, hint: Any = "") -> forms.CharField:
    """A short text that may stay empty."""
    return forms.CharField(label=label, required=False, max_length=60, help_text=hint)


class DaysForm(InWords):
    """Fields of PAST and AHEAD are days in words; empty ones are None."""

    PAST: tuple[str, ...] = ()
    AHEAD: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name in (*self.PAST, *self.AHEAD):
            text = str(said.get(name) or "").strip()
            try:
                said[name] = self._day(text, past=name in self.PAST) if text else None
            except forms.ValidationError as problem:
                self.add_error(name, problem)
        return said

    def _day(self, text: str, *, past: bool) -> date:
        return day_in_words(text, self.today, past=past)[0]


class OfferForm(DaysForm):
    """What the client offers, by word, in writing or both."""

    PAST, AHEAD = ("verbal_on", "written_on"), ("starts_on", "ends_on")
    verbal_on = text_field(lazy("Said on"), lazy("Empty where it came in writing alone."))
    written_on = text_field(lazy("In writing on"))
    starts_on = text_field(lazy("First day"), lazy("In words: Monday 4 January, in six weeks."))
    ends_on = text_field(lazy("Contract: last day"))
    pay = text_field(lazy("Paid"))
    bill = text_field(lazy("Billed"))
    salary = text_field(lazy("Salary"))

    def __init__(self, data: Any = None, *, today: date, kind: str, currency: str) -> None:
        super().__init__(data, today=today)
        self.currency, self.money = currency, MONEY[kind]
        for name in {"pay", "bill", "salary"} - {*self.money}:
            del self.fields[name]
        if "salary" in self.money:
            del self.fields["ends_on"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for name in self.money:
            text = str(said.get(name) or "").strip()
            try:
                said[name] = amount_of(text, self.currency) if text else None
            except forms.ValidationError as problem:
                self.add_error(name, problem)
        if not self.errors and not (said.get("verbal_on") or said.get("written_on")):
            said["verbal_on"] = self.today
        return said

    def columns(self) -> dict[str, Any]:
        """What `actions.offer` takes beside who."""
        return {name: self.cleaned_data[name] for name in self.fields}


class OfferAnswerForm(DaysForm):
    """What became of it."""

    PAST = ("on",)
    answer = forms.TypedChoiceField(label=lazy("Their answer"), choices=OFFER_CHOICES, coerce=OfferAnswer)
    on = text_field(lazy("On which day"), TODAY)
    words = forms.CharField(label=lazy("In their words"), required=False, max_length=500)
    goes_on = forms.BooleanField(label=lazy("The talks go on: another offer may come"), required=False)


class ResignationForm(DaysForm):
    """They hand in their notice on a day, or have done so."""

    AHEAD = ("on", "last_day")
    on = text_field(lazy("On which day"), TODAY)
    done = forms.BooleanField(label=lazy("They have handed it in"), required=False)
    last_day = text_field(lazy("Their last day there"))


class PlaceForm(DaysForm):
    """The first day, and what the offer does not say."""

    AHEAD = ("starts_on", "probation_until")
    starts_on = text_field(lazy("First day"), lazy("Empty: as the offer says."))
    probation_until = text_field(lazy("Probation until"))
