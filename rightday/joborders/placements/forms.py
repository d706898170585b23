"""Forms of a placement: the start check, another first day, an extension, how it ended."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from rightday.joborders.forms import amount_of
from rightday.joborders.placements.rules import END_CHOICES, SIDE_CHOICES, End, Side
from rightday.joborders.submittals.forms_offers import TODAY, DaysForm, text_field

CAME = [("yes", lazy("Yes")), ("no", lazy("No"))]
_FIRST = forms.TextInput(attrs={"autofocus": True})


class StartCheckForm(forms.Form):
    """Whether they walked in, as one side says it."""

    side = forms.TypedChoiceField(label=lazy("Who says so"), choices=SIDE_CHOICES, coerce=Side)
    came = forms.TypedChoiceField(label=lazy("Did they start?"), choices=CAME, coerce=lambda said: said == "yes")
    words = forms.CharField(label=lazy("In their words"), required=False, max_length=500)


class StartForm(DaysForm):
    """Another first day."""

    AHEAD = ("starts_on",)
    starts_on = forms.CharField(label=lazy("First day"), max_length=60, widget=_FIRST)


class ExtensionForm(DaysForm):
    """It goes on until a later day, at the same money or other."""

    AHEAD = ("until",)
    until = forms.CharField(label=lazy("Until"), max_length=60, widget=_FIRST)
    pay = text_field(lazy("Paid"), lazy("Empty: as before."))
    bill = text_field(lazy("Billed"), lazy("Empty: as before."))

    def __init__(self, data: Any = None, *, currency: str, **options: Any) -> None:
        super().__init__(data, **options)
        self.currency = currency

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for name in ("pay", "bill"):
            text = str(said.get(name) or "").strip()
            try:
                said[name] = amount_of(text, self.currency) if text else None
            except forms.ValidationError as problem:
                self.add_error(name, problem)
        return said


class EndForm(DaysForm):
    """How it ended, and the day."""

    PAST = ("on",)
    kind = forms.TypedChoiceField(label=lazy("How it ended"), choices=END_CHOICES, coerce=End)
    on = text_field(lazy("On which day"), TODAY)
    words = forms.CharField(label=lazy("In their words"), required=False, max_length=500)
