"""The order of Today: the score is the formula, on any day (FIELD_GUIDE 7)."""

from __future__ import annotations

from datetime import date, timedelta
from math import isclose, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agenda.rules import (
    ACHIEVEMENT_SAID,
    ACHIEVEMENT_WORDS,
    DEFAULT,
    KIND_WORDS,
    LIVE_KINDS,
    REASON_WORDS,
    Achievement,
    DoNotCall,
    Kind,
    Numbers,
    Place,
    Reason,
    chance,
    log_score,
    notes,
    place_on,
    score,
    sort_key,
    standing,
)

DAY = date(2026, 11, 24)
near = st.dates(DAY - timedelta(days=400), DAY + timedelta(days=400))
any_day = st.dates()
counts = st.integers(0, 300)
maybe = st.sampled_from((None, True, False))
facts = st.fixed_dictionaries(
    {
        "reason": st.sampled_from(Reason),
        "fact_on": near,
        "due": near,
        "agreed": st.booleans(),
        "dials": counts,
        "talks": counts,
        "introduced": st.booleans(),
        "works_with_agencies": maybe,
        "holds_until": st.one_of(st.none(), near),
        "then": st.one_of(st.none(), st.sampled_from(Reason)),
        "weight": st.sampled_from((1.0, 1.2, 1.8, 2.0, 5.0)),
    }
)


def formula(facts: dict, on: date, numbers: Numbers = DEFAULT) -> float:
    """Worth, halved every H days since the fact, × chance × notes: written out, without logarithms."""
    held = facts["holds_until"] is None or on <= facts["holds_until"] or facts["then"] is None
    worth, half_life = numbers.worth[facts["reason"] if held else facts["then"]]
    value = worth * 0.5 ** ((on - facts["fact_on"]).days / half_life) if half_life else worth
    agreed = facts["agreed"] and on <= facts["due"] + timedelta(days=numbers.agreed_days)
    value *= numbers.agreed_chance if agreed else (facts["talks"] + 1.2) / (facts["dials"] + 8)
    value *= (1.5 if facts["introduced"] else 1) * facts["weight"]
    return value * {None: 1, True: 1.3, False: 0.3}[facts["works_with_agencies"]]


@given(facts, near)
def test_the_score_is_the_formula_on_any_day(facts, on):
    assert isclose(score(standing(**facts), on), formula(facts, on), rel_tol=1e-6)


@given(facts, facts, near)
def test_a_higher_score_comes_first_at_the_same_place(one, other, on):
    first, second = standing(**one), standing(**other)
    if place_on(first, on) is place_on(second, on) and log_score(first, on) > log_score(second, on):
        assert sort_key(first, on, 2) < sort_key(second, on, 1)


@given(facts, near)
def test_what_cannot_wait_comes_before_any_score(facts, on):
    urgent, ordinary = (
        standing(**facts),
        standing(**facts | {"agreed": False, "holds_until": None, "reason": Reason.COLD}),
    )
    if place_on(urgent, on) is Place.URGENT:
        assert sort_key(urgent, on, 2) < sort_key(ordinary, on, 1)


def made(**changed):
    facts = {
        "reason": Reason.HOT, "fact_on": DAY, "due": DAY, "agreed": False, "dials": 0, "talks": 0,
        "introduced": False, "works_with_agencies": None,
    }  # fmt: skip
    return standing(**facts | changed)


def urgent_days(step, around=12):
    days = [DAY + timedelta(days=n) for n in range(-around, around + 1)]
    return [(day - DAY).days for day in days if place_on(step, day) is Place.URGENT]


def test_hot_cannot_wait_in_its_last_two_days():
    assert urgent_days(made(holds_until=DAY + timedelta(days=5))) == [4, 5]


def test_a_fall_through_cannot_wait_for_seven_days():
    assert urgent_days(made(reason=Reason.FALL_THROUGH)) == list(range(8))


def test_an_agreed_day_and_the_three_after_it_cannot_wait():
    assert urgent_days(made(reason=Reason.COLD, agreed=True)) == [0, 1, 2, 3]


def test_between_two_such_times_it_does_not_get_less_urgent():
    assert urgent_days(made(agreed=True, holds_until=DAY + timedelta(days=8))) == list(range(9))


def test_a_weekly_check_in_has_its_own_place():
    check_in = made(reason=Reason.CHECK_IN, agreed=True)
    assert place_on(check_in, DAY) is Place.CHECK_IN
    assert place_on(made(reason=Reason.CHECK_IN), DAY) is Place.ORDINARY
    assert sort_key(made(agreed=True), DAY, 9) < sort_key(check_in, DAY, 1) < sort_key(made(), DAY, 1)


def test_what_is_asked_of_others_has_its_place_off_the_sheet():
    step = made(reason=Reason.CHECK_IN, agreed=True, off_sheet=True)
    assert place_on(step, DAY) is Place.OFF_SHEET
    assert sort_key(step, DAY, 1) > sort_key(made(reason=Reason.CHECK_IN), DAY, 2)


DESK = {Reason.LIVE_ORDER, Reason.COMMITMENT, Reason.MPC, Reason.REFERENCE, Reason.CANDIDATE}


def test_the_table_of_worths():
    worths = {reason.value: DEFAULT.worth[reason] for reason in Reason if reason not in DESK}
    assert worths == {
        "fall_through": (5, 7), "advert": (2.3, 10), "hot": (1.6, 10), "decision": (1.4, 30), "plan": (1.2, 30),
        "client": (1, 0), "warm": (0.4, 90), "rumour": (0.4, 20), "ran_out": (0.4, 20), "cold": (0.3, 0),
        "name_only": (0.15, 0), "check_in": (0.1, 0),
    }  # fmt: skip


def test_the_worths_of_the_desk_keep_to_those_of_leads():
    worth = {reason: DEFAULT.worth[reason][0] for reason in Reason}
    assert worth[Reason.FALL_THROUGH] > worth[Reason.LIVE_ORDER] > worth[Reason.ADVERT]
    assert worth[Reason.COMMITMENT] == worth[Reason.DECISION] and worth[Reason.CANDIDATE] == worth[Reason.WARM]


@pytest.mark.parametrize("kind", Kind)
def test_calls_on_live_orders_come_first(kind):
    day = date(2026, 11, 25)
    about = {"dials": 0, "talks": 0, "introduced": False, "works_with_agencies": None}
    made = standing(reason=Reason.CHECK_IN, fact_on=day, due=day, agreed=True, live=kind in LIVE_KINDS, **about)
    first = kind in {Kind.FEEDBACK, Kind.DEBRIEF, Kind.OFFER, Kind.START_CHECK}
    assert made.place is (Place.LIVE_ORDER if first else Place.CHECK_IN)


def test_hot_that_runs_out_is_worth_what_comes_then():
    step = made(holds_until=DAY + timedelta(days=5), then=Reason.RAN_OUT)
    after = DAY + timedelta(days=6)
    assert isclose(score(step, after), 0.4 * 0.5 ** (6 / 20) * 0.15)


def test_worth_that_is_set_to_nothing_comes_last():
    nothing = Numbers(worth={**DEFAULT.worth, Reason.HOT: (0.0, 10.0)})
    assert standing_of(nothing) < standing_of(DEFAULT)
    only_some = Numbers(worth={Reason.HOT: (3.0, 0.0)})
    assert isclose(score(made(reason=Reason.WARM, numbers=only_some), DAY), 0.4 * 0.15)


def standing_of(numbers):
    return log_score(made(numbers=numbers), DAY, numbers)


@given(any_day, st.booleans())
def test_no_day_of_the_calendar_breaks_it(day, agreed):
    made(fact_on=day, due=day, agreed=agreed, reason=Reason.FALL_THROUGH, holds_until=day)


@pytest.mark.parametrize("day", [date.max, date.min])
def test_nor_do_its_ends(day):
    step = made(fact_on=day, due=day, agreed=True, reason=Reason.HOT, holds_until=day)
    assert step.urgent_from is not None and step.urgent_from <= day <= step.urgent_until


def test_chance_and_notes():
    assert chance(0, 0) == 0.15
    assert isclose(chance(12, 3), 4.2 / 20)
    assert isclose(notes(introduced=True, works_with_agencies=True), 1.95)
    assert notes(introduced=False, works_with_agencies=None) == 1
    assert isclose(2 ** made(dials=4, talks=2).chance, 3.2 / 12)
    assert log2(chance(0, 0)) == made().chance


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (KIND_WORDS, Kind),
        (REASON_WORDS, Reason),
        (ACHIEVEMENT_WORDS, Achievement),
        (ACHIEVEMENT_SAID, Achievement),
    ],
)
def test_everything_has_its_words(words, kinds):
    assert set(words) == set(kinds)


def test_who_said_no_is_named():
    assert str(DoNotCall("Helen Strand")) == "Helen Strand asked not to be called."
