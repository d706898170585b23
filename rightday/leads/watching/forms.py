"""Forms of watches: put down an advertisement, ask again, what became of it, who the manager is."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.kernel import names, phones
from rightday.kernel.phones import Phone
from rightday.leads.forms import InWords
from rightday.leads.forms_outcome import RIVALS
from rightday.leads.watching.rules import FOUND_CHOICES, Found


class Coming(InWords):
    """A form with a day that is still to come, or today."""

    def coming(self, field: str) -> date:
        day, _at = self.day_of(field, past=False)
        if day < self.today:
            raise forms.ValidationError(_("This day is past. Write the day to ask again."))
        return day


class DueForm(Coming):
    """The day to ask again. `seen` is the version that was shown."""

    due = forms.CharField(
        label=lazy("Ask again on which day"), max_length=60,
        help_text=lazy("In words: in two weeks, 12 January."),
        error_messages={"required": lazy("Write a day: in two weeks.")},
    )  # fmt: skip
    words = forms.CharField(label=lazy("What they said"), required=False, max_length=5_000)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_due(self) -> date:
        return self.coming("due")


class WatchForm(Coming):
    """An advertisement without a manager, typed in on the page of its company."""

    words = forms.CharField(
        label=lazy("What is advertised, and where"), max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        error_messages={"required": lazy("Write what the advertisement is for.")},
    )  # fmt: skip
    true_on = forms.CharField(
        label=lazy("Seen on which day"), required=False, max_length=60,
        help_text=lazy("In words: today, last Thursday, 18 Nov."),
    )  # fmt: skip
    due = forms.CharField(label=lazy("Ask on which day whether it was filled"), required=False, max_length=60)

    def __init__(self, data: Any = None, *, today: date, days: int, **options: Any) -> None:
        super().__init__(data, today=today, **options)
        self.fields["due"].help_text = _("Left empty: %(days)s days after it was seen.") % {"days": days}

    def clean_true_on(self) -> date:
        return self.past_day("true_on") if self.cleaned_data["true_on"].strip() else self.today

    def clean_due(self) -> date | None:
        return self.coming("due") if self.cleaned_data["due"].strip() else None


class AnswerForm(InWords):
    """What became of the place, when, who was hired, by which competitor."""

    found = forms.ChoiceField(label=lazy("What became of it"), choices=FOUND_CHOICES)
    on = forms.CharField(
        label=lazy("On which day"), max_length=60, help_text=lazy("About is good enough: last Thursday, 12 November."),
        error_messages={"required": lazy("Write the nearest day you know: last Thursday.")},
    )  # fmt: skip
    rival = forms.CharField(
        label=lazy("Which competitor"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"list": RIVALS, "autocomplete": "off"}),
        help_text=lazy("A name we do not know yet is added."),
    )  # fmt: skip
    who = forms.CharField(label=lazy("Who was hired"), required=False, max_length=200)
    words = forms.CharField(label=lazy("In their words"), required=False, max_length=5_000)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_on(self) -> date:
        return self.past_day("on")

    def clean_rival(self) -> str:
        name = str(self.cleaned_data["rival"]).strip()
        if name and self.cleaned_data.get("found") != Found.COMPETITOR:
            raise forms.ValidationError(_("Choose “Filled by a competitor” above, or leave this empty."))
        return name

    def answer(self) -> dict[str, Any]:
        """What `actions.answer` takes, but for the competitor, who may have to be added."""
        said = self.cleaned_data
        return {"found": Found(said["found"]), **{name: said[name] for name in ("on", "who", "words", "seen")}}


class ManagerForm(forms.Form):
    """Who the place is for: somebody on record is recognised, somebody new is added."""

    name = forms.CharField(
        label=lazy("The manager’s name"), max_length=200,
        error_messages={"required": lazy("Write the manager’s first and last name.")},
    )  # fmt: skip
    role = forms.CharField(label=lazy("What they do"), required=False, max_length=160)
    company = forms.CharField(label=lazy("Company"), required=False, max_length=200)
    phone = forms.CharField(label=lazy("Phone"), required=False, max_length=80)
    title = forms.CharField(label=lazy("What they need"), required=False, max_length=200)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, region: str, **options: Any) -> None:
        super().__init__(data, **options)
        self.region = region

    def clean_phone(self) -> tuple[Phone, ...]:
        return phones.read(self.cleaned_data["phone"], self.region)

    def person(self) -> dict[str, Any]:
        """What `people.actions.add_person` takes, but for the company."""
        said, read = self.cleaned_data, names.read_name(self.cleaned_data["name"])
        return {"given": read.given, "family": read.family, "title": said["role"], "phones": said["phone"]}


class DropForm(forms.Form):
    """Why nobody needs to ask any more."""

    words = forms.CharField(label=lazy("Why, in a few words"), required=False, max_length=500)
    seen = forms.IntegerField(widget=forms.HiddenInput)
