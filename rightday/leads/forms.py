"""Forms of leads: days in words, evidence, the next step, the end. They clean and never write."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.kernel import names
from rightday.kernel.when import find_days, read_day, say_day
from rightday.leads import rules
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people.models import Person

_FACTS = (Shows.INTERVIEWING, Shows.CONTRACTORS, Shows.PROJECT, Shows.PLAN, Shows.ADVERT, Shows.RUMOUR, Shows.CONTEXT)
SHOWS_CHOICES = [
    (lazy("Demand"), [(each.value, rules.SHOWS_WORDS[each]) for each in _FACTS]),
    (lazy("Who they are"), [(each.value, rules.SHOWS_WORDS[each]) for each in rules.IDENTITY]),
    (lazy("It is not so"), [(each.value, rules.SHOWS_WORDS[each]) for each in rules.DENIES]),
]
SAID_CHOICES = [("them", lazy("They said it themselves")), ("other", lazy("Somebody else"))]


class InWords(forms.Form):
    """A form with days in words; `today` is the member's own day."""

    def __init__(self, data: Any = None, *, today: date, **options: Any) -> None:
        super().__init__(data, **options)
        self.today = today

    def day_of(self, field: str, *, past: bool) -> tuple[date, time | None]:
        """The day somebody typed into a field. Raises ValidationError with the fix."""
        return day_in_words(self.cleaned_data[field].strip(), self.today, past=past)

    def past_day(self, field: str) -> date:
        """Such a day that is not still to come."""
        return past_day_in_words(self.cleaned_data[field].strip(), self.today)


def day_in_words(text: str, today: date, *, past: bool) -> tuple[date, time | None]:
    """The day that words mean ("last Thurs", "26 Nov 10:00"). Raises ValidationError with the fix."""
    found = find_days(text, today, past=past)
    if found:
        return found[0].day, found[0].time
    moment = read_day(text, today, past=past)
    if moment.day is None:
        example = _("Write it like “last Thursday”.") if past else _("Write it like “Thursday 10:00”.")
        raise forms.ValidationError(moment.problem or example)
    return moment.day, moment.time


def past_day_in_words(text: str, today: date) -> date:
    """Such a day that is not still to come."""
    day, _at = day_in_words(text, today, past=True)
    if day > today:
        raise forms.ValidationError(_("This day is still to come. Write the day it was."))
    return day


class EvidenceForm(InWords):
    """Something heard: what it shows, the words, who said it, the day it was true."""

    shows = forms.ChoiceField(label=lazy("What it shows"), choices=SHOWS_CHOICES)
    words = forms.CharField(
        label=lazy("The words you heard"), required=False, max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
    )  # fmt: skip
    said = forms.ChoiceField(label=lazy("Who said it"), choices=SAID_CHOICES, required=False)
    said_by_words = forms.CharField(
        label=lazy("Somebody else: who"), required=False, max_length=120,
        help_text=lazy("A name, or “the market”."),
    )  # fmt: skip
    second_hand = forms.BooleanField(label=lazy("They know it second hand"), required=False)
    true_on = forms.CharField(
        label=lazy("The day it was true"), required=False, max_length=60,
        help_text=lazy("In words: today, last Thursday, 18 Nov."),
    )  # fmt: skip

    def clean_true_on(self) -> date:
        return self.past_day("true_on") if self.cleaned_data["true_on"].strip() else self.today

    def heard(self, person: Person) -> HeardEvidence:
        """What was typed, as evidence about a lead of this person."""
        said = self.cleaned_data
        other = said["said_by_words"].strip()
        them = said["said"] == "them" or not (said["said"] or other)
        return HeardEvidence(
            Shows(said["shows"]), said["words"].strip(), said["true_on"], person if them else None,
            "" if them else other, said["second_hand"],
        )  # fmt: skip


class NewLeadForm(EvidenceForm):
    """A lead about somebody on record; without evidence it is intelligence, to qualify."""

    title = forms.CharField(label=lazy("What they need"), required=False, max_length=200)
    shows = forms.ChoiceField(
        label=lazy("What we know"), choices=[("", lazy("Nothing yet")), *SHOWS_CHOICES], required=False
    )
    field_order = ("title", "shows", "words", "said", "said_by_words", "second_hand", "true_on")

    def evidence(self, person: Person) -> list[HeardEvidence]:
        """What was heard; words without a choice are context."""
        if not self.cleaned_data["shows"]:
            if not self.cleaned_data["words"].strip():
                return []
            self.cleaned_data["shows"] = Shows.CONTEXT.value
        return [self.heard(person)]


class StepForm(InWords):
    """Another day or objective for the next step; `seen_step` is the step that was shown."""

    due = forms.CharField(
        label=lazy("Day, and time if it is agreed"), max_length=60, widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=lazy("In words: tomorrow, Thursday 10:00, in two weeks."),
    )  # fmt: skip
    objective = forms.CharField(label=lazy("Objective"), required=False, max_length=300)
    agreed = forms.BooleanField(label=lazy("They agreed to this day"), required=False)
    seen_step = forms.IntegerField(widget=forms.HiddenInput)

    def clean_due(self) -> tuple[date, time | None]:
        day, at = self.day_of("due", past=False)
        if day < self.today:
            raise forms.ValidationError(_("This day is past. Write the day of the call to come."))
        return day, at

    def change(self) -> dict[str, Any]:
        """What `leads.actions.change_step` takes."""
        said = self.cleaned_data
        day, at = said["due"]
        chosen = {name: said[name] for name in ("seen_step", "objective", "agreed")}
        return {"due": day, "time": at, **chosen}


class DetailsForm(forms.Form):
    """Title, owner, and who can speak for us. `seen` is the version that was shown."""

    title = forms.CharField(label=lazy("What they need"), required=False, max_length=200)
    owner = forms.TypedChoiceField(label=lazy("Owner"), coerce=int)
    introduced_by = forms.CharField(
        label=lazy("Who can speak for us"), required=False, max_length=200,
        help_text=lazy("Somebody on record: a candidate we placed, a referee, a past client."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, owners: tuple[tuple[int, str], ...], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]  # a TypedChoiceField has them

    def clean_introduced_by(self) -> Person | None:
        return person_named(self.cleaned_data["introduced_by"])


def person_named(text: str) -> Person | None:
    """The person somebody wrote ("Tomás Rey, Corvid"); a name nobody has, or two have, is refused with the way out."""
    who, _sep, company = (part.strip() for part in text.strip().partition(","))
    if not who:
        return None
    found = Person.objects.filter(key=names.person_key(who)).select_related("company")
    if company:
        found = found.filter(company__key=names.company_key(company))
    people: list[Person] = list(found[:2])
    if not people:
        raise forms.ValidationError(_("Nobody of that name is on record. Add them under People first."))
    if len(people) > 1:
        raise forms.ValidationError(_("Two people have that name. Add the company: Tomás Rey, Corvid."))
    return people[0]


def step_form(data: Any, lead: Lead, today: date) -> StepForm:
    """The form of a lead's next step, showing the step there is."""
    step = lead.next_step
    shown: dict[str, Any] = {}
    if step is not None:
        time_said = f" {step.earliest:%H:%M}" if step.earliest else ""
        shown = {"due": f"{say_day(step.due, today)}{time_said}", "objective": step.objective}
        shown |= {"agreed": step.agreed, "seen_step": step.pk}
    return StepForm(data, today=today, initial=shown)


def details_form(data: Any, lead: Lead, owners: tuple[tuple[int, str], ...]) -> DetailsForm:
    """The form of a lead's title, owner and introducer, showing what they are."""
    introduced = lead.introduced_by.name if lead.introduced_by else ""
    shown = {"title": lead.title, "owner": lead.owner_id, "introduced_by": introduced, "seen": lead.version}
    return DetailsForm(data, owners=owners, initial=shown)
