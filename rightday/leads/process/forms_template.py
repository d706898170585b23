"""The form of one milestone of the checklist. It cleans and never writes."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.leads.process import rules as process
from rightday.leads.process.rules import CallWhen, Failure, Mark, MarkKind, Stage, Template

KINDS = [(MarkKind.STEP.value, lazy("Step")), (MarkKind.DECISION.value, lazy("Decision"))]
FAILURES = [(one.value, words) for one, words in process.FAILURE_WORDS.items()]
_WEIGHTS = (1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0, 2.5, 3.0, 4.0, 5.0)


class MarkForm(forms.Form):
    """A milestone: what it is, what the call is about and when, and what follows when it fails."""

    name = forms.CharField(label=lazy("Milestone"), max_length=80)
    kind = forms.ChoiceField(label=lazy("Kind"), choices=KINDS)
    about = forms.CharField(label=lazy("Call about"), max_length=200, required=False)
    call = forms.ChoiceField(label=lazy("Call when"))
    restarts_at = forms.TypedChoiceField(label=lazy("If it falls through"), coerce=int)
    weight = forms.TypedChoiceField(label=lazy("Worth more by"), coerce=float)
    stage = forms.TypedChoiceField(label=lazy("Column of the board"), choices=process.STAGE_CHOICES, coerce=int)
    gap = forms.IntegerField(label=lazy("Working days after the one before"), min_value=0, max_value=260)
    fails_as = forms.ChoiceField(label=lazy("A failure here is called"), choices=FAILURES)
    agree = forms.BooleanField(label=lazy("The next day agreed with the client is about this one"), required=False)

    def __init__(self, data: Any = None, *, template: Template, place: int) -> None:
        self.mark = template.mark(place)
        plain = asdict(self.mark) | {"weight": f"{self.mark.weight:g}"}
        super().__init__(data, initial=plain, auto_id="m-%s")
        self.fields["call"].choices = call_choices(place)  # type: ignore[attr-defined]  # a ChoiceField has them
        self.fields["restarts_at"].choices = restart_choices(template, place)  # type: ignore[attr-defined]
        self.fields["weight"].choices = weight_choices(self.mark.weight)  # type: ignore[attr-defined]
        if self.mark.kind is MarkKind.DECISION:
            self.fields["restarts_at"].label = _("If the answer is no")
            self.fields["fails_as"].label = _("A no is called")

    def changed_mark(self) -> Mark:
        """The milestone of a valid form; its key stays."""
        said = self.cleaned_data
        return replace(
            self.mark, name=said["name"].strip(), about=said["about"].strip(), kind=MarkKind(said["kind"]),
            call=CallWhen(said["call"]), stage=Stage(said["stage"]), gap=said["gap"], agree=said["agree"],
            restarts_at=said["restarts_at"], weight=said["weight"], fails_as=Failure(said["fails_as"]),
        )  # fmt: skip


def call_choices(place: int) -> list[tuple[str, str]]:
    """When to call: the one with the milestone before names it. The first has it too, and is refused with why."""
    before = _("With milestone %(place)s") % {"place": place - 1} if place > 1 else _("With the milestone before")
    return [(when.value, before if when is CallWhen.WITH_PREVIOUS else _up(words)) for when, words in _CALLS]


def restart_choices(template: Template, place: int) -> list[tuple[int, str]]:
    """Where it may begin again: anywhere up to itself."""
    marks = enumerate(template.marks[:place], 1)
    return [(at, _("Back to %(place)s, %(name)s") % {"place": at, "name": mark.name}) for at, mark in marks]


def weight_choices(kept: float) -> list[tuple[str, str]]:
    """How much more a lead is worth after a failure here; what is kept is one of them."""
    weights = sorted({*_WEIGHTS, kept})
    return [(f"{one:g}", _("%(n)s times") % {"n": f"{one:g}"} if one > 1 else _("nothing")) for one in weights]


_CALLS = tuple(process.CALL_WORDS.items())


def _up(words: str) -> str:
    return words[:1].upper() + words[1:]
