"""The ledger's page: months, tabs, sums. What it looks like is tried in test_views_incentives."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine

from rightday.agencies import queries as agencies
from rightday.kernel.money import Money
from rightday.leads.incentives.actions_ledger import add_line, approve, correct
from rightday.leads.incentives.actions_rules import add_rule, change_rule, end_rule
from rightday.leads.incentives.queries import Month, Tab, ledger_page, lines_by_id, lines_of, may_own, tab_of
from rightday.leads.incentives.rules import Earns, Pays
from rightday.team import queries as team
from rightday.team.rules import NotAllowed, Role
from tests.counting import counted

DAY = date(2026, 11, 24)
FIFTY = Money(5_000, "GBP")


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 42), tick=False):
        yield


def test_a_month_as_addresses_write_it():
    month = Month.of("2026-12", DAY)
    assert (month.key, month.first, month.last) == ("2026-12", date(2026, 12, 1), date(2026, 12, 31))
    assert (month.after.key, month.before.key) == ("2027-01", "2026-11")
    assert [Month.of(typed, DAY).key for typed in ("", "x", "2026-13", "-")] == ["2026-11"] * 4
    assert (Month.of("", DAY).label(DAY), Month.of("2025-02", DAY).label(DAY)) == ("November", "February 2025")


def test_a_tab_by_its_name():
    assert [tab_of({"view": name}) for name in ("pay", "rules", "", "x")] == [Tab.PAY, Tab.RULES, Tab.MONTH, Tab.MONTH]
    assert tab_of({}) is Tab.MONTH


def test_nobody_else_reads_it(inside):
    with pytest.raises(NotAllowed):
        ledger_page(inside.priya, tab=Tab.MONTH)


def test_a_manager_approves_all_but_their_own(inside):
    type(inside.jo).objects.filter(pk=inside.jo.pk).update(role=Role.MANAGER)
    inside.jo.refresh_from_db()
    own = add_line(inside.jo, pay=FIFTY, words="x", by=inside.sam)
    other = add_line(inside.priya, pay=FIFTY, words="x", by=inside.sam)
    assert (may_own(inside.jo), may_own(inside.sam)) == (False, True)
    assert ledger_page(inside.jo, tab=Tab.APPROVE).approvable == (other.pk,)
    assert ledger_page(inside.sam, tab=Tab.APPROVE).approvable == (other.pk, own.pk)


def test_what_waits_is_counted_and_summed_in_one_statement(inside):
    rows = [add_line(inside.priya, pay=FIFTY, words="x", by=inside.sam) for _ in range(4)]
    approve([rows[0].pk], by=inside.sam)
    correct(rows[1], words="Twice", by=inside.sam)  # closed, with its correction
    for tab, count, said in ((Tab.APPROVE, "2", "£100.00"), (Tab.PAY, "1", "£50.00")):
        with agencies.at_hand(inside.agency), counted() as asked:
            page = ledger_page(inside.sam, tab=tab)
        assert (len(page.lines), page.sums[0][1]) == (int(count), said)
        assert {one[0]: one[2] for one in page.tabs}[page.sums[0][0]] == count
        assert len([one for one in asked.statements if "SUM(" in one]) == 1
        assert len(asked) == 7


def test_sums_by_state_and_currency(inside):
    rows = [add_line(inside.priya, pay=pay, words="x", by=inside.sam) for pay in (FIFTY, FIFTY, Money(100, "EUR"))]
    approve([rows[0].pk], by=inside.sam)
    assert ledger_page(inside.sam, tab=Tab.MONTH).sums == (
        ("Earned in November", "£100.00 and €1.00"), ("To approve", "£50.00 and €1.00"),
        ("Approved, to pay", "£50.00"), ("Paid", "£0.00"),
    )  # fmt: skip
    assert ledger_page(inside.sam, tab=Tab.PAY).sums == (("Approved, to pay", "£50.00"),)
    assert ledger_page(inside.sam, tab=Tab.MONTH, month="2026-10").sums[0] == ("Earned in October", "£0.00")
    assert lines_of(Tab.RULES, Month.of("", DAY)).count() == 0
    assert [line.number for line in lines_by_id([rows[2].pk, rows[0].pk], inside.sam)] == [1, 3]


def test_rules_say_since_when_and_until_when(inside):
    today = team.today(inside.sam)
    old = add_rule(earns=Earns.HOT_LEAD, pays=Pays.OTHERS, pay=FIFTY, begins=today, by=inside.sam)
    new = change_rule(old, pays=Pays.OTHERS, pay=Money(6_000, "GBP"), begins=today, by=inside.sam)
    end_rule(new, on=date(2026, 11, 30), by=inside.sam)
    page = ledger_page(inside.sam, tab=Tab.RULES)
    assert [(rule.number, rule.when, rule.held, rule.changeable) for rule in page.rules] == [
        (1, "never held", False, False), (2, "from today to Mon 30 Nov", True, False),
    ]  # fmt: skip
    assert page.in_words == (
        "Rule 2: £60.00 for a hot lead passed on, to a candidate, consultant or referee."
        " A lead already on the desk earns nothing again."
    )
