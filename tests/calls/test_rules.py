"""Days behind the keys of the result bar, and a day chosen instead of the rule's."""

from __future__ import annotations

from datetime import date, time

import pytest

from rightday.agenda.rules import Kind, Reason
from rightday.calls.rules import Choice, NextRule, NextWish, day_of, wished
from tests.calls.test_next_rules import situation

FRIDAY = date(2026, 11, 27)
RULE = NextRule(Kind.LEAD, FRIDAY, time(14, 30), "why", "aim", False, Reason.WARM, 6, rest=True)


@pytest.mark.parametrize(
    ("choice", "day"),
    [
        (Choice.RULE, FRIDAY),
        (Choice.PICK, FRIDAY),
        (Choice.TOMORROW, date(2026, 11, 30)),
        (Choice.WEEK, date(2026, 12, 4)),
    ],
)
def test_the_days_behind_the_keys_are_working_days(choice: Choice, day: date) -> None:
    assert day_of(choice, RULE, situation(today=FRIDAY)) == day


def test_a_wish_goes_before_the_rule_but_not_into_the_past() -> None:
    assert wished(RULE, None, FRIDAY) == RULE
    made = wished(RULE, NextWish(date(2026, 11, 1), time(9), agreed=True), FRIDAY)
    assert (made.due, made.earliest, made.agreed, made.rest, made.tries) == (FRIDAY, time(9), True, False, 6)
