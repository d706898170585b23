"""The way back is ours alone, of one lead, and closes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.signing import BadSignature, SignatureExpired

from rightday.leads.process import undo_links
from rightday.leads.process.track import Fact

FACTS = {2: Fact(), 12: Fact(date(2026, 11, 26), date(2026, 11, 25), "yes", "Ife — 10:00", False, date(2026, 12, 1))}


def token(lead_id: int = 7) -> str:
    address = undo_links.address(lead_id, before=FACTS, version=4)
    assert address.startswith(f"/leads/{lead_id}/undo/")
    return address.split("/")[-2]


def test_what_goes_in_comes_out():
    assert undo_links.read(token(), 7) == (FACTS, 4)


def test_of_another_lead():
    with pytest.raises(BadSignature, match="another lead"):
        undo_links.read(token(), 8)


@pytest.mark.parametrize("forged", ["x", "", "W10:1xxxxx:abc"])
def test_forged(forged):
    with pytest.raises(BadSignature):
        undo_links.read(forged, 7)


def test_too_late():
    with time_machine.travel(datetime(2026, 11, 25, 9, tzinfo=UTC), tick=False) as clock:
        made = token()
        clock.shift(timedelta(seconds=undo_links.MOST_AGE + 1))
        with pytest.raises(SignatureExpired):
            undo_links.read(made, 7)
