"""The next step that a hiring process asks for: its day, its words, its worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agenda.rules import Kind, Reason
from rightday.leads.process import steps
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Failure, Filler
from rightday.leads.process.steps import Fall, Process
from rightday.leads.process.track import Fact, points
from rightday.leads.step_rules import StepRule
from rightday.leads.step_rules import _weekdays as add

TODAY = date(2026, 11, 24)  # a Tuesday
EVIDENCE = StepRule(
    Kind.LEAD, Reason.WARM, "Had contractors.", "When they end", date(2026, 11, 20), date(2026, 11, 26),
    date(2027, 2, 18), Reason.NAME_ONLY,
)  # fmt: skip
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FALL = Fall("Start date", Failure.NO_SHOW, date(2026, 11, 23), MORNING, 1, 1.8, "competitor", "Brightline")


def process(known: dict[int, Fact] | None = None, *, fall: Fall | None = None) -> Process:
    return Process(DEFAULT_TEMPLATE, known or {}, date(2026, 11, 1), fall)


def done_to(place: int) -> dict[int, Fact]:
    """Everything up to a place was reached on Monday."""
    answer = {5: "yes", 8: "yes"}
    return {one: Fact(done_on=date(2026, 11, 23), answer=answer.get(one, "")) for one in range(1, place + 1)}


def next_step(found: Process, evidence: StepRule = EVIDENCE, *, first: bool = False, spoken: bool = False) -> StepRule:
    return steps.next_step(found, evidence, TODAY, add=add, first=first, talked_at=None, spoken=spoken)


@pytest.mark.parametrize(
    ("place", "day", "due", "why"),
    [
        (1, date(2026, 11, 26), date(2026, 11, 27), "CVs received is expected on Thu 26 Nov."),
        (2, date(2026, 11, 26), date(2026, 11, 26), "Interviews booked is expected on Thu 26 Nov."),
        (7, date(2026, 11, 26), date(2026, 11, 27), "2nd interview completed is expected on Thu 26 Nov."),
        (7, date(2026, 11, 20), TODAY, "2nd interview completed was expected on Fri 20 Nov."),
        (8, date(2026, 11, 26), date(2026, 11, 27), "Still a contender to offer to is expected on Thu 26 Nov."),
        (10, date(2026, 11, 26), date(2026, 11, 30), "Written offer and acceptance is expected on Thu 26 Nov."),
        (12, date(2026, 12, 1), date(2026, 12, 1), "Start date is expected on Tue 1 Dec."),
        (13, date(2027, 3, 30), date(2027, 3, 23), "Probation completed is expected on Tue 30 Mar."),
    ],
)
def test_each_milestone_is_called_about_on_its_day(place: int, day: date, due: date, why: str) -> None:
    found = next_step(process({**done_to(place - 1), place: Fact(expected=day)}))
    mark = DEFAULT_TEMPLATE.mark(place)
    assert (found.kind, found.due, found.why) == (Kind.MILESTONE, due, why)
    assert (found.subject, found.objective, found.agreed) == (mark.name, mark.about, False)


def test_a_decision_is_worth_a_decision_and_a_step_what_the_lead_is() -> None:
    step = next_step(process({1: Fact(expected=TODAY)}))
    assert (step.reason, step.fact_on, step.holds_until, step.then) == (
        Reason.WARM, EVIDENCE.fact_on, EVIDENCE.holds_until, Reason.NAME_ONLY,
    )  # fmt: skip
    decision = next_step(process({**done_to(8), 9: Fact(expected=TODAY)}))
    assert (decision.reason, decision.fact_on, decision.holds_until) == (Reason.DECISION, TODAY, None)


def test_a_day_that_nobody_told_is_about() -> None:
    assert next_step(process(done_to(5))).why == "2nd interview arranged is expected about Wed 25 Nov."


def test_a_decision_is_called_about_with_what_comes_before_it() -> None:
    ahead = process({**done_to(3), 4: Fact(expected=date(2026, 11, 26)), 5: Fact(expected=date(2026, 11, 26))})
    track = ahead.track(add)
    assert steps.call_day(track[4], track[3], TODAY, add=add) == date(2026, 11, 27)
    assert next_step(ahead).subject == "Interviews completed"


def test_the_day_agreed_goes_before_the_steps_on_the_way() -> None:
    known = {1: Fact(expected=TODAY), 5: Fact(expected=date(2026, 12, 2), call_on=date(2026, 12, 2))}
    agreed = next_step(process(known), spoken=True)
    assert (agreed.subject, agreed.due, agreed.agreed) == ("At least one contender?", date(2026, 12, 2), True)
    assert agreed.why.endswith("You agreed to call.") and agreed.reason is Reason.DECISION
    gone = {1: Fact(expected=TODAY), 5: Fact(expected=date(2026, 12, 2), call_on=date(2026, 11, 20))}
    assert next_step(process(gone)).subject == "CVs received"


def test_the_call_of_the_evidence_goes_first_only_where_it_cannot_wait() -> None:
    later = process({1: Fact(expected=date(2026, 12, 10))})
    assert next_step(later).kind is Kind.MILESTONE
    assert next_step(later, first=True) is EVIDENCE
    sooner = process({2: Fact(expected=TODAY), 1: Fact(done_on=TODAY)})
    assert next_step(sooner, first=True).kind is Kind.MILESTONE
    same = process({1: Fact(done_on=TODAY), 2: Fact(expected=EVIDENCE.due)})
    assert next_step(same, first=True).kind is Kind.MILESTONE


def test_who_was_just_spoken_to_is_not_called_again_today() -> None:
    overdue = process({1: Fact(expected=date(2026, 11, 10))})
    assert next_step(overdue).due == TODAY
    assert next_step(overdue, spoken=True).due == date(2026, 11, 25)


@pytest.mark.parametrize("known", [{}, {4: Fact(note="A panel of three")}])
def test_without_a_day_there_is_no_process_to_call_about(known: dict[int, Fact]) -> None:
    assert next_step(process(known)) is EVIDENCE


def test_when_all_is_done_the_lead_wants_its_outcome() -> None:
    found = next_step(process(done_to(13)))
    assert (found.kind, found.due) == (Kind.KEEP_IN_TOUCH, date(2026, 11, 25))
    assert found.why == "Probation completed: the whole process is done. Note how it ended."
    assert process(done_to(13)).decision == 13


def test_a_fall_through_is_due_today_with_its_weight_and_who_had_filled_it() -> None:
    found = next_step(process(fall=FALL))
    assert (found.kind, found.reason, found.due, found.fact_on, found.weight) == (
        Kind.MILESTONE, Reason.FALL_THROUGH, TODAY, FALL.on, 1.8,
    )  # fmt: skip
    assert found.why == "Start date, Mon 23 Nov: did not start. Brightline had filled it."
    assert (found.subject, found.objective) == (
        "Start date", "How soon they need somebody, and three names from us today",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("filled_by", "words"),
    [("", "did not start."), (Filler.US.value, "We had filled it."), (Filler.OWN.value, "Their own hire had filled it."),
     (Filler.COMPETITOR.value, "A competitor had filled it.")],
)  # fmt: skip
def test_who_filled_it_is_said_as_far_as_it_is_known(filled_by: str, words: str) -> None:
    assert steps.fall_words(replace(FALL, filled_by=filled_by, who="")).endswith(words)


def test_once_spoken_about_or_overtaken_by_news_a_fall_is_over() -> None:
    fallen = process(fall=FALL)
    assert fallen.fell_since(None) is FALL and fallen.fell_since(MORNING) is FALL
    assert fallen.fell_since(MORNING + timedelta(minutes=1)) is None
    assert process({1: Fact(expected=TODAY)}, fall=FALL).fell_since(None) is None
    carried = process({4: Fact(done_on=TODAY)}, fall=replace(FALL, restarts_at=5))
    assert carried.fell_since(None) is not None
    assert process().fell_since(None) is None


@pytest.mark.parametrize("why", list(Failure))
def test_every_failure_has_its_objective(why: Failure) -> None:
    assert steps.FALL_OBJECTIVE[why]


def test_a_day_named_is_the_next_decisions() -> None:
    day = date(2026, 11, 28)  # a Saturday
    told = steps.on_their_day(process({1: Fact(expected=TODAY)}), EVIDENCE, day, TODAY, add=add, agreed=True)
    assert (told.subject, told.due, told.agreed, told.reason) == (
        "At least one contender?", day, True, Reason.DECISION,
    )  # fmt: skip
    alone = steps.on_their_day(process({1: Fact(expected=TODAY)}), EVIDENCE, day, TODAY, add=add, agreed=False)
    assert (alone.due, alone.agreed) == (date(2026, 11, 30), False)
    assert alone.why == "At least one contender is expected on Sat 28 Nov."
    over = steps.on_their_day(process(done_to(13)), EVIDENCE, day, TODAY, add=add, agreed=True)
    assert (over.kind, over.due, over.agreed) == (Kind.KEEP_IN_TOUCH, day, True)


def test_a_process_without_decisions_agrees_on_its_next_step() -> None:
    marks = tuple(replace(mark, agree=False) for mark in DEFAULT_TEMPLATE.marks)
    plain = Process(replace(DEFAULT_TEMPLATE, marks=marks), {1: Fact(done_on=TODAY)}, TODAY)
    assert plain.decision == 2
    assert process({1: Fact(done_on=TODAY)}).decision == 5


SINCE = date(2026, 11, 2)


def find_out(found: Process | None, today: date = TODAY) -> StepRule:
    return steps.find_out(found, EVIDENCE, SINCE, today, add=add, talked_at=None)


def test_who_wants_no_call_is_tracked_through_others() -> None:
    plain = find_out(None)
    assert (plain.kind, plain.due, plain.objective) == (
        Kind.FIND_OUT, date(2026, 12, 2), "Know what became of it, from somebody else",
    )  # fmt: skip
    assert plain.why == "No call about it, they said on Mon 2 Nov."
    assert find_out(None, date(2027, 1, 2)).due == date(2027, 1, 4)
    assert find_out(process()).due == plain.due
    assert find_out(process(done_to(13))).due == plain.due


def test_others_are_asked_about_the_milestone_on_its_day() -> None:
    known = {**done_to(11), 12: Fact(expected=date(2026, 12, 1), call_on=date(2026, 12, 1))}
    asked = find_out(process(known))
    assert (asked.kind, asked.due, asked.agreed, asked.subject) == (
        Kind.FIND_OUT, date(2026, 12, 1), False, "Start date",
    )  # fmt: skip
    assert asked.why == "Start date is expected on Tue 1 Dec. No call about it, they said on Mon 2 Nov."
    assert asked.objective == "Did they walk in? Ask others."
    assert find_out(process(fall=FALL)).reason is Reason.FALL_THROUGH


def test_a_point_without_a_day_is_the_next_thing_to_happen() -> None:
    point = points(DEFAULT_TEMPLATE, {}, begun=TODAY, add=add)[0]
    assert steps.expected_words(point, TODAY) == "CVs received: the next thing to happen."


DAYS = st.dates(TODAY - timedelta(days=200), TODAY + timedelta(days=400))
FACTS = st.builds(
    Fact, st.none() | DAYS, st.none() | DAYS, st.sampled_from(["", "yes", "no"]), st.just(""), st.booleans(),
    st.none() | DAYS,
)  # fmt: skip
KNOWN = st.dictionaries(st.integers(1, 13), FACTS)


@given(KNOWN, st.none() | st.just(FALL), st.booleans(), st.booleans())
def test_there_is_always_a_step_with_its_words_and_never_in_the_past(
    known: dict[int, Fact], fall: Fall | None, first: bool, spoken: bool
) -> None:
    found = next_step(process(known, fall=fall), first=first, spoken=spoken)
    assert found.due >= TODAY and found.why and found.objective
    assert found.agreed or add(found.due, 0) == found.due
    asked = find_out(process(known, fall=fall))
    assert asked.kind is Kind.FIND_OUT and asked.due >= TODAY and not asked.agreed
