"""Forms of a lead's hiring process: a milestone, a failure, who fills the place, another vacancy."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.kernel.when import say_day
from rightday.leads.forms import InWords
from rightday.leads.forms_outcome import RIVALS
from rightday.leads.process import rules as process
from rightday.leads.process.actions_track import Said
from rightday.leads.process.queries import Track
from rightday.leads.process.rules import Failure, Filler
from rightday.leads.process.track import Point

_AHEAD = lazy("In words: Thursday, 3 December, in two weeks.")
_FILLERS = [(one.value, words) for one, words in process.FILLER_WORDS.items()]
_NOTE_LENGTH = 500


class MilestoneForm(InWords):
    """What is known of a milestone. `seen` is the lead's version as it was shown."""

    expected = forms.CharField(
        label=lazy("Expected on"), required=False, max_length=60, help_text=_AHEAD,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )  # fmt: skip
    call_on = forms.CharField(
        label=lazy("They said we may call about it on"), required=False, max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}), help_text=lazy("Empty: the usual day."),
    )  # fmt: skip
    done_on = forms.CharField(
        label=lazy("Done on"), required=False, max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=lazy("In words: today, last Thursday. Empty: not yet, or today with Done."),
    )  # fmt: skip
    note = forms.CharField(label=lazy("Note"), required=False, max_length=_NOTE_LENGTH)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, point: Point, today: date, **options: Any) -> None:
        super().__init__(data, today=today, **options)
        if point.state in ("done", "passed"):
            del self.fields["expected"], self.fields["call_on"]
        if point.state == "done":
            del self.fields["done_on"]

    def clean_expected(self) -> date | None:
        return self._day("expected")

    def clean_call_on(self) -> date | None:
        day = self._day("call_on")
        if day is not None and day < self.today and "call_on" in self.changed_data:
            raise forms.ValidationError(_("This day is past. Write the day of the call to come."))
        return day

    def clean_done_on(self) -> date | None:
        return self.past_day("done_on") if self.cleaned_data["done_on"].strip() else None

    def said(self, act: str, point: Point) -> Said:
        """What a valid form says, by the button that sent it: done, yes, back, or what was typed."""
        typed = self.cleaned_data
        done = typed.get("done_on") or (self.today if act in ("done", "yes") else None)
        told = None if point.about else point.expected
        return Said(
            typed.get("expected", told), typed.get("call_on", point.call_on), done, typed["note"], act == "back"
        )

    def _day(self, field: str) -> date | None:
        return self.day_of(field, past=False)[0] if self.cleaned_data[field].strip() else None


class FallForm(InWords):
    """How it failed, on which day, who had filled the place until then."""

    why = forms.ChoiceField(
        label=lazy("What happened"), choices=process.FAILURE_CHOICES, widget=forms.Select(attrs={"autofocus": True})
    )
    on = forms.CharField(
        label=lazy("On which day"), required=False, max_length=60, help_text=lazy("Today unless said.")
    )
    filler = forms.ChoiceField(
        label=lazy("Who had filled it"), required=False, choices=[("", lazy("nobody, or not known")), *_FILLERS]
    )
    rival = forms.CharField(
        label=lazy("Which competitor"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"list": RIVALS, "autocomplete": "off"}),
        help_text=lazy("A name we do not know yet is added."),
    )  # fmt: skip
    who = forms.CharField(label=lazy("The person who had it"), required=False, max_length=200)
    words = forms.CharField(
        label=lazy("In their words"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_on(self) -> date:
        return self.past_day("on") if self.cleaned_data["on"].strip() else self.today

    def clean_rival(self) -> str:
        return competitor(self.cleaned_data)

    def failure(self) -> dict[str, Any]:
        """What `actions_track.fail_milestone` takes of a valid form."""
        said = self.cleaned_data
        return filling(said) | {"why": Failure(said["why"]), **{name: said[name] for name in ("on", "words", "seen")}}


class FillerForm(forms.Form):
    """Who fills the place while it is tracked on."""

    filler = forms.ChoiceField(
        label=lazy("Who fills the place"), required=False, widget=forms.Select(attrs={"autofocus": True}),
        choices=[("", lazy("nobody, or not known")), *_FILLERS],
    )  # fmt: skip
    rival = forms.CharField(
        label=lazy("Which competitor"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"list": RIVALS, "autocomplete": "off"}),
        help_text=lazy("A name we do not know yet is added."),
    )  # fmt: skip
    who = forms.CharField(label=lazy("The person who has it"), required=False, max_length=200)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_rival(self) -> str:
        return competitor(self.cleaned_data)

    def filling(self) -> dict[str, Any]:
        """What `actions_track.fill_place` takes of a valid form."""
        return filling(self.cleaned_data)


class VacancyForm(forms.Form):
    """Another place that the same manager fills."""

    title = forms.CharField(
        label=lazy("What they need"), max_length=200, widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=lazy("Like: a second tester, from January."),
    )  # fmt: skip


class AskedForm(InWords):
    """What somebody else said of a lead that is not called, and when to ask again."""

    words = forms.CharField(
        label=lazy("What you found out"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 3, "autofocus": True})
    )
    again = forms.CharField(
        label=lazy("Ask again on"), required=False, max_length=60, help_text=lazy("Empty: the usual day.")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_again(self) -> date | None:
        if not self.cleaned_data["again"].strip():
            return None
        day = self.day_of("again", past=False)[0]
        if day < self.today:
            raise forms.ValidationError(_("This day is past. Write a day to come."))
        return day


def competitor(said: dict[str, Any]) -> str:
    """The name of a competitor, where one is chosen above; a name beside another choice is refused."""
    name = str(said["rival"]).strip()
    if name and said.get("filler") != Filler.COMPETITOR:
        raise forms.ValidationError(_("Choose “A competitor” above, or leave this empty."))
    return name


def filling(said: dict[str, Any]) -> dict[str, Any]:
    """Who fills the place, as its verb takes it."""
    filler = Filler(said["filler"]) if said["filler"] else None
    return {"filler": filler, "rival": said["rival"], "who": said["who"].strip()}


def milestone_form(data: Any, track: Track, point: Point, today: date) -> MilestoneForm:
    """The form of a milestone, showing what is known. A day that is only reckoned is not shown as if it was told."""
    expected = point.expected if point.expected and not point.about else None
    shown = {
        "expected": say_day(expected, today) if expected else "",
        "call_on": say_day(point.call_on, today) if point.call_on else "",
        "note": point.note,
        "seen": track.version,
    }
    return MilestoneForm(data, point=point, today=today, initial=shown)


def fall_form(data: Any, track: Track, point: Point, today: date) -> FallForm:
    """The form of a failure at a milestone, with who fills the place as far as that is known."""
    shown = filled(track) | {"why": point.mark.fails_as.value, "on": _("today")}
    return FallForm(data, today=today, initial=shown)


def filled(track: Track) -> dict[str, Any]:
    """Who fills the place, for a form that asks."""
    who = "" if track.filler_who == track.rival else track.filler_who
    return {"filler": track.filler, "rival": track.rival, "who": who, "seen": track.version}
