"""Forms of candidates: browser strings to clean Python. They clean and never write."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.kernel.amounts import Money, read_amount, say_money
from rightday.talent import rules
from rightday.talent.queries_list import Wanted

CURRENCIES: Final = [(code, code) for code in "GBP EUR USD CHF SEK NOK DKK PLN CAD AUD".split()]
DAY: Final = {"type": "date"}


def _day(label: Any, *, required: bool = False) -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))


def _words(label: Any, longest: int, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=required, help_text=help_text)


class Said(forms.Form):
    """Terms are said by somebody who saw a version."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class WorkForm(Said):
    headline = _words(lazy("What they are, in one line"), 160)
    wants = forms.ChoiceField(label=lazy("Kind of work"), choices=rules.WANTS_CHOICES)


class FreeForm(Said):
    free_on = _day(lazy("Free from"))
    notice_days = forms.IntegerField(label=lazy("Notice, in days"), required=False, min_value=0, max_value=400)
    interviews = _words(lazy("When they can be interviewed"), 160)


class MoneyForm(Said):
    """Amounts as people write them; kept in minor units of the currency."""

    currency = forms.ChoiceField(label=lazy("Currency"), choices=CURRENCIES)
    rate = _words(lazy("Rate they ask for"), 40)
    rate_floor = _words(lazy("Not under"), 40)
    rate_per = forms.ChoiceField(label=lazy("Per"), choices=[(per, per) for per in ("hour", "day", "week", "month")])
    salary = _words(lazy("Salary a year"), 40)
    salary_floor = _words(lazy("Salary not under"), 40)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ("rate", "rate_floor", "salary", "salary_floor"):
            written = cleaned.get(name, "")
            amount = read_amount(written, cleaned.get("currency", "GBP")) if written else None
            if written and (amount is None or amount.minor < 0):
                self.add_error(name, _("Write an amount, such as 620 or 85,000."))
            elif amount is not None and amount.currency != cleaned.get("currency"):
                self.add_error(name, _("This is another currency than the one chosen."))
            cleaned[name] = amount.minor if amount else None
        return cleaned


class PlaceForm(Said):
    place = _words(lazy("Place"), 120)
    travel = _words(lazy("Travel"), 200)
    home_days = forms.IntegerField(label=lazy("Days a week from home"), required=False, min_value=0, max_value=7)
    titles = _words(lazy("Titles they care about"), 200)


BLOCKS: Final = {"work": WorkForm, "free": FreeForm, "money": MoneyForm, "place": PlaceForm}


def terms_of(row: Any, block: str) -> dict[str, Any]:
    """What a form of terms begins with."""
    values = {name: getattr(row, name) for name in BLOCKS[block].base_fields if name != "seen"}
    if block == "money":
        for name in ("rate", "rate_floor", "salary", "salary_floor"):
            values[name] = say_money(Money(values[name], row.currency)) if values[name] is not None else ""
    return values | {"seen": row.version}


class WishForm(forms.Form):
    kind = forms.ChoiceField(label=lazy("What it is"), choices=rules.WISH_CHOICES)
    words = _words(lazy("In their words"), 300, required=True)


class SkillForm(forms.Form):
    skill = _words(lazy("Skill"), 120, required=True, help_text=lazy("Any word for it that the library knows."))
    shows = forms.ChoiceField(label=lazy("How well is it shown?"), choices=rules.SHOWN_CHOICES)
    source = forms.ChoiceField(label=lazy("How do we know?"), choices=rules.SKILL_SOURCE_CHOICES, initial="candidate")
    words = _words(lazy("What they did with it"), 300)
    years = forms.IntegerField(label=lazy("Years"), required=False, min_value=0, max_value=70)
    on = _day(lazy("True on"))


class PositionForm(forms.Form):
    title = _words(lazy("What they did"), 160)
    company = _words(lazy("Company"), 200)
    began = _day(lazy("From"))
    ended = _day(lazy("To"))
    current = forms.BooleanField(label=lazy("They are there now"), required=False)
    supervisor = _words(lazy("Whom they reported to"), 200, help_text=lazy("First and last name."))


class DeedForm(forms.Form):
    kind = forms.ChoiceField(label=lazy("What it is"), choices=rules.DEED_CHOICES)
    words = _words(lazy("What they did"), 500, required=True)
    source = forms.ChoiceField(label=lazy("How do we know?"), choices=rules.SKILL_SOURCE_CHOICES, initial="candidate")


class ExclusionForm(forms.Form):
    company = _words(lazy("Company"), 200, required=True)
    why = _words(lazy("Why"), 200)


class ConsentForm(forms.Form):
    company = _words(lazy("Company"), 200, required=True)
    answer = forms.ChoiceField(label=lazy("May their CV go there?"), choices=rules.CONSENT_CHOICES)
    words = _words(lazy("In their words"), 300)
    on = _day(lazy("Said on"))


class CallForm(forms.Form):
    due = _day(lazy("Call on"), required=True)
    objective = _words(lazy("Objective"), 300, required=True)
    agreed = forms.BooleanField(label=lazy("They named this day"), required=False)


class WantedForm(forms.Form):
    """The filters of the list. What cannot be read narrows nothing and says so."""

    q = _words(lazy("Name"), 100)
    skill = _words(lazy("Skill"), 120)
    free_by = _day(lazy("Free by"))
    rate = _words(lazy("Rate up to"), 40)
    place = _words(lazy("Place"), 80)

    def wanted(self, view: str) -> Wanted:
        self.is_valid()
        said = self.cleaned_data
        rate = read_amount(said.get("rate", ""), "GBP") if said.get("rate") else None
        return Wanted(
            said.get("q", ""), said.get("skill", ""), said.get("free_by"), rate, said.get("place", ""), view
        )  # fmt: skip
