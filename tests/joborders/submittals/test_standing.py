"""How far a submittal is, from its rounds and offers alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rightday.joborders.rules import Stage
from rightday.joborders.submittals.rules import Held, OfferAnswer
from rightday.joborders.submittals.standing import Offered, Round, standing

START = datetime(2026, 11, 2, 10, tzinfo=UTC)
DAY = date(2026, 11, 2)


def round_(number: int, held: Held = Held.HELD) -> Round:
    starts = START + timedelta(days=number)
    return Round(number, starts.date(), starts, starts + timedelta(hours=1), held=held)


def test_without_anything_they_are_submitted():
    assert standing((), ()).stage is Stage.SUBMITTED


def test_rounds_that_were_not_held_do_not_count():
    rounds = [round_(1, Held.CANCELLED), round_(1, Held.NO_SHOW)]
    assert standing(rounds, ()).first_on is None
    assert standing([*rounds, round_(1, Held.PLANNED)], ()).stage is Stage.FIRST_INTERVIEW


def test_the_second_round_and_its_day():
    stands = standing([round_(1), round_(2)], ())
    assert (stands.stage, stands.round) == (Stage.FURTHER_INTERVIEW, 2)
    assert (stands.first_on, stands.further_on) == (DAY + timedelta(days=1), DAY + timedelta(days=2))


def test_an_offer_counts_from_the_day_it_was_first_made():
    offered = Offered(verbal_on=DAY, written_on=DAY + timedelta(days=2))
    assert standing((), [offered]).offer_on == DAY
    yes = Offered(verbal_on=DAY, answer=OfferAnswer.ACCEPTED, answered_on=DAY)
    assert standing((), [yes]).accepted_on == DAY
    assert standing((), [yes], started=True).stage is Stage.STARTED


@given(
    st.lists(st.tuples(st.integers(1, 4), st.sampled_from(list(Held))), max_size=6),
    st.lists(st.sampled_from([None, *OfferAnswer]), max_size=3),
)
def test_a_stage_is_never_ahead_of_its_rows(rounds, answers):
    met = [round_(number, held) for number, held in rounds]
    stands = standing(met, [Offered(verbal_on=DAY, answer=one, answered_on=DAY) for one in answers])
    assert (stands.first_on is None) == (not any(one.counts for one in met))
    assert (stands.stage >= Stage.OFFER) == bool(answers)
    assert (stands.accepted_on is not None) == (OfferAnswer.ACCEPTED in answers)
