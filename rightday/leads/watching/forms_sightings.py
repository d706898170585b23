"""The form that says where a competitor was seen."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from rightday.leads.forms import InWords, person_named
from rightday.leads.forms_outcome import RIVALS
from rightday.leads.watching.sightings import KIND_CHOICES, SightingKind
from rightday.people.models import Person


class SightingForm(InWords):
    """Which competitor, doing what, with whom, seen when, and who told us."""

    rival = forms.CharField(
        label=lazy("Which competitor"), max_length=200, help_text=lazy("A name we do not know yet is added."),
        widget=forms.TextInput(attrs={"list": RIVALS, "autocomplete": "off", "autofocus": True}),
        error_messages={"required": lazy("Write the name of the agency.")},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=lazy("What they did"), choices=[(value, words[:1].upper() + words[1:]) for value, words in KIND_CHOICES]
    )
    with_words = forms.CharField(
        label=lazy("With whom"), required=False, max_length=200, help_text=lazy("Their consultant, or their candidate.")
    )
    seen_on = forms.CharField(
        label=lazy("Seen on which day"), max_length=60, help_text=lazy("In words: today, last Thursday, 12 November."),
        error_messages={"required": lazy("Write the nearest day you know: last Thursday.")},
    )  # fmt: skip
    said_by = forms.CharField(
        label=lazy("Who told us"), required=False, max_length=200,
        help_text=lazy("Somebody on record; nobody where we saw it ourselves."),
    )  # fmt: skip
    words = forms.CharField(
        label=lazy("In their words"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    use_required_attribute = False  # what is missing is said in our words, and not by the browser's

    def clean_seen_on(self) -> date:
        return self.past_day("seen_on")

    def clean_said_by(self) -> Person | None:
        return person_named(self.cleaned_data["said_by"])

    def sighting(self) -> dict[str, Any]:
        """What `actions_sightings.see` takes, but for the competitor, who may have to be added."""
        said = self.cleaned_data
        kept = {name: said[name] for name in ("with_words", "seen_on", "said_by", "words")}
        return {"kind": SightingKind(said["kind"]), **kept}
