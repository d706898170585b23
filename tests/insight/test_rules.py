"""What became of a lead, and when that is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.insight.rules import OF_ENDING, OF_TAB, Became, Leaks, Tab, Tally, became
from rightday.leads.rules import Ending

ON = date(2026, 11, 25)
LONG_AGO = date(2026, 1, 1)


def ago(days):
    return ON - timedelta(days=days)


def of(ending=None, milestone=None, talk=None, heard=LONG_AGO):
    return became(ending, milestone_on=milestone, last_talk_on=talk, last_heard_on=heard, on=ON, leaks=Leaks())


def test_each_end_is_known():
    assert set(OF_ENDING) == set(Ending)
    for ending, what in OF_ENDING.items():
        assert of(ending) is what


@pytest.mark.parametrize(
    ("known", "facts"),
    [
        (False, {}),
        (True, {"milestone": ago(30)}),
        (True, {"milestone": ago(-90)}),
        (False, {"milestone": ago(31)}),
        (True, {"talk": ago(30)}),
        (False, {"talk": ago(31)}),
        (True, {"heard": ago(30)}),
        (False, {"heard": ago(31)}),
    ],
)
def test_an_open_lead_is_known_for_a_month(known, facts):
    assert of(**facts) is (Became.OPEN if known else Became.UNKNOWN)


def test_the_tabs_share_all_there_is():
    parts = [OF_TAB[tab] for tab in Tab if tab is not Tab.ALL]
    assert frozenset().union(*parts) == OF_TAB[Tab.ALL] == frozenset(Became)
    assert sum(map(len, parts)) == len(Became)


def test_a_tally_adds_up():
    counted = Tally({Became.UNKNOWN: 5, Became.OPEN: 9, Became.US: 5, Became.COMPETITOR: 6, Became.OWN: 4})
    assert (counted.total, counted.known.hits, counted.known.of) == (29, 24, 29)
    assert counted.in_tab(Tab.OTHERS) == 10
    assert sum(counted.in_tab(tab) for tab in Tab if tab is not Tab.ALL) == counted.total
    assert (Tally({}).total, Tally({}).known.share) == (0, None)
