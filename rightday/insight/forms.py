"""The form of the days after which a lead leaks."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as lazy

from rightday.insight.rules import Leaks


class LeaksForm(forms.Form):
    """Days; managers see a leak so many days after its owner."""

    once = forms.IntegerField(label=lazy("Called once, and not again for"), min_value=1, max_value=365)
    quiet = forms.IntegerField(label=lazy("Neither called nor heard of for"), min_value=1, max_value=365)
    manager = forms.IntegerField(label=lazy("Managers see it later by"), min_value=0, max_value=90)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def leaks(self) -> Leaks:
        """The numbers of a valid form."""
        return Leaks(**{name: self.cleaned_data[name] for name in ("once", "quiet", "manager")})
