"""Random lives of a lead: the ledger is what the rules say, whatever happens, and no line of it ever changes."""

from __future__ import annotations

import uuid
from contextlib import suppress
from datetime import datetime, timedelta

import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agencies.once import Stale
from rightday.db.row_security import enter
from rightday.kernel import names
from rightday.kernel.money import Money
from rightday.leads import actions
from rightday.leads.actions_take_back import take_back_evidence
from rightday.leads.incentives.actions import settle
from rightday.leads.incentives.actions_ledger import approve, correct, decline, pay
from rightday.leads.incentives.actions_rules import add_rule, change_rule
from rightday.leads.incentives.earnings import lives, standing_of
from rightday.leads.incentives.models import IncentiveRule, LedgerLine, LedgerMark
from rightday.leads.incentives.rules import Earns, Pays
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.rules import Refused
from tests.conftest import cast

BEGINS = datetime(2026, 11, 2, 9, 0)
KNOWN = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)

ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.integers(1, 4)),
        st.tuples(st.just("hear"), st.sampled_from([*KNOWN, Shows.INTERVIEWING, Shows.NOT_INTERVIEWING, Shows.PHONE_WRONG]), st.integers(0, 3)),
        st.tuples(st.just("forget"), st.integers(0, 9)),
        st.tuples(st.just("give"), st.sampled_from(["priya", "jo", "sam"])),
        st.tuples(st.just("end"), st.sampled_from(list(Ending))),
        st.tuples(st.just("reopen")),
        st.tuples(st.just("rule"), st.integers(1, 900)),
        st.tuples(st.sampled_from(["approve", "decline", "pay", "correct"]), st.integers(0, 9)),
    ),
    max_size=16,
)  # fmt: skip


def act(ours, lead: Lead, what: str, *more) -> None:
    """One thing that happens. What cannot be is refused, and changes nothing."""
    today = team.today(ours.sam)
    rows = list(LedgerLine.objects.order_by("number"))
    row = rows[more[0] % len(rows)] if rows and more and isinstance(more[0], int) else None
    if what == "hear":
        actions.add_evidence(lead, heard=HeardEvidence(more[0], "", today - timedelta(days=more[1])), by=ours.sam)
    elif what == "forget":
        kept = list(Evidence.objects.filter(lead=lead).order_by("id"))
        take_back_evidence(lead, evidence=[one.pk for one in kept[more[0] : more[0] + 1]], by=ours.sam)
    elif what == "give":
        actions.edit(lead, seen=lead.version, title=lead.title, owner=getattr(ours, more[0]), by=ours.sam)
    elif what == "end":
        actions.end(lead, kind=more[0], on=today, by=ours.sam)
    elif what == "reopen":
        actions.reopen(lead, by=ours.sam)
    elif what == "rule":
        (now,) = IncentiveRule.objects.filter(earns=Earns.HOT_LEAD.value, ends=None)
        change_rule(now, pays=Pays(now.pays), pay=Money(more[0], "GBP"), begins=today, by=ours.sam)
    elif row is not None and what == "approve":
        approve([row.pk], by=ours.sam)
    elif row is not None and what == "decline":
        decline(row.pk, words="No", by=ours.sam)
    elif row is not None and what == "pay":
        pay([row.pk], words="with salary", by=ours.sam)
    elif row is not None and what == "correct":
        correct(row, words="Not so", by=ours.sam)


def check(ours, lead: Lead, before: dict[int, dict]) -> dict[int, dict]:
    """What must always hold. Returns the lines as they stand."""
    now = {row["id"]: row for row in LedgerLine.objects.values()}
    assert all(now[pk] == row for pk, row in before.items())  # added, never changed, never deleted
    assert sorted(row["number"] for row in now.values()) == [*range(1, len(now) + 1)]
    assert settle(Lead.objects.get(pk=lead.pk), by=ours.sam) == []  # settled twice is settled once
    life, written = lives([lead.pk], today=team.today(ours.sam))[lead.pk].life, standing_of([lead.pk])[lead.pk]
    keys = [(one.earns, one.earner) for one in written if one.counts]
    assert len(set(keys)) == len(keys)  # one line for each lead, kind and earner
    for one in written:
        assert not one.open or life.why_not(one.earns) == ""  # nothing untrue stands
        back = [row for row in now.values() if row["corrects_id"] == one.id]
        assert len(back) <= 1 and all(row["amount"] == -one.amount for row in back)
        rule = IncentiveRule.objects.get(pk=one.rule)
        assert (one.amount, one.currency, one.earns) == (rule.amount, rule.currency, rule.earns)
    standing = sum(one.amount for one in written if one.open)
    declined = set(LedgerMark.objects.filter(kind="declined").values_list("line_id", flat=True))
    assert sum(row["amount"] for row in now.values() if row["id"] not in declined) == standing
    return now


@given(ACTS, st.sampled_from(list(Pays)), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_ledger_is_what_the_rules_say(db, acts, pays, told):
    now = BEGINS
    with time_machine.travel(now, tick=False) as clock:
        ours = cast(f"Lives {uuid.uuid4()}")
        with enter(ours.agency):
            lena = Person.objects.create(given="Lena", family="F", name="Lena F", key=names.person_key("Lena F"))
            today = team.today(ours.sam)
            add_rule(earns=Earns.HOT_LEAD, pays=pays, pay=Money(5_000, "GBP"), begins=today, by=ours.sam)
            add_rule(earns=Earns.CLIENT, pays=pays, pay=Money(25_000, "EUR"), begins=today, by=ours.sam)
            heard = [HeardEvidence(each, "", today) for each in KNOWN]
            made = actions.create(
                ours.martin, heard=heard, title="x", by=ours.priya, owner=ours.jo, heard_from=lena if told else None
            )
            lines = check(ours, made, {})
            for what, *more in acts:
                if what == "wait":
                    now += timedelta(days=more[0])
                    clock.move_to(now, tick=False)
                    continue
                lead = Lead.objects.select_related("person__company", "company", "owner", "outcome").get(pk=made.pk)
                with suppress(Refused, Stale):
                    act(ours, lead, what, *more)
                lines = check(ours, made, lines)
