"""What the capture form sends: the text, its key, whom one is on the phone with."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from rightday.agencies import clock

READ_WHILE_TYPING = 12_000
"""Characters understood at a pause of the typing, so that the answer is there within 50 ms; saving reads on."""

_WAITED_AT_MOST = timedelta(days=30)


class AsItCame(forms.CharField):
    """Every character that was typed, but for NUL, which no database stores."""

    def to_python(self, value: str | None) -> str:
        return (value or "").replace("\x00", "")


class CaptureForm(forms.Form):
    """The text is never cut; without a key of its own the form acts each time it is sent."""

    text = AsItCame(strip=False, required=False)
    once = forms.CharField(required=False)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError(_("Type or paste what you heard first."))
        return text

    def clean_once(self) -> uuid.UUID:
        try:
            return uuid.UUID(self.cleaned_data["once"])
        except ValueError:
            return uuid.uuid4()  # a broken key must not cost anybody their words


def read_part(text: str) -> str:
    """What is understood while it is typed: the beginning, however much was pasted."""
    return text[:READ_WHILE_TYPING].replace("\x00", "")


def typed_at(header: str) -> datetime | None:
    """When a text that waited for the line was typed; None for one that did not, or an unlikely moment."""
    try:
        at = parse_datetime(header)
    except ValueError:
        return None
    if at is None or at.tzinfo is None or not timedelta(0) <= clock.now() - at <= _WAITED_AT_MOST:
        return None
    return at


def person_id(typed: str) -> int | None:
    """The id of a person in an address; None for none."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 19 else None
