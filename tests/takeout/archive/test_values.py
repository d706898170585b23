from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from rightday.takeout.archive.values import line, plain, reader

KINDS = [
    (models.DateTimeField(), st.datetimes(timezones=st.just(UTC))),
    (models.DateField(), st.dates()),
    (models.TimeField(), st.times()),
    (models.UUIDField(), st.uuids()),
    (models.BooleanField(), st.booleans()),
    (models.FloatField(), st.floats(allow_nan=False)),
    (models.CharField(), st.text(st.characters(codec=None))),
    (models.TextField(), st.text()),
    (models.BigIntegerField(), st.integers(-(2**63) + 1, 2**63 - 1)),
    (models.JSONField(), st.recursive(st.none() | st.integers() | st.text(), st.lists)),
]


@given(st.data())
def test_what_goes_out_comes_back(data):
    field, values = data.draw(st.sampled_from(KINDS))
    value = data.draw(values | st.none())
    row = line(("id", "x"), (1, value))
    assert row.count(b"\n") == 1 and row.endswith(b"\n")
    assert reader(field)(json.loads(row)["x"]) == value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (models.DateTimeField(), "2026-11-24T09:42:00"), (models.DateField(), "yesterday"), (models.TimeField(), 9),
        (models.BooleanField(), 1), (models.IntegerField(), True), (models.IntegerField(), "7"),
        (models.BigIntegerField(), 2**63), (models.CharField(), 7), (models.UUIDField(), "no"),
        (models.BigAutoField(primary_key=True), None), (models.FloatField(), "1.5"),
    ],
)  # fmt: skip
def test_another_kind_is_refused(field, value):
    with pytest.raises((TypeError, ValueError)):
        reader(field)(value)


def test_only_what_a_row_can_hold():
    assert plain(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00+00:00"
    assert (plain(date(2026, 1, 1)), plain(time(9, 30))) == ("2026-01-01", "09:30:00")
    assert plain(UUID(int=1)) == "00000000-0000-0000-0000-000000000001"
    with pytest.raises(TypeError):
        plain(object())


def test_half_of_a_letter_goes_out_by_its_number():
    row = line(("id", "cells"), (1, {"a": "\ud83d"}))
    assert json.loads(row) == {"id": 1, "cells": {"a": "\ud83d"}}
