"""Exports of other systems, each a table in a file of its own: recognised by their headers, read without a guess."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rightday.intake.understanding.profiles import (
    atomic,
    bullhorn,
    cards,
    google,
    greenhouse,
    hubspot,
    linkedin,
    odoo,
    opencats,
    outlook,
    pipedrive,
    salesforce,
    zoho,
)
from rightday.intake.understanding.profiles.profile import Profile, headers_of

__all__ = ["ALL", "Profile", "of"]

ALL: Final[tuple[Profile, ...]] = (
    *cards.PROFILES, *bullhorn.PROFILES, *opencats.PROFILES, *hubspot.PROFILES, *salesforce.PROFILES, *zoho.PROFILES,
    *pipedrive.PROFILES, *odoo.PROFILES, *linkedin.PROFILES, *google.PROFILES, *outlook.PROFILES, *atomic.PROFILES,
    *greenhouse.PROFILES,
)  # fmt: skip


def of(header: Sequence[str]) -> Profile | None:
    """The profile that knows most of these headers by name; None where none fits."""
    headers = headers_of(header)
    fitting = [one for one in ALL if one.fits(headers)]
    return max(fitting, key=lambda one: len(one.must), default=None)
