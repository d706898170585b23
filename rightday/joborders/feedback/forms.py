"""Forms of the feedback call: a line corrected, the plan's words, what came of the call."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from rightday.joborders.feedback.rules import DECISION_CHOICES, FIT_CHOICES, SIDE_CHOICES, Decision, Fit, Side


class LineForm(forms.Form):
    """How well a need is met, and what shows it."""

    fit = forms.TypedChoiceField(choices=FIT_CHOICES, coerce=Fit)
    words = forms.CharField(required=False, max_length=500)


class PlanForm(forms.Form):
    """The plan in one's own words: closing questions one a line."""

    seen = forms.IntegerField()
    objective = forms.CharField(max_length=300)
    opening = forms.CharField(required=False, max_length=300)
    closing = forms.CharField(required=False, max_length=4_000)


class DecisionForm(forms.Form):
    """What they decided, in their words, what was promised, and which objections were raised (`raised_<id>`)."""

    decision = forms.TypedChoiceField(choices=DECISION_CHOICES, coerce=Decision)
    words = forms.CharField(required=False, max_length=500)
    decides_on = forms.DateField(required=False)
    promise = forms.CharField(required=False, max_length=300)
    promise_by = forms.DateField(required=False)
    promise_side = forms.TypedChoiceField(choices=SIDE_CHOICES, coerce=Side, required=False, empty_value=Side.US)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("decision") is Decision.WAIT and not said.get("decides_on"):
            self.add_error("decides_on", _("They decide later: write the day on which they will."))
        if said.get("promise") and not said.get("promise_by"):
            self.add_error("promise_by", _("Write the day by which it is to be done."))
        return said

    def raised(self) -> dict[int, bool]:
        """Likely objection → whether its answer held, of those that were raised."""
        found = ((name[7:], value) for name, value in self.data.items() if name.startswith("raised_"))
        return {int(pk): value == "held" for pk, value in found if pk.isdecimal() and value in ("held", "lost")}
