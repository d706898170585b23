"""How a lead ends: the day, who filled it, how we know; and that taking it back loses nothing of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.leads import actions
from rightday.leads.models import Lead, Outcome
from rightday.leads.rules import Ending, HeardEvidence, KnownBy, Shows
from rightday.people import search
from rightday.people.models import Company
from rightday.team import queries as team
from rightday.timeline import queries as timeline
from rightday.timeline.models import Event


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    heard = [HeardEvidence(Shows.CONTRACTORS, "Two contractors on the team", today)]
    return actions.create(inside.martin, heard=heard, title="Java", by=inside.sam)


@pytest.fixture
def harrow(inside):
    return Company.objects.create(name="Harrow & Pike", key="harrow pike", competitor=True)


def verbs():
    return list(Event.objects.order_by("id").values_list("verb", flat=True))


def test_an_end_with_its_day_who_and_how_known(inside, lead, today, harrow):
    outcome = actions.end(
        lead, kind=Ending.FILLED_BY_COMPETITOR, on=today - timedelta(days=1), rival=harrow,
        known_by=KnownBy.CANDIDATE, words="quicker ", by=inside.sam,
    )  # fmt: skip
    assert (outcome.kind, outcome.who, outcome.rival, outcome.known_by, outcome.words, outcome.by) == (
        "filled_by_competitor", "Harrow & Pike", harrow, "candidate", "quicker", inside.sam,
    )  # fmt: skip
    kept = Lead.objects.get()
    assert (kept.next_step, kept.outcome, NextStep.objects.count()) == (None, outcome, 0)
    assert search.find_said("quicker") == [inside.martin.pk]
    told = timeline.of_lead(lead.pk, reader=inside.sam.pk)[0].title
    assert told.startswith("You ended this lead: Filled by a competitor, Harrow & Pike, ")
    assert told.endswith("a candidate said so")
    with pytest.raises(Stale):
        actions.end(lead, kind=Ending.CANCELLED, on=today, by=inside.sam)


def test_somebody_else_ended_it_first(inside, lead, today):
    theirs = Lead.objects.select_related("owner", "person").get()
    actions.end(lead, kind=Ending.CANCELLED, on=today, by=inside.priya)
    with pytest.raises(Stale) as problem:
        actions.end(theirs, kind=Ending.NOT_RECRUITING, on=today, by=inside.sam)
    assert problem.value.who == "Priya Nair"
    assert Outcome.objects.get().kind == "cancelled"


def test_an_end_without_words(inside, lead, today):
    outcome = actions.end(lead, kind=Ending.CANCELLED, on=today, by=inside.sam)
    assert (outcome.words, outcome.known_by, outcome.rival) == ("", "", None)


def test_how_it_is_known_is_one_of_five(inside, lead, today):
    with pytest.raises(ValueError, match="hearsay"):
        actions.end(lead, kind=Ending.CANCELLED, on=today, known_by="hearsay", by=inside.sam)
    assert Lead.objects.open().count() == 1


@pytest.mark.parametrize(
    ("kind", "filler", "who", "rival"),
    [
        (Ending.FILLED_BY_US, "us", "Oliver Tan", False),
        (Ending.FILLED_BY_COMPETITOR, "competitor", "Oliver Tan", True),
        (Ending.FILLED_DIRECTLY, "own", "Oliver Tan", False),
        (Ending.CANCELLED, "own", "a cousin", False),
        (Ending.NOT_RECRUITING, "own", "a cousin", False),
        (Ending.DO_NOT_CONTACT, "own", "a cousin", False),
    ],
)
def test_the_lead_says_the_same_of_who_filled_it(inside, lead, today, harrow, kind, filler, who, rival):
    Lead.objects.filter(pk=lead.pk).update(filler="own", filler_who="a cousin")
    outcome = actions.end(lead, kind=kind, on=today, who="Oliver Tan", rival=harrow, by=inside.sam)
    kept = Lead.objects.get()
    assert (kept.filler, kept.filler_who, kept.rival) == (filler, who, harrow if rival else None)
    assert outcome.rival == (harrow if rival else None)
    if filler != "own":
        assert (lead.filler, lead.filler_who) == (filler, who)


def test_opening_again_keeps_what_was_said(inside, lead, today):
    with pytest.raises(Stale):
        actions.reopen(lead, by=inside.sam)
    first = actions.end(lead, kind=Ending.CANCELLED, on=today, words="Budget", by=inside.sam)
    seen = Lead.objects.select_related("outcome", "owner", "person").get()
    actions.reopen(lead, by=inside.sam)
    kept = Lead.objects.select_related("next_step").get()
    assert (kept.outcome, kept.next_step.reason, kept.next_step.subject) == (None, "warm", "Java")
    past = Outcome.objects.get()
    assert (past.pk, past.was_of, past.words, past.reopened_at is None) == (first.pk, lead, "Budget", False)
    assert verbs()[-2:] == ["lead.ended", "lead.reopened"]
    assert timeline.of_lead(lead.pk)[0].title == "Sam opened this lead again, before: Cancelled"
    with pytest.raises(Stale):
        actions.reopen(seen, by=inside.priya)
    actions.end(lead, kind=Ending.FILLED_BY_US, on=today, by=inside.sam)
    assert [one.kind for one in lead.past_outcomes.all()] == ["cancelled"]
    assert Lead.objects.get().outcome.kind == "filled_by_us"
