"""Numbers, addresses and permission in the browser."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.kernel import phones
from rightday.leads import actions_create
from rightday.leads.models import Lead
from rightday.people import actions
from rightday.people.models import EmailAddress, Permission, Person, PhoneNumber
from tests.conftest import Cast


@pytest.fixture
def browser(ours: Cast) -> Client:
    return ours.client()


def test_another_number_once(ours: Cast, browser: Client):
    path, typed = (
        f"/people/{ours.martin.pk}/numbers/",
        {"number": "07700 900448", "label": "Mobile", "once": uuid4().hex},
    )
    for _ in range(2):
        assert browser.post(path, typed).status_code == 302
    with enter(ours.agency):
        assert PhoneNumber.objects.get(e164="+447700900448").label == "Mobile"
    assert "Mobile. Not tested yet" in browser.get(f"/people/{ours.martin.pk}/").content.decode()


def test_a_number_that_is_none_is_kept_and_said(ours: Cast, browser: Client):
    browser.post(f"/people/{ours.martin.pk}/numbers/", {"number": "07700 9004"})
    page = browser.get(f"/people/{ours.martin.pk}/").content.decode()
    assert "Kept as typed, but it cannot be dialled." in page
    assert "07700 9004" in page


def test_empty_forms_are_refused(ours: Cast, browser: Client):
    for path in ("numbers/", "emails/", "permission/"):
        assert browser.post(f"/people/{ours.martin.pk}/{path}", {}).status_code == 422
        piece = browser.get(f"/people/{ours.martin.pk}/{path}", headers={"HX-Request": "true"}).content.decode()
        assert piece.strip().startswith("<form")
    assert browser.post(f"/people/{ours.martin.pk}/emails/", {"address": "x"}).status_code == 422
    assert browser.post(f"/companies/{ours.halden.pk}/numbers/", {}).status_code == 422


def test_a_switchboard(ours: Cast, browser: Client):
    browser.post(f"/companies/{ours.halden.pk}/numbers/", {"number": "020 7946 0100"})
    assert "+44 20 7946 0100" in browser.get(f"/companies/{ours.halden.pk}/").content.decode()


def test_a_number_marked_wrong_and_another_chosen(ours: Cast, browser: Client):
    with enter(ours.agency):
        other = actions.add_number(ours.martin, phones.read("020 7946 0731")[0], by=ours.sam)
        last = actions.add_number(ours.martin, phones.read("020 7946 0732")[0], by=ours.sam)
    path = f"/people/{ours.martin.pk}/numbers/"
    browser.post(f"{path}{ours.number.pk}/", {"state": "wrong"})
    browser.post(f"{path}{last.pk}/", {"first": "1"})
    browser.post(f"{path}{other.pk}/", {})
    with enter(ours.agency):
        assert PhoneNumber.objects.get(pk=ours.number.pk).state == "wrong"
        assert PhoneNumber.objects.get(first=True) == last
    page = browser.get(f"/people/{ours.martin.pk}/").content.decode()
    assert "<s>+44 20 7946 0142</s>" in page
    assert "tel:+442079460142" not in page


def test_an_address_added_and_taken_away(ours: Cast, browser: Client):
    browser.post(f"/people/{ours.martin.pk}/emails/", {"address": "m@halden.example"})
    with enter(ours.agency):
        email = EmailAddress.objects.get()
    browser.post(f"/people/{ours.martin.pk}/emails/{email.pk}/")
    with enter(ours.agency):
        assert not EmailAddress.objects.exists()


def test_an_answer_with_days_and_hours(ours: Cast, browser: Client):
    path = f"/people/{ours.martin.pk}/permission/"
    browser.post(
        path, {"channel": "phone", "answer": "given", "days": ["2", "3"], "hours": "9 to 11", "words": "Fine."}
    )
    with enter(ours.agency):
        row = Permission.objects.get()
        assert (row.days, row.hours, row.words, row.on) == ([2, 3], "9 to 11", "Fine.", timezone.localdate())
    typed = {"channel": "phone", "answer": "given", "hours": "mornings", "on": "2999-01-01"}
    page = browser.post(path, typed).content.decode()
    assert "Write them like" in page
    assert "This day is still to come." in page


@pytest.mark.parametrize("days_ago", [0, 30])
def test_a_no_to_calls_ends_their_open_leads(ours: Cast, browser: Client, days_ago: int):
    with enter(ours.agency):
        actions_create.create(ours.martin, heard=[], title="Testers", by=ours.sam, source="form")
    on = timezone.localdate() - timedelta(days=days_ago)
    typed = {"channel": "phone", "answer": "refused", "words": "No more.", "on": on.isoformat()}
    browser.post(f"/people/{ours.martin.pk}/permission/", typed)
    with enter(ours.agency):
        assert Person.objects.get(pk=ours.martin.pk).do_not_call
        assert Lead.objects.get().outcome.kind == "do_not_contact"
        assert Permission.objects.get().on == on
    assert "Martin asked us not to call" in browser.get(f"/people/{ours.martin.pk}/").content.decode()


def test_a_no_to_mail_leaves_calls_alone(ours: Cast, browser: Client):
    browser.post(f"/people/{ours.martin.pk}/permission/", {"channel": "email", "answer": "refused"})
    with enter(ours.agency):
        assert not Person.objects.get(pk=ours.martin.pk).do_not_call
    assert "Refused, today" in browser.get(f"/people/{ours.martin.pk}/").content.decode()


def test_they_changed_their_mind(ours: Cast, browser: Client):
    path = f"/people/{ours.martin.pk}/permission/"
    yesterday = timezone.localdate() - timedelta(days=1)
    browser.post(path, {"channel": "phone", "answer": "refused", "on": yesterday.isoformat()})
    browser.post(path, {"channel": "phone", "answer": "given", "words": "She rang us."})
    page = browser.get(f"/people/{ours.martin.pk}/").content.decode()
    assert "tel:+442079460142" in page
