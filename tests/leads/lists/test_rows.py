"""Rows under their headings."""

from __future__ import annotations

from rightday.leads.lists.filters import Sort
from rightday.leads.lists.rows import LeadRow, count_words, groups
from rightday.leads.process.rules import Stage
from rightday.leads.rules import Grade, Verdict


def row(number, group, left="", stage=Stage.CVS, owner="Sam"):
    verdict = Verdict(Grade.HOT, "Hot", left, 1, None, "")
    return LeadRow(number, group, "t", "c", "p", verdict, "", "", "", "", False, owner, "S", "", stage, 0, None)


def test_rows_that_follow_each_other_share_a_heading():
    rows = [
        row(1, "hot", "last day"),
        row(2, "hot", "1 day left"),
        row(3, "hot", "1 day left"),
        row(4, "hot"),
        row(5, "none"),
    ]
    assert [(words, [each.id for each in members]) for words, _, members in groups(rows, Sort.GRADE)] == [
        ("Stale tonight", [1]), ("Stale tomorrow", [2, 3]), ("Hot", [4]), ("To qualify", [5]),
    ]  # fmt: skip
    assert groups([], Sort.GRADE) == ()


def test_counts_in_words():
    assert [count_words(number) for number in (0, 1, 2, 24)] == ["No leads", "One lead", "Two leads", "24 leads"]


def test_each_order_has_its_headings():
    rows = [row(1, "hot", owner="Jo"), row(2, "warm", stage=Stage.OFFER)]
    assert [words for words, _, _ in groups(rows, Sort.STAGE)] == ["CVs received", "Offer"]
    assert [words for words, _, _ in groups(rows, Sort.OWNER)] == ["Jo", "Sam"]
    assert [words for words, _, _ in groups(rows, Sort.ENDED)] == ["Ended"]
    assert [words for words, _, _ in groups(rows, Sort.DUE)] == [""]
