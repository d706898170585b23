"""Open leads by which somebody may still earn."""

from __future__ import annotations

from datetime import datetime

import pytest
import time_machine

from rightday.kernel.money import Money
from rightday.leads import actions
from rightday.leads.incentives.actions_ledger import correct
from rightday.leads.incentives.actions_rules import add_rule
from rightday.leads.incentives.models import LedgerLine
from rightday.leads.incentives.rules import Earns, Pays
from rightday.leads.incentives.still_earning import may_earn_of
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.team import queries as team
from tests.counting import counted

HOT = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 42), tick=False):
        yield


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def rule(inside, today):
    return add_rule(earns=Earns.CLIENT, pays=Pays.COLLEAGUES, pay=Money(25_000, "GBP"), begins=today, by=inside.sam)


def lead_of(ours, today, shows=HOT, **more) -> Lead:
    heard = [HeardEvidence(each, "", today) for each in shows]
    return actions.create(ours.martin, heard=heard, **({"title": "two", "by": ours.priya, "owner": ours.jo} | more))


def test_without_rules_nothing_may_come(inside, today):
    lead_of(inside, today)
    assert may_earn_of(inside.priya, today=today) == ()


def test_what_it_was_given_as_and_what_became_of_it(inside, today, rule):
    lead = lead_of(inside, today)
    (one,) = may_earn_of(inside.priya, today=today)
    assert (one.title, one.href, one.with_whom) == ("Halden Insurance, two", f"/leads/{lead.pk}/", "with Jo Lindqvist")
    assert (one.grade, one.grade_words, one.money) == ("hot", "Hot", "£250.00")
    assert one.became
    Lead.objects.filter(pk=lead.pk).update(milestone=3, stage=2)
    (one,) = may_earn_of(inside.priya, today=today)
    assert one.became.startswith("Interviews booked. Next, ")


def test_what_is_not_passed_on_cannot_earn_yet(inside, today, rule):
    lead_of(inside, today, (), owner=inside.priya)
    (one,) = may_earn_of(inside.priya, today=today)
    assert (one.with_whom, one.grade, one.grade_words, one.could, one.money) == (
        "not passed on", "", "To qualify", None, "none",
    )  # fmt: skip


def test_a_rule_for_colleagues_promises_nothing_to_others(inside, today, rule):
    lead_of(inside, today, heard_from=inside.martin)
    (one,) = may_earn_of(inside.martin, today=today)
    assert one.could is None


def test_what_came_already_does_not_come_again(inside, today, rule):
    lead = lead_of(inside, today)
    actions.end(lead, kind=Ending.FILLED_BY_US, on=today, by=inside.jo)
    assert may_earn_of(inside.priya, today=today) == ()  # it has ended
    correct(LedgerLine.objects.get(), words="Not ours", by=inside.sam)
    actions.reopen(lead, by=inside.jo)
    (one,) = may_earn_of(inside.priya, today=today)
    assert one.could is None


def test_brought_in_leads_are_nobodys(inside, today, rule):
    lead_of(inside, today, source="import")
    assert may_earn_of(inside.priya, today=today) == ()


def test_many_take_the_same_statements(inside, today, rule):
    counts = []
    for _ in range(2):
        lead_of(inside, today)
        may_earn_of(inside.priya, today=today)
        with counted() as asked:
            may_earn_of(inside.priya, today=today)
        counts.append(len([one for one in asked.statements if 'rightday_agency"."id' not in one]))
    assert counts[0] == counts[1] <= 7
