"""Signing in: by password, by link, by code; and nobody learns who works here."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from allauth.core import context
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

from rightday.team.sign_in import Adapter

CODE, CONFIRM = "/accounts/login/code/", "/accounts/login/code/confirm/"


@pytest.fixture
def sam(ours):
    identity = get_user_model().objects.get(pk=ours.sam.identity_id)
    identity.set_password("seven green bottles")
    identity.save()
    return identity


def link_in(message):
    return urlsplit(re.search(r"http\S+/enter/\S+", message.body)[0]).path


def test_a_password_opens_the_desk(sam):
    browser = Client()
    answer = browser.post("/accounts/login/", {"login": sam.email, "password": "seven green bottles"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert browser.session["_auth_user_id"] == str(sam.pk)
    assert browser.session.get_expiry_age() > 29 * 24 * 3600


def test_a_wrong_password_says_so_and_keeps_the_address(sam):
    answer = Client().post("/accounts/login/", {"login": sam.email, "password": "eight green bottles"})
    text = answer.content.decode()
    assert '<details class="gate-or" open>' in text
    assert f'value="{sam.email}"' in text


def test_guessing_passwords_is_slowed_down(sam):
    browser = Client()
    for _ in range(5):
        browser.post("/accounts/login/", {"login": sam.email, "password": "wrong"})
    answer = browser.post("/accounts/login/", {"login": sam.email, "password": "seven green bottles"})
    assert "_auth_user_id" not in browser.session
    assert "Too many failed login attempts" in answer.content.decode()


def test_six_digits_sign_in_the_browser_that_asked(sam):
    browser = Client()
    assert browser.post(CODE, {"email": sam.email})["Location"] == CONFIRM
    code = re.search(r"^\d{3}-\d{3}$", mail.outbox[0].body, re.MULTILINE)[0]
    assert "If <b>" in browser.get(CONFIRM).content.decode()
    browser.post(CONFIRM, {"code": code})
    assert browser.session["_auth_user_id"] == str(sam.pk)


def test_the_link_beside_the_digits_opens_on_any_device_once_and_after_one_press(sam):
    Client().post(CODE, {"email": sam.email})
    link, phone = link_in(mail.outbox[0]), Client()
    scanned = Client().get(link)
    assert scanned.status_code == 200
    assert "Open my desk" in scanned.content.decode()
    assert phone.post(link)["Location"] == "/"
    assert phone.session["_auth_user_id"] == str(sam.pk)
    assert Client().post(link).status_code == 410


def test_signing_in_another_way_ends_the_link(sam):
    Client().post(CODE, {"email": sam.email})
    Client().post("/accounts/login/", {"login": sam.email, "password": "seven green bottles"})
    assert Client().post(link_in(mail.outbox[0])).status_code == 410


def test_nobody_learns_whether_an_address_works_here(sam):
    here, elsewhere = Client(), Client()
    here.post(CODE, {"email": sam.email})
    elsewhere.post(CODE, {"email": "who@elsewhere.example"})
    pages = [browser.get(CONFIRM).content.decode() for browser in (here, elsewhere)]
    shape = [re.sub(r"<b>.*?</b>|value=\"[^\"]{20,}\"|content=\"[^\"]{20,}\"", "", page) for page in pages]
    assert shape[0] == shape[1]
    assert [message.to for message in mail.outbox] == [[sam.email]]


def test_a_code_that_is_wrong_says_so(sam):
    browser = Client()
    browser.post(CODE, {"email": sam.email})
    answer = browser.post(CONFIRM, {"code": "000 000"})
    assert 'aria-invalid="true"' in answer.content.decode()


def test_another_address_gives_up_the_code_that_waits(sam):
    browser = Client()
    browser.post(CODE, {"email": sam.email})
    assert browser.get("/accounts/login/").status_code == 302
    answer = browser.post("/accounts/logout/", {"next": "/accounts/login/"}, follow=True)
    assert "Sign in to Rightday" in answer.content.decode()


def test_send_again_sends_another(sam):
    browser = Client()
    browser.post(CODE, {"email": sam.email})
    browser.post(CONFIRM, {"action": "resend"})
    assert len(mail.outbox) == 2


def test_nobody_signs_up_by_themselves(db):
    answer = Client().post("/accounts/signup/", {"email": "me@new.example", "password1": "seven green bottles"})
    assert "Agencies invite their people" in answer.content.decode()
    assert not get_user_model().objects.filter(email="me@new.example").exists()


def test_a_changed_password_is_said_and_works(ours, sam):
    browser = ours.client()
    words = {"oldpassword": "seven green bottles", "password1": "eight red bottles", "password2": "eight red bottles"}
    browser.post("/accounts/password/change/", words)
    assert "Password changed." in browser.get("/settings/me/").content.decode()
    sam.refresh_from_db()
    assert sam.check_password("eight red bottles")


def test_passwords_are_kept_as_argon2(sam):
    assert sam.password.startswith("argon2")


def test_other_mail_carries_no_link(ours, rf):
    with context.request_context(rf.get("/")):
        Adapter().send_mail("account/email/login_code", "nobody@x.example", {"request": rf.get("/"), "code": "123-456"})
    assert "123-456" in mail.outbox[0].body
    assert "/enter/" not in mail.outbox[0].body
