"""What earns, whom a rule pays, where a line stands: plain rules, tried at random too."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.money import Money
from rightday.leads.demand import Ending, Shows
from rightday.leads.grades import Holds, Piece
from rightday.leads.incentives.rules import (
    EARNS_WORDS,
    MARK_WORDS,
    PAYS_WORDS,
    STATE_WORDS,
    Due,
    Earner,
    Earns,
    Life,
    Mark,
    Pays,
    Rule,
    State,
    clashes,
    due,
    never_hot,
    pays_to,
    proven_on,
    rule_on,
    state_of,
    total,
)

DAY = date(2026, 11, 24)
KNOWN = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)
PRIYA, LENA = Earner(7, colleague=True), Earner(9, colleague=False)


def on(offset: int) -> date:
    return DAY + timedelta(days=offset)


def pieces(shows, true=0, recorded=0):
    return [Piece(each, on(true), on(recorded)) for each in shows]


def rule(number=1, earns=Earns.HOT_LEAD, pays=Pays.ANYBODY, begins=0, ends=None, minor=5_000) -> Rule:
    return Rule(number, earns, pays, Money(minor, "GBP"), on(begins), None if ends is None else on(ends))


def life(**more) -> Life:
    return Life(**({"person": 1, "owner": 8, "heard_by": 7, "heard_from": 9, "proven_on": DAY, "hot": True} | more))


def test_everything_has_words() -> None:
    assert (set(EARNS_WORDS), set(PAYS_WORDS), set(MARK_WORDS)) == (set(Earns), set(Pays), set(Mark))
    assert set(STATE_WORDS) == set(State)


@pytest.mark.parametrize(
    ("marks", "taken_back", "root", "state"),
    [
        ((), False, None, State.TO_APPROVE),
        ((), True, None, State.CLOSED),
        ((Mark.DECLINED,), False, None, State.DECLINED),
        ((Mark.APPROVED,), False, None, State.TO_PAY),
        ((Mark.APPROVED,), True, None, State.TO_PAY),
        ((Mark.APPROVED, Mark.PAID), True, None, State.PAID),
        ((), False, (), State.CLOSED),
        ((), False, (Mark.DECLINED,), State.DECLINED),
        ((), False, (Mark.APPROVED,), State.TO_PAY),
        ((), False, (Mark.APPROVED, Mark.PAID), State.TO_PAY),
        ((Mark.PAID,), False, (Mark.APPROVED, Mark.PAID), State.PAID),
    ],
)
def test_a_line_stands_where_its_marks_put_it_and_a_correction_where_its_line_stands(marks, taken_back, root, state):
    assert state_of(marks, taken_back=taken_back, root=root) is state


def test_a_rule_holds_from_its_first_to_its_last_day() -> None:
    one = rule(begins=0, ends=2)
    assert [one.holds(on(offset)) for offset in (-1, 0, 2, 3)] == [False, True, True, False]
    assert (one.is_over(), rule(begins=0, ends=-1).is_over(), rule().is_over()) == (False, True, False)
    assert rule().holds(on(10_000))


@pytest.mark.parametrize(("pays", "paid"), [(Pays.ANYBODY, (1, 1)), (Pays.COLLEAGUES, (1, 0)), (Pays.OTHERS, (0, 1))])
def test_whom_a_rule_pays(pays, paid) -> None:
    assert (pays_to(pays, colleague=True), pays_to(pays, colleague=False)) == paid


def test_the_rule_of_a_day() -> None:
    rules = [rule(1, ends=4), rule(2, begins=5), rule(3, earns=Earns.CLIENT, pays=Pays.OTHERS)]
    assert rule_on(rules, Earns.HOT_LEAD, colleague=True, on=on(4)).number == 1
    assert rule_on(rules, Earns.HOT_LEAD, colleague=True, on=on(5)).number == 2
    assert rule_on(rules, Earns.HOT_LEAD, colleague=True, on=on(-1)) is None
    assert rule_on(rules, Earns.CLIENT, colleague=True, on=on(5)) is None


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        (rule(), True),
        (rule(pays=Pays.COLLEAGUES), True),
        (rule(pays=Pays.OTHERS), False),
        (rule(earns=Earns.CLIENT), False),
        (rule(ends=2), False),
        (rule(ends=3), True),
        (rule(begins=9, ends=8), False),
    ],
)
def test_two_rules_do_not_pay_the_same_people_for_the_same(other, clash) -> None:
    assert (clashes([other], Earns.HOT_LEAD, Pays.COLLEAGUES, on(3)) is not None) is clash
    assert clashes([rule(pays=Pays.OTHERS)], Earns.HOT_LEAD, Pays.ANYBODY, on(3)) is not None


def test_a_lead_is_proven_on_the_day_its_last_piece_was_recorded() -> None:
    fact = pieces([Shows.INTERVIEWING], -2, -2)
    assert proven_on([*fact, *pieces(KNOWN, -9, 0)]) == DAY
    assert proven_on([*fact, *pieces(KNOWN, -9, -9)]) == on(-2)
    assert proven_on(fact) is None
    assert proven_on([*fact, *pieces(KNOWN, -9, 4)]) is None  # it was cold by then
    assert proven_on([*fact, *pieces(KNOWN, -9, 4)], Holds(hot=6)) == on(4)


def test_denied_for_the_same_day_it_never_was_for_a_later_day_it_was() -> None:
    hot = [*pieces(KNOWN, -9, -9), *pieces([Shows.INTERVIEWING], -2, -2)]
    same, later = pieces([Shows.NOT_INTERVIEWING], -2, 0), pieces([Shows.NOT_INTERVIEWING], 0, 0)
    assert (proven_on([*hot, *same]), never_hot([*hot, *same])) == (None, True)
    assert (proven_on([*hot, *later]), never_hot([*hot, *later])) == (on(-2), False)
    again = pieces([Shows.INTERVIEWING], 0, 0)
    assert (proven_on([*hot, *same, *again]), never_hot([*hot, *same, *again])) == (DAY, False)


def test_who_earns() -> None:
    assert life().earners() == (LENA, PRIYA)
    assert life(heard_from=None, heard_by=None).earners() == ()
    assert life(heard_from=1).earners() == (PRIYA,)  # the manager, about their own need
    assert life(imported=True).earners() == (LENA,)
    assert [life().passed_on(one) for one in (LENA, PRIYA)] == [True, True]
    assert [life(owner=7).passed_on(one) for one in (LENA, PRIYA)] == [True, False]
    assert (LENA.sign, PRIYA.sign) == ("p9", "m7")


def test_what_is_due() -> None:
    rules = [rule(1), rule(2, earns=Earns.CLIENT, pays=Pays.OTHERS, minor=25_000)]
    assert due(life(), rules, []) == [Due(LENA, Earns.HOT_LEAD, rules[0]), Due(PRIYA, Earns.HOT_LEAD, rules[0])]
    assert due(life(), rules, [(Earns.HOT_LEAD, LENA), (Earns.HOT_LEAD, PRIYA)]) == []
    assert due(life(owner=7, heard_from=None), rules, []) == []
    assert due(life(proven_on=on(-1)), rules, []) == []
    assert due(life(hot=False), rules, []) == [Due(LENA, Earns.HOT_LEAD, rules[0])]
    won = life(proven_on=None, ended=Ending.FILLED_BY_US, ended_on=DAY)
    assert due(won, rules, []) == [Due(LENA, Earns.CLIENT, rules[1])]
    assert due(life(ended=Ending.NOT_RECRUITING, ended_on=DAY), rules, []) == []


def test_why_it_is_taken_back() -> None:
    assert (life().why_not(Earns.HOT_LEAD), life(ended=Ending.FILLED_BY_US).why_not(Earns.CLIENT)) == ("", "")
    assert life().why_not(Earns.CLIENT) == "It is not filled by us after all"
    assert life(untrue=True).why_not(Earns.HOT_LEAD) == "It was not so: nothing proves it any more"
    assert life(ended=Ending.NOT_RECRUITING).why_not(Earns.HOT_LEAD) == "They were not recruiting after all"
    assert life(ended=Ending.CANCELLED).why_not(Earns.HOT_LEAD) == ""


amounts = st.builds(Money, st.integers(-(10**9), 10**9), st.sampled_from(["GBP", "EUR", "USD"]))


@given(st.lists(amounts, max_size=30))
def test_currencies_never_meet_in_a_sum(some) -> None:
    sums = total(some)
    assert len({one.currency for one in sums}) == len(sums)
    for currency in ("GBP", "EUR", "USD"):
        minor = sum(one.minor for one in some if one.currency == currency)
        assert [one.minor for one in sums if one.currency == currency] == ([minor] if minor else [])


heard = st.builds(
    Piece, st.sampled_from([*KNOWN, Shows.INTERVIEWING, Shows.NOT_INTERVIEWING, Shows.PHONE_WRONG]),
    st.integers(-6, 0).map(on), st.integers(-6, 0).map(on),
)  # fmt: skip


@given(st.lists(heard, max_size=12))
def test_what_was_proven_was_never_untrue_and_saying_it_twice_changes_nothing(some) -> None:
    day = proven_on(some)
    assert day is None or not never_hot(some)
    assert (proven_on([*some, *some]), never_hot([*some, *some])) == (day, never_hot(some))


@given(
    st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.sampled_from([None, *Ending]),
    st.sampled_from([None, *(on(offset) for offset in range(-3, 4))]), st.integers(7, 8),
)  # fmt: skip
def test_each_earner_earns_each_kind_once_whatever_happened(
    told, heard_it, imported, hot, untrue, ended, proven, owner
):
    one = Life(
        1,
        owner,
        7 if heard_it else None,
        9 if told else None,
        imported,
        proven,
        hot,
        untrue,
        ended,
        DAY if ended else None,
    )
    rules = [rule(1, ends=1), rule(2, begins=2), rule(3, earns=Earns.CLIENT)]
    found = due(one, rules, [])
    keys = [(each.earns, each.earner) for each in found]
    assert len(set(keys)) == len(keys) <= 4
    assert due(one, rules, keys) == []
    assert all(each.rule.holds(one.day(each.earns)) for each in found)
