"""Secrets in addresses: sign-in links that open once, and invitations.

A sign-in link carries who, signed, and a print of the identity as it was: signing in changes the
print, so that a link opens once and every older link with it. An invitation's secret is random;
only its hash is kept.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from rightday.team.models import Identity

LINK_HOLDS: Final = timedelta(minutes=15)
INVITATION_HOLDS: Final = timedelta(days=7)
_SALT: Final = "rightday.team.links"


class LinkSpent(Exception):
    """The link was used, ran out, or never was one: all three look the same."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a sign-in link said. `by_mail`: it came by mail, where scanners open links before people do."""

    identity: Identity
    agency_id: int | None
    by_mail: bool


def sign(identity: Identity, *, agency_id: int | None, by_mail: bool) -> str:
    """The token of a sign-in link for an identity as it is now."""
    return signing.dumps([identity.pk, _print(identity), agency_id, by_mail], salt=_SALT)


def read(token: str) -> Opened:
    """Who a token is for. Raises LinkSpent. Opens nothing yet: `actions.use_link` does, once."""
    try:
        pk, seen, agency_id, by_mail = signing.loads(token, salt=_SALT, max_age=LINK_HOLDS)
    except signing.BadSignature as problem:
        raise LinkSpent from problem
    identity = Identity.objects.filter(pk=pk, is_active=True).first()
    if identity is None or not constant_time_compare(seen, _print(identity)):
        raise LinkSpent
    return Opened(identity, agency_id, by_mail)


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """What is kept of an invitation's secret: it is long and random, so one round is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _print(identity: Identity) -> str:
    last = identity.last_login.isoformat() if identity.last_login else ""
    return salted_hmac(_SALT, f"{identity.pk} {identity.password} {last}").hexdigest()[:20]
