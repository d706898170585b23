"""What the forms of Today say, as clean values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from rightday.agenda.queries import Intended
from rightday.agenda.rules import ACHIEVEMENT_WORDS, Achievement
from rightday.ui.jinja_environment import said

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

    def outcomes(self) -> dict[Achievement, int]:
        return {kind: count for kind in Achievement if (count := self.cleaned_data[kind.value])}


@dataclass(frozen=True, slots=True)
class Count:
    """How many results of a kind are wanted, as a field: what it holds and what is wrong with it."""

    name: str
    label: str
    value: str
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """The form of the intention as it is printed on every Today: plain values, for a Form is slow to print."""

    words: str
    seen: int | str
    counts: tuple[Count, ...]
    wrong: bool = False


def shown(intended: Intended, form: IntentionForm | None = None) -> Shown:
    """What was said so far; or, of a form with errors, what was typed."""
    if form is not None:
        typed = (Count(k.value, str(form[k.value].label), form.data.get(k.value, ""), (*form.errors.get(k.value, ()),))
                 for k in Achievement)  # fmt: skip
        return Shown(form.data.get("words", ""), form.data.get("seen", ""), tuple(typed), wrong=True)
    held = dict(intended.outcomes)
    counts = (Count(kind.value, said(words), str(held.get(kind, ""))) for kind, words in ACHIEVEMENT_WORDS.items())
    return Shown(intended.words, "" if intended.version is None else intended.version, tuple(counts))


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
