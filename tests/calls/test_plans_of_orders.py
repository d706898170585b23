"""Plans of calls to clients about job orders."""

from __future__ import annotations

import pytest

from rightday.agenda.rules import Kind
from tests.calls.briefs import asks


@pytest.mark.parametrize(
    ("kind", "first", "also"),
    [
        (Kind.PROGRESS, "next", "others"),
        (Kind.PRESENT, "fit", "when"),
        (Kind.FEEDBACK, "saw", "gap"),
        (Kind.OFFER, "terms", "start"),
        (Kind.START_CHECK, "came", "missing"),
        (Kind.MPC, "see", "advice"),
        (Kind.EVENT, "come", "topic"),
        (Kind.SUPPORT, "stuck", "closest"),
    ],
)
def test_each_opens_asks_and_closes(kind: Kind, first: str, also: str) -> None:
    asks(kind, first, also)
