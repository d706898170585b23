"""The hiring process of a lead: days, what was reached, moving on the board; the next step follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.kernel import days
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.process import actions as process
from rightday.leads.process import rules as process_of_template
from rightday.leads.process.models import FallBack, Milestone, ProcessTemplate
from rightday.leads.process.queries import is_tracked, track_of
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Stage
from rightday.leads.process.track import OutOfOrder
from rightday.leads.rules import Ending, HeardEvidence, Shows, say_date
from rightday.people.models import Person
from rightday.people.queries import place_of
from rightday.team import queries as team
from rightday.timeline.models import Event


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    heard = [HeardEvidence(shows, "", today) for shows in (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED)]
    heard += [HeardEvidence(Shows.PHONE_TESTED, "", today), HeardEvidence(Shows.CONTRACTORS, "Two", today)]
    lead = actions.create(inside.martin, heard=heard, title="Java", by=inside.sam)
    Lead.objects.filter(pk=lead.pk).update(last_talk_on=today)
    return now(lead)


def now(lead: Lead) -> Lead:
    return Lead.objects.select_related("next_step", "person__company", "owner").get(pk=lead.pk)


def worked(cast, day: date, n: int = 0) -> date:
    return days.add_working_days(day, n, place_of(cast.martin))


def test_an_expected_milestone_makes_the_next_step(inside, lead, today):
    day = worked(inside, today, 4)
    process.expect(lead, place=7, day=day, seen=lead.version, by=inside.sam)
    kept = now(lead)
    assert (kept.milestone, kept.stage) == (1, Stage.CVS)
    process.reach(lead, place=6, on=today, seen=kept.version, by=inside.sam)
    kept = now(lead)
    assert (kept.milestone, kept.stage, kept.milestone_on) == (7, Stage.INTERVIEWING, day)
    step = kept.next_step
    assert (step.kind, step.subject, step.objective) == ("milestone", "2nd interview completed", "How did it go?")
    assert step.due == worked(inside, day, 1)
    assert step.why == f"2nd interview completed is expected on {day:%a} {day.day} {day:%b}."
    assert (step.reason, step.pk) == ("warm", lead.next_step_id)


def test_who_comes_second_is_told(inside, lead, today):
    process.expect(lead, place=1, day=today, seen=lead.version, by=inside.sam)
    with pytest.raises(Stale):
        process.expect(lead, place=1, day=today, seen=lead.version - 1, by=inside.priya)
    assert Milestone.objects.count() == 1


def test_a_day_still_to_come_is_not_reached(inside, lead, today):
    with pytest.raises(OutOfOrder, match="still to come"):
        process.reach(lead, place=1, on=today + timedelta(days=1), seen=lead.version, by=inside.sam)
    assert now(lead).version == lead.version - 1
    assert track_of(lead.pk).here == 1


def last_event() -> Event:
    return Event.objects.order_by("-id").first()


def test_what_follows_slips_by_working_days_and_is_about_then(inside, lead, today):
    first, second = worked(inside, today, 2), worked(inside, today, 6)
    process.expect(lead, place=1, day=first, seen=lead.version, by=inside.sam)
    process.expect(lead, place=12, day=second, seen=lead.version, by=inside.sam, call_on=second)
    later = worked(inside, first, 3)
    process.expect(lead, place=1, day=later, seen=lead.version, by=inside.sam)
    start = track_of(lead.pk).points[11]
    assert (start.expected, start.about, start.call_on) == (worked(inside, second, 3), True, None)
    assert last_event().data == {
        "milestone": "CVs received", "day": say_date(later), "was": say_date(first)
    }  # fmt: skip


def test_done_late_moves_what_follows_and_done_early_moves_nothing(inside, lead, today):
    Milestone.objects.create(lead=lead, place=1, expected=worked(inside, today, -3), told=True)
    start = worked(inside, today, 10)
    Milestone.objects.create(lead=lead, place=12, expected=start, told=True)
    process.reach(lead, place=1, on=worked(inside, today, -1), seen=lead.version, by=inside.sam)
    assert track_of(lead.pk).points[11].expected == worked(inside, start, 2)
    process.expect(lead, place=2, day=worked(inside, today, 5), seen=lead.version, by=inside.sam)
    process.reach(lead, place=2, on=today, seen=lead.version, by=inside.sam)
    assert track_of(lead.pk).points[11].expected == worked(inside, start, 2)
    assert (now(lead).milestone, track_of(lead.pk).points[1].done_on) == (3, today)


def test_a_day_may_be_open_again(inside, lead, today):
    before = now(lead).next_step
    process.expect(lead, place=1, day=today, seen=lead.version, by=inside.sam)
    process.expect(lead, place=1, day=None, seen=lead.version, by=inside.sam)
    kept = now(lead)
    assert (kept.milestone, kept.milestone_on, kept.next_step.kind) == (1, None, before.kind)
    assert kept.next_step.subject == "Java"
    assert last_event().verb == "lead.unexpected"
    process.expect(lead, place=1, day=None, seen=lead.version, by=inside.sam, note=" Portal is down ")
    assert (last_event().verb, track_of(lead.pk).points[0].note) == ("lead.unexpected", "Portal is down")


def test_a_holiday_is_called_about_on_the_working_day_that_follows(inside, lead):
    inside.halden.country = "GB"
    inside.halden.save()
    with time_machine.travel(datetime(2026, 12, 14, 9, 0, tzinfo=UTC), tick=False):
        found = now(lead)
        process.expect(found, place=2, day=date(2026, 12, 25), seen=found.version, by=inside.sam)
        process.reach(found, place=1, on=date(2026, 12, 14), seen=found.version, by=inside.sam)
        step = now(lead).next_step
    assert (step.due, now(lead).milestone_on) == (date(2026, 12, 29), date(2026, 12, 25))
    assert step.why == "Interviews booked is expected on Fri 25 Dec."


@pytest.mark.parametrize(
    ("place", "ago", "words"),
    [
        (3, 9, "was on .* after this day"), (1, 3, "was already on"), (3, 3, "“Interviews completed” was already on"),
        (5, -1, "still to come"), (0, 0, "no milestone 0"), (14, 0, "no milestone 14"),
    ],
)  # fmt: skip
def test_days_out_of_order_are_refused_and_nothing_is_written(inside, lead, today, place, ago, words):
    process.reach(lead, place=2, on=today - timedelta(days=5), seen=lead.version, by=inside.sam)
    process.reach(lead, place=4, on=today - timedelta(days=4), seen=lead.version, by=inside.sam)
    with pytest.raises(OutOfOrder, match=words):
        process.reach(lead, place=place, on=today - timedelta(days=ago), seen=lead.version, by=inside.sam)
    assert Milestone.objects.filter(done_on__isnull=False).count() == 2


def test_a_decision_is_done_by_its_yes(inside, lead, today):
    process.reach(lead, place=5, on=today, seen=lead.version, by=inside.sam, note="Two of them")
    point = track_of(lead.pk).points[4]
    assert (point.state, point.answer, point.note, now(lead).milestone) == ("done", "yes", "Two of them", 6)
    assert (last_event().verb, last_event().data["answer"], last_event().words) == (
        "lead.reached",
        "Yes",
        "Two of them",
    )


def test_a_no_at_a_decision_begins_again(inside, lead, today):
    process.reach(lead, place=7, on=today, seen=lead.version, by=inside.sam)
    process.reach(lead, place=8, on=today, answer="no", seen=lead.version, by=inside.sam, note="Too junior")
    kept = now(lead)
    assert (kept.round, kept.milestone, kept.next_step.reason, kept.next_step.weight) == (2, 1, "fall_through", 1.2)
    assert FallBack.objects.get().why == "no_contender"


def test_taken_back_it_is_awaited_again(inside, lead, today):
    process.reach(lead, place=1, on=today, seen=lead.version, by=inside.sam)
    process.reach(lead, place=2, on=today, seen=lead.version, by=inside.sam)
    process.unreach(lead, place=2, seen=lead.version, by=inside.sam)
    assert (now(lead).milestone, now(lead).next_step.subject) == (2, "Interviews booked")
    with pytest.raises(OutOfOrder, match="“Interviews booked” is not done"):
        process.unreach(lead, place=2, seen=lead.version, by=inside.sam)
    process.unreach(now(lead), place=1, seen=lead.version - 1, by=inside.sam)
    assert not is_tracked(now(lead))


def test_words_on_a_milestone_change_no_step(inside, lead, today):
    before = now(lead).next_step
    process.note_milestone(lead, place=4, words=" Panel of three ", seen=lead.version, by=inside.sam)
    after = now(lead)
    assert (after.next_step.version, track_of(lead.pk).points[3].note) == (before.version, "Panel of three")
    process.note_milestone(lead, place=4, words="", seen=after.version, by=inside.sam)
    assert track_of(lead.pk).points[3].note == ""


@pytest.mark.parametrize(
    ("path", "here"),
    [
        ([Stage.INTERVIEWING], 4), ([Stage.DECISION], 5), ([Stage.DECISION, Stage.INTERVIEWING], 6),
        ([Stage.OFFER, Stage.DECISION], 8), ([Stage.OFFER, Stage.INTERVIEWING], 6), ([Stage.PROBATION], 13),
        ([Stage.START, Stage.CVS], 1), ([Stage.OFFER, Stage.BOOKED], 2), ([Stage.BOOKED, Stage.BOOKED], 2),
    ],
)  # fmt: skip
def test_a_column_of_the_board_is_where_the_lead_then_waits(inside, lead, path, here):
    for stage in path:
        lead = process.move(now(lead), stage=stage, seen=now(lead).version, by=inside.sam)
    kept = now(lead)
    assert (kept.milestone, kept.stage) == (here, path[-1])
    assert kept.next_step.subject == (DEFAULT_TEMPLATE.mark(here).name if here > 1 else "Java")


def test_a_column_that_the_process_lacks_is_refused(inside, lead):
    follow(lead, replace(DEFAULT_TEMPLATE, marks=DEFAULT_TEMPLATE.marks[:9]))
    with pytest.raises(OutOfOrder, match="no milestone in that column"):
        process.move(lead, stage=Stage.START, seen=lead.version, by=inside.sam)


def follow(lead: Lead, template) -> ProcessTemplate:
    made = ProcessTemplate.objects.create(
        number=ProcessTemplate.objects.count() + 2, milestones=process_of_template.kept(template),
        published_at=timezone.now(),
    )  # fmt: skip
    Lead.objects.filter(pk=lead.pk).update(template=made)
    lead.template = made
    return made


def test_leads_keep_their_version_while_new_ones_follow_the_newest(inside, lead, today):
    process.reach(lead, place=7, on=today, seen=lead.version, by=inside.sam)
    shorter = replace(DEFAULT_TEMPLATE, marks=DEFAULT_TEMPLATE.marks[:4])
    made = ProcessTemplate.objects.create(
        number=2, milestones=process_of_template.kept(shorter), published_at=timezone.now()
    )
    ProcessTemplate.objects.create(number=3, milestones=[])  # a draft
    fresh = actions.create(inside.martin, heard=[], title="Go", by=inside.sam)
    assert (fresh.template_id, lead.template_id) == (made.pk, None)
    process.reach(lead, place=8, on=today, seen=lead.version, by=inside.sam)
    assert (now(lead).milestone, track_of(lead.pk).template.last) == (9, 13)
    assert track_of(fresh.pk).template == replace(shorter, number=2)
    process.reach(fresh, place=4, on=today, seen=fresh.version, by=inside.sam)
    assert (now(fresh).milestone, now(fresh).milestone_on) == (5, None)
    assert now(fresh).next_step.why == "Interviews completed: the whole process is done. Note how it ended."


def test_a_promise_stays_while_it_is_not_about_what_changed(inside, lead, today):
    day = worked(inside, today, 6)
    agreed = actions.change_step(lead, seen_step=lead.next_step_id, due=day, agreed=True, by=inside.sam)
    process.expect(lead, place=1, day=today, seen=now(lead).version, by=inside.sam)
    step = now(lead).next_step
    assert (step.pk, step.due, step.kind, step.agreed) == (agreed.pk, day, "lead", True)


def test_a_day_agreed_for_a_milestone_is_the_next_step_until_that_moves(inside, lead, today):
    day, later = worked(inside, today, 3), worked(inside, today, 8)
    process.expect(lead, place=9, day=day, seen=lead.version, by=inside.sam, call_on=day)
    step = now(lead).next_step
    assert (step.agreed, step.due, step.subject) == (True, day, "Verbal offer and acceptance")
    process.reach(lead, place=1, on=today, seen=lead.version, by=inside.sam)
    assert now(lead).next_step.due == day and now(lead).next_step.subject == "Verbal offer and acceptance"
    process.expect(lead, place=9, day=day, seen=lead.version, by=inside.sam, note="With the board")
    assert now(lead).next_step.agreed
    process.expect(lead, place=9, day=later, seen=lead.version, by=inside.sam)
    step = now(lead).next_step
    assert (step.agreed, step.subject) == (False, "Interviews booked")


def test_a_day_of_decision_from_before_keeps_its_day_and_takes_the_words(inside, lead, today):
    day = worked(inside, today, 5)
    step = now(lead).next_step
    NextStep.objects.filter(pk=step.pk).update(kind="milestone", agreed=True, due=day, earliest=time(10))
    process.expect(lead, place=1, day=today, seen=lead.version, by=inside.sam)
    step = now(lead).next_step
    assert (step.due, step.agreed, step.earliest, step.subject) == (day, True, time(10), "CVs received")


def test_an_ended_lead_moves_no_more(inside, lead, today):
    actions.end(lead, kind=Ending.CANCELLED, on=today, by=inside.sam)
    with pytest.raises(Stale):
        process.expect(lead, place=1, day=today, seen=now(lead).version, by=inside.sam)


def test_another_agencys_lead_is_not_there(inside, lead, theirs, today):
    with enter(theirs.agency), pytest.raises(Lead.DoesNotExist):
        track_of(lead.pk)


def test_somebody_who_said_no_is_planned_no_call(inside, lead, today):
    Person.objects.filter(pk=inside.martin.pk).update(do_not_call=True)
    found = now(lead)
    process.expect(found, place=2, day=today, seen=found.version, by=inside.sam)
    assert now(lead).next_step.kind == "lead"
