"""Each number of a reckoning says what it rests on."""

from __future__ import annotations

from rightday.joborders import worth_words
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Closeness, Stage
from rightday.joborders.worth import Chance, worth
from rightday.kernel.amounts import Money


def test_a_reckoning_in_words():
    order = JobOrder(kind="contract", stage=Stage.FURTHER_INTERVIEW, openings=1)
    found = worth(Money(1_750_000, "GBP"), Stage.FURTHER_INTERVIEW, Chance(4_600, 11, 26, 4_900, 24), Closeness())
    said = worth_words.reckoned(order, found)
    assert (said.fee, said.chance, said.waiting, said.today) == ("£17,500", "46%", "0.99", "£7,970")
    assert said.chance_words == (
        "Of 26 contract orders that came as far as “second interview”, we filled 11. "
        "The average of all, 49%, counts as 24 more cases."
    )
    assert said.waiting_words == "About one week, 1% off for each week of waiting."


def test_a_start_that_is_certain_waits_no_more():
    order = JobOrder(kind="permanent", stage=Stage.ACCEPTED, openings=1)
    found = worth(Money(100, "JPY"), Stage.ACCEPTED, Chance(9_300, 0, 0, 9_300, 24), Closeness())
    said = worth_words.reckoned(order, found)
    assert (said.fee, said.waiting_words, said.fee_words) == ("JPY 100", "No more waiting.", "The fee of the start")
    assert said.chance_words.startswith("No permanent order of yours has closed")


def test_sums_are_said_about():
    assert worth_words.about(Money(4_912_345, "GBP")) == "£49,100"
    assert worth_words.say(Money(796_950, "GBP")) == "£7,970"
