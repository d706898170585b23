"""The page of a call that no lead asks for, and its result."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind
from rightday.calls.desk.doors import DOORS
from rightday.calls.models import Call, OnThePhone
from rightday.db.row_security import enter
from rightday.people.models import PhoneNumber
from rightday.team import queries as team
from tests import desk


@pytest.fixture
def job(inside):
    return desk.order(inside.jo, inside.martin)


@pytest.fixture
def browser(ours):
    return ours.client(ours.jo)


def test_today_leads_to_the_plan(inside, job, browser):
    said = browser.get("/").content.decode()
    assert f"/today/{job.next_step_id}/" in said and "Martin Ahlqvist" in said
    plan = browser.get(f"/today/{job.next_step_id}/").content.decode()
    assert "Progress update" in plan and "Platform engineer" in plan and "Here is where we stand" in plan
    assert "+44 20 7946 0142" in plan


def test_a_wrong_number_is_shown_and_not_dialled(inside, job, browser):
    PhoneNumber.objects.update(state="wrong")
    plan = browser.get(f"/today/{job.next_step_id}/").content.decode()
    assert "No number yet" in plan and "<s>+44 20 7946 0142</s>" in plan


def test_a_result_in_two_keys(inside, job, browser):
    done = browser.post(f"/today/{job.next_step_id}/result/", {"result": "progressed", "next": "rule", "note": "Soon"})
    assert done.status_code == 302
    job.refresh_from_db()
    call = Call.objects.get()
    assert (call.result, call.order_id, call.note) == ("progressed", job.pk, "Soon")
    assert job.next_step_id and job.next_step.due > team.today(inside.jo)
    assert "Progressed" in browser.get("/").content.decode()
    browser.post(f"/calls/{call.pk}/undo/")
    job.refresh_from_db()
    assert job.next_step_id == call.before["step"]["id"]


@pytest.mark.parametrize(("choice", "most"), [("tomorrow", 5), ("week", 12)])
def test_another_day(inside, job, browser, choice, most):
    browser.post(f"/today/{job.next_step_id}/result/", {"result": "met", "next": choice})
    job.refresh_from_db()
    ahead = (job.next_step.due - team.today(inside.jo)).days
    assert 0 < ahead <= most


def test_a_day_that_is_picked(inside, job, browser):
    day = team.today(inside.jo) + timedelta(days=20)
    form = {"result": "no_answer", "next": "pick", "day": day.isoformat()}
    browser.post(f"/today/{job.next_step_id}/result/", form)
    job.refresh_from_db()
    assert job.next_step.due >= day and not job.next_step.agreed
    form = {"result": "met", "next": "pick", "day": day.isoformat(), "permission": "yes"}
    browser.post(f"/today/{job.next_step_id}/result/", form)
    job.refresh_from_db()
    assert (job.next_step.due, job.next_step.agreed) == (day, True)


def test_without_a_result_everything_typed_stays(inside, job, browser):
    again = browser.post(f"/today/{job.next_step_id}/result/", {"note": "He will ask Ruth"})
    assert again.status_code == 422
    said = again.content.decode()
    assert "Say first how the call went" in said and "He will ask Ruth" in said
    assert not Call.objects.exists()


def test_second_at_once_is_told(inside, job, browser, ours):
    step = job.next_step_id
    browser.post(f"/today/{step}/result/", {"result": "met", "next": "rule"})
    again = ours.client(ours.sam).post(f"/today/{step}/result/", {"result": "met", "next": "rule"})
    assert again.status_code == 409 and "Jo Lindqvist" in again.content.decode()
    assert ours.client(ours.sam).get(f"/today/{step}/").status_code == 302


def test_a_kind_with_a_page_of_its_own(inside, job, browser, monkeypatch):
    monkeypatch.setitem(DOORS, Kind.PROGRESS, lambda step, record: f"/orders/{record.pk}/")
    assert browser.get(f"/today/{job.next_step_id}/").headers["Location"] == f"/orders/{job.pk}/"
    plain = browser.get(f"/today/{job.next_step_id}/?plain=1").content.decode()
    assert "No answer" in plain  # nobody was reached: said here, whatever the kind


def test_who_is_on_the_phone(inside, job, browser):
    browser.post(f"/today/{job.next_step_id}/phone/")
    assert OnThePhone.objects.get().person_id == inside.martin.pk
    browser.post(f"/today/{job.next_step_id}/phone/", {"hang_up": "1"})
    assert not OnThePhone.objects.exists()


def test_strangers_find_nothing(job, theirs, outsider):
    assert theirs.client().get(f"/today/{job.next_step_id}/").status_code == 404
    with enter(theirs.agency):
        assert not NextStep.objects.exists()
