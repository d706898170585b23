"""Errors in our own look."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from rightday.team import views_errors


@pytest.mark.parametrize(
    ("view", "status", "words"),
    [
        (views_errors.bad_request, 400, "could not be read"),
        (views_errors.no_access, 403, "Your role does not allow this"),
        (views_errors.not_found, 404, "There is nothing at this address"),
        (views_errors.broken, 500, "Something broke on our side"),
    ],
)
def test_each_says_what_happened_and_the_way_back(view, status, words):
    answer = view(RequestFactory().get("/x/"))
    text = answer.content.decode()
    assert answer.status_code == status
    assert words in text
    assert 'href="/"' in text


def test_an_expired_form_gives_the_words_back(ours):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = ours.client().cookies
    answer = browser.post("/settings/me/", {"name": "Typed for a long time"})
    assert answer.status_code == 403
    assert "Typed for a long time" in answer.content.decode()
