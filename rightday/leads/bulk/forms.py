"""What is asked before something is done to many leads: to whom, where, which day, which label."""

from __future__ import annotations

from datetime import date
from typing import Any, assert_never

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.leads.bulk.rules import BulkKind
from rightday.leads.forms import InWords
from rightday.leads.lists.actions_labels import label_named
from rightday.leads.lists.labels import LONGEST, name_of
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.team.models import Member
from rightday.team.rules import Permission

FIRST = forms.TextInput(attrs={"autofocus": True})


class TodayForm(InWords):
    """Nothing is asked: today is today."""

    def values(self, by: Member) -> dict[str, Any]:
        return {"due": self.today.isoformat()}


class HandForm(InWords):
    """To whom, with words for them. Managers may also make somebody the owner at once."""

    to = forms.TypedChoiceField(label=lazy("To"), coerce=int)
    words = forms.CharField(
        label=lazy("What they should know"), required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    at_once = forms.BooleanField(
        label=lazy("Make them the owner at once, without asking"), required=False,
        help_text=lazy("Else each lead is offered, and stays yours until they accept it."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, by: Member, **options: Any) -> None:
        super().__init__(data, **options)
        others = Member.objects.here().order_by("name", "id").values_list("pk", "name")[:500]
        manages = by.may(Permission.TEAM_MANAGE)
        offered = [(pk, name) for pk, name in others if manages or pk != by.pk]
        self.fields["to"].choices = offered  # type: ignore[attr-defined]  # a TypedChoiceField has them
        if not manages:
            del self.fields["at_once"]

    def values(self, by: Member) -> dict[str, Any]:
        return {"to": self.cleaned_data["to"], "words": self.cleaned_data["words"]}


class MoveForm(InWords):
    """The column of the board."""

    stage = forms.TypedChoiceField(
        label=lazy("Move to"), coerce=int, choices=[(one.value, STAGE_WORDS[one]) for one in Stage]
    )

    def values(self, by: Member) -> dict[str, Any]:
        return {"stage": self.cleaned_data["stage"]}


class DayForm(InWords):
    """The day of the next step, in words."""

    due = forms.CharField(
        label=lazy("Day of the next step"), max_length=60, widget=FIRST,
        help_text=lazy("In words: tomorrow, Thursday, in two weeks. A day agreed with somebody stays."),
    )  # fmt: skip

    def clean_due(self) -> date:
        day, _at = self.day_of("due", past=False)
        if day < self.today:
            raise forms.ValidationError(_("This day is past. Write the day of the call to come."))
        return day

    def values(self, by: Member) -> dict[str, Any]:
        return {"due": self.cleaned_data["due"].isoformat()}


class LabelOnForm(InWords):
    """A word to put on. One that is new is made."""

    name = forms.CharField(
        label=lazy("Label"), max_length=LONGEST, widget=forms.TextInput(attrs={"autofocus": True, "list": "labels"}),
        help_text=lazy("Type a word. One that is new becomes a label."),
    )  # fmt: skip

    def clean_name(self) -> str:
        name = name_of(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("Type a word for the label."))
        return name


class LabelForm(LabelOnForm):
    """The same, put on or taken off."""

    off = forms.ChoiceField(
        label=lazy("What to do"), required=False, initial="",
        choices=[("", lazy("Put it on")), ("off", lazy("Take it off"))],
    )  # fmt: skip

    def values(self, by: Member) -> dict[str, Any]:
        return {"label": label_named(self.cleaned_data["name"], by=by).pk}


def form_of(kind: BulkKind, data: Any, *, today: date, by: Member) -> Any:
    """The form of a kind; `data` None asks it anew."""
    match kind:
        case BulkKind.TODAY:
            return TodayForm({} if data is None else data, today=today)
        case BulkKind.HAND | BulkKind.OWN:
            return HandForm(data, today=today, by=by)
        case BulkKind.MOVE:
            return MoveForm(data, today=today)
        case BulkKind.STEP:
            return DayForm(data, today=today)
        case BulkKind.LABEL | BulkKind.UNLABEL:
            return LabelForm(data, today=today)
        case _:
            assert_never(kind)


def kind_of(kind: BulkKind, form: Any) -> BulkKind:
    """What was chosen inside the form: an offer or the owner, on or off."""
    if kind is BulkKind.HAND and form.cleaned_data.get("at_once"):
        return BulkKind.OWN
    if kind is BulkKind.LABEL and form.cleaned_data["off"]:
        return BulkKind.UNLABEL
    return kind
