"""Forms of hand-offs: whom a lead is handed to, and why it is sent back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.leads.handoffs import rules as handoffs
from rightday.leads.handoffs.rules import Return


class HandOnForm(forms.Form):
    """To whom, and the words that go along. `seen` is the version of the lead that was shown."""

    to = forms.TypedChoiceField(
        label=lazy("To"), coerce=int,
        error_messages={"invalid_choice": lazy("They are not here any more. Choose somebody who is.")},
    )  # fmt: skip
    words = forms.CharField(
        label=lazy("What they need to know"), required=False, max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        help_text=lazy("What is worth a call, and when they answer their phone."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput)
    at = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, colleagues: tuple[tuple[int, str], ...], hint: str, **options: Any) -> None:
        super().__init__(data, **options)
        field: Any = self.fields["to"]
        field.choices, field.help_text = colleagues, hint


class ReturnForm(forms.Form):
    """What was missing, so that it can be mended."""

    reason = forms.TypedChoiceField(
        label=lazy("What was missing"), choices=handoffs.RETURN_CHOICES, coerce=Return,
    )  # fmt: skip
    words = forms.CharField(
        label=lazy("In your words"), required=False, max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        help_text=lazy("What would you need to take it on?"),
    )  # fmt: skip
    at = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("reason") is Return.OTHER and not said.get("words", "").strip():
            self.add_error("words", _("Say in a few words what was missing."))
        return said
