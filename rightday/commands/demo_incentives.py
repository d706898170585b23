"""Incentives of the sample agency: two rules, and a ledger in which each state can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rightday.team.models import Member


def fill(sam: Member) -> None:
    """Adds rules and lines through the real actions, dated today: nothing is counted backwards."""
    from rightday.kernel.money import Money
    from rightday.leads.incentives import actions_ledger as ledger
    from rightday.leads.incentives.actions_rules import add_rule
    from rightday.leads.incentives.rules import Earns, Pays
    from rightday.people.models import Person
    from rightday.team import queries as team
    from rightday.team.models import Member

    hot, client, today = Money(50_00, "GBP"), Money(250_00, "GBP"), team.today(sam)
    add_rule(earns=Earns.HOT_LEAD, pays=Pays.ANYBODY, pay=hot, begins=today, by=sam)
    add_rule(earns=Earns.CLIENT, pays=Pays.ANYBODY, pay=client, begins=today, by=sam)
    priya, colin = Member.objects.get(name="Priya Nair"), Person.objects.get(name="Colin Frey")
    first = ledger.add_line(priya, pay=hot, words="Orbital Payments, two SREs, before the rules", by=sam)
    twice = ledger.add_line(priya, pay=hot, words="Orbital Payments, two SREs", by=sam)
    won = ledger.add_line(priya, pay=client, words="Greyfriars Trust became a client", by=sam)
    ledger.add_line(colin, pay=hot, words="Told us who hires at Halden", by=sam)
    ledger.approve([first.pk, twice.pk, won.pk], by=sam)
    ledger.pay([first.pk], words="with salary", by=sam)
    ledger.correct(twice, words=f"Orbital was counted twice, see line {first.number}", by=sam)
