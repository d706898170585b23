"""Forms of imports: a file or a pasted table, the choices of the second step, what to do with a run."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from rightday.intake.showing.shown import region_options
from rightday.intake.showing.words import FIELD_WORDS, HOLDS_WORDS, LEFT_OUT
from rightday.intake.understanding.choices import Choices, TableChoice
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.holds import Holds

RUNS = ("start", "pause", "go_on", "stop")
_HOLDS = [*((holds.value, words) for holds, words in HOLDS_WORDS.items()), (LEFT_OUT, LEFT_OUT)]
_FIELDS = [(field.value, words) for field, words in FIELD_WORDS.items()]
_ORDERS = {"day": True, "month": False}


class FileForm(forms.Form):
    """A file chosen, or a table pasted; one of them."""

    file = forms.FileField(required=False, allow_empty_file=True)
    table = forms.CharField(required=False, strip=False)

    def clean_table(self) -> str:
        return str(self.cleaned_data["table"]).replace("\x00", "")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not values.get("file") and not (values.get("table") or "").strip():
            raise forms.ValidationError(_("Choose a file, or paste a table that you copied."))
        return values


class ChoicesForm(forms.Form):
    """What was chosen instead of what was understood; what is not sent stays as it was."""

    seen = forms.IntegerField(min_value=0)
    order = forms.ChoiceField(choices=[("", ""), ("day", ""), ("month", "")], required=False)
    region = forms.ChoiceField(choices=region_options)
    currency = forms.RegexField(
        r"\A[A-Za-z]{3}\Z", error_messages={"invalid": _("Write the currency in three letters, like GBP.")}
    )

    def __init__(self, data: Any, *, understood: dict[str, Any]) -> None:
        super().__init__(data)
        self._tables = understood["tables"]
        for sheet, table in enumerate(self._tables):
            self.fields[f"holds-{sheet}"] = forms.ChoiceField(choices=_HOLDS, required=False)
            for column in table["columns"]:
                self.fields[f"field-{sheet}-{column['index']}"] = forms.ChoiceField(choices=_FIELDS, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and all(self._holds(sheet) == LEFT_OUT for sheet in range(len(self._tables))):
            raise forms.ValidationError(_("Every sheet is left out. Use one of them at least."))
        return values

    def choices(self) -> Choices:
        """The clean choices; only of a valid form."""
        values = self.cleaned_data
        return Choices(
            tables={sheet: self._table(sheet) for sheet in range(len(self._tables))},
            dayfirst=_ORDERS.get(values["order"]),
            region=values["region"],
            currency=values["currency"].upper(),
        )

    def _holds(self, sheet: int) -> str:
        table = self._tables[sheet]
        return self.cleaned_data[f"holds-{sheet}"] or (table["holds"] if table["use"] else LEFT_OUT)

    def _table(self, sheet: int) -> TableChoice:
        holds, table = self._holds(sheet), self._tables[sheet]
        chosen = {c["index"]: self.cleaned_data[f"field-{sheet}-{c['index']}"] for c in table["columns"]}
        return TableChoice(
            use=holds != LEFT_OUT,
            holds=Holds(holds).value if holds != LEFT_OUT else table["holds"],
            fields={index: Field(field).value for index, field in chosen.items() if field},
        )


def key_of(typed: str) -> uuid.UUID:
    """The key under which a form acts once; a broken one acts each time it is sent."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        return uuid.uuid4()


def number_of(typed: str) -> int:
    """A key of a page in an address; 0 for anything that is none."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 16 else 0
