"""A filter finds through its index what it passes row by row."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.leads.lists import narrowing
from rightday.leads.lists import parts as list_parts
from rightday.leads.lists.filters import Filters
from rightday.leads.lists.models import Label
from rightday.leads.models import Lead
from rightday.leads.rules import Grade
from tests.leads.lists.test_reading import ON, some


@pytest.mark.parametrize(
    "params",
    [
        {"grade": "hot"}, {"grade": "hot,warm,cold"}, {"owner": "me"}, {"stage": "1,4"}, {"step": "overdue"},
        {"step": "week"}, {"step": "agreed"}, {"step": "find_out"}, {"place": "Leeds"}, {"place": "GB"},
        {"skill": "java"}, {"source": "form"}, {"age": "3"}, {"heard": "1-"}, {"outcome": "cancelled"},
        {"view": "stale"}, {"view": "decide"}, {"view": "mine"}, {"view": "handed"}, {"view": "hot"}, {"label": "x"},
    ],
)  # fmt: skip
def test_both_forms_find_the_same(inside, params):
    some(inside, 40)
    if "label" in params:
        params = {"label": str(Label.objects.get().pk)}
    one = narrowing.asked(Filters.of(params), inside.sam, ON)
    for part in one.parts:
        base = list_parts.checked().filter(one.base)
        checked = set(base.filter(part.check).values_list("pk", flat=True))
        found = {pk for by in part.by for pk in base.filter(by).values_list("pk", flat=True)}
        assert checked == found
        assert sum(rows.count() for rows in part.sizes) >= len(checked)


def test_the_grade_is_the_rules(inside):
    made = some(inside, 40)
    for grade in Grade:
        rows = list_parts.checked().filter(list_parts.grade_check((grade,), ON))
        assert set(rows) == {lead for lead in made if lead.grade_on(ON) is grade}
    assert Lead.objects.count() == 40


def test_a_week_ends_on_sunday():
    monday = date(2026, 11, 23)
    assert {list_parts.week_ends(monday + timedelta(days=n)) for n in range(7)} == {date(2026, 11, 29)}
