"""A CV that is brought, what becomes of a proposal, and what is put right in one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from rightday.talent.cvs.rules import Answer

_CORRECTED = ("title", "company", "supervisor", "text")


class CvForm(forms.Form):
    """The file, and of whom it is, where that is known."""

    file = forms.FileField(label=lazy("CV"), error_messages={"required": lazy("Choose a file.")})
    person = forms.IntegerField(required=False, widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """Which proposal, what becomes of it, and what was wrong in it."""

    key = forms.CharField(max_length=500)
    answer = forms.TypedChoiceField(choices=[(one.value, one.value) for one in Answer], coerce=Answer)
    title = forms.CharField(label=lazy("Title"), max_length=160, required=False)
    company = forms.CharField(label=lazy("Company"), max_length=200, required=False)
    supervisor = forms.CharField(label=lazy("Supervisor"), max_length=160, required=False)
    text = forms.CharField(label=lazy("Words"), max_length=500, required=False)
    began = forms.DateField(label=lazy("From"), required=False)
    ended = forms.DateField(label=lazy("Until"), required=False)

    def corrected(self) -> dict[str, Any]:
        """What the form says in place of what was read: fields that it does not carry say nothing."""
        said = {name: self.cleaned_data[name] for name in _CORRECTED if name in self.data}
        days = {name: self.cleaned_data[name] for name in ("began", "ended") if name in self.data}
        told = {name: day.isoformat() for name, day in days.items() if day}
        if "ended" in days:
            told.setdefault("ended", "")
        if days.get("ended"):
            said["current"] = False
        return said | told
