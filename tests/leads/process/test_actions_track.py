"""What is said of a milestone, what moves along, and the way back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.agenda.kept import columns_of
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.process import undo_links
from rightday.leads.process.actions_track import (
    Said,
    fail_milestone,
    fill_place,
    keep_milestone,
    put_facts_back,
    unfail_milestone,
)
from rightday.leads.process.kept import kept
from rightday.leads.process.models import FallBack, Milestone
from rightday.leads.process.queries import known_of, track_of
from rightday.leads.process.rules import Failure, Filler
from rightday.leads.process.track import Fact, OutOfOrder
from rightday.leads.rules import Ending
from rightday.people.models import Company
from rightday.team import queries as team
from rightday.team.rules import NotAllowed, Role
from rightday.timeline.models import Event


@pytest.fixture
def lead(inside):
    made = actions.create(inside.martin, heard=[], title="a tester", by=inside.sam)
    return fresh(made)


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


def fresh(lead):
    return Lead.objects.select_related("person__company", "company", "owner", "next_step", "template").get(pk=lead.pk)


def point(lead, place):
    return track_of(lead.pk).points[place - 1]


def keep(cast, lead, place, **said):
    lead = fresh(lead)
    return keep_milestone(lead, point=point(lead, place), said=Said(**said), seen=lead.version, by=cast.sam)


def monday(day):
    return day + timedelta(days=7 - day.weekday())


def test_a_day_is_expected_and_what_follows_moves_along(inside, lead, today):
    first, start = monday(today), monday(today) + timedelta(days=28)
    keep(inside, lead, 2, expected=first, note="by phone")
    keep(inside, lead, 12, expected=start)
    keep(inside, lead, 13, expected=start + timedelta(days=91))
    kept = keep(inside, lead, 2, expected=first + timedelta(days=2), note="by phone")
    assert (kept.moved, kept.slipped) == (2, 2)
    assert set(kept.before) == {2, 12, 13}
    assert kept.before[2] == Fact(first, note="by phone")
    assert kept.version == Lead.objects.get(pk=lead.pk).version
    assert Event.objects.filter(verb="lead.expected").count() == 4


def test_put_back_as_it_was(inside, lead, today):
    first = monday(today)
    keep(inside, lead, 2, expected=first)
    keep(inside, lead, 12, expected=first + timedelta(days=28))
    before = known_of(fresh(lead))
    kept = keep(inside, lead, 2, expected=first + timedelta(days=7))
    assert known_of(fresh(lead)) != before
    row = fresh(lead)
    put_facts_back(row, facts=kept.before, seen=kept.version, by=inside.sam)
    assert known_of(fresh(lead)) == before
    assert fresh(lead).milestone_on == point(lead, 1).expected
    told = Event.objects.get(verb="lead.put_back")
    assert told.data["milestone"] == ["Interviews booked", "Start date"]
    with pytest.raises(Stale):
        put_facts_back(fresh(lead), facts=kept.before, seen=kept.version, by=inside.sam)


def test_what_was_not_there_is_nothing_again(inside, lead, today):
    kept = keep(inside, lead, 1, done_on=today, note="11 CVs")
    assert fresh(lead).milestone == 2
    put_facts_back(fresh(lead), facts=kept.before, seen=kept.version, by=inside.sam)
    assert fresh(lead).milestone == 1
    assert known_of(fresh(lead)) == {1: Fact()}


def test_done_wins_and_late_moves_what_follows(inside, lead, today):
    keep(inside, lead, 1, expected=today - timedelta(days=7))
    keep(inside, lead, 12, expected=today + timedelta(days=28))
    kept = keep(inside, lead, 1, expected=today + timedelta(days=9), done_on=today)
    assert (kept.moved, kept.slipped > 0) == (1, True)
    assert point(lead, 1).done_on == today


def test_done_and_not_done_after_all(inside, lead, today):
    keep(inside, lead, 4, done_on=today)
    kept = keep(inside, lead, 4, back=True)
    assert kept.before[4].done_on == today
    assert (fresh(lead).milestone, kept.moved, kept.slipped) == (1, 0, 0)
    assert track_of(lead.pk).points[3].state != "done"


def test_a_note_alone_keeps_the_step(inside, lead, today):
    step = fresh(lead).next_step_id
    kept = keep(inside, lead, 3, note="Ask for Ife")
    assert set(kept.before) == {3}
    assert fresh(lead).next_step_id == step
    assert Event.objects.filter(verb="lead.milestone_noted").exists()


def test_saying_nothing_new_changes_nothing(inside, lead, today):
    version = lead.version
    assert keep(inside, lead, 3).before == {}
    keep(inside, lead, 12, expected=monday(today))
    now = fresh(lead).version
    assert keep(inside, lead, 12, expected=monday(today)).before == {}
    assert (fresh(lead).version, now > version) == (now, True)


def test_a_reckoned_day_is_not_told_by_saving(inside, lead, today):
    keep(inside, lead, 1, expected=monday(today))
    assert point(lead, 2).about
    assert keep(inside, lead, 2).before == {}
    assert not Milestone.objects.filter(place=2).exists()


def test_a_day_is_not_known_any_more(inside, lead, today):
    keep(inside, lead, 12, expected=monday(today))
    assert keep(inside, lead, 12, expected=None).before[12].expected == monday(today)
    assert known_of(fresh(lead))[12].expected is None


def test_what_cannot_be_is_refused_and_somebody_else_was_first(inside, lead, today):
    with pytest.raises(OutOfOrder):
        keep(inside, lead, 1, done_on=today + timedelta(days=1))
    row = fresh(lead)
    with pytest.raises(Stale):
        keep_milestone(row, point=point(row, 1), said=Said(done_on=today), seen=row.version + 1, by=inside.sam)


def test_a_failure_keeps_who_had_filled_it(inside, lead, today):
    keep(inside, lead, 11, done_on=today - timedelta(days=1))
    row = fresh(lead)
    fail_milestone(
        row, place=12, why=Failure.NO_SHOW, on=today, filler=Filler.COMPETITOR, rival="Brightline", who="Tom",
        words="He never came", seen=row.version, by=inside.sam,
    )  # fmt: skip
    fall = FallBack.objects.get()
    assert (fall.why, fall.filled_by, fall.who, fall.words) == ("no_show", "competitor", "Tom", "He never came")
    assert Company.objects.get(name="Brightline").competitor
    row = fresh(lead)
    assert (row.filler, row.round, row.milestone) == ("", 2, 1)


def test_a_failure_is_taken_back(inside, lead, today):
    keep(inside, lead, 11, done_on=today - timedelta(days=1))
    row = fresh(lead)
    before, step = kept(row), columns_of(row.next_step)
    fell = fail_milestone(
        row, place=12, why=Failure.NO_SHOW, on=today, filler=Filler.COMPETITOR, rival="Brightline", who="Tom",
        seen=row.version, by=inside.sam,
    )  # fmt: skip
    row = fresh(lead)
    assert kept(row) != before and columns_of(row.next_step)["reason"] == "fall_through"
    unfail_milestone(row, fell=fell, by=inside.sam)
    row = fresh(lead)
    assert kept(row) == before
    assert columns_of(row.next_step) | {"version": 0} == step | {"version": 0}
    assert not FallBack.objects.exists()
    assert Event.objects.filter(verb="lead.unfell").exists()


def test_a_failure_stays_once_something_else_has_changed(inside, lead, today):
    row = fresh(lead)
    fell = fail_milestone(
        row, place=5, why=Failure.NO_CONTENDER, on=today, filler=None, seen=row.version, by=inside.sam
    )
    keep(inside, lead, 2, done_on=today)
    with pytest.raises(Stale):
        unfail_milestone(fresh(lead), fell=fell, by=inside.sam)
    assert FallBack.objects.exists()


def test_a_failure_with_nobody(inside, lead, today):
    row = fresh(lead)
    fail_milestone(row, place=5, why=Failure.NO_CONTENDER, on=today, filler=None, seen=row.version, by=inside.sam)
    assert FallBack.objects.get().filled_by == ""
    assert not Event.objects.filter(verb="lead.filler").exists()


def test_a_failure_says_that_nobody_had_it_after_all(inside, lead, today):
    fill_place(lead, filler=Filler.OWN, who="Ann", rival="Brightline", seen=lead.version, by=inside.sam)
    assert not Company.objects.filter(name="Brightline").exists()
    row = fresh(lead)
    fail_milestone(row, place=12, why=Failure.NO_SHOW, on=today, filler=None, seen=row.version, by=inside.sam)
    assert FallBack.objects.get().filled_by == ""


def test_stale_failures_keep_no_filler(inside, lead, today):
    said = {"place": 12, "why": Failure.NO_SHOW, "on": today, "filler": Filler.US, "by": inside.sam}
    with pytest.raises(Stale):
        fail_milestone(lead, **said, seen=lead.version + 1)
    with pytest.raises(OutOfOrder):
        fail_milestone(fresh(lead), **said | {"on": today + timedelta(days=1)}, seen=lead.version)
    assert fresh(lead).filler == ""


def test_who_may_not(inside, lead, today, monkeypatch):
    monkeypatch.setattr("rightday.team.rules.ALLOWED", {role: frozenset() for role in Role})
    with pytest.raises(NotAllowed):
        keep_milestone(lead, point=point(lead, 1), said=Said(done_on=today), seen=lead.version, by=inside.priya)
    with pytest.raises(NotAllowed):
        put_facts_back(lead, facts={}, seen=lead.version, by=inside.priya)


def test_the_way_back_is_an_address(inside, lead, today):
    kept = keep(inside, lead, 2, expected=monday(today), call_on=monday(today), note="Ife, 10:00")
    again = keep(inside, lead, 2, done_on=today, note="Ife")
    address = undo_links.address(lead.pk, before=again.before, version=again.version)
    token = address.split("/")[-2]
    assert undo_links.read(token, lead.pk) == (dict(again.before), again.version)
    assert kept.before == {2: Fact()}


def test_what_ended_meanwhile_falls_through_no_more_and_says_so(inside, lead, today):
    seen = Lead.objects.get(pk=lead.pk)
    actions.end(Lead.objects.get(pk=lead.pk), kind=Ending.CANCELLED, on=today, by=inside.sam)
    with pytest.raises(Stale):
        fail_milestone(
            seen, place=12, why=Failure.NO_SHOW, on=today, filler=None, seen=seen.version, by=inside.sam
        )  # fmt: skip
