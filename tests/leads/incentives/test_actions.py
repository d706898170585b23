"""What leads earn: proven, passed on, became a client; taken back when it was not so; once, whoever asks."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.calls import actions as calls
from rightday.calls import actions_undo as calls_undo
from rightday.calls.rules import Result
from rightday.db.row_security import enter
from rightday.intake.capture import actions as actions_capture
from rightday.intake.capture import actions_undo as actions_capture_undo
from rightday.kernel import names
from rightday.kernel.money import Money
from rightday.leads import actions
from rightday.leads.actions_import import take_out, take_out_evidence
from rightday.leads.actions_take_back import take_back_evidence
from rightday.leads.incentives import actions as actions_incentives
from rightday.leads.incentives import actions_ledger
from rightday.leads.incentives.actions_rules import add_rule
from rightday.leads.incentives.models import LedgerLine
from rightday.leads.incentives.rules import Earns, Pays
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people.models import Person
from rightday.team import queries as team
from tests.conftest import Cast, cast
from tests.counting import counted
from tests.threads import together

KNOWN = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)
HOT = (*KNOWN, Shows.INTERVIEWING)
FIFTY, MUCH = Money(5_000, "GBP"), Money(25_000, "GBP")


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 42), tick=False):
        yield


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lena(inside) -> Person:
    return Person.objects.create(
        given="Lena", family="Fischer", name="Lena Fischer", key=names.person_key("Lena Fischer"), title="Data analyst"
    )


@pytest.fixture
def rules(inside, today):
    return both_rules(inside, today)


def both_rules(ours: Cast, today):
    add_rule(earns=Earns.HOT_LEAD, pays=Pays.ANYBODY, pay=FIFTY, begins=today, by=ours.sam)
    add_rule(earns=Earns.CLIENT, pays=Pays.ANYBODY, pay=MUCH, begins=today, by=ours.sam)


def heard(shows, on):
    return [HeardEvidence(each, "Seeing two people", on) for each in shows]


def lead_of(ours: Cast, on, shows=HOT, **more) -> Lead:
    more = {"by": ours.priya, "owner": ours.jo, "title": "two testers"} | more
    return actions.create(ours.martin, heard=heard(shows, on), **more)


def ledger() -> list[tuple[str, str, int]]:
    """(what, who, amount) in order."""
    rows = LedgerLine.objects.order_by("number")
    return [(row.earns, row.earner.name, row.amount) for row in rows]


EARNED = [("hot_lead", "Priya Nair", 5_000)]
BACK = [*EARNED, ("correction", "Priya Nair", -5_000)]


def test_an_agency_without_rules_writes_nothing(inside, today, lena):
    lead = lead_of(inside, today, heard_from=lena)
    assert actions_incentives.settle(lead, by=inside.sam) == []
    with counted() as asked:
        actions_incentives.settle(lead, by=inside.sam)
    assert len(asked) == 1
    with counted() as asked:
        actions_incentives.settle_many([], by=inside.sam)
    assert len(asked) == 0


def test_a_hot_lead_passed_on_earns_for_who_told_us_and_who_heard_it(inside, rules, today, lena):
    lead = lead_of(inside, today, heard_from=lena)
    assert ledger() == [("hot_lead", "Lena Fischer", 5_000), ("hot_lead", "Priya Nair", 5_000)]
    first = LedgerLine.objects.order_by("number")[0]
    assert (first.number, first.day, first.lead, first.words) == (1, today, lead.pk, "Halden Insurance, two testers")
    assert (first.rule.number, first.currency, first.made_by) == (1, "GBP", inside.priya)


def test_twice_is_once(inside, rules, today, lena):
    lead = lead_of(inside, today, heard_from=lena)
    before = ledger()
    assert actions_incentives.settle(lead, by=inside.sam) == []
    actions.add_evidence(lead, heard=heard([Shows.INTERVIEWING], today)[0], by=inside.jo)
    assert ledger() == before


def test_a_lead_that_its_hearer_works_is_not_passed_on_until_somebody_else_has_it(inside, rules, today):
    lead = lead_of(inside, today, owner=inside.priya)
    assert ledger() == []
    actions.edit(lead, seen=lead.version, title="two testers", owner=inside.jo, by=inside.priya)
    assert ledger() == EARNED
    actions.edit(lead, seen=lead.version, title="two testers", owner=inside.priya, by=inside.priya)
    assert ledger() == EARNED


def test_a_lead_kept_until_it_is_cold_is_no_hot_one_when_it_is_given_on(inside, rules, today, lena):
    lead = lead_of(inside, today, owner=inside.priya, heard_from=lena)
    assert ledger() == [("hot_lead", "Lena Fischer", 5_000)]
    with time_machine.travel(datetime(2026, 12, 1, 9, 0), tick=False):
        actions.edit(lead, seen=lead.version, title="two testers", owner=inside.jo, by=inside.priya)
        assert len(ledger()) == 1
        actions.add_evidence(lead, heard=heard([Shows.INTERVIEWING], team.today(inside.sam))[0], by=inside.jo)
        assert ledger()[1:] == EARNED


def test_a_warm_lead_earns_on_the_day_it_is_proven_hot(inside, rules, today):
    lead = lead_of(inside, today, (*KNOWN, Shows.CONTRACTORS))
    assert ledger() == []
    actions.add_evidence(lead, heard=heard([Shows.INTERVIEWING], today - timedelta(days=1)), by=inside.jo)
    assert ledger() == EARNED


def test_a_fact_earns_when_the_identity_completes_it(inside, rules, today):
    lead = lead_of(inside, today, (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.INTERVIEWING))
    assert ledger() == []
    actions.phone_tested(inside.martin, on=today, by=inside.jo)
    assert ledger() == EARNED
    assert LedgerLine.objects.get().lead == lead.pk


def test_what_was_hot_before_the_rule_earns_nothing(inside, today):
    lead = lead_of(inside, today)
    with time_machine.travel(datetime(2026, 11, 25, 9, 0), tick=False):
        add_rule(earns=Earns.HOT_LEAD, pays=Pays.ANYBODY, pay=FIFTY, begins=team.today(inside.sam), by=inside.sam)
        actions.add_evidence(lead, heard=heard([Shows.INTERVIEWING], team.today(inside.sam)), by=inside.jo)
        assert ledger() == []


def test_the_manager_earns_nothing_by_their_own_need(inside, rules, today):
    lead_of(inside, today, heard_from=inside.martin, by=inside.jo)
    assert ledger() == []


def test_rules_pay_whom_they_name(inside, today, lena):
    add_rule(earns=Earns.HOT_LEAD, pays=Pays.OTHERS, pay=Money(2_000, "EUR"), begins=today, by=inside.sam)
    lead_of(inside, today, heard_from=lena)
    assert ledger() == [("hot_lead", "Lena Fischer", 2_000)]


def test_a_client_earns_more(inside, rules, today, lena):
    lead = lead_of(inside, today, (*KNOWN, Shows.CONTRACTORS), heard_from=lena)
    actions.end(lead, kind=Ending.FILLED_BY_US, on=today, by=inside.jo)
    assert ledger() == [("client", "Lena Fischer", 25_000), ("client", "Priya Nair", 25_000)]


def test_a_client_that_was_none_is_taken_back_and_may_be_won_again(inside, rules, today):
    lead = lead_of(inside, today)
    actions.end(lead, kind=Ending.FILLED_BY_US, on=today, by=inside.jo)
    won = [*EARNED, ("client", "Priya Nair", 25_000)]
    assert ledger() == won
    actions.reopen(lead, by=inside.jo)
    assert ledger() == [*won, ("correction", "Priya Nair", -25_000)]
    actions.end(lead, kind=Ending.FILLED_BY_US, on=today, by=inside.jo)
    assert ledger() == [*won, ("correction", "Priya Nair", -25_000), ("client", "Priya Nair", 25_000)]


def test_denied_for_the_same_day_is_taken_back_for_a_later_one_not(inside, rules, today):
    told = today - timedelta(days=2)
    lead = lead_of(inside, told)
    assert ledger() == EARNED
    actions.add_evidence(lead, heard=heard([Shows.NOT_INTERVIEWING], today), by=inside.jo)
    assert ledger() == EARNED
    actions.add_evidence(lead, heard=heard([Shows.NOT_INTERVIEWING], told), by=inside.jo)
    assert ledger() == BACK
    back = LedgerLine.objects.order_by("number").last()
    assert (back.corrects.number, back.words) == (1, "It was not so: nothing proves it any more")
    assert actions_incentives.settle(lead, by=inside.jo) == []


def test_what_proves_true_after_all_is_earned_again(inside, rules, today):
    lead = lead_of(inside, today - timedelta(days=1))
    actions.add_evidence(lead, heard=heard([Shows.NOT_INTERVIEWING], today - timedelta(days=1)), by=inside.jo)
    actions.add_evidence(lead, heard=heard([Shows.INTERVIEWING], today), by=inside.jo)
    assert ledger() == [*BACK, *EARNED]


def test_a_shorter_hold_takes_nothing_away(inside, rules, today):
    lead = lead_of(inside, today - timedelta(days=4))
    assert ledger() == EARNED
    inside.agency.settings = {"grades": {"hot": 1}}
    inside.agency.save(update_fields=["settings"])
    assert actions_incentives.settle(lead, by=inside.sam) == []


def test_not_recruiting_after_all_is_taken_back_other_ends_are_not(inside, rules, today):
    lead = lead_of(inside, today)
    actions.end(lead, kind=Ending.CANCELLED, on=today, by=inside.jo)
    assert ledger() == EARNED
    actions.reopen(lead, by=inside.jo)
    actions.end(lead, kind=Ending.NOT_RECRUITING, on=today, by=inside.jo)
    assert ledger() == BACK
    actions.reopen(lead, by=inside.jo)
    assert ledger() == [*BACK, *EARNED]


def test_it_is_taken_back_after_payment_too(inside, rules, today):
    lead = lead_of(inside, today)
    line = LedgerLine.objects.get()
    actions_ledger.approve([line.pk], by=inside.sam)
    actions_ledger.pay([line.pk], words="with salary", by=inside.sam)
    actions.end(lead, kind=Ending.NOT_RECRUITING, on=today, by=inside.jo)
    states = LedgerLine.objects.with_state().order_by("number").values_list("amount", "state")
    assert list(states) == [(5_000, "paid"), (-5_000, "to_pay")]


def test_what_was_declined_or_taken_back_by_hand_is_not_written_again(inside, rules, today, lena):
    lead = lead_of(inside, today, heard_from=lena)
    first, second = LedgerLine.objects.order_by("number")
    actions_ledger.decline(first.pk, words="She is his wife", by=inside.sam)
    actions_ledger.correct(second, words="Counted twice", by=inside.sam)
    before = ledger()
    actions.end(lead, kind=Ending.NOT_RECRUITING, on=today, by=inside.jo)
    actions.reopen(lead, by=inside.jo)
    assert ledger() == before


def test_evidence_taken_back_takes_the_line_back(inside, rules, today):
    lead = lead_of(inside, today, KNOWN)
    actions.add_evidence(lead, heard=heard([Shows.INTERVIEWING], today), by=inside.jo)
    (fact,) = Evidence.objects.filter(shows=Shows.INTERVIEWING.value)
    take_back_evidence(lead, evidence=[fact.pk], by=inside.jo)
    assert ledger() == BACK


def test_a_call_undone_takes_the_line_back(inside, rules, today):
    lead = lead_of(inside, today, (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.INTERVIEWING))
    logged = calls.log_result(lead.next_step_id, result=Result.PROGRESSED, number=inside.number, by=inside.jo)
    assert ledger() == EARNED
    calls_undo.undo(logged.call.pk, by=inside.jo)
    assert ledger() == BACK


def test_a_capture_undone_takes_the_line_back_and_the_ledger_keeps_both(inside, rules, today, lena):
    inside.number.state, inside.number.reached_on = "reached", today
    inside.number.save()
    inside.martin.name_confirmed_on = today
    inside.martin.save()
    before = lead_of(inside, today, (Shows.COMPANY_CONFIRMED,), by=inside.jo)  # right on the next lead too
    actions.end(before, kind=Ending.CANCELLED, on=today, by=inside.jo)
    saved = actions_capture.save(
        "Lena Fischer says Martin Ahlqvist at Halden Insurance is interviewing two testers this week", by=inside.priya
    )
    assert ("hot_lead", "Lena Fischer", 5_000) in ledger()
    actions_capture_undo.undo(saved.captured, by=inside.priya)
    assert sum(amount for _, _, amount in ledger()) == 0
    assert Lead.objects.count() == 1


def test_a_lead_taken_out_is_taken_back_and_its_line_says_what_it_was_for(inside, rules, today):
    lead = lead_of(inside, today)
    take_out([lead.pk], by=inside.sam)
    assert (ledger(), Lead.objects.count()) == (BACK, 0)
    assert LedgerLine.objects.order_by("number")[0].words == "Halden Insurance, two testers"
    assert actions_incentives.take_back_all([], by=inside.sam) == []


def test_an_import_earns_nothing_for_who_brought_it_in(inside, rules, today, lena):
    lead_of(inside, today, source="import")
    assert ledger() == []
    lead_of(inside, today, source="import", heard_from=lena)
    assert ledger() == [("hot_lead", "Lena Fischer", 5_000)]


def test_evidence_of_an_import_earns_and_is_taken_back_with_it(inside, rules, today):
    lead = lead_of(inside, today, KNOWN)
    (ids,) = actions.add_evidence_to_many([(lead, heard([Shows.INTERVIEWING], today))], by=inside.sam)
    assert ledger() == EARNED
    take_out_evidence(ids, by=inside.sam)
    assert ledger() == BACK


def test_a_hundred_new_leads_take_no_more_statements_than_ten(inside, rules, today, lena):
    def make(n):
        new = [
            actions.NewLead(inside.martin, heard(HOT, today), title=str(i), heard_from=lena, owner=inside.jo)
            for i in range(n)
        ]
        with agencies.at_hand(inside.agency), counted() as asked:
            actions.create_many(new, by=inside.priya, index=False)
        return len(asked)

    make(30)  # what is read once is read
    assert make(60) == make(30)
    assert LedgerLine.objects.count() == 240


def test_others_writing_without_end_is_said(inside, today):
    def make():
        return [LedgerLine(day=today, earns="by_hand", amount=1, currency="GBP", member=inside.jo, once="x")]

    assert len(actions_incentives.write(make, by=inside.sam)) == 1
    with pytest.raises(Stale):
        actions_incentives.write(make, by=inside.sam)


def test_eight_at_once_earn_once_and_number_without_a_gap(at_once):
    ours = cast("Ours")
    with enter(ours.agency):
        lead = lead_of(ours, team.today(ours.sam), owner=ours.priya)
        both_rules(ours, team.today(ours.sam))
        Lead.objects.filter(pk=lead.pk).update(owner=ours.jo)

    def settle(i):
        with enter(ours.agency):
            if i % 2:
                return actions_ledger.add_line(ours.jo, pay=FIFTY, words="For the talk", by=ours.sam).number
            return len(actions_incentives.settle(lead, by=ours.sam))

    results = together(8, settle)
    assert not [one for one in results if isinstance(one, Exception)], results
    with enter(ours.agency):
        assert [one for one in ledger() if one[0] == "hot_lead"] == EARNED
        assert list(LedgerLine.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5]
