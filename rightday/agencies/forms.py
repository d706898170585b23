"""Forms of the settings: browser strings to clean Python."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from zoneinfo import available_timezones

import phonenumbers
from babel import Locale
from babel.numbers import list_currencies
from django import forms
from django.utils.translation import gettext as _

from rightday.agencies.rules import CallHours
from rightday.agenda.rules import REASON_WORDS, Numbers
from rightday.leads.handoffs.rules import Clocks
from rightday.leads.rules import Holds

WEEKDAYS = [
    ("1", _("Mon")),
    ("2", _("Tue")),
    ("3", _("Wed")),
    ("4", _("Thu")),
    ("5", _("Fri")),
    ("6", _("Sat")),
    ("7", _("Sun")),
]


def countries() -> list[tuple[str, str]]:
    """Countries that have phone numbers, by name."""
    names = Locale("en").territories
    return sorted(((code, names.get(code, code)) for code in phonenumbers.SUPPORTED_REGIONS), key=lambda one: one[1])


class AgencyForm(forms.Form):
    """Name and place of the agency, and when it calls."""

    name = forms.CharField(label=_("Name"), max_length=120)
    country = forms.ChoiceField(label=_("Country"), choices=countries)
    subdivision = forms.CharField(label=_("Part of the country"), max_length=10, required=False)
    zone = forms.CharField(label=_("Time zone"), max_length=64)
    currency = forms.CharField(label=_("Currency"), max_length=3)
    earliest = forms.TimeField(label=_("From"))
    latest = forms.TimeField(label=_("To"))
    days = forms.MultipleChoiceField(label=_("Working days"), choices=WEEKDAYS)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_subdivision(self) -> str:
        return str(self.cleaned_data["subdivision"]).strip().upper()

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"].strip()
        if zone not in available_timezones():
            raise forms.ValidationError(_("Choose one of the list, like Europe/London."))
        return zone

    def clean_currency(self) -> str:
        currency: str = self.cleaned_data["currency"].strip().upper()
        if currency not in list_currencies():
            raise forms.ValidationError(_("Three letters, like GBP."))
        return currency

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        earliest, latest = cleaned.get("earliest"), cleaned.get("latest")
        if earliest and latest and earliest >= latest:
            self.add_error("latest", _("Later than the first hour, please."))
        return cleaned

    def day_choices(self) -> tuple[tuple[str, str, bool], ...]:
        """Weekdays with whether each is chosen, for `ui.days`."""
        chosen = self["days"].value() or []
        return tuple((value, words, value in chosen) for value, words in WEEKDAYS)

    def hours(self) -> CallHours:
        """The call hours of a valid form."""
        given = self.cleaned_data
        return CallHours(given["earliest"], given["latest"], tuple(int(day) for day in given["days"]))


class HoldsForm(forms.Form):
    """How many days each grade holds."""

    hot = forms.IntegerField(label=_("Hot holds for"), min_value=1, max_value=60)
    warm = forms.IntegerField(label=_("Warm holds for"), min_value=1, max_value=730)
    cold = forms.IntegerField(label=_("Cold holds for"), min_value=1, max_value=1460)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def holds(self) -> Holds:
        return Holds(**{name: self.cleaned_data[name] for name in ("hot", "warm", "cold")})


class WatchForm(forms.Form):
    """After how many days an advertisement without a manager is asked about."""

    days = forms.IntegerField(label=_("Asked about after"), min_value=1, max_value=365)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class ExpectationsForm(forms.Form):
    """What a team agreed about hand-offs: hours (hot) or days (warm, cold) to answer and to call, leads in a week."""

    answer_hot = forms.FloatField(label=_("Hot is answered within"), min_value=0.25, max_value=40)
    answer_warm = forms.FloatField(label=_("Warm is answered within"), min_value=0.25, max_value=40)
    answer_cold = forms.FloatField(label=_("Cold is answered within"), min_value=0.25, max_value=40)
    call_hot = forms.FloatField(label=_("Hot is first called within"), min_value=0.25, max_value=40)
    call_warm = forms.FloatField(label=_("Warm is first called within"), min_value=0.25, max_value=40)
    call_cold = forms.FloatField(label=_("Cold is first called within"), min_value=0.25, max_value=40)
    weekly_hot = forms.IntegerField(label=_("Hot leads of a recruiter in a week"), min_value=0, max_value=200)
    weekly_warm = forms.IntegerField(label=_("Warm leads of a recruiter in a week"), min_value=0, max_value=200)
    weekly_cold = forms.IntegerField(label=_("Cold leads of a recruiter in a week"), min_value=0, max_value=200)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, now: Clocks, seen: int) -> None:
        super().__init__(data, initial={name: f"{value:g}" for name, value in asdict(now).items()} | {"seen": seen})

    def clocks(self) -> Clocks:
        """The numbers of a valid form."""
        return Clocks(**{name: self.cleaned_data[name] for name in self.base_fields if name != "seen"})


class ScoreForm(forms.Form):
    """Every number of the order of calls; `worth_…` and `half_…` once for each reason (0: does not fade)."""

    agreed_chance = forms.FloatField(label=_("Chance to answer on an agreed day"), min_value=0.01, max_value=1)
    agreed_days = forms.IntegerField(label=_("Days an agreed day lasts"), min_value=0, max_value=30)
    talks_prior = forms.FloatField(label=_("Answers assumed of a new number"), min_value=0.01, max_value=100)
    dials_prior = forms.FloatField(label=_("Tries assumed of a new number"), min_value=0.1, max_value=1000)
    introduced = forms.FloatField(label=_("Somebody introduces us"), min_value=0.01, max_value=100)
    works_with_agencies = forms.FloatField(label=_("Works with agencies"), min_value=0.01, max_value=100)
    works_without_agencies = forms.FloatField(label=_("Does not work with agencies"), min_value=0.01, max_value=100)
    hot_last_days = forms.IntegerField(label=_("Last days of hot that cannot wait"), min_value=0, max_value=30)
    fall_through_days = forms.IntegerField(label=_("Days a fall-through cannot wait"), min_value=0, max_value=90)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, now: Numbers, seen: int) -> None:
        plain = {name: f"{getattr(now, name):g}" for name in self.base_fields if name != "seen"}
        worths = {f"worth_{reason}": f"{worth:g}" for reason, (worth, _half) in now.worth.items()}
        halves = {f"half_{reason}": f"{half:g}" for reason, (_worth, half) in now.worth.items()}
        super().__init__(data, initial=plain | worths | halves | {"seen": seen})
        for reason, words in REASON_WORDS.items():
            worth = forms.FloatField(label=_("Worth of: %s") % words, min_value=0, max_value=1000)
            self.fields[f"worth_{reason}"] = worth
            half = forms.FloatField(label=_("Half-life of: %s") % words, min_value=0, max_value=3650)
            self.fields[f"half_{reason}"] = half

    def numbers(self) -> Numbers:
        """The numbers of a valid form."""
        given = self.cleaned_data
        worth = {reason: (given[f"worth_{reason}"], given[f"half_{reason}"]) for reason in REASON_WORDS}
        plain = {name: given[name] for name in self.base_fields if name != "seen"}
        return Numbers(worth={str(reason): pair for reason, pair in worth.items()}, **plain)

    def rows(self) -> tuple[tuple[str, Any, Any], ...]:
        """One row for each reason: its words, the field of its worth and of its half-life."""
        return tuple((words, self[f"worth_{reason}"], self[f"half_{reason}"]) for reason, words in REASON_WORDS.items())
