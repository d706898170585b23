"""The history of a period always adds up, and says of each lead what the rule says."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.insight import standing
from rightday.insight.periods import Period, month_of
from rightday.insight.queries_history import history, tally
from rightday.insight.rules import ORDER, Became, Leaks, Silence, became
from rightday.leads import actions
from rightday.leads.models import Lead, Outcome
from rightday.leads.process.rules import Stage
from rightday.leads.rules import Ending
from rightday.people.models import Company
from tests.conftest import Cast
from tests.counting import counted
from tests.insight.conftest import TODAY, days_before, made

OCTOBER = month_of(date(2026, 10, 1))
DAYS = st.one_of(st.none(), st.integers(-40, 80).map(days_before))
LIFE = st.fixed_dictionaries(
    {
        "made": st.integers(0, 120).map(days_before), "ending": st.one_of(st.none(), st.sampled_from(Ending)),
        "milestone_on": DAYS, "last_talk_on": DAYS, "last_heard_on": DAYS, "heard_on": st.integers(0, 80).map(days_before),
        "stage": st.sampled_from(Stage), "call_count": st.integers(0, 3), "rival": st.booleans(), "mine": st.booleans(),
    }
)  # fmt: skip


def live(cast: Cast, lives: list[dict], harrow: Company) -> None:
    """Rows of leads as these lives left them."""
    for life in lives:
        step = outcome = None
        if life["ending"] is None:
            step = NextStep.objects.create(
                owner=cast.sam, person=cast.martin, kind="lead", reason="warm", why="x", fact_on=TODAY, due=TODAY,
                zone="Europe/London",
            )  # fmt: skip
        else:
            rival = harrow if life["rival"] and life["ending"] is Ending.FILLED_BY_COMPETITOR else None
            outcome = Outcome.objects.create(kind=life["ending"].value, on=TODAY, rival=rival, by=cast.sam)
        columns = ("milestone_on", "last_talk_on", "last_heard_on", "heard_on", "stage", "call_count")
        lead = Lead.objects.create(
            person=cast.martin, owner=cast.sam if life["mine"] else cast.jo, next_step=step, outcome=outcome,
            **{name: life[name] for name in columns},
        )  # fmt: skip
        at = datetime.combine(life["made"], datetime.min.time(), UTC) + timedelta(hours=12)
        Lead.objects.filter(pk=lead.pk).update(made_at=at)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LIFE, max_size=12), st.integers(0, 120), st.integers(0, 60))
def test_history_adds_up_to_the_leads_generated(inside, lives, back, length):
    period = Period(days_before(back + length), days_before(back))
    Lead.objects.all().delete()
    harrow = Company.objects.create(name="Harrow & Pike", key="harrow pike", competitor=True)
    live(inside, lives, harrow)
    shown, leaks = history(period, on=TODAY, whose=None), Leaks()
    expected = Counter(
        became(
            life["ending"], milestone_on=life["milestone_on"], last_talk_on=life["last_talk_on"],
            last_heard_on=life["last_heard_on"] or life["heard_on"], on=TODAY, leaks=leaks,
        )
        for life in lives
        if period.first <= life["made"] <= period.last
    )  # fmt: skip
    assert Counter(shown.tally.counts) == expected
    assert shown.tally.total == sum(period.first <= life["made"] <= period.last for life in lives)
    assert sum(shown.tally.stages.values()) == shown.tally.of(Became.OPEN)
    assert sum(shown.tally.silences.values()) == shown.tally.of(Became.UNKNOWN)
    assert sum(number for _, _, number in shown.tally.rivals) == shown.tally.of(Became.COMPETITOR)
    assert shown.before == history(period.before, on=TODAY, whose=None).tally.known
    mine = tally(period, on=TODAY, whose=inside.sam)
    assert mine.total == sum(life["mine"] and period.first <= life["made"] <= period.last for life in lives)
    places = standing.generated(period, whose=None).annotate(place=standing.place(TODAY, leaks))
    assert Counter(ORDER[place] for place in places.values_list("place", flat=True)) == expected


def test_octobers_leads_read_in_november(inside):
    harrow = Company.objects.create(name="Harrow & Pike", key="harrow pike", competitor=True)
    stackline = Company.objects.create(name="Stackline", key="stackline", competitor=True)
    for rival in (harrow, harrow, stackline, None):
        lead = made(inside, date(2026, 10, 8))
        actions.end(lead, kind=Ending.FILLED_BY_COMPETITOR, on=TODAY, rival=rival, by=inside.sam)
    made(inside, date(2026, 10, 20), stage=Stage.OFFER.value, milestone_on=days_before(-3))
    made(inside, date(2026, 10, 1))
    made(inside, date(2026, 10, 1), call_count=1, last_call_on=date(2026, 10, 2))
    made(inside, date(2026, 10, 31), call_count=1, last_talk_on=days_before(2))
    made(inside, date(2026, 10, 1), call_count=2, last_talk_on=date(2026, 10, 2))
    made(inside, date(2026, 11, 1))
    made(inside, date(2026, 9, 30))
    actions.end(made(inside, date(2026, 9, 1)), kind=Ending.FILLED_BY_US, on=TODAY, by=inside.sam)
    shown = history(OCTOBER, on=TODAY, whose=None)
    assert shown.tally.counts == {Became.COMPETITOR: 4, Became.OPEN: 2, Became.UNKNOWN: 3}
    assert shown.tally.rivals == ((harrow.pk, "Harrow & Pike", 2), (stackline.pk, "Stackline", 1), (None, "", 1))
    assert shown.tally.stages == {None: 1, Stage.OFFER: 1}
    assert shown.tally.silences == {Silence.UNCALLED: 1, Silence.UNREACHED: 1, Silence.QUIET: 1}
    assert (shown.tally.known.hits, shown.tally.known.of) == (6, 9)
    assert (shown.before.hits, shown.before.of) == (1, 2)


def test_days_are_those_of_the_agency(inside):
    inside.agency.zone = "America/New_York"
    inside.agency.save()
    lead = made(inside, date(2026, 10, 8))
    Lead.objects.filter(pk=lead.pk).update(made_at=datetime(2026, 11, 1, 3, 30, tzinfo=UTC))  # still October there
    with enter(inside.agency):
        assert tally(OCTOBER, on=TODAY, whose=None).total == 1


def test_mine_are_those_i_own_and_those_i_heard(inside):
    made(inside, date(2026, 10, 8), owner=inside.jo, heard_by=inside.priya)
    made(inside, date(2026, 10, 9), owner=inside.sam, heard_by=inside.sam)
    counts = [tally(OCTOBER, on=TODAY, whose=member).total for member in (inside.sam, inside.jo, inside.priya, None)]
    assert counts == [1, 1, 1, 2]


@pytest.mark.parametrize("leads", [0, 1, 4])
def test_three_statements_however_many_leads(inside, leads):
    for _ in range(leads):
        actions.end(made(inside, date(2026, 10, 8)), kind=Ending.FILLED_BY_COMPETITOR, on=TODAY, by=inside.sam)
    with counted() as found:
        history(OCTOBER, on=TODAY, whose=None)
    assert len([one for one in found.statements if "rightday_agency" not in one.split("WHERE")[0]]) == 3
