"""One line in the plan of a call: is this one person, or two? The answer goes with the result."""

from __future__ import annotations

from datetime import datetime

import pytest
import time_machine

from rightday.calls.models import Call
from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.leads.rules import Shows
from rightday.people.models import DuplicateSuggestion, Person
from tests.calls.conftest import lead_of
from tests.calls.test_queries_same import asked
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
SAY = "I also have M. Ahlqvist at Meridian Freight on file. Is that you, or somebody else?"


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 40), tick=False):
        yield


@pytest.fixture
def lead(ours: Cast) -> Lead:
    with enter(ours.agency):
        return lead_of(ours, Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)


@pytest.fixture
def pair(ours: Cast) -> DuplicateSuggestion:
    with enter(ours.agency):
        return asked(ours)


def plan(ours: Cast, lead: Lead) -> str:
    return ours.client().get(f"/today/{lead.next_step_id}/").content.decode()


def post(ours: Cast, lead: Lead, **said: object):
    values = {"result": "progressed", "next": "rule", "lead": lead.pk} | said
    return ours.client().post(f"/today/{lead.next_step_id}/result/", values, follow=True)


def test_the_plan_asks(ours: Cast, lead: Lead, pair: DuplicateSuggestion):
    text = plan(ours, lead)
    assert SAY in text and f'name="same_pair" value="{pair.pk}"' in text and f"/duplicates/{pair.pk}/" in text


def test_without_a_question_it_does_not(ours: Cast, lead: Lead):
    assert "same_pair" not in plan(ours, lead)


def test_somebody_else_who_is_called_about_them_is_not_asked(ours: Cast, lead: Lead, pair: DuplicateSuggestion):
    with enter(ours.agency):
        type(lead.next_step).objects.filter(pk=lead.next_step_id).update(kind="find_out")
    assert "same_pair" not in plan(ours, lead)


def test_one_is_put_together_and_said(ours: Cast, lead: Lead, pair: DuplicateSuggestion):
    answer = post(ours, lead, same="one", same_pair=pair.pk)
    assert "Both records are one now." in answer.content.decode()
    with enter(ours.agency):
        assert not Person.objects.filter(name="M. Ahlqvist").exists()
        call = Call.objects.get()
    ours.client().post(f"/calls/{call.pk}/undo/")
    with enter(ours.agency):
        assert Person.objects.filter(name="M. Ahlqvist").exists()
    assert SAY in plan(ours, lead)


def test_two_are_two(ours: Cast, lead: Lead, pair: DuplicateSuggestion):
    assert "one now" not in post(ours, lead, same="two", same_pair=pair.pk).content.decode()
    with enter(ours.agency):
        assert DuplicateSuggestion.objects.get().same is False


@pytest.mark.parametrize("said", [{}, {"same": "one"}, {"result": "no_answer", "same": "one"}])
def test_nobody_asked_or_nobody_reached_decides_nothing(
    ours: Cast, lead: Lead, pair: DuplicateSuggestion, said: dict[str, str]
):
    named = {"same_pair": pair.pk} if said != {"same": "one"} else {}
    post(ours, lead, **(named | said))
    with enter(ours.agency):
        assert Call.objects.count() == 1 and DuplicateSuggestion.objects.get().decided_at is None
