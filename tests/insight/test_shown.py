"""Counts in words and bars."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.insight.periods import month_of
from rightday.insight.queries_history import History
from rightday.insight.rules import Became, Silence, Tally
from rightday.insight.shown import became_bars, calls_words, filled_bars, put_words, share, silence_words, unknown_words
from rightday.kernel.ratios import Ratio
from rightday.leads.actions_sheet import Put
from rightday.leads.process.rules import Stage

TODAY = date(2026, 11, 25)
OCTOBER = month_of(date(2026, 10, 1))
TALLY = Tally(
    {
        Became.OPEN: 9, Became.COMPETITOR: 6, Became.US: 5, Became.OWN: 4, Became.CANCELLED: 3,
        Became.NOT_RECRUITING: 2, Became.UNKNOWN: 5,
    },
    {None: 2, Stage.INTERVIEWING: 4, Stage.DECISION: 3},
    {Silence.UNCALLED: 2, Silence.QUIET: 3},
    ((7, "Harrow & Pike", 4), (8, "Stackline", 1), (None, "", 1)),
)  # fmt: skip


def shared(before, tally=TALLY):
    return share(History(OCTOBER, tally, before), TODAY)


def test_the_share_and_its_range():
    shown = shared(Ratio(10, 14))
    assert (shown.hits, shown.of, shown.per_cent, shown.low, shown.high, shown.before) == (29, 34, 85, 70, 94, 71)
    assert shown.words == "85%, likely 70 to 94"
    assert shown.compared == "September, 71%. No change you can trust yet"


@pytest.mark.parametrize(
    ("before", "compared", "mark"),
    [
        (Ratio(0, 0), "September: no leads", None),
        (Ratio(3, 4), "September, 75%. Too few to compare", None),
        (Ratio(30, 100), "September, 30%. Better than then", 30),
        (Ratio(200, 200), "September, 100%. Worse than then", 100),
    ],
)
def test_beside_the_period_before(before, compared, mark):
    assert (shared(before).compared, shared(before).before) == (compared, mark)


def test_too_few_to_say():
    shown = shared(Ratio(1, 2), Tally({Became.US: 2, Became.UNKNOWN: 1}))
    assert (shown.words, shown.per_cent, shown.compared) == (
        "too few to say", None, "September, 50%. Too few to compare",
    )  # fmt: skip


def test_bars_of_what_became_of_them():
    bars = became_bars(TALLY)
    assert [(bar.words, bar.number, bar.width) for bar in bars] == [
        ("Open, at a milestone", 9, 100.0), ("Filled by a competitor", 6, 66.7), ("Filled by us", 5, 55.6),
        ("Their own hire", 4, 44.4), ("Cancelled", 3, 33.3), ("Not recruiting after all", 2, 22.2),
        ("We do not know", 5, 55.6),
    ]  # fmt: skip
    asides = {bar.words: bar.aside for bar in bars if bar.aside}
    assert asides == {
        "Open, at a milestone": "four interviewing, three deciding",
        "Filled by a competitor": "Harrow & Pike four, Stackline one",
        "We do not know": "two never called, three gone quiet",
    }
    assert {bar.width for bar in became_bars(Tally({}))} == {0.0}
    assert [bar.number for bar in became_bars(Tally({Became.NO_CONTACT: 1}))] == [0, 0, 0, 0, 0, 0, 1, 0]


def test_bars_of_who_filled_them_add_up():
    bars = filled_bars(TALLY, "/calls/")
    assert [(bar.words, bar.number) for bar in bars] == [
        ("Still open", 9), ("Us", 5), ("Nobody, role withdrawn", 5), ("Harrow & Pike", 4), ("Their own hire", 4),
        ("Stackline", 1), ("Other competitors", 1), ("We do not know", 5),
    ]  # fmt: skip
    assert sum(bar.number for bar in bars) == TALLY.total
    assert (bars[-1].aside, bars[-1].href) == ("five calls to make", "/calls/")
    assert [bar.words for bar in filled_bars(Tally({Became.COMPETITOR: 1}, rivals=((None, "", 1),)), "")] == [
        "A competitor"
    ]
    assert filled_bars(Tally({}), "") == ()


def test_counts_in_words():
    assert [calls_words(number) for number in (1, 5, 40)] == [
        "Put one call on the sheet", "Put five calls on the sheet", "Put 25 calls on the sheet",
    ]  # fmt: skip
    assert [unknown_words(number) for number in (1, 5)] == ["One we do not know", "Five we do not know"]
    assert silence_words(Tally({})) == ""


@pytest.mark.parametrize(
    ("put", "words"),
    [
        (Put({}), "No call was put on a sheet."),
        (Put({"Sam": 1}), "One call is on the sheet: Sam."),
        (Put({"Sam": 3, "Jo": 2}, agreed=1), "Five calls are on the sheet: Sam three, Jo two. One keeps the day it agreed."),
        (Put({"Sam": 2}, agreed=2, uncalled=1), "Two calls are on the sheet: Sam two. Two keep the day they agreed. One wants no call."),
        (Put({}, uncalled=2, moved_on=1), "No call was put on a sheet. Two want no call. One has ended meanwhile."),
        (Put({}, moved_on=3), "No call was put on a sheet. Three have ended meanwhile."),
    ],
)  # fmt: skip
def test_what_was_put_on_whose_sheet(put, words):
    assert put_words(put) == words
