"""Small rules of an import: what counts as demand, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable

from rightday.leads.rules import IDENTITY, HeardEvidence, Shows


def says_something(heard: Iterable[HeardEvidence]) -> bool:
    """Whether there is more than context and identity: worth a lead of its own."""
    return any(one.shows is not Shows.CONTEXT and one.shows not in IDENTITY for one in heard)
