"""What a capture made, as plain values."""

from __future__ import annotations

import json

from rightday.intake.capture.made import Made


def test_it_goes_through_json_unchanged():
    made = Made(rows={"lead": 7}, seen={"lead": 9}, evidence=[[7, 1]], step={"due": "2026-11-24"}, final=True)
    assert Made(**json.loads(json.dumps(made.as_json()))) == made
