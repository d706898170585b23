"""Rules are added and changed from a day on; what they paid for stays."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from rightday.agencies.once import Stale
from rightday.db.row_security import enter
from rightday.kernel.money import Money
from rightday.leads.incentives.actions_rules import add_rule, change_rule, end_rule
from rightday.leads.incentives.models import IncentiveRule
from rightday.leads.incentives.rules import Earns, Pays
from rightday.team import queries as team
from rightday.team.rules import NotAllowed, Refused
from rightday.timeline.models import Event
from tests.conftest import cast
from tests.threads import together

FIFTY = Money(5_000, "GBP")


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 42), tick=False):
        yield


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


def add(ours, begins, **more):
    values = {"earns": Earns.HOT_LEAD, "pays": Pays.ANYBODY, "pay": FIFTY, "begins": begins, "by": ours.sam}
    return add_rule(**(values | more))


def test_a_rule_is_numbered_and_recorded(inside, today):
    made = [add(inside, today, words=" For a  hot one "), add(inside, today, earns=Earns.CLIENT)]
    assert [(rule.number, rule.words) for rule in made] == [(1, "For a hot one"), (2, "")]
    assert list(Event.objects.order_by("id").values_list("verb", "data__number")) == [
        ("incentive.rule_added", 1), ("incentive.rule_added", 2),
    ]  # fmt: skip


def test_only_managers_and_owners(inside, today):
    for member in (inside.priya, inside.jo):
        with pytest.raises(NotAllowed):
            add(inside, today, by=member)
    rule = add(inside, today)
    with pytest.raises(NotAllowed):
        end_rule(rule, on=today, by=inside.jo)
    with pytest.raises(NotAllowed):
        change_rule(rule, pays=Pays.OTHERS, pay=FIFTY, begins=today, by=inside.jo)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"pay": Money(0, "GBP")}, "more than nothing"),
        ({"pay": Money(10**11, "GBP")}, "less than a hundred million"),
        ({"earns": Earns.BY_HAND}, "A rule pays for"),
    ],
)
def test_what_cannot_be_a_rule(inside, today, more, words):
    with pytest.raises(Refused, match=words):
        add(inside, today, **more)


def test_a_rule_begins_today_or_later(inside, today):
    with pytest.raises(Refused, match="today or later"):
        add(inside, today - timedelta(days=1))


def test_two_rules_do_not_pay_the_same_people(inside, today):
    add(inside, today)
    with pytest.raises(Refused, match="Rule 1 pays the same people"):
        add(inside, today, pays=Pays.OTHERS)
    assert IncentiveRule.objects.count() == 1


def test_a_changed_rule_is_a_new_row_and_the_old_one_ends_the_day_before(inside, today):
    old = add(inside, today)
    new = change_rule(old, pays=Pays.OTHERS, pay=Money(7_500, "EUR"), begins=today + timedelta(days=6), by=inside.sam)
    rows = IncentiveRule.objects.order_by("number").values_list("number", "amount", "currency", "begins", "ends")
    assert list(rows) == [
        (1, 5_000, "GBP", today, today + timedelta(days=5)), (2, 7_500, "EUR", today + timedelta(days=6), None),
    ]  # fmt: skip
    assert new.earns == Earns.HOT_LEAD
    with pytest.raises(Stale, match="Rule 1 was changed meanwhile"):
        change_rule(old, pays=Pays.OTHERS, pay=FIFTY, begins=today, by=inside.sam)


def test_a_rule_changed_on_its_first_day_never_held(inside, today):
    old = add(inside, today)
    change_rule(old, pays=Pays.ANYBODY, pay=Money(1, "GBP"), begins=today, by=inside.sam)
    assert IncentiveRule.objects.get(number=1).ends == today - timedelta(days=1)
    assert IncentiveRule.objects.get(number=2).begins == today


def test_a_change_that_is_refused_ends_nothing(inside, today):
    old = add(inside, today, pays=Pays.COLLEAGUES)
    add(inside, today, pays=Pays.OTHERS)
    with pytest.raises(Refused, match="Rule 2"):
        change_rule(old, pays=Pays.ANYBODY, pay=FIFTY, begins=today, by=inside.sam)
    assert IncentiveRule.objects.filter(ends=None).count() == 2


def test_a_rule_ends_once_and_not_in_the_past(inside, today):
    rule = add(inside, today)
    with pytest.raises(Refused, match="A day gone by"):
        end_rule(rule, on=today - timedelta(days=2), by=inside.sam)
    end_rule(rule, on=today, by=inside.sam)
    with pytest.raises(Stale):
        end_rule(rule, on=today, by=inside.sam)
    assert Event.objects.filter(verb="incentive.rule_ended").count() == 1


def test_two_at_once_make_one_rule(at_once):
    ours = cast("Ours")
    with enter(ours.agency):
        today = team.today(ours.sam)

    def make(i):
        with enter(ours.agency):
            return add(ours, today, pays=Pays.ANYBODY)

    results = sorted(type(one).__name__ for one in together(4, make))
    assert results.count("IncentiveRule") == 1, results
    assert set(results) <= {"IncentiveRule", "Refused", "Stale"}
    with enter(ours.agency):
        assert IncentiveRule.objects.count() == 1


def test_a_number_taken_meanwhile_is_said(inside, today, monkeypatch):
    add(inside, today)
    seen_before = {"last": 0}  # as one saw it before the other had saved
    monkeypatch.setattr(type(IncentiveRule.objects), "aggregate", lambda self, **asked: seen_before, raising=False)
    with pytest.raises(Stale, match="Somebody else has added a rule"):
        add(inside, today, earns=Earns.CLIENT)
