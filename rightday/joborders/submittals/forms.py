"""Forms of submittals: the candidate's word, the client's word, why it stopped, the next round."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as lazy

from rightday.joborders.forms import amount_of
from rightday.joborders.rules import Kind
from rightday.joborders.submittals.rules import HOW_CHOICES, STOP_CHOICES, WANTED_CHOICES, How, Stop, Wanted
from rightday.leads.forms import person_named
from rightday.people.models import Person

_WORDS = forms.Textarea(attrs={"rows": 3, "autofocus": True})
DECISIONS = [("yes", lazy("They want to go on")), ("", lazy("Not decided")), ("no", lazy("No"))]


MONEY = {Kind.CONTRACT.value: ("pay", "bill"), Kind.PERMANENT.value: ("salary",)}


class PresentForm(forms.Form):
    """Somebody on record is presented for an order, for this money, with a yes of theirs to the company."""

    who = forms.CharField(
        label=lazy("Candidate"), max_length=200, widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=lazy("Somebody on record, with the company where two have the name."),
    )  # fmt: skip
    consent = forms.BooleanField(label=lazy("They said yes to this company, to me, today"), required=False)
    by_phone = forms.BooleanField(label=lazy("Presented by phone, before anything was sent"), required=False)
    pay = forms.CharField(label=lazy("Paid"), required=False, max_length=40)
    bill = forms.CharField(label=lazy("Billed"), required=False, max_length=40)
    salary = forms.CharField(label=lazy("Salary"), required=False, max_length=40)
    words = forms.CharField(
        label=lazy("What was said of them"), required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: Any = None, *, kind: str, currency: str) -> None:
        super().__init__(data)
        self.currency = currency
        for name in {"pay", "bill", "salary"} - {*MONEY[kind]}:
            del self.fields[name]

    def clean_who(self) -> Person | None:
        return person_named(self.cleaned_data["who"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name in ("pay", "bill", "salary"):
            text = str(said.get(name) or "").strip()
            try:
                said[name] = amount_of(text, self.currency) if text else None
            except forms.ValidationError as problem:
                self.add_error(name, problem)
        return said


class ArrangeForm(forms.Form):
    """The next round, as clocks show it where the client is."""

    day = forms.DateField(label=lazy("Day"), widget=forms.DateInput(attrs={"type": "date", "autofocus": True}))
    hour = forms.TimeField(label=lazy("Hour"), widget=forms.TimeInput(attrs={"type": "time"}))
    how = forms.TypedChoiceField(label=lazy("How they meet"), choices=HOW_CHOICES, coerce=How)
    place = forms.CharField(label=lazy("Place or link"), required=False, max_length=200)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def starts(self, zone: str) -> datetime:
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"], tzinfo=ZoneInfo(zone))


class DebriefForm(forms.Form):
    """What the candidate thinks."""

    words = forms.CharField(label=lazy("In their words"), max_length=4_000, widget=_WORDS)
    wanted = forms.TypedChoiceField(
        label=lazy("Do they want it?"), required=False, choices=[("", lazy("Not said")), *WANTED_CHOICES],
        coerce=Wanted, empty_value=None,
    )  # fmt: skip


class FeedbackForm(forms.Form):
    """What the client says."""

    words = forms.CharField(label=lazy("In their words"), max_length=4_000, widget=_WORDS)
    decision = forms.ChoiceField(label=lazy("Do they go on?"), required=False, choices=DECISIONS)

    def forward(self) -> bool | None:
        answers: dict[str, bool] = {"yes": True, "no": False}
        return answers.get(self.cleaned_data["decision"])


class StopForm(forms.Form):
    """Why it goes no further."""

    kind = forms.TypedChoiceField(
        label=lazy("Why"), choices=[one for one in STOP_CHOICES if one[0] != Stop.PLACED.value], coerce=Stop
    )
    words = forms.CharField(label=lazy("In a few words"), required=False, max_length=500, widget=_WORDS)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


def shown(row: Any) -> dict[str, Any]:
    """The version that is shown."""
    return {"seen": row.version}
