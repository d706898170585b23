"""Settings: only what was changed is kept, and what no longer fits is ignored."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agencies.rules import CallHours, changed, section
from rightday.agenda.rules import Numbers, Reason


@dataclass(frozen=True, slots=True)
class Example:
    days: int = 5
    chance: float = 0.5
    on: bool = True
    words: str = "as delivered"
    opens: time = time(8, 30)
    weekdays: tuple[int, ...] = (1, 2)
    none: tuple[int, ...] = ()
    worth: dict[str, tuple[float, float]] = field(default_factory=lambda: {"hot": (1.6, 10.0), "cold": (0.3, 0.0)})


def test_nothing_changed_is_nothing_kept():
    assert changed(Example()) == {}
    assert section({}, "example", Example) == Example()


def test_what_was_changed_is_read_back_from_json():
    mine = Example(
        days=9,
        chance=0.25,
        on=False,
        words="mine",
        opens=time(9),
        weekdays=(1, 7),
        worth={"hot": (2.0, 5.0), "cold": (0.3, 0.0)},
    )
    kept = json.loads(json.dumps({"example": changed(mine)}))
    assert kept["example"]["worth"] == {"hot": [2.0, 5.0]}
    assert section(kept, "example", Example) == mine


@pytest.mark.parametrize(
    "kept",
    [
        {"days": "9"}, {"days": True}, {"chance": "a"}, {"chance": True}, {"on": 1}, {"words": 7},
        {"opens": "late"}, {"opens": 9}, {"weekdays": "12"}, {"weekdays": [True]}, {"weekdays": ["1"]},
        {"none": [1]}, {"worth": [1]}, {"worth": {"hot": [1]}},
        {"worth": {"warm": [1, 2]}}, {"gone": 1}, None, [], "settings",
    ],
)  # fmt: skip
def test_what_no_longer_fits_is_ignored(kept):
    assert section({"example": kept}, "example", Example) == Example()


def test_whole_numbers_do_for_broken_ones_and_a_time_for_a_time():
    assert section({"example": {"chance": 1, "opens": time(7)}}, "example", Example) == Example(
        chance=1.0, opens=time(7)
    )


def test_a_better_default_reaches_who_did_not_choose():
    mine = replace(Numbers(), worth=Numbers().worth | {Reason.HOT: (3.0, 5.0)})
    assert changed(mine) == {"worth": {"hot": [3.0, 5.0]}}


@given(st.times(), st.times(), st.lists(st.integers(1, 7), min_size=1).map(tuple))
def test_call_hours_survive_being_kept(earliest, latest, days):
    hours = CallHours(earliest.replace(second=0, microsecond=0), latest.replace(second=0, microsecond=0), days)
    assert section({"hours": json.loads(json.dumps(changed(hours)))}, "hours", CallHours) == hours


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["hot", "cold", "x"]), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.sampled_from(["days", "chance", "on", "words", "opens", "weekdays", "worth"]), json_values))
def test_no_settings_ever_break_a_page(kept):
    made = section({"example": kept}, "example", Example)
    assert set(made.worth) == {"hot", "cold"}
    assert isinstance(made.opens, time)
