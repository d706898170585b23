"""What the forms of Today say, as clean values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from rightday.agenda.queries import Intended
from rightday.agenda.rules import ACHIEVEMENT_WORDS, Achievement

MOST = 20


class IntentionForm(forms.Form):
    """A sentence, how many results of each kind, and the version that was shown ("" for none)."""

    words = forms.CharField(max_length=500, required=False, label=_("What do you want to achieve today?"))
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as given
        for kind in Achievement:
            self.fields[kind.value] = forms.IntegerField(
                min_value=0, max_value=MOST, required=False, label=_(ACHIEVEMENT_WORDS[kind])
            )

    @classmethod
    def shown(cls, intended: Intended) -> IntentionForm:
        """The form with what was said so far."""
        counts = {kind.value: count for kind, count in intended.outcomes}
        return cls(initial={"words": intended.words, "seen": intended.version, **counts})

    def outcomes(self) -> dict[Achievement, int]:
        return {kind: count for kind in Achievement if (count := self.cleaned_data[kind.value])}

    def counts(self) -> Iterator[forms.BoundField]:
        """The fields of the kinds of result, in their order."""
        return (self[kind.value] for kind in Achievement)


class AddCallForm(forms.Form):
    """Whom to call, on which day, and why."""

    person = forms.IntegerField(error_messages={"required": _("Pick the person to call.")})
    day = forms.DateField(label=_("Day"))
    why = forms.CharField(max_length=200, required=False, label=_("Why"))

    def __init__(self, *args: object, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as given
        self.today = today

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day < self.today:
            raise forms.ValidationError(_("That day is past. Pick today or a later one."))
        return day
