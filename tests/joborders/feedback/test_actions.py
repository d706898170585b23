"""The verbs of the feedback call."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.joborders.feedback import actions
from rightday.joborders.feedback.models import FeedbackPlan, GapLine, LikelyObjection
from rightday.joborders.feedback.rules import Decision, Fit
from rightday.joborders.models import OrderFact, OrderSkill
from rightday.joborders.objections.models import Objection, Raised
from rightday.joborders.submittals.models import Interview, Submittal
from rightday.people.models import Position
from rightday.talent.models import PersonSkill
from rightday.talent.models_shown import Deed, Quote, Reference
from rightday.team.rules import Refused
from tests import desk

TODAY = timezone.localdate


def met(cast, *, round=2, **changed):
    order = desk.order(cast.sam, cast.martin)
    submittal = desk.submittal(order, desk.candidate(cast.sam), **changed)
    return desk.interview(submittal, round=round, debriefed_on=TODAY(), debrief="I would say yes.")


def full(cast, **changed):
    """An interview with a goal that is covered by a reference, a challenge nobody asked about, and two skills."""
    interview = met(cast, **changed)
    order, person = interview.submittal.order, interview.submittal.candidate.person
    for point, words in (("goal", "Patients book online in every clinic"), ("challenges", "It fails on Mondays")):
        OrderFact.objects.create(order=order, point=point, words=words, said_by=cast.martin, true_on=TODAY())
    for name in ("Kafka", "Go"):
        OrderSkill.objects.create(order=order, skill=desk.skill(name))
    PersonSkill.objects.create(person=person, skill=desk.skill("Kafka"), shown="proven", years=4)
    position = Position.objects.create(person=person, company=cast.halden, title="Engineer")
    reference = Reference.objects.create(
        candidate=interview.submittal.candidate, referee=desk.someone("Alison Pike"), state="given", named_on=TODAY()
    )
    for words, may in (("She writes everything down.", True), ("Patients book online in every clinic: a lie", False)):
        quote = Quote.objects.create(reference=reference, words=words, may_quote=may, said_on=TODAY())
    deed = {"position": position, "kind": "project", "source": "reference", "said_on": TODAY()}
    Deed.objects.create(words="Moved every clinic to online booking for patients", **deed)
    Deed.objects.create(words="It fails on Mondays, in confidence", quote=quote, **deed)
    return interview


def lines():
    return [(row.need, row.proposed, row.fit) for row in GapLine.objects.order_by("place")]


def test_a_plan_is_built_from_the_record(inside):
    plan = actions.build(full(inside), by=inside.sam)
    assert lines() == [
        ("goal", "covered", ""), ("challenge", "unknown", ""), ("skill", "covered", ""), ("skill", "unknown", ""),
    ]  # fmt: skip
    goal = GapLine.objects.get(need="goal")
    assert (goal.deed.words, goal.quote) == ("Moved every clinic to online booking for patients", None)
    assert plan.objective == "Martin commits to a date for the offer decision."
    assert len(plan.closing) == 5
    first = LikelyObjection.objects.order_by("place").first()
    assert first.line.need == "challenge"
    assert "Alison Pike says of Sanna: “She writes everything down.”" in first.rebuttal


def test_what_was_said_in_confidence_is_nowhere_in_it(inside):
    actions.build(full(inside), by=inside.sam)
    said = [*GapLine.objects.values_list("words", "why"), *LikelyObjection.objects.values_list("rebuttal", "words")]
    assert not any("lie" in text or "in confidence" in text for pair in said for text in pair)


def test_nothing_on_record_is_still_a_plan(inside):
    plan = actions.build(met(inside, round=1), by=inside.sam)
    assert lines() == []
    assert plan.opening.startswith("Martin, before I give you Sanna’s side")
    assert LikelyObjection.objects.filter(line=None).count() == 2
    assert Objection.objects.count() > 30


def test_money_is_expected_where_the_bill_is_over_what_they_pay(inside):
    actions.build(met(inside, bill=71_000), by=inside.sam)
    assert LikelyObjection.objects.filter(objection__about="money").count() == 3


def test_a_correction_stays_when_the_record_is_read_anew(inside):
    interview = full(inside)
    actions.build(interview, by=inside.sam)
    before = LikelyObjection.objects.filter(line__need="challenge").count()
    actions.correct(GapLine.objects.get(need="challenge"), fit=Fit.COVERED, words=" Told Martin. ", by=inside.priya)
    assert before > 0 == LikelyObjection.objects.filter(line__need="challenge").count()
    OrderFact.objects.create(
        order=interview.submittal.order, point="challenges", words="Something else", true_on=TODAY(), known=True
    )
    actions.build(interview, by=inside.sam)
    corrected = GapLine.objects.get(fit="covered")
    assert (corrected.words, corrected.corrected_by, corrected.place) == ("Told Martin.", inside.priya, 4)
    actions.build(interview, by=inside.sam)
    assert GapLine.objects.count() == 5
    assert FeedbackPlan.objects.count() == 1


def test_a_correction_of_a_need_that_is_still_said_stays_in_its_place(inside):
    interview = full(inside)
    actions.build(interview, by=inside.sam)
    actions.correct(GapLine.objects.get(need="goal"), fit=Fit.PARTLY, words="Half", by=inside.sam)
    actions.build(interview, by=inside.sam)
    assert lines()[0] == ("goal", "covered", "partly")


def test_own_words_stay_and_two_editors_do_not_lose_each_other(inside):
    interview = full(inside)
    plan = actions.build(interview, by=inside.sam)
    mine = {"objective": " A day ", "opening": "Martin?", "closing": ["Now?", " "], "by": inside.sam}
    actions.edit(plan, seen=0, **mine)
    with pytest.raises(Stale):
        actions.edit(plan, seen=0, **mine)
    plan = actions.build(interview, by=inside.sam)
    assert (plan.objective, plan.opening, plan.closing, plan.version) == ("A day", "Martin?", ["Now?"], 1)


@pytest.mark.parametrize("held", ["cancelled", "no_show"])
def test_who_did_not_meet_has_no_plan(inside, held):
    interview = met(inside)
    interview.held = held
    with pytest.raises(Refused):
        actions.build(interview, by=inside.sam)


@pytest.mark.parametrize("decision", [Decision.FORWARD, Decision.OFFER])
def test_a_yes_leaves_one_next_step(inside, decision):
    plan = actions.build(met(inside), by=inside.sam)
    left = actions.decide(plan, decision=decision, words=" Her words ", by=inside.sam)
    there, interview = Submittal.objects.get(), Interview.objects.get()
    assert (there.next_step_id, left.of) == (left.pk, "submittal")
    assert (interview.forward, interview.feedback, interview.held) == (True, "Her words", "held")
    assert NextStep.objects.filter(of="submittal").count() == 1
    assert FeedbackPlan.objects.get().decision == decision.value


def test_a_no_stops_the_submittal(inside):
    plan = actions.build(met(inside), by=inside.sam)
    assert actions.decide(plan, decision=Decision.NO, words="Not enough Go", by=inside.sam) is None
    assert Submittal.objects.get().stop.kind == "client_no"
    assert not NextStep.objects.filter(of="submittal").exists()


def test_who_decides_later_names_the_day(inside):
    plan = actions.build(met(inside), by=inside.sam)
    for day in (None, TODAY() - timedelta(days=1)):
        with pytest.raises(Refused):
            actions.decide(plan, decision=Decision.WAIT, words="", decides_on=day, by=inside.sam)
    thursday = TODAY() + timedelta(days=3)
    left = actions.decide(plan, decision=Decision.WAIT, words="", decides_on=thursday, by=inside.sam)
    assert (left.due, left.agreed, left.kind) == (thursday, True, "feedback")
    assert Interview.objects.get().forward is None
    assert actions.decide(plan, decision=Decision.OFFER, words="", by=inside.sam) is not None
    assert Interview.objects.get().forward is True


def test_after_the_call_the_plan_stays_as_it_was(inside):
    interview = full(inside)
    plan = actions.build(interview, by=inside.sam)
    actions.decide(plan, decision=Decision.OFFER, words="", by=inside.sam)
    with pytest.raises(Refused):
        actions.decide(plan, decision=Decision.NO, words="", by=inside.sam)
    with pytest.raises(Refused):
        actions.correct(GapLine.objects.first(), fit=Fit.MISSING, words="", by=inside.sam)
    OrderFact.objects.all().update(words="Something else")
    assert actions.build(interview, by=inside.sam).decision == "offer"
    assert lines()[0] == ("goal", "covered", "")


def test_an_objection_that_was_raised_counts_once(inside):
    actions.build(met(inside), by=inside.sam)
    expected = LikelyObjection.objects.select_related("objection", "answer", "plan").first()
    for _twice in range(2):
        actions.heard(expected, held=True, by=inside.sam)
    time = Raised.objects.get()
    assert (time.person, time.held, time.answer) == (inside.martin, True, expected.answer)
    assert Objection.objects.get(pk=expected.objection_id).held == 1


def test_one_that_the_library_does_not_know_counts_nowhere(inside):
    plan = actions.build(met(inside), by=inside.sam)
    own = LikelyObjection.objects.create(plan=plan, place=90, words="Something")
    actions.heard(own, held=False, by=inside.sam)
    assert LikelyObjection.objects.get(pk=own.pk).was_raised is True
    assert not Raised.objects.exists()


def test_the_candidate_is_asked_first(inside):
    interview = met(inside)
    Interview.objects.update(debriefed_on=None)
    with pytest.raises(Refused):
        actions.decide(actions.build(interview, by=inside.sam), decision=Decision.NO, words="", by=inside.sam)
