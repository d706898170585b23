"""The words of candidates: each is said, none twice, and each fits its column."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.talent import rules
from rightday.talent.rules import Seen, Shown, Span

CHOICES = {name: value for name, value in vars(rules).items() if name.endswith("_CHOICES")}


def test_there_are_choices():
    assert len(CHOICES) == 9


@pytest.mark.parametrize("name", CHOICES)
def test_each_value_has_words_of_its_own(name: str):
    values, words = zip(*CHOICES[name], strict=True)
    assert len(set(values)) == len(values)
    assert len(set(words)) == len(words)


TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
seen = st.builds(
    Seen,
    source=st.sampled_from([one.value for one in rules.SkillSource]),
    shows=st.sampled_from([one.value for one in Shown]),
    true_on=st.dates(date(2020, 1, 1), TODAY),
    years=st.none() | st.integers(0, 30),
    used_until=st.none() | st.dates(date(2020, 1, 1), TODAY),
)


def test_a_reference_outweighs_what_a_cv_says_and_the_later_of_two_holds():
    cv = Seen("cv", "proven", TODAY, 9, date(2026, 1, 1))
    told = Seen("candidate", "partly", TODAY - DAY)
    reference = Seen("reference", "proven", TODAY - 90 * DAY, 6)
    assert rules.known_from([]) == rules.Known(Shown.UNKNOWN, None, None)
    assert rules.known_from([told, cv]) == rules.Known(Shown.PARTLY, 9, date(2026, 1, 1))
    assert rules.known_from([reference, told, cv]).shown is Shown.PROVEN
    assert rules.known_from([reference, told, cv]).years == 6
    assert rules.known_from([told, Seen("candidate", "proven", TODAY)]).shown is Shown.PROVEN
    assert rules.known_from([Seen("reference", "unknown", TODAY, None, TODAY), cv]).last_used == date(2026, 1, 1)


@given(st.lists(seen, max_size=6), st.randoms())
def test_the_order_in_which_evidence_came_does_not_matter_across_sources_and_days(evidence, chance):
    by_moment = list({(one.source, one.true_on): one for one in evidence}.values())
    mixed = list(by_moment)
    chance.shuffle(mixed)
    assert rules.known_from(mixed) == rules.known_from(by_moment)


def test_blocks_of_terms_are_taken_whole_where_they_were_said_later():
    nothing = {name: None for said, names in rules.TERMS.items() for name in (*names, said)}
    mine = nothing | {"rate": 600, "currency": "GBP", "money_said_on": TODAY, "place": "Leeds"}
    others = nothing | {"rate": 700, "currency": "USD", "money_said_on": TODAY - DAY, "free_said_on": TODAY}
    assert set(rules.later_terms(mine, others)) == {"free_on", "notice_days", "interviews", "free_said_on"}
    taken = rules.later_terms(others, mine)
    assert (taken["rate"], taken["currency"], taken["salary"]) == (600, "GBP", None)
    assert "place" not in taken


def test_odd_days_of_a_position_are_said():
    held = Span("Developer", date(2020, 1, 1), date(2022, 1, 1))
    assert rules.span_problems(held, [], TODAY) == []
    assert rules.span_problems(Span("A", date(2022, 1, 1), date(2020, 1, 1)), [], TODAY) == [
        "It ends before it begins."
    ]
    future = rules.span_problems(Span("A", date(2027, 1, 4), date(2027, 6, 1)), [], TODAY)
    assert future[0].startswith("It begins in the future, on 4 January 2027.") and len(future) == 2
    assert rules.span_problems(Span("A", date(2021, 6, 1), None, True), [held], TODAY) == [
        "It overlaps with Developer."
    ]
    assert "another position" in rules.span_problems(held, [Span("", date(2021, 1, 1), None)], TODAY)[0]


def test_months_may_touch_and_unknown_days_overlap_with_nothing():
    held = Span("A", date(2020, 1, 1), date(2022, 1, 31))
    assert not rules.overlap(held, Span("B", date(2022, 1, 1), None, True))
    assert not rules.overlap(held, Span("B", None, None))
    assert not rules.overlap(Span("A", date(2020, 1, 1), None), Span("B", date(2021, 1, 1), TODAY))
    assert rules.overlap(Span("A", date(2020, 1, 1), None, True), Span("B", date(2021, 1, 1), TODAY))


@pytest.mark.parametrize(
    ("works", "excluded", "consent", "allowed", "ask", "words"),
    [
        (True, None, "given", False, False, "own employer"),
        (False, "gambling", "given", False, False, "must not be sent to Orbital: gambling"),
        (False, "", "given", False, False, "must not be sent to Orbital."),
        (False, None, "given", True, False, ""),
        (False, None, "refused", False, False, "said no"),
        (False, None, "withdrawn", False, True, "back"),
        (False, None, None, False, True, "Ask first"),
    ],
)
def test_whether_somebody_may_be_sent(works, excluded, consent, allowed, ask, words):
    found = rules.send_check(name="Sanna", company="Orbital", works_there=works, excluded=excluded, consent=consent)
    assert (found.allowed, found.ask) == (allowed, ask)
    assert words in found.why
