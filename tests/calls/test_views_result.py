"""The form of a result, turned into the one action."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine
from django.http import QueryDict

from rightday.agencies.once import Stale
from rightday.calls.forms import ResultForm
from rightday.calls.views_result import log
from rightday.leads.models import Lead
from tests.conftest import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 40), tick=False):
        yield


def form(query: str) -> ResultForm:
    made = ResultForm(QueryDict(query))
    assert made.is_valid(), made.errors
    return made


def test_everything_that_was_typed_arrives(inside: Cast, warm: Lead) -> None:
    query = f"result=met&note=n&level=ideal&answer-no=a&achieved=lead&number={inside.number.pk}&lead={warm.pk}"
    call = log(warm.next_step_id, form(query), by=inside.sam).call
    assert (call.result, call.note, call.level, call.answers) == ("met", "n", "ideal", {"no": "a"})
    assert [one.kind for one in call.achievements.all()] == ["lead"]
    assert call.number == inside.number


@pytest.mark.parametrize(
    ("query", "due", "agreed", "said"),
    [
        ("result=met&next=tomorrow&permission=yes", date(2026, 11, 25), True, "yes"),
        ("result=met&next=week&permission=no", date(2026, 12, 1), False, "no"),
        ("result=met&next=pick&day=2026-12-03&permission=no", date(2026, 12, 3), False, "no"),
        ("result=no_answer&permission=yes", date(2026, 11, 26), False, None),
    ],
)
def test_a_yes_makes_the_day_an_agreed_one(
    inside: Cast, warm: Lead, query: str, due: date, agreed: bool, said: str | None
) -> None:
    logged = log(warm.next_step_id, form(query), by=inside.sam)
    assert (logged.next_step.due, logged.next_step.agreed) == (due, agreed)
    assert logged.call.answers.get("permission") == said


@pytest.mark.parametrize("next_", ["tomorrow", "rule"])
def test_a_step_that_is_gone_is_told(inside: Cast, warm: Lead, next_: str) -> None:
    log(warm.next_step_id, form("result=met"), by=inside.priya)
    with pytest.raises(Stale, match="Priya Nair"):
        log(warm.next_step_id, form(f"result=met&next={next_}"), by=inside.sam)
