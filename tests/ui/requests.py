"""Requests as the middleware would have prepared them."""

from __future__ import annotations

from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest

from rightday.ui.shell import Shell, standard_places


def asked(request: HttpRequest) -> HttpRequest:
    """With a place for messages, as MessageMiddleware leaves it."""
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request


def frame() -> Shell:
    return Shell("Brightwater", "Sam Whitlock", "SW", standard_places(today=8))
