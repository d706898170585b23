"""From an offer to the placement, in the browser’s forms."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.db.row_security import enter
from rightday.joborders.placements.models import Placement
from rightday.joborders.submittals.models import Offer, Submittal
from tests import desk

DAY = timedelta(days=1)


@pytest.fixture
def it(ours, today):
    with enter(ours.agency):
        order = desk.order(ours.sam, ours.martin)
        return desk.submittal(order, desk.candidate(ours.priya), submitted_on=today - 9 * DAY)


def test_an_offer_is_made_answered_and_leads_to_a_placement(ours, it, today):
    browser, there = ours.client(), f"/orders/{it.order_id}/submittals/"
    assert "Offer</a>" in browser.get(there).content.decode()
    assert browser.get(f"/submittals/{it.pk}/offers/").status_code == 200
    said = {"pay": "560", "bill": "660", "starts_on": "in six weeks"}
    assert browser.post(f"/submittals/{it.pk}/offers/", said).url == there
    with enter(ours.agency):
        offer = Offer.objects.get()
    assert "Their answer" in browser.get(there).content.decode()
    early = browser.post(f"/offers/{offer.pk}/resignation/", {"done": "on"}).content.decode()
    assert "have not accepted yet" in early
    assert browser.post(f"/offers/{offer.pk}/answer/", {"answer": "accepted"}).url == there
    browser.post(f"/offers/{offer.pk}/resignation/", {"on": today.isoformat()})
    waits = browser.post(f"/submittals/{it.pk}/placement/", {}).content.decode()
    assert "have not handed in their resignation yet" in waits
    browser.post(f"/offers/{offer.pk}/resignation/", {"on": today.isoformat(), "done": "on"})
    assert browser.post(f"/submittals/{it.pk}/placement/", {}).url == there
    with enter(ours.agency):
        placed = Placement.objects.get()
        assert Submittal.objects.get().stop.kind == "placed"
        assert placed.submittal_id == it.pk and placed.next_step_id
    assert f"/placements/{placed.pk}/" in browser.get(there).content.decode()


def test_a_declined_offer_ends_it(ours, it):
    browser = ours.client()
    browser.post(f"/submittals/{it.pk}/offers/", {"pay": "560"})
    with enter(ours.agency):
        offer = Offer.objects.get()
    browser.post(f"/offers/{offer.pk}/answer/", {"answer": "declined", "words": "Stays where she is"})
    with enter(ours.agency):
        assert Submittal.objects.get().stop.kind == "offer_declined"
