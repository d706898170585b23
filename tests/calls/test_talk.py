"""What the caller says of a call."""

from __future__ import annotations

import pytest

from rightday.calls.rules import NOTHING_SAID, Result
from rightday.calls.talk import Report


@pytest.mark.parametrize("result", list(Result))
def test_who_was_reached(result: Result) -> None:
    report = Report(result, "", "", {}, [], NOTHING_SAID, None, None)
    assert report.reached is (result not in (Result.NO_ANSWER, Result.WRONG_NUMBER))
    assert report.milestone is None
