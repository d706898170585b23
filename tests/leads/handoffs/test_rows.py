"""Hand-offs in words, from the values of their rows."""

from __future__ import annotations

import pytest

from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rows import BECAME, COLUMNS, back_words
from rightday.leads.handoffs.rules import RETURN_WORDS, Return


@pytest.mark.parametrize("reason", list(Return))
def test_each_reason_is_said(reason):
    assert back_words("returned", reason.value) == f"Returned: {RETURN_WORDS[reason]}"


def test_nobody_answered():
    assert back_words("lapsed", "") == "Not answered in time"


def test_the_columns_are_there(inside):
    assert list(HandOff.objects.values_list(*COLUMNS)) == []
    assert list(HandOff.objects.values_list(*BECAME)) == []
