"""The rows of incentives by name, and what the database itself refuses."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from rightday.kernel.money import Money
from rightday.leads.incentives.actions_ledger import add_line, approve
from rightday.leads.incentives.actions_rules import add_rule
from rightday.leads.incentives.models import LedgerLine, LedgerMark
from rightday.leads.incentives.rules import Earns, Pays
from rightday.team import queries as team


@pytest.fixture
def line(inside):
    return add_line(inside.priya, pay=Money(5_000, "GBP"), words="Told us", by=inside.sam)


def test_rows_say_what_they_are(inside, line):
    today = team.today(inside.sam)
    rule = add_rule(earns=Earns.CLIENT, pays=Pays.ANYBODY, pay=Money(1, "GBP"), begins=today, by=inside.sam)
    approve([line.pk], by=inside.sam)
    assert [str(row) for row in (rule, line, LedgerMark.objects.get())] == [
        "Rule 1",
        "1: 5000 GBP",
        f"approved {today}",
    ]


@pytest.mark.parametrize(
    "more", [{"person": "martin"}, {"member": None}, {"number": 1}, {"once": "x"}, {"corrects": "line"}]
)
def test_the_database_holds_one_earner_and_everything_once(inside, line, more):
    first = {"day": line.day, "earns": "by_hand", "amount": 1, "currency": "GBP", "member": inside.jo}
    LedgerLine.objects.create(**first, number=2, once="x", corrects=line)
    named = {"martin": inside.martin, "line": line}
    second = first | {"number": 3} | {name: named.get(value, value) for name, value in more.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        LedgerLine.objects.create(**second)
    assert LedgerLine.objects.count() == 2


def test_lines_of_a_person_and_of_a_colleague(inside, line):
    other = add_line(inside.martin, pay=Money(1, "GBP"), words="Told us", by=inside.sam)
    assert list(LedgerLine.objects.earned_by(inside.priya)) == [line]
    assert list(LedgerLine.objects.earned_by(inside.martin)) == [other]
