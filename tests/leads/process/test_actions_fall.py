"""A process that fails begins again and is worth more; who fills the place; what others are asked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies import clock
from rightday.agencies.once import Stale
from rightday.agenda import queries as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Place
from rightday.leads import actions
from rightday.leads.models import Evidence, Lead
from rightday.leads.process import actions as process
from rightday.leads.process.models import FallBack, Milestone
from rightday.leads.process.queries import track_of
from rightday.leads.process.rules import Failure, Filler
from rightday.leads.process.track import OutOfOrder
from rightday.leads.rules import Ending, Grade, HeardEvidence, Shows
from rightday.people import search
from rightday.people.models import Company, Person
from rightday.team import queries as team
from rightday.timeline.models import Event


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    shows = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.CONTRACTORS)
    heard = [HeardEvidence(one, "", today) for one in shows]
    return now(actions.create(inside.martin, heard=heard, title="Java", by=inside.sam))


def now(lead: Lead) -> Lead:
    return Lead.objects.select_related("next_step", "person__company", "owner", "rival").get(pk=lead.pk)


def reached(cast, lead, place, on):
    return process.reach(lead, place=place, on=on, seen=lead.version, by=cast.sam)


def test_a_no_show_puts_the_lead_on_top_of_the_sheet(inside, lead, today):
    other = actions.create(
        inside.martin, heard=[HeardEvidence(Shows.INTERVIEWING, "", today)], title="Go", by=inside.sam
    )
    rival = Company.objects.create(name="Brightline", key="brightline", competitor=True)
    process.name_filler(lead, filler=Filler.COMPETITOR, rival=rival, seen=lead.version, by=inside.sam)
    reached(inside, lead, 11, today)
    process.fall_back(
        lead, place=12, why=Failure.NO_SHOW, on=today, seen=lead.version, by=inside.sam, words="Took another job"
    )
    kept = now(lead)
    assert (kept.round, kept.milestone, kept.stage, kept.milestone_on) == (2, 1, 1, None)
    assert (kept.filler, kept.filler_who, kept.rival) == ("", "", None)
    step = kept.next_step
    assert (step.kind, step.reason, step.weight, step.due) == ("milestone", "fall_through", 1.8, step.due)
    assert step.why.endswith("did not start. Brightline had filled it.") and step.subject == "Start date"
    assert (step.urgent_from, step.urgent_until) == (today, today + timedelta(days=7))
    sheet = agenda.sheet(inside.sam, on=step.due, now=clock.now())
    rows = sorted((*sheet.now, *sheet.later), key=lambda row: (row.place, -row.score))
    assert [row.id for row in rows] == [step.pk, other.next_step_id] and rows[0].place == Place.URGENT
    (row,) = FallBack.objects.all()
    assert (row.round, row.place, row.restarts_at, row.why, row.filled_by, row.who, row.words) == (
        1, 12, 1, "no_show", "competitor", "Brightline", "Took another job",
    )  # fmt: skip
    event = Event.objects.order_by("-id").first()
    assert (event.verb, event.data["milestone"], event.data["why"], event.data["winner"]) == (
        "lead.fell_back", "Start date", "Did not start", "Brightline",
    )  # fmt: skip
    assert search.find_said("another job") == [inside.martin.pk]
    track = track_of(lead.pk)
    assert (track.round, track.here, [fall.why_words for fall in track.falls]) == (2, 1, ["Did not start"])


def test_a_declined_offer_restarts_at_the_contenders_with_what_is_done(inside, lead, today):
    reached(inside, lead, 2, today - timedelta(days=3))
    reached(inside, lead, 4, today - timedelta(days=2))
    reached(inside, lead, 9, today - timedelta(days=1))
    process.fall_back(lead, place=10, why=Failure.DECLINED, on=today, seen=lead.version, by=inside.sam)
    track = track_of(lead.pk)
    assert (track.here, track.round) == (5, 2)
    assert [point.done_on for point in track.points[:4]] == [
        None, today - timedelta(days=3), None, today - timedelta(days=2),
    ]  # fmt: skip
    assert now(lead).milestone_on is not None
    assert now(lead).next_step.reason == "fall_through" and now(lead).next_step.weight == 1.4


def test_where_nothing_was_told_before_the_restart_the_last_step_counts_as_done(inside, lead, today):
    process.fall_back(lead, place=9, why=Failure.DECLINED, on=today, seen=lead.version, by=inside.sam)
    assert (track_of(lead.pk).here, Milestone.objects.get(round=2).done_on) == (5, today)
    assert now(lead).next_step.weight == 1.3


def test_a_second_fall_is_another_round(inside, lead, today):
    for why in (Failure.NO_CONTENDER, Failure.COUNTER_OFFER):
        process.fall_back(lead, place=11, why=why, on=today, seen=lead.version, by=inside.sam)
    assert [fall.round for fall in track_of(lead.pk).falls] == [1, 2] and now(lead).round == 3


def test_failing_after_it_was_reached_is_possible_and_not_before_that_day(inside, lead, today):
    reached(inside, lead, 12, today - timedelta(days=2))
    with pytest.raises(OutOfOrder, match="“Start date” was on"):
        process.fall_back(
            lead, place=13, why=Failure.FAILED_PROBATION, on=today - timedelta(days=3), seen=lead.version, by=inside.sam
        )
    found = now(lead)
    with pytest.raises(OutOfOrder, match="still to come"):
        process.fall_back(
            found, place=13, why=Failure.OTHER, on=today + timedelta(days=1), seen=found.version, by=inside.sam
        )
    found = now(lead)
    process.fall_back(found, place=12, why=Failure.NO_SHOW, on=today, seen=found.version, by=inside.sam)
    assert now(lead).round == 2


@pytest.mark.parametrize("place", [0, 14])
def test_a_milestone_that_is_not_there_cannot_fail(inside, lead, today, place):
    with pytest.raises(OutOfOrder, match="no milestone"):
        process.fall_back(lead, place=place, why=None, on=today, seen=lead.version, by=inside.sam)


def test_evidence_leaves_a_fall_through_on_top_and_news_of_the_process_takes_its_place(inside, lead, today):
    process.fall_back(lead, place=12, why=None, on=today, seen=lead.version, by=inside.sam)
    hot = HeardEvidence(Shows.INTERVIEWING, "", today)
    actions.add_evidence(lead, heard=hot, by=inside.priya)
    assert now(lead).next_step.reason == "fall_through"
    found = now(lead)
    process.expect(found, place=1, day=today, seen=found.version, by=inside.sam)
    assert now(lead).next_step.weight == 1 and now(lead).next_step.reason == "hot"


def test_moving_the_day_of_a_fall_through_keeps_its_weight(inside, lead, today):
    process.fall_back(lead, place=12, why=None, on=today, seen=lead.version, by=inside.sam)
    found = now(lead)
    moved = actions.change_step(found, seen_step=found.next_step_id, due=today + timedelta(days=1), by=inside.sam)
    assert (moved.weight, moved.reason) == (1.8, "fall_through")


def test_who_fills_the_place_is_no_end(inside, lead, today):
    process.name_filler(lead, filler=Filler.OWN, who=" Tomás from within ", seen=lead.version, by=inside.sam)
    kept = now(lead)
    assert (kept.filler, kept.filler_who, kept.outcome_id) == ("own", "Tomás from within", None)
    track = track_of(lead.pk)
    assert (track.filler, track.filler_who, track.rival_id, track.rival) == ("own", "Tomás from within", None, "")
    rival = Company.objects.create(name="Brightline", key="brightline")
    process.name_filler(lead, filler=Filler.US, who="Nina", rival=rival, seen=lead.version, by=inside.sam)
    assert (now(lead).rival, now(lead).filler_who) == (None, "Nina")
    process.name_filler(lead, filler=None, who="Nina", seen=lead.version, by=inside.sam)
    assert (now(lead).filler, now(lead).filler_who) == ("", "")
    assert Event.objects.order_by("-id").first().data["filler"] == "nobody we know of"
    with pytest.raises(Stale):
        process.name_filler(lead, filler=Filler.US, seen=lead.version - 1, by=inside.priya)


def test_the_rival_is_kept_with_the_fall_by_its_name(inside, lead, today):
    rival = Company.objects.create(name="Brightline", key="brightline")
    Lead.objects.filter(pk=lead.pk).update(filler="competitor", rival=rival)
    found = now(lead)
    process.fall_back(found, place=12, why=None, on=today, seen=found.version, by=inside.sam)
    assert FallBack.objects.get().who == "Brightline"


def test_another_vacancy_begins_with_who_they_are(inside, lead, today):
    nina = Person.objects.create(given="Nina", family="Falk", name="Nina Falk", key="falk nina")
    Lead.objects.filter(pk=lead.pk).update(introduced_by=nina, heard_from=nina)
    made = process.another_vacancy(now(lead), title="Site reliability", by=inside.sam)
    kept = now(made)
    assert (kept.title, kept.person, kept.introduced_by, kept.heard_from) == (
        "Site reliability", inside.martin, nina, nina,
    )  # fmt: skip
    assert {row.shows for row in Evidence.objects.filter(lead=made)} == {
        "name_confirmed", "company_confirmed", "phone_tested",
    }  # fmt: skip
    assert (kept.grade_on(today), kept.next_step.kind, kept.milestone) == (Grade.NONE, "qualify", 1)
    hot = process.another_vacancy(
        now(lead), title="Go", by=inside.sam, heard=[HeardEvidence(Shows.INTERVIEWING, "", today)]
    )
    assert hot.grade_on(today) is Grade.HOT


def test_what_was_denied_does_not_come_along(inside, lead, today):
    actions.add_evidence(lead, heard=HeardEvidence(Shows.PHONE_WRONG, "", today), by=inside.sam)
    made = process.another_vacancy(now(lead), title="Go", by=inside.sam)
    assert "phone_tested" not in {row.shows for row in Evidence.objects.filter(lead=made)}


def test_another_vacancy_of_somebody_who_said_no_is_kept_as_ended(inside, lead):
    Person.objects.filter(pk=inside.martin.pk).update(do_not_call=True)
    made = process.another_vacancy(now(lead), title="Go", by=inside.sam)
    assert now(made).next_step is None and made.outcome.kind == Ending.DO_NOT_CONTACT


def uncalled(lead, today):
    Lead.objects.filter(pk=lead.pk).update(uncalled_on=today)
    step = NextStep.objects.get(pk=lead.next_step_id)
    NextStep.objects.filter(pk=step.pk).update(kind=Kind.FIND_OUT.value, place=Place.OFF_SHEET.value)
    return now(lead)


def test_what_others_said_moves_the_next_question_on(inside, lead, today):
    lead = uncalled(lead, today)
    process.found_out(lead, words=" Still interviewing ", seen=lead.version, by=inside.sam)
    step = now(lead).next_step
    assert (step.kind, step.place) == ("find_out", Place.OFF_SHEET) and step.due >= today + timedelta(days=30)
    event = Event.objects.order_by("-id").first()
    assert (event.verb, event.words) == ("lead.found_out", "Still interviewing")
    again = today + timedelta(days=7)
    while again.weekday() >= 5:
        again += timedelta(days=1)
    process.found_out(lead, words="", again=again, seen=lead.version, by=inside.sam)
    assert now(lead).next_step.due == again


def test_asked_again_when_the_milestone_is_due(inside, lead, today):
    lead = uncalled(lead, today)
    start = today + timedelta(days=60)
    process.expect(lead, place=12, day=start, seen=lead.version, by=inside.sam)
    reached(inside, lead, 11, today)
    step = now(lead).next_step
    assert (step.kind, step.place, step.subject) == ("find_out", Place.OFF_SHEET, "Start date")
    process.found_out(lead, words="", seen=lead.version, by=inside.sam)
    assert now(lead).next_step.due == step.due >= start
    process.fall_back(lead, place=12, why=None, on=today, seen=lead.version, by=inside.sam)
    assert (now(lead).next_step.kind, now(lead).next_step.reason) == ("find_out", "fall_through")
    process.found_out(lead, words="", seen=lead.version, by=inside.sam)
    assert now(lead).next_step.due > today
    sheet = agenda.sheet(inside.sam, on=today + timedelta(days=300), now=clock.now())
    assert (sheet.now, sheet.later) == ((), ())


def test_a_yes_brings_it_back_to_the_sheet(inside, lead, today):
    with pytest.raises(OutOfOrder, match="may be called already"):
        process.may_call(lead, seen=lead.version, by=inside.sam)
    with pytest.raises(OutOfOrder, match="Ask them"):
        process.found_out(now(lead), words="", seen=now(lead).version, by=inside.sam)
    lead = uncalled(now(lead), today)
    process.may_call(lead, seen=lead.version, by=inside.sam, words="Rang us")
    kept = now(lead)
    assert (kept.uncalled_on, kept.next_step.kind, kept.next_step.place) == (None, "lead", Place.ORDINARY)


def test_opened_again_it_is_still_not_called(inside, lead, today):
    lead = uncalled(lead, today)
    actions.end(lead, kind=Ending.CANCELLED, on=today, by=inside.sam)
    actions.reopen(now(lead), by=inside.sam)
    assert now(lead).next_step.kind == "find_out"
