"""Planning, replanning, putting in order anew, and what a day is meant for."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from rightday.agencies.models import Agency
from rightday.agencies.once import Stale
from rightday.agenda import actions
from rightday.agenda.models import IntendedOutcome, NextStep
from rightday.agenda.rules import Achievement, DoNotCall, Kind, Reason
from rightday.people.models import Company, Person
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event
from tests.agenda.test_queries import plan
from tests.agenda.test_rules import DAY, formula

SATURDAY = date(2026, 11, 28)
VALUES = {
    "kind": Kind.CONFIRM,
    "reason": Reason.HOT,
    "why": "Goes stale tomorrow.",
    "objective": "Still",
    "fact_on": DAY,
}


def test_a_day_moves_to_a_working_day_of_the_place(inside):
    assert plan(inside, due=SATURDAY).due == date(2026, 11, 30)
    Company.objects.filter(pk=inside.halden.pk).update(country="AE")
    inside.martin.company.refresh_from_db()
    friday = date(2026, 11, 27)
    assert plan(inside, due=friday).due == friday


def test_an_agreed_day_stays(inside):
    step = plan(inside, due=SATURDAY, agreed=True, earliest=time(11))
    assert (step.due, step.earliest, step.agreed_until) == (SATURDAY, time(11), SATURDAY + timedelta(days=3))


def test_the_zone_is_where_they_are(inside):
    assert plan(inside).zone == "Europe/London"
    inside.martin.zone, inside.martin.company.zone = "", "America/New_York"
    assert plan(inside).zone == "America/New_York"


def test_who_said_no_is_not_planned(inside):
    inside.martin.do_not_call = True
    with pytest.raises(DoNotCall):
        plan(inside)
    assert NextStep.objects.count() == 0


def test_works_with_agencies_is_the_companys_where_the_persons_is_unknown(inside):
    plain = plan(inside).rank
    inside.martin.company.works_with_agencies = False
    assert plan(inside).rank < plain
    inside.martin.works_with_agencies = True
    assert plan(inside).rank > plain


def test_long_words_are_cut_and_kept(inside):
    step = plan(inside, why="w" * 400, objective="o" * 400, subject="s" * 400)
    assert (len(step.why), len(step.objective), len(step.subject)) == (300, 300, 200)


def test_replanning_keeps_the_step(inside):
    step = plan(inside)
    again = actions.replan(step, by=inside.sam, due=DAY, holds_until=DAY + timedelta(days=1), **VALUES)
    assert (again.pk, again.kind, again.version, again.urgent_until) == (step.pk, "confirm", 1, DAY + timedelta(days=1))
    NextStep.objects.filter(pk=step.pk).delete()
    with pytest.raises(Stale):
        actions.replan(step, by=inside.sam, due=DAY, **VALUES)


def test_replanning_many_is_replanning_each(inside):
    one, other = plan(inside), plan(inside)
    actions.replan(one, by=inside.sam, due=DAY, subject="Two testers", **VALUES)
    actions.replan_many([(other, {"due": DAY, "subject": "Two testers", **VALUES})], by=inside.sam)
    columns = [f.attname for f in NextStep._meta.concrete_fields if f.name not in {"id", "made_at"}]
    mine, theirs = NextStep.objects.filter(pk__in=[one.pk, other.pk]).order_by("pk").values_list(*columns)
    assert mine == theirs
    other.person.do_not_call = True
    actions.replan_many([(other, {"due": DAY, **VALUES})], by=inside.sam)  # who said no keeps the step as it is
    assert NextStep.objects.get(pk=other.pk).version == 1


def test_a_member_who_left_plans_nothing(inside):
    inside.jo.left_at = inside.jo.joined_at
    with pytest.raises(NotAllowed):
        actions.plan(owner=inside.sam, person=inside.martin, company=None, by=inside.jo, due=DAY, **VALUES)


def test_a_call_changes_the_order_of_a_persons_steps(inside):
    step = plan(inside, reason=Reason.HOT, holds_until=DAY, then=Reason.RAN_OUT)
    Person.objects.filter(pk=inside.martin.pk).update(dials=10, talks=9)
    assert actions.reorder_for(inside.martin, by=inside.sam) == 1
    step.refresh_from_db()
    assert 2**step.chance == pytest.approx(10.2 / 18)
    assert (step.then_reason, step.holds_until) == ("ran_out", DAY)
    assert actions.reorder_for(Person.objects.create(name="Other", key="other"), by=inside.sam) == 0


def test_an_edit_changes_the_order_and_the_hours(inside):
    step = plan(inside)
    before = step.rank
    Person.objects.filter(pk=inside.martin.pk).update(zone="America/New_York", works_with_agencies=True)
    actions.reorder_for(inside.martin, by=inside.sam)
    step.refresh_from_db()
    assert step.zone == "America/New_York"
    assert step.rank - before == pytest.approx(0.3785, abs=1e-3)  # log2(1.3)


def test_a_company_changes_the_order_of_everybodys_steps(inside):
    step, other = plan(inside), plan(inside)
    NextStep.objects.filter(pk=step.pk).update(company=inside.halden)
    before = step.rank
    Person.objects.filter(pk=inside.martin.pk).update(zone="")
    Company.objects.filter(pk=inside.halden.pk).update(works_with_agencies=True, zone="America/New_York")
    assert actions.reorder_for_company(inside.halden, by=inside.sam) == 2
    step.refresh_from_db()
    other.refresh_from_db()
    assert (step.zone, other.zone) == ("America/New_York", "America/New_York")
    assert step.rank > before
    nobody = Company.objects.create(name="Corvid", key="corvid")
    assert actions.reorder_for_company(nobody, by=inside.sam) == 0


def test_changed_numbers_put_every_step_in_order_anew(inside):
    steps = [plan(inside) for _ in range(3)]
    Agency.objects.filter(pk=inside.agency.pk).update(settings={"score": {"worth": {"warm": [2, 90]}}}, version=7)
    assert actions.rescore(by=inside.sam, batch=2) == steps[1].pk
    assert not Event.objects.filter(verb="agenda.rescored").exists()
    assert actions.rescore(by=inside.sam, after=steps[1].pk, batch=2) is None
    for step in steps:
        before = step.rank
        step.refresh_from_db()
        assert step.rank - before == pytest.approx(2.3219, abs=1e-3)  # log2(2 / 0.4)
    assert Event.objects.filter(verb="agenda.rescored").count() == 1
    with pytest.raises(NotAllowed):
        actions.rescore(by=inside.priya)


def intend(cast, **changed):
    values = {
        "day": DAY,
        "words": "Two meetings",
        "outcomes": {Achievement.MEETING_BOOKED: 2},
        "seen": None,
        "by": cast.sam,
    }
    return actions.intend(cast.sam, **values | changed)


def test_the_second_to_say_what_a_day_is_for_is_told(inside):
    first = intend(inside)
    assert (first.words, first.version) == ("Two meetings", 0)
    with pytest.raises(Stale):
        intend(inside, words="Other")
    second = intend(inside, words="Three", outcomes={Achievement.MEETING_BOOKED: 3}, seen=0)
    assert (second.pk, second.version) == (first.pk, 1)
    assert list(IntendedOutcome.objects.values_list("kind", "count")) == [("meeting_booked", 3)]
    with pytest.raises(Stale):
        intend(inside, words="Lost", seen=0)
    assert second.words == "Three"


def test_somebody_elses_day_is_a_managers(inside):
    with pytest.raises(NotAllowed):
        actions.intend(inside.sam, day=DAY, words="x", outcomes={}, seen=None, by=inside.priya)
    assert actions.intend(inside.jo, day=DAY, words="x", outcomes={}, seen=None, by=inside.sam).member == inside.jo


def test_the_score_of_a_planned_step_is_the_formula(inside):
    step = plan(inside, reason=Reason.ADVERT, introduced=True)
    facts = {"reason": Reason.ADVERT, "fact_on": DAY, "due": DAY, "agreed": False, "dials": 0, "talks": 0,
             "introduced": True, "works_with_agencies": None, "holds_until": None, "then": None, "weight": 1.0}  # fmt: skip
    assert 2 ** (step.rank - DAY.toordinal() * step.fade + step.chance) == pytest.approx(formula(facts, DAY))


def test_a_step_handed_over_is_due_by_then(inside):
    far = plan(inside, due=date(2026, 12, 10))
    moved = actions.hand_over(far, to=inside.jo, no_later=DAY, by=inside.jo)
    kept = NextStep.objects.get(pk=far.pk)
    assert (kept.owner, kept.due, kept.version) == (inside.jo, DAY, 1)
    assert (moved.owner, moved.due, moved.version) == (inside.jo, DAY, 1)
    assert actions.hand_over(moved, to=inside.sam, no_later=SATURDAY, by=inside.jo).due == DAY


def test_a_step_handed_over_keeps_an_agreed_day_and_one_that_is_no_call(inside):
    later = date(2026, 12, 10)
    for step in (plan(inside, due=later, agreed=True), plan(inside, due=later, kind=Kind.FIND_OUT)):
        assert actions.hand_over(step, to=inside.jo, no_later=DAY, by=inside.jo).due == later


def test_no_step_is_handed_over_to_a_holiday_of_theirs(inside):
    step = plan(inside, due=date(2026, 12, 10))
    assert actions.hand_over(step, to=inside.jo, no_later=SATURDAY, by=inside.jo).due == date(2026, 11, 30)


def test_a_step_that_is_done_is_not_handed_over(inside):
    step = plan(inside)
    NextStep.objects.all().delete()
    with pytest.raises(Stale):
        actions.hand_over(step, to=inside.jo, no_later=DAY, by=inside.jo)
