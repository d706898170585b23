"""The page of a placement and what is noted from it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.joborders.placements.models import Placement
from tests import desk


@pytest.fixture
def it(ours):
    with enter(ours.agency):
        sent = desk.submittal(desk.order(ours.sam, ours.martin), desk.candidate(ours.priya))
        return desk.placement(sent, started_on=None, ends_on=timezone.localdate() + timedelta(days=60))


def test_start_check_extension_end_and_back(ours, it):
    browser, there = ours.client(), f"/placements/{it.pk}/"
    text = browser.get(there).content.decode()
    assert "Sanna Koskinen" in text and "Start check" in text
    for path in ("start-check", "start", "extension", "ending"):
        assert browser.get(f"{there}{path}/").status_code == 200
    assert browser.post(f"{there}start-check/", {"side": "client", "came": "yes", "words": "At her desk"}).url == there
    assert "At her desk" in browser.get(there).content.decode()
    earlier = browser.post(f"{there}extension/", {"until": "tomorrow"}).content.decode()
    assert "Say a later day" in earlier
    until = (timezone.localdate() + timedelta(days=120)).isoformat()
    assert browser.post(f"{there}extension/", {"until": until}).url == there
    assert browser.post(f"{there}ending/", {"kind": "client", "words": "Budget"}).url == there
    assert "The client ended it early" in browser.get(there).content.decode()
    assert browser.post(f"{there}reopening/").url == there
    with enter(ours.agency):
        row = Placement.objects.get()
        assert row.end_id is None and row.next_step_id and row.started_on


def test_another_first_day_before_the_start_alone(ours, it):
    browser, there = ours.client(), f"/placements/{it.pk}/"
    day = (timezone.localdate() + timedelta(days=10)).isoformat()
    assert browser.post(f"{there}start/", {"starts_on": day}).url == there
    early = browser.post(f"{there}start-check/", {"side": "client", "came": "yes"}).content.decode()
    assert "Ask on the day" in early
    assert browser.post(f"{there}reopening/").status_code in (200, 302, 409)
