import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.ratios import Ratio

RATIOS = st.integers(0, 100_000).flatmap(lambda of: st.builds(Ratio, st.integers(0, of), st.just(of)))


def test_the_interval_is_wilsons() -> None:
    # By hand from the formula: centre 0.41135, half width 0.16545.
    low, high = Ratio(12, 30).interval
    assert (round(low, 4), round(high, 4)) == (0.2459, 0.5768)
    low, high = Ratio(0, 10).interval
    assert (low, round(high, 4)) == (0.0, 0.2775)
    assert Ratio(10, 10).interval[1] == 1.0
    assert Ratio(0, 0).interval == (0.0, 1.0)


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (Ratio(12, 30), "12 of 30, 40% (25% to 58%)"),
        (Ratio(2, 3), "2 of 3: too few to say"),
        (Ratio(0, 0), "none yet"),
    ],
)
def test_a_ratio_says_its_counts(ratio: Ratio, words: str) -> None:
    assert ratio.words == words


def test_ten_cases_are_enough_to_speak_of_a_share() -> None:
    assert not Ratio(9, 9).enough
    assert Ratio(9, 10).enough
    assert Ratio(3, 4).share == 0.75
    assert Ratio(0, 0).share is None


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (Ratio(9, 10), Ratio(12, 30), "up"),
        (Ratio(1, 10), Ratio(12, 30), "down"),
        (Ratio(5, 10), Ratio(12, 30), "no change you can trust yet"),
        (Ratio(9, 9), Ratio(12, 30), "too few to say"),
        (Ratio(9, 10), Ratio(1, 3), "too few to say"),
    ],
)
def test_a_change_counts_outside_the_interval_of_before(now: Ratio, before: Ratio, said: str) -> None:
    assert now.change_since(before) == said


@pytest.mark.parametrize(("hits", "of"), [(-1, 3), (4, 3)])
def test_more_hits_than_cases_are_refused(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="ratio"):
        Ratio(hits, of)


@given(RATIOS)
def test_the_share_lies_in_the_interval(ratio: Ratio) -> None:
    assert 0.0 <= ratio.low <= ratio.high <= 1.0
    assert ratio.share is None or ratio.low <= ratio.share <= ratio.high


@given(st.integers(1, 1000), st.integers(2, 50))
def test_more_cases_of_the_same_share_tell_more(of: int, times: int) -> None:
    few, many = Ratio(of // 2, of), Ratio(of // 2 * times, of * times)
    assert many.high - many.low < few.high - few.low
