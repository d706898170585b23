"""What a call leaves: the process as it told of it, the next step, and the lead's own counts; all taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.agenda import queries as agenda
from rightday.agenda.models import NextStep
from rightday.calls import actions
from rightday.calls.models import Call
from rightday.calls.rules import NextWish, Result, Said
from rightday.leads.models import Evidence, Lead
from rightday.leads.process import actions as process
from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.process.queries import track_of
from rightday.leads.process.rules import Failure
from rightday.leads.process.track import OutOfOrder
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people.models import Person, PhoneNumber
from tests.calls.conftest import lead_of
from tests.calls.test_actions_undo import everything
from tests.conftest import Cast

DAY = date(2026, 11, 24)
THURSDAY, MONDAY = date(2026, 12, 3), date(2026, 12, 7)


@pytest.fixture(autouse=True)
def on_tuesday() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(datetime(2026, 11, 24, 9, 40), tick=False) as travelled:
        yield travelled


def now(lead: Lead) -> Lead:
    return Lead.objects.select_related("next_step", "person__company", "owner").get(pk=lead.pk)


def log(cast: Cast, lead: Lead, result: Result = Result.MET, **more):
    return actions.log_result(now(lead).next_step_id, result=result, by=cast.sam, **more)


@pytest.fixture
def tracked(inside: Cast, warm: Lead, on_tuesday) -> Lead:
    """The second interview was yesterday; its day was told."""
    process.reach(warm, place=6, on=date(2026, 11, 20), seen=now(warm).version, by=inside.sam)
    process.expect(warm, place=7, day=date(2026, 11, 23), seen=warm.version, by=inside.sam)
    Lead.objects.filter(pk=warm.pk).update(last_talk_on=date(2026, 11, 20))
    on_tuesday.shift(timedelta(minutes=1))
    return now(warm)


def test_a_call_counts_itself_on_its_lead(inside: Cast, warm: Lead, on_tuesday) -> None:
    log(inside, warm, Result.NO_ANSWER)
    kept = now(warm)
    assert (kept.call_count, kept.last_call_on, kept.last_talk_on) == (1, DAY, None)
    on_tuesday.shift(timedelta(days=1))
    log(inside, warm, Result.MET)
    kept = now(warm)
    tomorrow = DAY + timedelta(days=1)
    assert (kept.call_count, kept.last_call_on, kept.last_talk_on) == (2, tomorrow, tomorrow)
    actions.undo(Call.objects.latest("pk").pk, by=inside.sam)
    kept = now(warm)
    assert (kept.call_count, kept.last_call_on, kept.last_talk_on) == (1, DAY, None)


def test_a_call_that_ends_the_lead_counts_too(inside: Cast, warm: Lead) -> None:
    logged = log(inside, warm, ending=Ending.NOT_RECRUITING)
    assert (now(warm).call_count, now(warm).outcome_id is not None) == (1, True)
    actions.undo(logged.call.pk, by=inside.sam)
    assert (now(warm).call_count, now(warm).last_call_on) == (0, None)


def test_a_call_from_before_counts_were_kept_is_taken_back_all_the_same(inside: Cast, warm: Lead) -> None:
    logged = log(inside, warm)
    before = {name: value for name, value in logged.call.before.items() if name != "lead"}
    Call.objects.filter(pk=logged.call.pk).update(before=before)
    actions.undo(logged.call.pk, by=inside.sam)
    assert now(warm).call_count == 1


def test_no_statement_more_where_no_process_is_known(inside: Cast, warm: Lead) -> None:
    with agencies.at_hand(inside.agency), CaptureQueriesContext(connection) as seen:
        log(inside, warm, Result.NO_ANSWER)
    assert not [one["sql"] for one in seen if "rightday_milestone" in one["sql"]]


def test_what_the_call_told_of_the_milestone_makes_the_next_step(inside: Cast, tracked: Lead) -> None:
    assert tracked.next_step.subject == "2nd interview completed"
    told = MilestoneHeard(reached_on=date(2026, 11, 23), note="Went well", expected=THURSDAY)
    made = log(inside, tracked, milestone=told, said=Said(may_call=True)).next_step
    assert made is not None
    assert (made.subject, made.due, made.agreed, made.reason) == (
        "Still a contender to offer to?", THURSDAY, True, "decision",
    )  # fmt: skip
    track = track_of(tracked.pk)
    assert (track.here, track.points[6].note, track.points[7].expected, track.points[7].call_on) == (
        8, "Went well", THURSDAY, THURSDAY,
    )  # fmt: skip
    assert now(tracked).milestone_on == THURSDAY


def test_the_day_they_named_is_kept_for_their_next_decision(inside: Cast, tracked: Lead) -> None:
    made = log(inside, tracked, said=Said(THURSDAY, time(15), may_call=True)).next_step
    assert made is not None and (made.due, made.earliest, made.agreed) == (THURSDAY, time(15), True)
    point = track_of(tracked.pk).points[7]
    assert (point.expected, point.call_on) == (THURSDAY, THURSDAY)
    again = log(inside, tracked, said=Said(MONDAY)).next_step
    assert again is not None and (again.due, again.agreed) == (MONDAY, False)
    assert track_of(tracked.pk).points[7].call_on is None


def test_a_yes_alone_is_for_the_day_that_is_known(inside: Cast, tracked: Lead) -> None:
    process.expect(tracked, place=8, day=MONDAY, seen=tracked.version, by=inside.sam)
    made = log(inside, tracked, said=Said(may_call=True)).next_step
    assert made is not None and (made.due, made.agreed) == (MONDAY, True)


def test_nothing_told_leaves_the_milestone_for_the_next_working_day(inside: Cast, tracked: Lead) -> None:
    made = log(inside, tracked, Result.PROGRESSED).next_step
    assert made is not None
    assert (made.subject, made.due, made.reason, made.weight) == (
        "2nd interview completed", date(2026, 11, 25), "warm", 1,
    )  # fmt: skip


def test_when_the_process_has_no_call_to_make_the_step_is_about_the_vacancy(inside: Cast, tracked: Lead) -> None:
    process.fall_back(tracked, place=12, why=None, on=DAY, seen=tracked.version, by=inside.sam)
    step = now(tracked).next_step
    assert (step.reason, step.weight, step.subject) == ("fall_through", 1.8, "Start date")
    with time_machine.travel(datetime(2026, 11, 24, 15, 0), tick=False):
        made = log(inside, tracked).next_step
    assert made is not None and (made.reason, made.subject, made.weight) == ("warm", "2 platform engineers", 1)


def test_a_fall_through_that_is_not_answered_keeps_its_weight(inside: Cast, tracked: Lead) -> None:
    process.fall_back(tracked, place=12, why=None, on=DAY, seen=tracked.version, by=inside.sam)
    made = log(inside, tracked, Result.NO_ANSWER).next_step
    assert made is not None
    assert (made.reason, made.weight, made.subject, made.due, made.tries) == (
        "fall_through", 1.8, "Start date", DAY, 1,
    )  # fmt: skip


def test_that_it_fell_through_is_told_in_a_call(inside: Cast, tracked: Lead) -> None:
    told = MilestoneHeard(place=12, failure=Failure.NO_SHOW, note="Took a better offer")
    made = log(inside, tracked, milestone=told).next_step
    assert made is not None
    assert (made.reason, made.weight, made.due, made.earliest) == ("fall_through", 1.8, DAY, time(12, 0))
    assert track_of(tracked.pk).falls[0].words == "Took a better offer"


def test_a_day_that_cannot_be_is_refused_and_nothing_is_logged(inside: Cast, tracked: Lead) -> None:
    with pytest.raises(OutOfOrder):
        log(inside, tracked, milestone=MilestoneHeard(place=7, reached_on=date(2026, 11, 2)))
    assert not Call.objects.exists()


def test_the_first_milestone_may_be_told_in_any_call(inside: Cast, warm: Lead) -> None:
    made = log(inside, warm, milestone=MilestoneHeard(place=12, expected=MONDAY), said=Said(may_call=True)).next_step
    assert made is not None and (made.subject, made.due, made.agreed) == ("Start date", MONDAY, True)


@pytest.mark.parametrize("result", list(Result))
@pytest.mark.parametrize(
    "told",
    [None, MilestoneHeard(reached_on=date(2026, 11, 23), expected=THURSDAY), MilestoneHeard(failure=Failure.OTHER)],
)
def test_every_result_can_be_taken_back_with_what_it_told(
    inside: Cast, tracked: Lead, result: Result, told: MilestoneHeard | None
) -> None:
    lead_of(inside, Shows.RUMOUR)
    before, track = everything(), track_of(tracked.pk)
    logged = log(inside, tracked, result, milestone=told, said=Said(MONDAY, may_call=True))
    assert everything() != before
    actions.undo(logged.call.pk, by=inside.sam)
    assert everything() == before
    now_ = track_of(tracked.pk)
    assert (now_.points, now_.round, now_.falls) == (track.points, track.round, track.falls)


def test_an_end_told_with_a_milestone_is_taken_back_whole(inside: Cast, tracked: Lead) -> None:
    before = everything()
    told = MilestoneHeard(place=12, reached_on=DAY)
    logged = log(inside, tracked, milestone=told, ending=Ending.NOT_RECRUITING)
    assert track_of(tracked.pk).here == 13 and logged.next_step is None
    actions.undo(logged.call.pk, by=inside.sam)
    assert everything() == before


def test_what_a_colleague_put_down_since_stays_and_so_does_the_result(inside: Cast, tracked: Lead) -> None:
    logged = log(inside, tracked, milestone=MilestoneHeard(reached_on=DAY))
    process.note_milestone(now(tracked), place=9, words="Priya’s", seen=now(tracked).version, by=inside.priya)
    with pytest.raises(Stale, match="has moved on since"):
        actions.undo(logged.call.pk, by=inside.sam)
    assert track_of(tracked.pk).points[8].note == "Priya’s"


def test_thanks_but_we_do_not_need_you_is_called_on_the_day_that_matters(inside: Cast, tracked: Lead) -> None:
    made = log(inside, tracked, Result.NOT_INTERESTED, said=Said(THURSDAY, may_call=True)).next_step
    assert made is not None
    assert (made.kind, made.due, made.agreed, made.subject) == (
        "milestone", THURSDAY, True, "Still a contender to offer to?",
    )  # fmt: skip
    assert now(tracked).uncalled_on is None
    assert track_of(tracked.pk).points[7].call_on == THURSDAY


def test_without_permission_it_is_tracked_and_on_no_sheet(inside: Cast, tracked: Lead, on_tuesday) -> None:
    made = log(inside, tracked, Result.NOT_INTERESTED, said=Said(THURSDAY, may_call=False)).next_step
    assert made is not None and (made.kind, made.agreed) == ("find_out", False)
    assert (now(tracked).uncalled_on, now(tracked).next_step_id) == (DAY, made.pk)
    assert track_of(tracked.pk).points[7].expected == THURSDAY
    for member in (inside.sam, inside.priya, inside.jo):
        sheet = agenda.sheet(member, on=DAY + timedelta(days=400), now=clock.now())
        assert (sheet.now, sheet.later, sheet.due) == ((), (), 0)
    assert [row.id for row in NextStep.objects.off_sheet().filter(owner=inside.sam)] == [made.pk]
    on_tuesday.shift(timedelta(days=3))
    rang = log(inside, tracked, Result.MET, said=Said(MONDAY, may_call=True)).next_step
    assert rang is not None and (rang.kind, rang.due, now(tracked).uncalled_on) == ("milestone", MONDAY, None)


def test_no_permission_without_a_process_is_asked_of_others_in_a_month(inside: Cast, warm: Lead) -> None:
    made = log(inside, warm, Result.NOT_INTERESTED).next_step
    assert made is not None
    assert (made.kind, made.due, made.subject) == ("find_out", date(2026, 12, 24), "2 platform engineers")
    assert now(warm).uncalled_on == DAY


def test_a_day_chosen_instead_puts_nobody_on_the_sheet_who_said_no(inside: Cast, warm: Lead) -> None:
    made = log(inside, warm, Result.NOT_INTERESTED, next=NextWish(THURSDAY, agreed=True)).next_step
    assert made is not None and (made.kind, made.due) == ("find_out", THURSDAY)
    sheet = agenda.sheet(inside.sam, on=THURSDAY, now=clock.now())
    assert (sheet.now, sheet.later) == ((), ())


def test_asked_for_another_day_they_may_be_called_again(inside: Cast, warm: Lead) -> None:
    log(inside, warm, Result.NOT_INTERESTED)
    log(inside, warm, Result.NOT_NOW, said=Said(MONDAY))
    assert (now(warm).uncalled_on, now(warm).next_step.kind) == (None, "call_back")


def test_asking_others_is_no_call_to_them(inside: Cast, warm: Lead, on_tuesday) -> None:
    log(inside, warm, Result.NOT_INTERESTED)
    on_tuesday.shift(timedelta(days=30))
    before, dials = everything(), Person.objects.get(pk=inside.martin.pk).dials
    number = PhoneNumber.objects.get(person=inside.martin)
    heard = [
        HeardEvidence(Shows.INTERVIEWING, "two on Monday", DAY + timedelta(days=30), said_by=inside.martin),
        HeardEvidence(Shows.NAME_CONFIRMED, "", DAY + timedelta(days=30)),
    ]
    logged = log(inside, warm, Result.MET, heard=heard, note="Still looking, says Ruth")
    assert logged.call.number is None and logged.call.kind == "find_out"
    assert Person.objects.get(pk=inside.martin.pk).dials == dials
    assert PhoneNumber.objects.get(pk=number.pk).reached_on == number.reached_on
    row = Evidence.objects.latest("pk")
    assert (row.shows, row.second_hand, row.said_by) == ("interviewing", True, None)
    kept = now(warm)
    assert (kept.call_count, kept.last_call_on, kept.last_talk_on) == (2, DAY + timedelta(days=30), DAY)
    assert (kept.next_step.kind, kept.next_step.due >= DAY + timedelta(days=60)) == ("find_out", True)
    actions.undo(logged.call.pk, by=inside.sam)
    assert everything() == before


@pytest.mark.parametrize("result", [Result.NO_ANSWER, Result.WRONG_NUMBER])
def test_others_who_do_not_answer_are_tried_again_soon(inside: Cast, warm: Lead, result: Result) -> None:
    log(inside, warm, Result.NOT_INTERESTED)
    made = log(inside, warm, result).next_step
    assert made is not None and (made.kind, made.due) == ("find_out", date(2026, 11, 26))
    assert PhoneNumber.objects.get(person=inside.martin).state == "reached"
    again = log(inside, warm, Result.PROGRESSED, said=Said(MONDAY)).next_step
    assert again is not None and (again.kind, again.due) == ("find_out", MONDAY)
