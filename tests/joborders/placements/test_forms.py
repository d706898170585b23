"""What is typed of a placement, as clean values."""

from __future__ import annotations

from datetime import date

from rightday.joborders.placements.forms import EndForm, ExtensionForm, StartCheckForm, StartForm
from rightday.joborders.placements.rules import End, Side

TODAY = date(2026, 11, 25)


def test_clean_values():
    check = StartCheckForm({"side": "client", "came": "no"})
    assert check.is_valid() and (check.cleaned_data["side"], check.cleaned_data["came"]) == (Side.CLIENT, False)
    assert StartForm({"starts_on": "7 December"}, today=TODAY).is_valid()
    longer = ExtensionForm({"until": "31 March", "pay": "580"}, today=TODAY, currency="GBP")
    assert longer.is_valid() and longer.cleaned_data["pay"] == 58_000 and longer.cleaned_data["bill"] is None
    ended = EndForm({"kind": "term", "on": "yesterday"}, today=TODAY)
    assert ended.is_valid() and ended.cleaned_data["kind"] is End.TERM


def test_what_cannot_be_read():
    longer = ExtensionForm({"until": "ages", "pay": "$5"}, today=TODAY, currency="GBP")
    assert set(longer.errors) == {"until", "pay"}
