"""Candidates: made once, terms with their day, exclusions, consent, the call they wait for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.people.models import Company, Position
from rightday.talent import actions, queries
from rightday.talent.models import Candidate, Consent, Exclusion, Wish
from rightday.talent.rules import ConsentAnswer, WishKind
from rightday.team import queries as team
from rightday.team.rules import Refused
from rightday.timeline.models import Event
from tests import desk
from tests.conftest import Cast


@pytest.fixture
def sanna(inside: Cast) -> Candidate:
    return actions.make_candidate(desk.someone(), by=inside.sam, headline="Engineer")


def verbs() -> set[str]:
    return set(Event.objects.values_list("verb", flat=True))


def test_a_person_is_a_candidate_once(inside: Cast, sanna: Candidate):
    assert actions.make_candidate(sanna.person, by=inside.priya) == sanna
    assert (sanna.owner, sanna.headline, queries.candidate_of(sanna.person)) == (inside.sam, "Engineer", sanna)
    assert queries.candidate_of(inside.martin) is None
    assert Event.objects.filter(verb="candidate.added").count() == 1


def test_a_block_of_terms_bears_the_day_it_was_said(inside: Cast, sanna: Candidate):
    today = team.today(inside.sam)
    actions.say_terms(sanna, by=inside.sam, seen=0, rate=62_000, rate_floor=59_000, wants="contract")
    assert (sanna.rate, sanna.money_said_on, sanna.free_said_on, sanna.version) == (62_000, today, None, 1)
    with pytest.raises(Stale):
        actions.say_terms(sanna, by=inside.priya, seen=0, place="Bristol")
    actions.say_terms(sanna, by=inside.priya, on=today - timedelta(days=3), place="Bristol")
    assert (sanna.place, sanna.place_said_on) == ("Bristol", today - timedelta(days=3))
    with pytest.raises(Refused, match="least"):
        actions.say_terms(sanna, by=inside.sam, rate_floor=70_000)
    with pytest.raises(TypeError, match="nothing called"):
        actions.say_terms(sanna, by=inside.sam, owner=1)


def test_wishes_are_taken_back_and_kept(inside: Cast, sanna: Candidate):
    said = actions.wish(sanna, kind=WishKind.NEVER, words=" On-call ", by=inside.sam)
    assert said.words == "On-call"
    actions.unwish(said, by=inside.sam)
    actions.unwish(said, by=inside.sam)
    assert Wish.objects.get().gone_on == team.today(inside.sam)
    assert Event.objects.filter(verb="candidate.wish_gone").count() == 1
    with pytest.raises(Refused):
        actions.wish(sanna, kind=WishKind.MOVES, words=" ", by=inside.sam)


def test_one_call_waits_and_none_while_they_rest(inside: Cast, sanna: Candidate):
    today = team.today(inside.sam)
    first = actions.plan_call(sanna, due=today, objective="Their day", by=inside.sam)
    step = actions.plan_call(sanna, due=today, objective="A name", why="Asked us to.", by=inside.sam)
    assert (NextStep.objects.get(), step.of, step.why) == (step, Of.CANDIDATE.value, "Asked us to.")
    assert first.why.startswith("Sanna waits")
    actions.rest(sanna, resting=True, by=inside.sam)
    assert (sanna.resting_since, NextStep.objects.count()) == (today, 0)
    actions.rest(sanna, resting=False, by=inside.sam)
    actions.rest(sanna, resting=True, by=inside.sam)
    assert Candidate.objects.get().resting_since == today
    assert {"candidate.rests", "candidate.looks", "candidate.step"} <= verbs()


def test_where_somebody_may_be_sent(inside: Cast, sanna: Candidate):
    """Asked, yes, taken back; ruled out; their own employer."""
    firm, sam, person = inside.halden, inside.sam, sanna.person
    assert queries.may_be_sent(sanna, firm).ask
    with pytest.raises(Refused, match="no yes"):
        actions.record_consent(person, firm, answer=ConsentAnswer.WITHDRAWN, by=sam)
    with pytest.raises(Refused, match="not come"):
        actions.record_consent(person, firm, answer=ConsentAnswer.GIVEN, by=sam, on=team.today(sam) + timedelta(days=1))
    actions.record_consent(person, firm, answer=ConsentAnswer.GIVEN, by=sam)
    assert queries.may_be_sent(sanna, firm).allowed
    other = Company.objects.create(name="Orbital", key="orbital")
    assert not queries.may_be_sent(sanna, other).allowed  # a yes is for one company
    actions.record_consent(person, firm, answer=ConsentAnswer.WITHDRAWN, by=sam)
    assert queries.may_be_sent(sanna, firm).ask
    actions.record_consent(person, firm, answer=ConsentAnswer.GIVEN, by=sam)
    ruled_out = actions.exclude(person, firm, why="gambling", by=sam)
    assert actions.exclude(person, firm, why="again", by=sam) == ruled_out
    assert "gambling" in queries.may_be_sent(sanna, firm).why
    actions.lift(ruled_out, by=sam)
    actions.lift(ruled_out, by=sam)
    assert queries.may_be_sent(sanna, firm).allowed
    Position.objects.create(person=person, company=firm, title="Engineer", current=True)
    assert "own employer" in queries.may_be_sent(sanna, firm).why
    assert (Consent.objects.count(), Exclusion.objects.count()) == (3, 1)
