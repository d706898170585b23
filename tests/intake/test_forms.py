"""The forms of imports clean what a browser sends."""

from __future__ import annotations

import uuid

from rightday.intake.forms import ChoicesForm, key_of, number_of

TABLE = {
    "use": True, "holds": "leads", "columns": [{"index": 0, "field": "person"}, {"index": 2, "field": "notes"}],
}  # fmt: skip
SENT = {"seen": "3", "region": "GB", "currency": "eur"}


def test_what_is_not_sent_stays_as_it_was():
    form = ChoicesForm(SENT | {"field-0-2": "leave_out"}, understood={"tables": [TABLE, TABLE | {"use": False}]})
    assert form.is_valid()
    made = form.choices()
    assert (made.dayfirst, made.region, made.currency) == (None, "GB", "EUR")
    assert (made.tables[0].use, made.tables[0].holds, made.tables[0].fields) == (True, "leads", {2: "leave_out"})
    assert not made.tables[1].use


def test_a_broken_key_and_a_broken_number_do_no_harm():
    assert isinstance(key_of("nonsense"), uuid.UUID)
    assert [number_of(typed) for typed in ("7", "", "-1", "²", "9" * 40)] == [7, 0, 0, 0, 0]
