"""The next step by rule, and its sentences."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rightday.agenda.rules import Kind
from rightday.joborders.submittals.rules import Held, OfferAnswer
from rightday.joborders.submittals.standing import Offered, Round
from rightday.joborders.submittals.steps import Facts, Names, Whom, next_step

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
DAY = timedelta(days=1)
NAMES = Names("Martin", "Sanna")


def step(rounds=(), offers=()):
    facts = Facts(TODAY - 9 * DAY, rounds, offers)
    return next_step(facts, NAMES, now=NOW, today=TODAY, add=lambda day, n: day + n * DAY)


def met(days: int, **said) -> Round:
    starts = NOW + timedelta(days=days)
    return Round(1, starts.date(), starts, starts + timedelta(hours=1), **({"held": Held.HELD} | said))


@pytest.mark.parametrize(
    ("rounds", "whom", "kind", "words"),
    [
        ((), Whom.CLIENT, Kind.PROGRESS, "Martin has had Sanna since Mon 16 Nov. No day to meet yet."),
        ((met(2, held=Held.PLANNED),), Whom.CANDIDATE, Kind.PREPARE, "Nobody has prepared Sanna yet."),
        (
            (met(2, held=Held.PLANNED, prepared=True),),
            Whom.CANDIDATE,
            Kind.DEBRIEF,
            "Ask Sanna before you ring Martin.",
        ),
        ((met(-1),), Whom.CANDIDATE, Kind.DEBRIEF, "Sanna met Martin on Tue 24 Nov. Nobody has asked Sanna yet."),
        ((met(-1, skipped=True),), Whom.CLIENT, Kind.FEEDBACK, "Nobody has asked Sanna."),
        ((met(-1, debriefed=True, wanted="no"),), Whom.CLIENT, Kind.FEEDBACK, "Sanna does not want it."),
        ((met(-1, debriefed=True, answered=True),), Whom.CLIENT, Kind.FEEDBACK, "has not decided"),
        ((met(-1, debriefed=True, answered=True, forward=True),), Whom.CLIENT, Kind.PROGRESS, "wants to go on"),
        ((met(1, held=Held.CANCELLED),), Whom.CLIENT, Kind.PROGRESS, "cancelled"),
        ((met(-1, held=Held.NO_SHOW),), Whom.CANDIDATE, Kind.DEBRIEF, "Nobody knows why"),
        ((met(-1, held=Held.NO_SHOW, debriefed=True),), Whom.CLIENT, Kind.PROGRESS, "waits for word"),
    ],
)
def test_who_is_called_after_what(rounds, whom, kind, words):
    found = step(rounds)
    assert (found.whom, found.kind) == (whom, kind)
    assert words in found.why
    assert found.due >= TODAY


@pytest.mark.parametrize(
    ("offer", "whom", "due", "words"),
    [
        (Offered(verbal_on=TODAY), Whom.CANDIDATE, TODAY + DAY, "has an offer since Wed 25 Nov."),
        (Offered(verbal_on=TODAY, answer_by=NOW + 2 * DAY), Whom.CANDIDATE, TODAY + 2 * DAY, "due Fri 27 Nov"),
        (
            Offered(verbal_on=TODAY, answer=OfferAnswer.ACCEPTED, answered_on=TODAY), Whom.CLIENT, TODAY + 2 * DAY,
            "Nothing is in writing yet.",
        ),
        (
            Offered(written_on=TODAY, answer=OfferAnswer.ACCEPTED, answered_on=TODAY, resigns_on=TODAY - DAY),
            Whom.CANDIDATE, TODAY, "was to hand in",
        ),
        (
            Offered(written_on=TODAY, answer=OfferAnswer.ACCEPTED, answered_on=TODAY, starts_on=TODAY + 5 * DAY),
            Whom.CLIENT, TODAY + DAY, "has accepted on Mon 30 Nov",
        ),
        (Offered(verbal_on=TODAY, answer=OfferAnswer.DECLINED, answered_on=TODAY), Whom.CLIENT, TODAY, "nothing"),
    ],
)  # fmt: skip
def test_the_way_from_an_offer_to_the_start(offer, whom, due, words):
    found = step(offers=(offer,))
    assert (found.whom, found.due) == (whom, due)
    assert words in found.why
