"""Rows under their headings, and where a part of the list ends."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.leads.list_rows import Key, LeadRow, count_words, groups, key_of
from rightday.leads.rules import Grade, Verdict


def row(number, group, left=""):
    verdict = Verdict(Grade.HOT, "Hot", left, 1, None, "")
    return LeadRow(number, group, "t", "c", "p", verdict, "", "", "", "", False, "Sam", "S")


def test_rows_that_follow_each_other_share_a_heading():
    rows = [
        row(1, "hot", "last day"),
        row(2, "hot", "1 day left"),
        row(3, "hot", "1 day left"),
        row(4, "hot"),
        row(5, "none"),
    ]
    assert [(words, [each.id for each in members]) for words, _, members in groups(rows)] == [
        ("Stale tonight", [1]), ("Stale tomorrow", [2, 3]), ("Hot", [4]), ("To qualify", [5]),
    ]  # fmt: skip
    assert groups([]) == ()


def test_counts_in_words():
    assert [count_words(number) for number in (0, 1, 2, 24)] == ["No leads", "One lead", "Two leads", "24 leads"]


@pytest.mark.parametrize("text", ["", "1", "a~b~c", "1~2026-13-01~2"])
def test_a_key_that_is_none(text):
    assert key_of(text) is None


def test_a_key_comes_back():
    key = Key(2, date(2026, 11, 24), 7)
    assert key_of(str(key)) == key
