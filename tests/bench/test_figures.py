from __future__ import annotations

import pytest

from rightday.bench.figures import PageLine, Times, limit


def test_percentiles_by_nearest_rank():
    times = Times.of([n / 1000 for n in range(1, 101)])
    assert (times.p50, times.p95, times.count) == (50, 95, 100)
    assert Times.of([0.003]) == Times(3, 3, 1)


def test_nothing_timed_is_an_error():
    with pytest.raises(ValueError, match="Nothing was timed"):
        Times.of([])


@pytest.mark.parametrize(
    ("p50", "p95", "reached"), [(10, 20, True), (10.1, 20, False), (10, 25.1, False), (10, 25, True)]
)
def test_a_page_is_held_against_the_bare_page(p50: float, p95: float, reached: bool):
    line = PageLine("Lead", times=Times(p50, p95, 9), most50=2, most95=2.5)
    assert line.reached(Times(5, 10, 9)) is reached


def test_a_target_in_milliseconds():
    line = PageLine("Find", times=Times(30, 40, 9), most95=40, absolute=True)
    assert line.reached(Times(1, 1, 9)) is True
    assert PageLine("Find", times=Times(30, 41, 9), most95=40, absolute=True).reached(Times(50, 50, 9)) is False


def test_without_target_or_measure_nothing_is_said():
    assert PageLine("Settings", times=Times(1, 1, 1)).reached(Times(1, 1, 1)) is None
    assert PageLine("Lead", most50=2).reached(Times(1, 1, 1)) is None


def test_a_limit_holds_for_both_percentiles():
    assert limit("Log", Times(10, 30, 5), 10, 30).reached is True
    assert limit("Log", Times(10, 31, 5), 10, 30).reached is False
    assert limit("Log", Times(11, 12, 5), 10, 30).measured == "p50 11.0 ms, p95 12.0 ms"
