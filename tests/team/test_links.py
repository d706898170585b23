"""Secrets in addresses. What links do is tested with the actions that use them."""

from __future__ import annotations

import pytest

from rightday.team import links


def test_secrets_are_long_and_never_kept():
    first, second = links.new_secret(), links.new_secret()
    assert first != second
    assert len(first) >= 40
    assert len(links.hashed(first)) == 64
    assert first not in links.hashed(first)


def test_a_token_carries_who_where_and_how(ours):
    opened = links.read(links.sign(ours.sam.identity, agency_id=7, by_mail=True))
    assert (opened.identity, opened.agency_id, opened.by_mail) == (ours.sam.identity, 7, True)


def test_a_token_of_another_kind_is_none(db):
    from django.core import signing

    with pytest.raises(links.LinkSpent):
        links.read(signing.dumps([1, "x", None, False], salt="something else"))


def test_a_token_of_nobody_is_none(ours):
    ours.sam.identity.pk = 987654
    with pytest.raises(links.LinkSpent):
        links.read(links.sign(ours.sam.identity, agency_id=None, by_mail=False))
