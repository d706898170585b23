"""Lines in words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.kernel.money import Money
from rightday.leads.incentives.actions_ledger import add_line, approve, correct, decline, pay
from rightday.leads.incentives.ledger_shown import LINKS, kind_of, say, show, statement_of
from rightday.leads.incentives.models import LedgerLine
from rightday.team import actions as team_actions
from rightday.team import queries as team
from tests.counting import counted

FIFTY = Money(5_000, "GBP")


def shown(ours, **more):
    rows = list(LedgerLine.objects.with_state().select_related(*LINKS).order_by("number"))
    return show(rows, reader=ours.sam, today=team.today(ours.sam) + timedelta(**more))


@pytest.fixture
def lines(inside):
    rows = [add_line(inside.priya, pay=FIFTY, words=f"Number {n}", by=inside.sam, lead=999) for n in range(1, 6)]
    approve([rows[1].pk, rows[2].pk], by=inside.sam)
    pay([rows[2].pk], words="with salary", by=inside.sam)
    decline(rows[3].pk, words="No", by=inside.sam)
    correct(rows[1], words="Twice", by=inside.sam)
    correct(rows[4], words="Twice", by=inside.sam)
    return rows


def test_each_line_says_where_it_stands(inside, lines):
    said = [(line.number, line.state_words, line.note) for line in shown(inside)]
    assert said == [
        (1, "To approve", "added by Sam Whitlock"), (2, "Approved", "by Sam Whitlock, today"),
        (3, "Paid", "today, with salary"), (4, "Declined", "by Sam Whitlock, today. No"),
        (5, "Taken back", "with line 7"), (6, "Approved", "to be kept back"), (7, "Taken back", "with line 5"),
    ]  # fmt: skip


def test_what_may_be_done_with_it(inside, lines):
    rows = shown(inside)
    assert [line.number for line in rows if line.to_approve] == [1]
    assert [line.number for line in rows if line.to_pay] == [2, 6]
    assert [line.number for line in rows if line.correctable] == [1, 3]
    assert [line.number for line in rows if line.struck] == [2, 4, 5]
    assert {line.lead for line in rows} == {""}  # there is no such lead any more


def test_a_correction_of_what_was_declined_later_follows_it(inside):
    row = add_line(inside.sam, pay=FIFTY, words="x", by=inside.sam)
    decline(row.pk, words="No", by=inside.sam)
    back = LedgerLine.objects.create(
        number=2, day=row.day, earns="correction", corrects=row, amount=-5_000, currency="GBP", member=inside.sam
    )
    (_, said) = shown(inside)
    assert (said.id, said.state_words, said.note, said.own) == (back.pk, "Declined", "with line 1", True)


def test_nobody_made_it_but_time(inside):
    LedgerLine.objects.create(
        number=1, day=team.today(inside.sam), earns="by_hand", amount=1, currency="GBP", member=inside.jo
    )
    (line,) = shown(inside)
    assert line.note == "added by Rightday"


def test_many_take_the_same_statements(inside, lines):
    rows = list(LedgerLine.objects.with_state().select_related(*LINKS))
    today = team.today(inside.sam)
    for some in (rows[:1], rows):
        with counted() as asked:
            show(some, reader=inside.sam, today=today)
        assert len(asked) == 3


def test_who_earned_it(inside):
    assert (kind_of(inside.priya), kind_of(inside.martin)) == ("colleague", "Head of platform")
    inside.martin.title = ""
    assert kind_of(inside.martin) == "not a colleague"
    assert statement_of(inside.martin) == f"/results/incentives/people/{inside.martin.pk}/"
    team_actions.leave(inside.priya, seen=inside.priya.version, by=inside.sam)
    inside.priya.refresh_from_db()
    assert kind_of(inside.priya) == "left"


def test_each_currency_by_itself():
    assert say([FIFTY, Money(1_000, "EUR"), FIFTY]) == "£100.00 and €10.00"
    assert say([FIFTY, Money(-5_000, "GBP")], "nothing") == "nothing"
