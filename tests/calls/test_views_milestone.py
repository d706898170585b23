"""The milestone in the plan of a call: shown where the process is known, kept with the result, said when it cannot be."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine

from rightday.calls import actions
from rightday.calls.models import Call
from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.leads.process import actions as process
from rightday.leads.process.models import FallBack
from rightday.leads.process.queries import track_of
from rightday.leads.rules import Shows
from tests.calls.conftest import lead_of
from tests.conftest import Cast

HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 40), tick=False):
        yield


@pytest.fixture
def lead(ours: Cast) -> Lead:
    with enter(ours.agency):
        made = lead_of(ours, Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.CONTRACTORS)
        process.reach(fresh(made), place=4, on=date(2026, 11, 20), seen=made.version, by=ours.sam)
        return fresh(made)


def fresh(lead: Lead) -> Lead:
    links = ("person__company", "company", "owner", "next_step", "template")
    return Lead.objects.select_related(*links).get(pk=lead.pk)


def post(ours: Cast, lead: Lead, said: dict[str, str], to: str = "result", **more):
    return ours.client().post(
        f"/today/{lead.next_step_id}/{to}/", {"result": "met", "next": "rule", "lead": lead.pk} | said, **more
    )


def test_the_plan_asks_for_it(ours: Cast, lead: Lead) -> None:
    text = ours.client().get(f"/today/{lead.next_step_id}/").content.decode()
    assert "At least one contender?" in text
    assert 'name="milestone" value="yes"' in text
    assert 'name="milestone_place" value="5"' in text


def test_of_a_process_that_nobody_knows_it_does_not_ask(ours: Cast) -> None:
    with enter(ours.agency):
        made = lead_of(ours, Shows.ADVERT)
    assert "milestone_place" not in ours.client().get(f"/today/{made.next_step_id}/").content.decode()


def test_a_yes_and_the_next_day(ours: Cast, lead: Lead) -> None:
    said = {"milestone": "yes", "milestone_place": "5", "milestone_on": "yesterday", "milestone_next": "Thursday"}
    assert post(ours, lead, said).status_code == 302
    with enter(ours.agency):
        track = track_of(lead.pk)
        assert (track.here, track.points[4].done_on) == (6, date(2026, 11, 23))
        assert track.points[5].expected == date(2026, 11, 26)
        actions.undo(Call.objects.get().pk, by=ours.sam)
        assert track_of(lead.pk).here == 5


def test_a_no_begins_again(ours: Cast, lead: Lead) -> None:
    post(ours, lead, {"milestone": "no", "milestone_place": "5", "note": "None of them"})
    with enter(ours.agency):
        fall = FallBack.objects.get()
        assert (fall.place, fall.why, fall.words) == (5, "no_contender", "None of them")
        assert fresh(lead).round == 2


def test_nobody_answered_and_nothing_was_said(ours: Cast, lead: Lead) -> None:
    post(ours, lead, {"result": "no_answer", "milestone": "yes", "milestone_place": "5"})
    with enter(ours.agency):
        assert track_of(lead.pk).here == 5


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"milestone": "yes", "milestone_on": "18 November"}, "Correct one of the two"),
        ({"milestone": "yes", "milestone_on": "tomorrow"}, "This day is still to come"),
        ({"milestone_on": "yesterday"}, "Say what happened in their process"),
    ],
)
def test_a_day_that_cannot_be_is_said_and_everything_typed_stays(
    ours: Cast, lead: Lead, said: dict[str, str], sentence: str, htmx: bool
) -> None:
    answer = post(ours, lead, said | {"milestone_place": "5", "note": "My own words"}, headers=HTMX if htmx else {})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    if htmx:
        assert answer["HX-Retarget"] == "#result-errors"
    else:
        assert "My own words" in answer.content.decode()
        assert f'value="{said["milestone_on"]}"' in answer.content.decode()
    with enter(ours.agency):
        assert not Call.objects.exists()


def test_what_is_typed_changes_the_suggestion(ours: Cast, lead: Lead) -> None:
    plain = post(ours, lead, {}, "heard").content.decode()
    said = {"milestone": "yes", "milestone_place": "5", "milestone_next": "4 December"}
    shown = post(ours, lead, said, "heard").content.decode()
    assert "Fri 4 Dec" in shown
    assert "Fri 4 Dec" not in plain
    assert "Fri 4 Dec" not in post(ours, lead, said | {"milestone_on": "blue"}, "heard").content.decode()
    with enter(ours.agency):
        assert track_of(lead.pk).here == 5
