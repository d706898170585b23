"""What is paid for what: a rule is added, or changed from a day on. What it has paid for stays as it is."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rightday.agencies.once import Stale
from rightday.kernel.money import Money
from rightday.kernel.when import say_day
from rightday.leads.incentives import rules as incentives
from rightday.leads.incentives.actions_ledger import MOST
from rightday.leads.incentives.earnings import rule_of
from rightday.leads.incentives.models import IncentiveRule
from rightday.leads.incentives.rules import Earns, Pays
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def add_rule(*, earns: Earns, pays: Pays, pay: Money, begins: date, by: Member, words: str = "") -> IncentiveRule:
    """A rule from a day on. Raises Refused for a day gone by, and where another rule pays the same people for the same.

    What happened before that day earns nothing by it.
    """
    by.must(Permission.INCENTIVES)
    _must_fit(earns, pays, pay, begins, by)
    return _write(earns=earns, pays=pays, pay=pay, begins=begins, by=by, words=words)


@transaction.atomic
def change_rule(
    rule: IncentiveRule, *, pays: Pays, pay: Money, begins: date, by: Member, words: str = ""
) -> IncentiveRule:
    """Another amount or other people from a day on: a new row, and the old one's last day is the day before.

    Raises Stale when it was changed meanwhile, Refused as `add_rule`.
    """
    by.must(Permission.INCENTIVES)
    _end(rule, begins - timedelta(days=1), by)
    _must_fit(Earns(rule.earns), pays, pay, begins, by)
    return _write(earns=Earns(rule.earns), pays=pays, pay=pay, begins=begins, by=by, words=words)


@transaction.atomic
def end_rule(rule: IncentiveRule, *, on: date, by: Member) -> IncentiveRule:
    """The rule's last day, today or later. Raises Stale when it was changed or ended meanwhile."""
    by.must(Permission.INCENTIVES)
    _end(rule, on, by)
    timeline.record("incentive.rule_ended", by=by, number=rule.number, on=on.isoformat())
    return rule


def _end(rule: IncentiveRule, on: date, by: Member) -> None:
    """The one column of a rule that is ever written again, and once."""
    today = team.today(by)
    if on < today - timedelta(days=1):
        raise Refused(_("A day gone by cannot be changed: what was earned then stays."))
    if not IncentiveRule.objects.filter(pk=rule.pk, ends=None).update(ends=on):
        raise Stale(_("Rule %(number)s was changed meanwhile. Look at it again.") % {"number": rule.number})
    rule.ends = on


def _must_fit(earns: Earns, pays: Pays, pay: Money, begins: date, by: Member) -> None:
    if begins < team.today(by):
        raise Refused(_("A rule begins today or later: what happened before it earns nothing by it."))
    if not 0 < pay.minor <= MOST:
        raise Refused(_("An amount is more than nothing, and less than a hundred million."))
    if earns not in incentives.SETTLED:
        raise Refused(_("A rule pays for a hot lead, or for a lead that became a client."))
    others = [rule_of(row) for row in IncentiveRule.objects.filter(earns=earns.value)]
    other = incentives.clashes(others, earns, pays, begins)
    if other is not None:
        raise Refused(
            _("Rule %(number)s pays the same people for that already. Change that one, from a day on.")
            % {"number": other.number}
        )


def _write(*, earns: Earns, pays: Pays, pay: Money, begins: date, by: Member, words: str) -> IncentiveRule:
    last = IncentiveRule.objects.aggregate(last=Max("number"))["last"] or 0
    try:
        with transaction.atomic():
            made: IncentiveRule = IncentiveRule.objects.create(
                number=last + 1, earns=earns.value, pays=pays.value, amount=pay.minor, currency=pay.currency,
                begins=begins, words=" ".join(words.split())[:300], made_by=by,
            )  # fmt: skip
    except IntegrityError as problem:
        raise Stale(_("Somebody else has added a rule at this moment. Look at the rules again.")) from problem
    timeline.record("incentive.rule_added", by=by, number=made.number, day=say_day(begins, team.today(by)))
    return made
