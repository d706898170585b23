"""The form that ends a lead: how, on which day, who filled it, how we know."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.leads import rules
from rightday.leads.forms import InWords
from rightday.leads.models import Lead
from rightday.leads.rules import Ending

_KNOWN = [(one.value, words[:1].upper() + words[1:]) for one, words in rules.KNOWN_BY_WORDS.items()]
RIVALS = "competitors"
"""Id of the list of names that the field of the competitor offers."""


class OutcomeForm(InWords):
    """How a lead ended. An outcome without a day is refused: history is made of days."""

    kind = forms.ChoiceField(
        label=lazy("How it ended"), choices=rules.ENDING_CHOICES, widget=forms.Select(attrs={"autofocus": True})
    )
    on = forms.CharField(
        label=lazy("On which day"), max_length=60,
        help_text=lazy("In words: today, last Thursday, 12 November. About is good enough."),
        error_messages={"required": lazy("An outcome needs its day. Write the nearest you know: last Thursday.")},
    )  # fmt: skip
    rival = forms.CharField(
        label=lazy("Which competitor"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"list": RIVALS, "autocomplete": "off"}),
        help_text=lazy("The agency that filled it. A name we do not know yet is added."),
    )  # fmt: skip
    who = forms.CharField(label=lazy("Who was hired"), required=False, max_length=200)
    known_by = forms.ChoiceField(
        label=lazy("How we know"), required=False,
        choices=[("", lazy("not said")), *_KNOWN],
    )  # fmt: skip
    words = forms.CharField(
        label=lazy("In their words"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    seen_step = forms.IntegerField(widget=forms.HiddenInput)
    use_required_attribute = False  # what is missing is said in our words, and not by the browser's

    def clean_on(self) -> date:
        return self.past_day("on")

    def clean_rival(self) -> str:
        """A name, where a competitor filled it."""
        name = str(self.cleaned_data["rival"]).strip()
        if not name:
            return ""
        if self.cleaned_data.get("kind") != Ending.FILLED_BY_COMPETITOR:
            raise forms.ValidationError(_("Choose “Filled by a competitor” above, or leave this empty."))
        return name

    def ending(self) -> dict[str, Any]:
        """What `leads.actions.end` takes, but for the competitor, who may have to be added."""
        said = self.cleaned_data
        return {"kind": Ending(said["kind"]), **{name: said[name] for name in ("on", "who", "words", "known_by")}}


def outcome_form(data: Any, lead: Lead, today: date) -> OutcomeForm:
    """The form that ends a lead, with who fills it as far as that is known."""
    shown: dict[str, Any] = {"seen_step": lead.next_step_id}
    if lead.filler:
        kinds = {"us": Ending.FILLED_BY_US, "competitor": Ending.FILLED_BY_COMPETITOR, "own": Ending.FILLED_DIRECTLY}
        shown |= {"kind": kinds[lead.filler].value, "who": lead.filler_who}
    if lead.rival:
        shown |= {"rival": lead.rival.name, "who": "" if lead.filler_who == lead.rival.name else lead.filler_who}
    return OutcomeForm(data, today=today, initial=shown)
