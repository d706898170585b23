"""The feedback call as a browser sees it."""

from __future__ import annotations

from datetime import timedelta
from time import perf_counter

import pytest

from rightday.calls.models import Call
from rightday.db.row_security import enter
from rightday.joborders.feedback import actions
from rightday.joborders.feedback.models import Commitment, FeedbackPlan, GapLine, LikelyObjection
from rightday.joborders.objections.models import Raised
from rightday.joborders.submittals.models import Interview
from tests import desk
from tests.counting import of_page
from tests.joborders.feedback.test_actions import TODAY, full, met


@pytest.fixture
def interview(ours):
    with enter(ours.agency):
        return full(ours)


def at(interview, rest=""):
    return f"/interviews/{interview.pk}/feedback/{rest}"


def text(answer):
    return answer.content.decode()


def test_the_first_who_opens_it_builds_the_plan(ours, interview):
    said = text(ours.client().get(at(interview)))
    for words in (
        "Martin Ahlqvist about Sanna Koskinen", "Patients book online in every clinic", "Covered", "Nobody has asked.",
        "“She writes everything down.”", "When did you last solve something like this", "+44 20 7946 0142",
        "Which number tells you that it worked?", "What did you last do with this", "“I would say yes.”",
    ):  # fmt: skip
        assert words in said
    assert "in confidence" not in said


def test_with_nothing_on_record_it_says_what_to_ask_and_of_whom(ours):
    with enter(ours.agency):
        bare = met(ours)
    said = text(ours.client().get(at(bare)))
    assert "Nobody knows this yet" in said
    assert "Which two skills can you not do without?" in said
    assert "No reference that may be quoted." in said


def test_a_round_that_was_not_held_has_none(ours, interview):
    with enter(ours.agency):
        Interview.objects.update(held="cancelled")
    answer = ours.client().get(at(interview))
    assert (answer.status_code, "They did not meet" in text(answer)) == (422, True)


def test_before_the_debrief_it_asks_for_it_and_lets_one_go_without(ours, interview):
    with enter(ours.agency):
        Interview.objects.update(debriefed_on=None, debrief="")
    browser = ours.client()
    said = text(browser.get(at(interview)))
    assert "Sanna first." in said
    assert "Keep the feedback" not in said
    assert "Keep the feedback" in text(browser.post(at(interview, "without/"), follow=True))


def test_a_line_is_corrected(ours, interview):
    browser = ours.client()
    browser.get(at(interview))
    with enter(ours.agency):
        line = GapLine.objects.get(need="challenge")
    said = text(
        browser.post(at(interview, f"lines/{line.pk}/"), {"fit": "covered", "words": "Told Martin"}, follow=True)
    )
    assert "Corrected by Sam Whitlock" in said
    assert "Told Martin" in said
    assert browser.post(at(interview, f"lines/{line.pk}/"), {"fit": "no such"}).status_code == 422
    assert "Corrected by Sam Whitlock" in text(browser.post(at(interview, "anew/"), follow=True))


def test_the_plan_in_own_words(ours, interview):
    browser = ours.client()
    browser.get(at(interview))
    typed = {"seen": 0, "objective": "A day for Friday", "opening": "Hello", "closing": "Now?\nWhen?"}
    assert "A day for Friday" in text(browser.post(at(interview, "words/"), typed, follow=True))
    assert browser.post(at(interview, "words/"), typed).status_code == 409
    assert browser.post(at(interview, "words/"), {"seen": 1}).status_code == 422


def test_what_came_of_the_call_is_one_call_and_one_next_step(ours, interview):
    browser, thursday = ours.client(), TODAY() + timedelta(days=3)
    browser.get(at(interview))
    with enter(ours.agency):
        first, second = LikelyObjection.objects.order_by("place")[:2]
    typed = {
        "decision": "wait", "words": "With Marcus on Thursday", "decides_on": thursday, "promise": "A call with Alison",
        "promise_by": thursday, "promise_side": "us", f"raised_{first.pk}": "held", f"raised_{second.pk}": "lost",
        "raised_x": "held",
    }  # fmt: skip
    said = text(browser.post(at(interview, "decision/"), typed, follow=True))
    assert "Decides later" in said
    assert "A call with Alison" in said
    with enter(ours.agency):
        call = Call.objects.get()
        assert (call.person, call.result, call.next_due) == (ours.martin, "progressed", thursday)
        assert Commitment.objects.get().next_step.due == thursday
        assert sorted(Raised.objects.values_list("held", flat=True)) == [False, True]
        assert FeedbackPlan.objects.get().decision == "wait"
    assert browser.post(at(interview, "decision/"), {"decision": "offer"}).status_code == 302
    again = browser.post(at(interview, "decision/"), {"decision": "no"})
    assert (again.status_code, "written down already" in text(again)) == (422, True)


def test_what_is_missing_is_said_and_what_was_typed_stays(ours, interview):
    browser = ours.client()
    browser.get(at(interview))
    answer = browser.post(at(interview, "decision/"), {"decision": "wait", "words": "Soon", "promise": "A CV"})
    assert answer.status_code == 422
    for words in ("write the day on which they will", "by which it is to be done", "Soon<", "A CV"):
        assert words in text(answer)


def test_a_call_to_the_candidate_is_no_call_to_the_client(ours, interview):
    with enter(ours.agency):
        submittal = interview.submittal
        step = desk.step(ours.sam, submittal.candidate.person, desk.Of.SUBMITTAL)
        type(submittal).objects.filter(pk=submittal.pk).update(next_step=step)
    browser = ours.client()
    browser.get(at(interview))
    browser.post(at(interview, "decision/"), {"decision": "offer"})
    with enter(ours.agency):
        assert not Call.objects.exists()
        assert FeedbackPlan.objects.get().decision == "offer"


def test_others_see_nothing(ours, theirs, interview):
    assert theirs.client().get(at(interview)).status_code == 404


def test_a_fixed_number_of_statements(ours, interview):
    browser = ours.client()
    browser.get(at(interview))
    one = of_page(browser, at(interview))
    with enter(ours.agency):
        order = interview.submittal.order
        for point in ("deliverables", "results"):
            order.facts.create(point=point, words="One\nTwo\nThree", said_by=ours.martin, true_on=TODAY())
        actions.build(interview, by=ours.sam)
    assert len(of_page(browser, at(interview))) == len(one) <= 24


def test_a_plan_is_built_within_its_time(ours, interview):
    with enter(ours.agency):
        actions.build(interview, by=ours.sam)
        took = min(_took(lambda: actions.build(interview, by=ours.sam)) for _five in range(5))
    assert took < 0.1


def _took(act):
    began = perf_counter()
    act()
    return perf_counter() - began
