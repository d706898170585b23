"""A form sent twice acts once: each form carries a key of its own, made when it is printed."""

from __future__ import annotations

from uuid import uuid4


def new_key() -> str:
    """A fresh idempotency key: 32 hexadecimal digits, the value of the hidden field `once`."""
    return uuid4().hex
