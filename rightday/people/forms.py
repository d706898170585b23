"""Forms of people and companies: browser strings to clean Python. They clean and never write."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.kernel import names, phones
from rightday.kernel.phones import Phone
from rightday.people import rules
from rightday.people.models import Company, Person

WORKS = [("", lazy("We do not know")), ("yes", lazy("Yes")), ("no", lazy("No"))]
DAYS = [(str(day), label) for day, label in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), 1)]
_WORDS_TO_BOOL = {"yes": True, "no": False, "": None}
_BOOL_TO_WORDS = {True: "yes", False: "no", None: ""}


@lru_cache(maxsize=1)
def zones() -> list[tuple[str, Any]]:
    """Time zones by the names of places; the first is "where their company is"."""
    places = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return [("", lazy("As the company, else as ours")), *((zone, zone.replace("_", " ")) for zone in places)]


class WithAgencies(forms.Form):
    """What person and company have in common."""

    works_with_agencies = forms.ChoiceField(label=lazy("Works with agencies"), choices=WORKS, required=False)
    zone = forms.ChoiceField(label=lazy("Time zone"), required=False)
    website = forms.CharField(label=lazy("Website"), required=False, max_length=200)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["zone"].choices = zones()  # type: ignore[attr-defined]  # a ChoiceField has them

    def clean_works_with_agencies(self) -> bool | None:
        return _WORDS_TO_BOOL[self.cleaned_data["works_with_agencies"]]


class PersonForm(WithAgencies):
    """The person themselves. `moved` keeps the old position; `seen` is the version that was shown."""

    given = forms.CharField(
        label=lazy("First name"), required=False, max_length=100, widget=forms.TextInput(attrs={"autofocus": True})
    )
    family = forms.CharField(label=lazy("Last name"), required=False, max_length=100)
    title = forms.CharField(label=lazy("What they do"), required=False, max_length=160)
    company = forms.CharField(
        label=lazy("Company"), required=False, max_length=200,
        help_text=lazy("One we know is recognised however it is written."),
    )  # fmt: skip
    moved = forms.BooleanField(label=lazy("They have moved: keep the old position on their record"), required=False)
    city = forms.CharField(label=lazy("City"), required=False, max_length=80)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order: tuple[str, ...] = (
        "given",
        "family",
        "title",
        "company",
        "moved",
        "city",
        "zone",
        "works_with_agencies",
        "website",
    )

    def clean(self) -> dict[str, Any]:
        """A name is needed, one word is enough; a whole name typed into one field is read as people say it."""
        cleaned = super().clean() or {}
        given, family = cleaned.get("given", ""), cleaned.get("family", "")
        if not given and not family:
            self.add_error("given", _("Give at least one name. One word is enough."))
        elif not (given and family) and len((given or family).split()) > 1:
            read = names.read_name(given or family)
            cleaned["given"], cleaned["family"] = read.given, read.family
        return cleaned


class NewPersonForm(PersonForm):
    """Somebody new, with how to reach them. What is no number is kept as typed, and said."""

    phone = forms.CharField(label=lazy("Phone"), required=False, max_length=80)
    email = forms.EmailField(label=lazy("Email"), required=False, max_length=254)
    source = forms.CharField(
        label=lazy("Where we have them from"), required=False, max_length=200,
        help_text=lazy("They may ask, and have a right to know."),
    )  # fmt: skip
    field_order = (*("given", "family", "title", "company", "phone", "email", "city", "source"),)

    def __init__(self, data: Any = None, *, region: str, **options: Any) -> None:
        super().__init__(data, **options)
        self.region = region
        for later in ("moved", "seen", "zone", "works_with_agencies", "website"):
            del self.fields[later]

    def clean_phone(self) -> tuple[Phone, ...]:
        return phones.read(self.cleaned_data["phone"], self.region)


class CompanyForm(WithAgencies):
    """A company. `seen` is the version that was shown."""

    name = forms.CharField(label=lazy("Name"), max_length=200)
    city = forms.CharField(label=lazy("City"), required=False, max_length=80)
    country = forms.CharField(
        label=lazy("Country"), required=False, max_length=2, min_length=2,
        help_text=lazy("Two letters: GB, IE, US. Its public holidays are kept."),
    )  # fmt: skip
    subdivision = forms.CharField(
        label=lazy("Part of the country"), required=False, max_length=10,
        help_text=lazy("Where it has holidays of its own: SCT, NIR, CA."),
    )  # fmt: skip
    note = forms.CharField(
        label=lazy("About them"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = ("name", "city", "country", "subdivision", "zone", "works_with_agencies", "website", "note")

    def clean_country(self) -> str:
        return str(self.cleaned_data["country"]).upper()

    def clean_subdivision(self) -> str:
        return str(self.cleaned_data["subdivision"]).upper()


class NumberForm(forms.Form):
    """A number, and what it is ("Mobile", "Direct")."""

    number = forms.CharField(
        label=lazy("Number"), max_length=80,
        widget=forms.TextInput(attrs={"autofocus": True, "inputmode": "tel"}),
        help_text=lazy("As it is written to you. With + and the country code when it is abroad."),
    )  # fmt: skip
    label = forms.CharField(
        label=lazy("What it is"), required=False, max_length=40, help_text=lazy("Direct, mobile, desk.")
    )


class EmailForm(forms.Form):
    address = forms.EmailField(
        label=lazy("Email address"), max_length=254, widget=forms.EmailInput(attrs={"autofocus": True})
    )


class PermissionForm(forms.Form):
    """What somebody answered when asked, the day, and the days and hours they gave."""

    channel = forms.ChoiceField(label=lazy("May we use"), choices=list(rules.CHANNEL_WORDS.items()))
    answer = forms.ChoiceField(label=lazy("They said"), choices=[("", lazy("Choose")), *rules.ANSWER_WORDS.items()])
    words = forms.CharField(
        label=lazy("In their words"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    purpose = forms.CharField(
        label=lazy("For what"), required=False, max_length=200, help_text=lazy("“People for her team.”")
    )
    days = forms.MultipleChoiceField(
        label=lazy("Days they gave"), required=False, choices=DAYS, widget=forms.CheckboxSelectMultiple
    )
    hours = forms.CharField(label=lazy("Hours they gave"), required=False, max_length=20, help_text=lazy("9 to 11"))
    on = forms.DateField(
        label=lazy("On which day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, data: Any = None, *, today: date, **options: Any) -> None:
        super().__init__(data, **options)
        self.today = today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"] or self.today
        if on > self.today:
            raise forms.ValidationError(_("This day is still to come. Write the day they said it."))
        return on

    def clean_hours(self) -> str:
        hours: str = self.cleaned_data["hours"].strip()
        if hours and rules.hours_of(hours) is None:
            raise forms.ValidationError(_("Write them like “9 to 11” or “09:00-11:30”."))
        return hours

    def clean_days(self) -> list[int]:
        return [int(day) for day in self.cleaned_data["days"]]


def details_of_person(person: Person) -> dict[str, Any]:
    """What the form of a person shows at first."""
    return {
        "given": person.given, "family": person.family, "title": person.title,
        "company": person.company.name if person.company else "", "city": person.city, "zone": person.zone,
        "website": person.website, "works_with_agencies": _BOOL_TO_WORDS[person.works_with_agencies],
        "seen": person.version,
    }  # fmt: skip


def details_of_company(company: Company) -> dict[str, Any]:
    """What the form of a company shows at first."""
    return {
        "name": company.name, "city": company.city, "country": company.country, "subdivision": company.subdivision,
        "zone": company.zone, "website": company.website, "note": company.note,
        "works_with_agencies": _BOOL_TO_WORDS[company.works_with_agencies], "seen": company.version,
    }  # fmt: skip
