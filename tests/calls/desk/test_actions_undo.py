"""What cannot be taken back, and why."""

from __future__ import annotations

import pytest

from rightday.agencies.once import Stale
from rightday.calls.desk.actions import log_desk
from rightday.calls.desk.actions_undo import undo_desk
from rightday.calls.rules import Result
from tests import desk


def test_the_record_is_gone(inside):
    who = desk.candidate(inside.priya)
    job = desk.order(inside.jo, inside.martin)
    call = log_desk(job.next_step_id, result=Result.MET, by=inside.jo).call
    call.before = call.before | {"record": ["candidate", who.pk + 99]}
    with pytest.raises(Stale, match="is gone"):
        undo_desk(call, by=inside.jo)
