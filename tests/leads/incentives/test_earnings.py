"""Reading what decides: rules, lives, what stands in the ledger."""

from __future__ import annotations

import pytest

from rightday.kernel.money import Money
from rightday.leads import actions
from rightday.leads.incentives import actions_ledger
from rightday.leads.incentives.actions_rules import add_rule
from rightday.leads.incentives.earnings import lives, may_earn, next_turn, rules_here, standing_of
from rightday.leads.incentives.models import LedgerLine
from rightday.leads.incentives.rules import Earner, Earns, Pays
from rightday.leads.rules import HeardEvidence, Shows
from rightday.team import queries as team
from tests.counting import counted

HOT = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


def lead_of(ours, today, shows=HOT, **more):
    heard = [HeardEvidence(each, "", today) for each in shows]
    return actions.create(ours.martin, heard=heard, title="", **({"by": ours.priya, "owner": ours.jo} | more))


def test_rules_come_by_number_in_one_statement(inside, today):
    made = add_rule(earns=Earns.CLIENT, pays=Pays.OTHERS, pay=Money(1, "EUR"), begins=today, by=inside.sam)
    with counted() as asked:
        ((number, (pk, rule)),) = rules_here().items()
    assert (len(asked), number, pk) == (1, 1, made.pk)
    assert (rule.earns, rule.pays, rule.pay, rule.begins) == (Earns.CLIENT, Pays.OTHERS, Money(1, "EUR"), today)


def test_a_life_and_what_the_lead_is_called(inside, today):
    lead = lead_of(inside, today)
    lived = lives([lead.pk], today=today)[lead.pk]
    assert (lived.words, lived.life.proven_on, lived.life.hot, lived.life.untrue) == (
        "Halden Insurance", today, True, False,
    )  # fmt: skip
    assert lives([lead_of(inside, today, source="import").pk], today=today) == {}


def test_what_stands(inside, today):
    add_rule(earns=Earns.HOT_LEAD, pays=Pays.ANYBODY, pay=Money(5_000, "GBP"), begins=today, by=inside.sam)
    lead = lead_of(inside, today)
    priya = Earner(inside.priya.pk, colleague=True)
    (one,) = standing_of([lead.pk])[lead.pk]
    assert (one.earner, one.open, one.counts) == (priya, True, True)
    assert next_turn(lead.pk, Earns.HOT_LEAD, priya, [one]) == f"hot_lead:{lead.pk}:m{inside.priya.pk}:2"
    actions_ledger.correct(LedgerLine.objects.get(), words="Twice", by=inside.sam)
    (one,) = standing_of([lead.pk])[lead.pk]
    assert (one.open, one.counts) == (False, True)


def test_who_may_earn_is_asked_without_reading(inside, today):
    made = [
        lead_of(inside, today), lead_of(inside, today, owner=inside.priya), lead_of(inside, today, source="import"),
        lead_of(inside, today, (Shows.INTERVIEWING,)), lead_of(inside, today, HOT[:3]),
        lead_of(inside, today, source="import", heard_from=inside.martin),
    ]  # fmt: skip
    assert [may_earn(lead) for lead in made] == [True, False, False, False, False, True]
