"""What a lead earns is written into the ledger by itself, and taken back by a line of its own when it was not so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Max

from rightday.agencies.once import Stale
from rightday.leads.incentives import rules as incentives
from rightday.leads.incentives.earnings import Lived, Standing, lives, next_turn, rules_here, standing_of
from rightday.leads.incentives.models import LedgerLine
from rightday.leads.incentives.rules import Earns, Rule
from rightday.leads.models import Lead
from rightday.team import queries as team
from rightday.team.models import Member

TRIES: Final = 25
"""How often a number is asked for anew while others write; each time one of them is done."""


@transaction.atomic
def settle(lead: Lead, *, by: Member) -> list[LedgerLine]:
    """`settle_many` for one lead."""
    return settle_many([lead.pk], by=by)


@transaction.atomic
def settle_many(leads: Sequence[int], *, by: Member) -> list[LedgerLine]:
    """Adds the lines that leads have earned by the agency's rules, and takes back what proved untrue. Twice is once.

    Called after whatever may prove or disprove a lead; who does that needs no right to the ledger. An agency
    without rules pays one small statement. Not on the timeline: the ledger says itself what, when, by whom.
    """
    if not leads:
        return []
    rules = rules_here()
    if not rules:
        return []
    today = team.today(by)

    def make() -> list[LedgerLine]:
        found, written = lives(leads, today=today), standing_of(leads)
        rows = []
        for pk, lived in found.items():
            rows += _corrections(written[pk], lived, by=by, today=today)
            rows += _earned(pk, lived, written[pk], rules, by=by, today=today)
        return rows

    return write(make, by=by)


@transaction.atomic
def take_back_all(leads: Sequence[int], *, by: Member) -> list[LedgerLine]:
    """Takes back whatever leads have earned, before they are taken out as if they had never come."""
    words = "The lead was taken out again"
    today = team.today(by)

    def make() -> list[LedgerLine]:
        standing = (one for lines in standing_of(leads).values() for one in lines if one.open)
        return [_back(one, words, by=by, today=today) for one in standing]

    return write(make, by=by) if leads else []


@transaction.atomic
def write(make: Callable[[], list[LedgerLine]], *, by: Member) -> list[LedgerLine]:
    """Writes the lines that `make` gives, with the next numbers. `make` is asked again when somebody was first.

    Raises Stale when others write without end.
    """
    for _ in range(TRIES):
        rows = make()
        if not rows:
            return []
        last = LedgerLine.objects.aggregate(last=Max("number"))["last"] or 0
        for number, row in enumerate(rows, last + 1):
            row.number, row.pk = number, None
        try:
            with transaction.atomic():
                made: list[LedgerLine] = LedgerLine.objects.bulk_create(rows)
                return made
        except IntegrityError:  # another has that number, or has settled the same
            continue
    raise Stale("Others are writing in the ledger at this moment. Try again.", by.name)


def _corrections(written: list[Standing], lived: Lived, *, by: Member, today: date) -> list[LedgerLine]:
    return [
        _back(one, why, by=by, today=today) for one in written if one.open and (why := lived.life.why_not(one.earns))
    ]


def _earned(
    lead: int, lived: Lived, written: list[Standing], rules: dict[int, tuple[int, Rule]], *, by: Member, today: date
) -> list[LedgerLine]:
    """Lines that are due; one that is taken back in the same breath is not, so it cannot be due again."""
    standing = [(one.earns, one.earner) for one in written if one.counts]
    made = []
    for due in incentives.due(lived.life, [rule for _, rule in rules.values()], standing):
        earner = due.earner
        made.append(
            LedgerLine(
                day=today, lead=lead, rule_id=rules[due.rule.number][0], earns=due.earns.value, words=lived.words,
                member_id=earner.id if earner.colleague else None, person_id=None if earner.colleague else earner.id,
                amount=due.rule.pay.minor, currency=due.rule.pay.currency, made_by=by,
                once=next_turn(lead, due.earns, earner, written),
            )
        )  # fmt: skip
    return made


def _back(line: Standing, why: str, *, by: Member, today: date) -> LedgerLine:
    earner = line.earner
    return LedgerLine(
        day=today, lead=line.lead, rule_id=line.rule, earns=Earns.CORRECTION.value, words=why, corrects_id=line.id,
        member_id=earner.id if earner.colleague else None, person_id=None if earner.colleague else earner.id,
        amount=-line.amount, currency=line.currency, once=f"back:{line.once}", made_by=by,
    )  # fmt: skip
