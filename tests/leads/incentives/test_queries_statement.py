"""A statement adds up: carried over, earned, paid, to be paid. How it looks is tried in test_views_incentives."""

from __future__ import annotations

from datetime import datetime

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.kernel.money import Money, read_amount
from rightday.leads.incentives.actions_ledger import add_line, approve, correct, decline, pay
from rightday.leads.incentives.models import LedgerLine, LedgerMark
from rightday.leads.incentives.queries_statement import statement_page
from rightday.team.rules import NotAllowed, Refused

FIFTY = Money(5_000, "GBP")


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(datetime(2026, 11, 24, 9, 42), tick=False):
        yield


def on(month: int, day: int):
    return time_machine.travel(datetime(2026, month, day, 9, 0), tick=False)


def minor(said: str) -> int:
    found = read_amount(said.lstrip("−"), "GBP")
    return -found.minor if said.startswith("−") else found.minor


def test_each_reads_their_own_and_managers_all(inside):
    assert statement_page(inside.priya, inside.priya).own
    assert not statement_page(inside.sam, inside.priya).own
    for reader, earner in ((inside.priya, inside.jo), (inside.jo, inside.martin)):
        with pytest.raises(NotAllowed):
            statement_page(reader, earner)
    assert (
        statement_page(inside.sam, inside.martin).sentence == "What Martin Ahlqvist earned for leads they told us of."
    )


def test_what_was_left_is_carried_over_and_paid_in_the_next_month(inside):
    with on(10, 20):
        line = add_line(inside.priya, pay=FIFTY, words="In October", by=inside.sam)
        approve([line.pk], by=inside.sam)
    with on(11, 13):
        pay([line.pk], words="with salary", by=inside.sam)
    rows = [(row.heading, row.words, row.money, row.balance) for row in statement_page(inside.sam, inside.priya).rows]
    assert rows == [
        ("Carried over", "From the months before", "£50.00", "£50.00"), ("Paid", "With salary", "−£50.00", "£0.00"),
    ]  # fmt: skip
    with on(12, 1):
        page = statement_page(inside.sam, inside.priya)
    assert [row.words for row in page.rows] == ["Nothing was left to be paid"]
    assert (page.paid_this_year, page.to_pay, page.label) == ("£50.00", (), "December")
    with on(12, 1):
        october = statement_page(inside.sam, inside.priya, month="2026-10")
    assert [row.balance for row in october.rows] == ["£0.00", "£50.00"] and not october.this_month


def test_lines_paid_together_are_one_payment_and_what_is_kept_back_another(inside):
    rows = [add_line(inside.priya, pay=FIFTY, words="x", by=inside.sam) for _ in range(2)]
    approve([row.pk for row in rows], by=inside.sam)
    pay([row.pk for row in rows], words="with salary", by=inside.sam)
    (back,) = correct(rows[0], words="Not so", by=inside.sam)
    page = statement_page(inside.sam, inside.priya)
    assert [(one.money, one.owed, one.lines) for one in page.to_pay] == [("£50.00", True, (back.pk,))]
    pay([back.pk], words="kept back", by=inside.sam)
    page = statement_page(inside.sam, inside.priya)
    ends = [(row.heading, row.money, row.balance) for row in page.rows[-2:]]
    assert ends == [("Kept back", "£50.00", "£100.00"), ("Paid", "−£100.00", "£0.00")]


ACTS = st.lists(
    st.tuples(st.sampled_from(["add", "correct", "approve", "decline", "pay", "month"]), st.integers(0, 5)), max_size=14
)


@given(ACTS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_last_balance_is_what_is_to_be_paid_whatever_happened(inside, acts):
    LedgerMark.objects.all().delete()
    LedgerLine.objects.exclude(corrects=None).delete()
    LedgerLine.objects.all().delete()
    month = 6
    for act, which in acts:
        month = min(month + (act == "month"), 12)
        with on(month, 1 + which):
            rows = list(LedgerLine.objects.order_by("number"))
            row = rows[which % len(rows)] if rows else None
            try:
                if act == "add" or row is None:
                    add_line(inside.priya, pay=Money(100 + which, "GBP"), words="x", by=inside.sam)
                elif act == "correct":
                    correct(row, words="x", by=inside.sam)
                elif act == "approve":
                    approve([row.pk], by=inside.sam)
                elif act == "decline":
                    decline(row.pk, words="x", by=inside.sam)
                elif act == "pay":
                    pay([row.pk], words="x", by=inside.sam)
            except Refused:
                pass
    with on(month, 28):
        page = statement_page(inside.sam, inside.priya)
    owed = sum(minor(one.money) * (-1 if one.owed else 1) for one in page.to_pay)
    assert minor(page.rows[-1].balance) == owed
