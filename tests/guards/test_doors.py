"""Every address answers an outsider with "not found", and a stranger with the way to sign in.

The addresses are read from the resolver: a new one is behind the door, or it stands below with
the reason why it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

# Addresses that open without an agency, each with its reason.
OPEN = {
    "accounts/": "signing in",
    "enter/": "a one-time link: opens with its own secret",
    "join/": "an invitation: opens with its own secret",
    "health/": "asked by whatever watches the server; says nothing of anybody",
}
# What fills an address in; of another agency, or nothing at all: the answer may not differ.
FILL = {"int": "1", "str": "x", "slug": "x", "uuid": "00000000-0000-4000-8000-000000000000", "path": "x"}


def addresses(patterns: Any = None, before: str = "") -> Iterator[str]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = before + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            yield "/" + path


def filled(address: str) -> str:
    address = re.sub(r"<(?:(\w+):)?\w+>", lambda part: FILL[part[1] or "str"], address)
    return re.sub(r"\(\?P<\w+>[^)]*\)", "x", address)


ALL = sorted({filled(address) for address in addresses()})
BEHIND = [address for address in ALL if not address.lstrip("/").startswith(tuple(OPEN))]


def test_the_walk_finds_the_addresses():
    assert {"/settings/", "/settings/members/1/role/", "/agencies/"} <= set(BEHIND)
    assert "/accounts/login/" in ALL


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", BEHIND)
def test_an_outsider_finds_nothing(ours, outsider, address, method):
    assert getattr(outsider, method)(address).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", BEHIND)
def test_a_stranger_is_sent_to_sign_in(ours, address, method):
    answer = getattr(Client(), method)(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=")


@pytest.mark.parametrize("address", BEHIND)
def test_nobody_stays_at_an_address_that_only_forms_use(ours, address):
    """Reached by the address bar, by a reload, or after signing in again."""
    assert ours.client().get(address).status_code in {200, 302, 404}
    assert ours.client().get(address, follow=True).status_code in {200, 404}


@pytest.mark.parametrize("address", ["/no/such/page/", "/settings/nothing/"])
def test_what_is_not_there_answers_an_outsider_like_what_is(ours, outsider, address):
    there, not_there = outsider.get("/settings/"), outsider.get(address)
    assert (there.status_code, not_there.status_code) == (404, 404)
    hide = re.compile(r'value="[^"]{20,}"|content="[^"]{20,}"')
    assert hide.sub("", there.content.decode()) == hide.sub("", not_there.content.decode())
