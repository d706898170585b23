"""The screen of submittals and what is noted from it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.joborders.submittals.models import Interview, Submittal
from rightday.talent.models import Candidate
from tests import desk

DAY = timedelta(days=1)


@pytest.fixture
def it(ours, today):
    with enter(ours.agency):
        order = desk.order(ours.sam, ours.martin)
        return desk.submittal(order, desk.candidate(ours.priya), submitted_on=today - 9 * DAY)


def test_an_order_without_anybody_says_so(ours):
    with enter(ours.agency):
        order = desk.order(ours.sam, ours.martin)
    assert b"Nobody is submitted yet" in ours.client().get(f"/orders/{order.pk}/submittals/").content


def test_a_round_is_arranged_debriefed_and_decided(ours, it):
    browser, there = ours.client(), f"/orders/{it.order_id}/submittals/"
    text = browser.get(there).content.decode()
    assert "Sanna Koskinen" in text
    assert "£560 pay, £660 bill" in text
    day = (timezone.now() - DAY).date()
    form = {"day": day.isoformat(), "hour": "10:00", "how": "video", "place": "", "seen": 0}
    assert browser.post(f"/submittals/{it.pk}/interviews/", form).url == there
    with enter(ours.agency):
        row = Interview.objects.get()
    assert "Go ahead without" in browser.get(there).content.decode()
    refused = browser.post(f"/interviews/{row.pk}/word/", {"words": "Yes", "decision": "yes"})
    assert "Ask the candidate first" in refused.content.decode()
    assert browser.get(f"/interviews/{row.pk}/debrief/").status_code == 200
    browser.post(f"/interviews/{row.pk}/debrief/", {"words": "I’d say yes", "wanted": "yes"})
    assert "I’d say yes" in browser.get(there).content.decode()
    browser.post(f"/interviews/{row.pk}/word/", {"words": "Go on", "decision": "yes"})
    with enter(ours.agency):
        assert Interview.objects.get().forward is True


def test_going_ahead_without_a_stop_and_going_on_after_all(ours, it):
    with enter(ours.agency):
        row = desk.interview(it)
        ahead = desk.interview(
            desk.submittal(it.order, desk.candidate(ours.sam, desk.someone("Carys Bowen"))), timezone.now() + 2 * DAY
        )
    browser, there = ours.client(), f"/orders/{it.order_id}/submittals/"
    assert browser.post(f"/interviews/{row.pk}/no-debrief/").url == there
    assert browser.post(f"/interviews/{ahead.pk}/no-debrief/").status_code == 409
    assert "Prepare Carys Bowen" in browser.get(there).content.decode()
    with enter(ours.agency):
        seen = Submittal.objects.get(pk=it.pk).version
    browser.post(f"/submittals/{it.pk}/stop/", {"kind": "client_no", "words": "No outages led", "seen": seen})
    text = browser.get(there).content.decode()
    assert "The client said no" in text
    assert browser.post(f"/submittals/{it.pk}/reopening/").url == there
    with enter(ours.agency):
        assert Submittal.objects.get(pk=it.pk).stop_id is None


def test_nobody_of_another_agency_sees_it(ours, theirs, it):
    assert theirs.client().get(f"/orders/{it.order_id}/submittals/").status_code == 404


def test_somebody_is_presented_with_their_yes(ours):
    with enter(ours.agency):
        order = desk.order(ours.sam, ours.martin)
        sanna = desk.someone()
    browser, there = ours.client(), f"/orders/{order.pk}/submittals/new/"
    assert b"Candidate" in browser.get(there).content
    said = {"who": "Sanna Koskinen", "pay": "560", "bill": "£660", "words": "Moved the ledgers"}
    asked = browser.post(there, said).content.decode()
    assert "has not been asked about Halden Insurance" in asked and "Moved the ledgers" in asked
    with enter(ours.agency):
        assert not Candidate.objects.exists()  # what was refused leaves nothing behind
    assert browser.post(there, said | {"consent": "on"}).url == f"/orders/{order.pk}/submittals/"
    with enter(ours.agency):
        made = Submittal.objects.get()
        assert (made.candidate.person, made.pay, made.bill, made.order) == (sanna, 56_000, 66_000, order)
        assert made.consent.by == ours.sam
    again = browser.post(there, said | {"consent": "on"}).content.decode()
    assert "has presented Sanna for this order already" in again
    assert "Present a candidate" in browser.get(f"/orders/{order.pk}/").content.decode()


def test_money_of_another_currency_and_nobody_known(ours):
    with enter(ours.agency):
        order = desk.order(ours.sam, ours.martin, kind="permanent", bill_from=None, bill_to=None, pay_to=None)
    said = ours.client().post(f"/orders/{order.pk}/submittals/new/", {"who": "Nobody Known", "salary": "$85,000"})
    text = said.content.decode()
    assert "Nobody of that name is on record" in text and "This order is in GBP" in text and "Billed" not in text
