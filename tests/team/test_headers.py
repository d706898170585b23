"""What every answer carries for safety, and what the settings make of a public address."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client

NAMES = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "DEBUG", "CSRF_TRUSTED_ORIGINS")


@pytest.mark.parametrize("path", ["/accounts/login/", "/settings/", "/no/such/page/"])
def test_nothing_inline_and_nothing_from_elsewhere(ours, path):
    answer = ours.client().get(path)
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"


def test_the_session_is_no_business_of_scripts_or_other_sites(ours):
    browser = Client()
    identity = ours.sam.identity
    identity.set_password("seven green bottles")
    identity.save()
    browser.post("/accounts/login/", {"login": identity.email, "password": "seven green bottles"})
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_a_form_without_its_token_is_refused(ours):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = ours.client().cookies
    assert browser.post("/settings/me/", {"name": "X", "seen": 0}).status_code == 403


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, [False, False, 0, False, []]),
        ({"RIGHTDAY_HOSTS": "desk.example"}, [True, True, 31_536_000, False, ["https://desk.example"]]),
        ({"RIGHTDAY_HOSTS": "desk.lan", "RIGHTDAY_HTTPS": "0"}, [False, False, 0, False, ["https://desk.lan"]]),
    ],
)
def test_a_public_address_makes_cookies_secure(tmp_path, environment, expected):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RIGHTDAY_")}
    ask = f"import json; from rightday import settings as s; print(json.dumps([getattr(s, n) for n in {NAMES}]))"
    said = subprocess.run(
        [sys.executable, "-c", ask],
        env=clean | {"RIGHTDAY_DATA": str(tmp_path)} | environment,
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert json.loads(said) == expected
    assert oct((tmp_path / "secret_key").stat().st_mode)[-3:] == "600"
