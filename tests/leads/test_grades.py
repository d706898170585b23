"""The grade is a comparison of dates: any evidence, any day, in Python and in SQL."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agenda.models import NextStep
from rightday.leads.models import Lead
from rightday.leads.rules import (
    CARRIES,
    DENIES,
    IDENTITY,
    Change,
    Dates,
    Grade,
    Holds,
    Piece,
    Shows,
    dates,
    grade,
    grade_then,
    grade_until,
    history,
    standing_evidence,
)  # fmt: skip

DAY = date(2026, 11, 24)
near = st.dates(DAY - timedelta(days=220), DAY + timedelta(days=220))
piece = st.builds(Piece, st.sampled_from(Shows), near, near)
pieces = st.lists(piece, max_size=12)
KNOWN = [Piece(shows, DAY - timedelta(days=300), DAY - timedelta(days=300)) for shows in IDENTITY]
STRENGTH = [Grade.NONE, Grade.COLD, Grade.WARM, Grade.HOT]
maybe_day = st.one_of(st.none(), st.dates(), st.just(date.max), st.just(date.min))
all_dates = st.builds(Dates, maybe_day, maybe_day, maybe_day, maybe_day)


def days(n: int) -> timedelta:
    return timedelta(days=n)


def heard(shows: Shows, ago: int = 0, recorded: int | None = None) -> Piece:
    return Piece(shows, DAY - days(ago), DAY - days(ago if recorded is None else recorded))


def graded_on(*evidence: Piece, on: date = DAY) -> Grade:
    return grade(dates([*KNOWN, *evidence]), on)


def test_hot_holds_five_days_and_not_a_sixth():
    fact = heard(Shows.INTERVIEWING)
    assert [graded_on(fact, on=DAY + days(n)) for n in (0, 5, 6)] == [Grade.HOT, Grade.HOT, Grade.NONE]
    assert dates([fact]).hot_until == DAY + days(5)


def test_warm_and_cold_hold_their_days():
    warm, cold = heard(Shows.CONTRACTORS), heard(Shows.PROJECT)
    assert [graded_on(warm, on=DAY + days(n)) for n in (90, 91)] == [Grade.WARM, Grade.NONE]
    assert [graded_on(cold, on=DAY + days(n)) for n in (180, 181)] == [Grade.COLD, Grade.NONE]
    falls = [graded_on(warm, cold, heard(Shows.INTERVIEWING), on=DAY + days(n)) for n in (5, 6, 91, 181)]
    assert falls == [Grade.HOT, Grade.WARM, Grade.COLD, Grade.NONE]


def test_all_three_criteria_of_identity_are_needed():
    for missing in IDENTITY:
        evidence = [each for each in KNOWN if each.shows is not missing] + [heard(Shows.INTERVIEWING)]
        assert grade(dates(evidence), DAY) is Grade.NONE


@given(pieces, near)
def test_a_denial_voids_what_was_true_before_it(evidence, on):
    for denial, denied in DENIES.items():
        left = standing_evidence([*evidence, Piece(denial, on, on)])
        assert all(each.true_on > on for each in left if each.shows is denied)
        assert not any(each.shows in DENIES for each in left)


@given(pieces, st.sampled_from(list(CARRIES)), near, near)
def test_more_evidence_of_demand_never_lowers_a_grade(evidence, shows, true_on, on):
    before = grade(dates(evidence), on)
    after = grade(dates([*evidence, Piece(shows, true_on, true_on)]), on)
    assert STRENGTH.index(after) >= STRENGTH.index(before)


@given(pieces, near)
def test_without_news_a_grade_only_falls(evidence, on):
    found = dates(evidence)
    later = [STRENGTH.index(grade(found, on + days(n))) for n in range(0, 200, 7)]
    assert later == sorted(later, reverse=True)


@given(pieces, near)
def test_it_changes_on_the_day_it_says(evidence, on):
    found = dates(evidence)
    until = grade_until(found, on)
    if until is None:
        assert grade(found, on) is Grade.NONE
    else:
        assert grade(found, until) is grade(found, on)
        assert grade(found, until + days(1)) is not grade(found, on)


@given(st.lists(piece, max_size=8), st.randoms())
def test_the_order_of_hearing_does_not_matter(evidence, random):
    shuffled = list(evidence)
    random.shuffle(shuffled)
    assert dates(shuffled) == dates(evidence)


def test_a_past_day_knows_only_what_was_recorded_by_then():
    late = heard(Shows.INTERVIEWING, ago=10, recorded=2)
    assert grade_then([*KNOWN, late], DAY - days(9)) is Grade.NONE  # true, and nobody had told us
    in_time = heard(Shows.INTERVIEWING, ago=10)
    assert grade_then([*KNOWN, in_time], DAY - days(9)) is Grade.HOT
    ahead = Piece(Shows.INTERVIEWING, DAY + days(3), DAY)
    assert grade_then([*KNOWN, ahead], DAY) is Grade.NONE


@given(pieces, near, pieces)
def test_what_is_recorded_later_changes_no_past_day(evidence, on, afterwards):
    later = [Piece(each.shows, each.true_on, on + days(1)) for each in afterwards]
    assert grade_then([*evidence, *later], on) is grade_then(evidence, on)


def test_history():
    told = [*KNOWN, heard(Shows.CONTRACTORS, 20), heard(Shows.INTERVIEWING, 15), heard(Shows.NO_CONTRACTORS, 2)]
    assert history(told, DAY) == [
        Change(DAY - days(300), Grade.NONE),
        Change(DAY - days(20), Grade.WARM),
        Change(DAY - days(15), Grade.HOT),
        Change(DAY - days(9), Grade.WARM),
        Change(DAY - days(2), Grade.NONE),
    ]
    assert history([], DAY) == []


@settings(max_examples=30)
@given(st.lists(piece, max_size=6), near)
def test_history_agrees_with_every_day(evidence, until):
    changes = history(evidence, until)
    for day in (until - days(n) for n in range(0, 240, 3)):
        then = [change.grade for change in changes if change.day <= day]
        assert grade_then(evidence, day) is (then[-1] if then else Grade.NONE)


def test_holds_are_the_agencys():
    assert dates([heard(Shows.INTERVIEWING)], Holds(hot=3)).hot_until == DAY + days(3)
    assert dates([Piece(Shows.PROJECT, date.max, date.max)]).cold_until == date.max


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.lists(all_dates, min_size=1, max_size=8), st.dates())
def test_sql_and_python_agree(inside, several, on):
    Lead.objects.all()._raw_delete("default")
    steps = NextStep.objects.bulk_create(
        NextStep(
            owner=inside.sam, person=inside.martin, kind="lead", why="x", reason="hot", fact_on=DAY, due=DAY, zone=""
        )
        for _ in several
    )
    made = Lead.objects.bulk_create(
        Lead(
            person=inside.martin, owner=inside.sam, next_step=step, heard_on=DAY, identified_on=each.identified_on,
            hot_until=each.hot_until, warm_until=each.warm_until, cold_until=each.cold_until,
        )
        for step, each in zip(steps, several, strict=True)
    )  # fmt: skip
    expected = {lead.pk: grade(each, on) for lead, each in zip(made, several, strict=True)}
    assert dict(Lead.objects.with_grade(on).values_list("id", "grade")) == expected
    assert {pk: each.grade_on(on) for pk, each in Lead.objects.in_bulk().items()} == expected
    for name, rows in {
        Grade.HOT: Lead.objects.hot(on), Grade.WARM: Lead.objects.warm(on), Grade.COLD: Lead.objects.cold(on),
        Grade.NONE: Lead.objects.to_qualify(on),
    }.items():  # fmt: skip
        assert set(rows.values_list("id", flat=True)) == {pk for pk, found in expected.items() if found is name}
