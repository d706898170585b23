"""The form of the days after which a lead leaks."""

from __future__ import annotations

from rightday.insight.forms import LeaksForm
from rightday.insight.rules import Leaks


def test_days():
    form = LeaksForm({"once": "9", "quiet": "40", "manager": "0", "seen": "1"})
    assert form.is_valid()
    assert form.leaks() == Leaks(9, 40, 0)
    assert set(LeaksForm({"once": "0", "quiet": "400", "manager": "-1", "seen": "x"}).errors) == {
        "once", "quiet", "manager", "seen",
    }  # fmt: skip
