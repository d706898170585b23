"""Forms of the objection library."""

from __future__ import annotations

from django import forms

from rightday.joborders.objections.rules import ABOUT_CHOICES, SIDE_CHOICES, About, Side


class ObjectionForm(forms.Form):
    """What somebody said instead of yes."""

    words = forms.CharField(max_length=200)
    side = forms.TypedChoiceField(choices=SIDE_CHOICES, coerce=Side)
    about = forms.TypedChoiceField(choices=ABOUT_CHOICES, coerce=About)
    means = forms.CharField(required=False, max_length=300)


class AnswerForm(forms.Form):
    """An answer as one would say it."""

    words = forms.CharField(max_length=2_000)
