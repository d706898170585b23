"""Forms of submittals: the candidate's word, the client's word, why it stopped, the next round."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as lazy

from rightday.joborders.submittals.rules import HOW_CHOICES, STOP_CHOICES, WANTED_CHOICES, How, Stop, Wanted

_WORDS = forms.Textarea(attrs={"rows": 3, "autofocus": True})
DECISIONS = [("yes", lazy("They want to go on")), ("", lazy("Not decided")), ("no", lazy("No"))]


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
