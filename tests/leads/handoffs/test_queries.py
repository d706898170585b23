"""The page of hand-offs: what waits, what came back, what became of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from rightday.agencies.models import Agency
from rightday.agencies.queries import at_hand
from rightday.agenda.models import NextStep
from rightday.calls import actions as calls
from rightday.calls.rules import Result
from rightday.db.row_security import enter
from rightday.kernel.ratios import Ratio
from rightday.leads import actions
from rightday.leads.handoffs import actions as hand_offs
from rightday.leads.handoffs import queries
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.queries import WeekOf, handoffs_page, quarter_of, waiting_for
from rightday.leads.handoffs.rules import Return
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, Grade, Shows
from rightday.people.models import Person
from rightday.team.models import Member
from rightday.team.rules import Role
from tests.conftest import cast
from tests.counting import counted
from tests.leads.handoffs.test_actions import TUESDAY, fresh, make, offer


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TUESDAY, tick=False) as moved:
        yield moved


def back(members, **changed):
    made = offer(members, make(members, Shows.CONTRACTORS), **changed)
    return hand_offs.give_back(made, reason=Return.MOVED, words="Paul left in October.", by=members.jo)


def taken(members, *shows, **changed):
    return hand_offs.accept(offer(members, make(members, *shows), **changed), by=members.jo)


def test_what_waits_stands_with_what_is_left(inside, clock):
    warm, hot = (offer(inside, make(inside, shows)) for shows in (Shows.CONTRACTORS, Shows.INTERVIEWING))
    clock.move_to(TUESDAY + timedelta(minutes=12))
    first, second = handoffs_page(inside.jo).to_answer
    assert (first.id, first.other, first.initials, first.given) == (hot.pk, "Priya Nair", "PN", False)
    assert (first.heading, first.person) == ("Halden Insurance, Java", "Martin Ahlqvist")
    assert (first.words, first.when) == ("She likes Tomás.", "today, 09:42")
    assert (first.left.words, first.left.share, first.left.late) == ("108 minutes left", pytest.approx(0.9), False)
    assert (second.id, second.left.words, first.verdict.grade) == (warm.pk, "until tomorrow, 09:42", Grade.HOT)
    given = handoffs_page(inside.priya).given
    assert [(row.id, row.other, row.given) for row in given] == [
        (hot.pk, "Jo Lindqvist", True), (warm.pk, "Jo Lindqvist", True),
    ]  # fmt: skip


def test_the_clock_of_an_offer_runs_where_its_receiver_is(inside):
    Member.objects.filter(pk=inside.jo.pk).update(zone="America/New_York")
    made = offer(inside, make(inside, Shows.INTERVIEWING), to=Member.objects.get(pk=inside.jo.pk))
    (row,) = handoffs_page(inside.priya).given
    assert row.left.words == "120 minutes left"
    (theirs,) = handoffs_page(Member.objects.get(pk=inside.jo.pk)).to_answer
    assert (theirs.when, made.answer_by) == ("today, 04:42", datetime(2026, 11, 24, 15, 30, tzinfo=UTC))


def test_what_came_back_says_what_was_missing_until_it_is_dealt_with(inside, clock):
    returned, lapsed = back(inside), offer(inside, make(inside, Shows.INTERVIEWING))
    clock.move_to(TUESDAY + timedelta(hours=3))
    hand_offs.lapse_due(now=datetime.now(UTC))
    rows = handoffs_page(inside.priya).came_back
    assert [(row.id, row.back, row.words, row.left) for row in rows] == [
        (lapsed.pk, "Not answered in time", "", None),
        (returned.pk, "Returned: the person has moved", "Paul left in October.", None),
    ]
    assert handoffs_page(inside.jo).came_back == ()
    for one in (returned, lapsed):
        hand_offs.keep(one, by=inside.priya)
    assert handoffs_page(inside.priya).came_back == ()


def test_a_lead_without_a_title_or_a_company_has_its_person(inside):
    alone = Person.objects.create(given="Ada", family="Byron", name="Ada Byron", key="byron ada")
    lead = make(inside, Shows.INTERVIEWING, person=alone)
    Lead.objects.filter(pk=lead.pk).update(title="")
    offer(inside, lead)
    assert handoffs_page(inside.jo).to_answer[0].heading == "Ada Byron"


# What became of mine


def became(members):
    (row,) = handoffs_page(members.priya).became
    return row.became, row.tone, row.now


def test_accepted_and_not_called_yet(inside, clock):
    made = taken(inside, Shows.INTERVIEWING)
    (row,) = handoffs_page(inside.priya).became
    assert (row.id, row.given_as, row.grade, row.to, row.initials) == (made.pk, "Hot", "hot", "Jo Lindqvist", "JL")
    assert became(inside) == ("Accepted", "", "first call by today, 13:42")
    clock.move_to(TUESDAY + timedelta(hours=6))
    assert became(inside) == ("Not called yet", "gap", "was due today, 13:42")
    assert handoffs_page(inside.jo).became == ()


def test_called_then_quiet(inside, clock):
    made = taken(inside, Shows.INTERVIEWING)
    calls.log_result(made.lead.next_step_id, result=Result.PROGRESSED, by=inside.jo)
    step = fresh(made.lead).next_step
    assert became(inside)[:2] == ("In conversation", "")
    NextStep.objects.filter(pk=step.pk).update(due=date(2026, 12, 1), kind="confirm")
    assert became(inside) == ("In conversation", "", "Confirming call, Tue 1 Dec")
    clock.move_to(TUESDAY + timedelta(days=20))
    Lead.objects.update(last_call_on=TUESDAY.date())
    assert became(inside) == ("Called, then quiet", "gap", "20 days")
    NextStep.objects.filter(pk=step.pk).update(due=date(2027, 1, 4))
    assert became(inside)[0] == "In conversation"  # agreed for later is not quiet
    Lead.objects.update(last_call_on=None)
    HandOff.objects.update(called_at=None, call_by=None, answered_at=TUESDAY)
    assert became(inside) == ("Accepted", "", "Confirming call, Mon 4 Jan 2027")


def test_where_its_hiring_stands(inside):
    made = taken(inside, Shows.INTERVIEWING)
    calls.log_result(made.lead.next_step_id, result=Result.PROGRESSED, by=inside.jo)
    Lead.objects.update(stage=3, milestone=4)
    assert became(inside)[:2] == ("Interviewing", "")


@pytest.mark.parametrize(
    ("kind", "who", "words", "tone", "now"),
    [
        (Ending.FILLED_BY_US, "Nell Farrow", "Filled by us", "with-us", "today, Nell Farrow"),
        (Ending.FILLED_BY_COMPETITOR, "Harrow & Pike", "Filled by Harrow & Pike", "", "today"),
        (Ending.FILLED_BY_COMPETITOR, "", "Filled by a competitor", "", "today"),
        (Ending.CANCELLED, "", "Cancelled", "", "today"),
    ],
)
def test_how_it_ended(inside, kind, who, words, tone, now):
    made = taken(inside, Shows.INTERVIEWING)
    actions.end(fresh(made.lead), kind=kind, on=TUESDAY.date(), who=who, by=inside.jo)
    assert became(inside) == (words, tone, now)


def test_it_is_read_part_by_part(inside):
    made = [taken(inside, Shows.INTERVIEWING).pk for _ in range(queries.PAGE + 2)][::-1]
    first = handoffs_page(inside.priya)
    assert ([row.id for row in first.became], first.begins) == (made[: queries.PAGE], True)
    rest = handoffs_page(inside.priya, before=first.after)
    assert ([row.id for row in rest.became], rest.begins, rest.after) == (made[queries.PAGE :], False, "")
    for odd in ("nothing", "-3", "٣", "9" * 40):
        assert handoffs_page(inside.priya, before=odd).became == first.became


# What was agreed, and what happened


def test_what_the_team_agreed(inside):
    Agency.objects.filter(pk=inside.agency.pk).update(
        settings={"handoffs": {"answer_hot": 1.0, "weekly_warm": 0, "weekly_cold": 0}}
    )
    page = handoffs_page(inside.priya)
    assert [(one.word, one.answer, one.call, one.weekly) for one in page.agreed] == [
        ("Hot", "1 hour", "4 hours", 1), ("Warm", "1 day", "2 days", 0), ("Cold", "3 days", "5 days", 0),
    ]  # fmt: skip
    assert (page.place, page.week) == ("London", (WeekOf("Priya Nair", "0 hot", "1"),))
    Agency.objects.filter(pk=inside.agency.pk).update(
        settings={"handoffs": {"weekly_hot": 0, "weekly_warm": 0, "weekly_cold": 0}}
    )
    assert handoffs_page(inside.priya).week == (WeekOf("Priya Nair", "", ""),)


def test_without_recruiters_there_is_no_week_of_theirs(inside):
    Member.objects.filter(role=Role.RECRUITER).update(role=Role.MANAGER)
    assert handoffs_page(inside.priya).week == ()


def test_answered_in_time_counts_what_was_answered_or_is_over(inside, clock):
    taken(inside, Shows.INTERVIEWING)
    back(inside)
    hand_offs.withdraw(offer(inside, make(inside, Shows.INTERVIEWING)), by=inside.priya)
    late, _lapses = (offer(inside, make(inside, Shows.INTERVIEWING)) for _ in range(2))
    offer(inside, make(inside, Shows.PROJECT))
    clock.move_to(TUESDAY + timedelta(hours=3))
    hand_offs.accept(late, by=inside.jo)
    hand_offs.lapse_due(now=datetime.now(UTC))
    assert handoffs_page(inside.jo).by_me == Ratio(2, 4)
    assert (handoffs_page(inside.priya).to_me, handoffs_page(inside.priya).by_me) == (Ratio(2, 4), Ratio(0, 0))
    clock.move_to(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    assert handoffs_page(inside.jo).by_me == Ratio(0, 0)


def test_leads_of_the_week_are_those_handed_on_and_not_sent_back(inside, clock):
    clock.move_to(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    offer(inside, make(inside, Shows.INTERVIEWING))
    clock.move_to(TUESDAY)
    back(inside)
    taken(inside, Shows.INTERVIEWING)
    twice = make(inside, Shows.CONTRACTORS)
    hand_offs.withdraw(offer(inside, twice), by=inside.priya)
    lapsed = offer(inside, fresh(twice))
    HandOff.objects.filter(pk=lapsed.pk).update(answer="lapsed")
    offer(inside, fresh(twice))
    assert handoffs_page(inside.jo).week == (WeekOf("Priya Nair", "1 hot, 1 warm, 0 cold", "1, 3 and 5"),)


@pytest.mark.parametrize(
    ("today", "begins"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)), (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 11, 24), date(2026, 10, 1)), (date(2026, 12, 31), date(2026, 10, 1)),
    ],
)  # fmt: skip
def test_the_quarter(today, begins):
    assert quarter_of(today) == begins


def test_how_many_wait_for_an_answer(inside):
    assert waiting_for(inside.jo) == 0
    for _ in range(3):
        offer(inside, make(inside, Shows.INTERVIEWING))
    taken(inside, Shows.INTERVIEWING)
    assert (waiting_for(inside.jo), waiting_for(inside.priya)) == (3, 0)


def test_the_count_is_capped(inside):
    assert str(queries._WAITING.build().query).endswith(f"LIMIT {queries.COUNTED}")


def test_as_many_statements_with_three_of_everything(inside):
    def statements():
        with at_hand(inside.agency), counted() as found:
            handoffs_page(inside.priya)
        return len(found)

    def one_more():
        offer(inside, make(inside, Shows.INTERVIEWING))
        offer(inside, make(inside, Shows.INTERVIEWING, by=inside.jo, owner=inside.jo), to=inside.priya, by=inside.jo)
        back(inside)
        taken(inside, Shows.CONTRACTORS)

    one_more()
    statements()
    once = statements()
    one_more()
    one_more()
    assert once == statements() == 7


def test_other_agencies_see_nothing_of_it(inside):
    offer(inside, make(inside, Shows.INTERVIEWING))
    back(inside)
    taken(inside, Shows.INTERVIEWING)
    other = cast("Other Firm")
    with enter(other.agency):
        page = handoffs_page(other.jo)
        assert (page.to_answer, page.came_back, page.given, page.became) == ((), (), (), ())
        assert (waiting_for(other.jo), page.by_me) == (0, Ratio(0, 0))
