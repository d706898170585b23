"""Logging a result: everything that follows from it, at once or not at all."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Achievement as Kinds
from rightday.calls import actions, queries
from rightday.calls.models import Achievement, Call, OnThePhone
from rightday.calls.rules import Level, NextWish, Result, Said
from rightday.db.row_security import enter
from rightday.leads import actions as leads
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import Ending, Grade, HeardEvidence, Shows
from rightday.people import search
from rightday.people.models import Permission, Person, PhoneNumber
from rightday.timeline.models import Event
from tests.calls.conftest import lead_of
from tests.conftest import Cast

TUESDAY = datetime(2026, 11, 24, 9, 40)
DAY = date(2026, 11, 24)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_tuesday")]


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(TUESDAY, tick=False):
        yield


def step_of(lead: Lead) -> NextStep:
    return Lead.objects.select_related("next_step").get(pk=lead.pk).next_step


def test_progress_leaves_a_next_step_and_tells_what_happened(inside: Cast, hot: Lead) -> None:
    done = hot.next_step_id
    logged = actions.log_result(
        done, result=Result.PROGRESSED, by=inside.sam, note="Seeing two on Thursday", level=Level.REALISTIC,
        answers={"decides": "Friday", "no": "  "}, achieved=[Kinds.COMMITMENT, Kinds.COMMITMENT, Kinds.LEAD],
    )  # fmt: skip
    call = Call.objects.get()
    assert (call.result, call.day, call.level, call.note) == ("progressed", DAY, "realistic", "Seeing two on Thursday")
    assert call.answers == {"decides": "Friday"}
    assert (call.step, call.member, call.number) == (done, inside.sam, inside.number)
    assert step_of(hot) == logged.next_step
    assert not NextStep.objects.filter(pk=done).exists()
    # Heard on the 23rd: hot until the 28th, a Saturday; the working day before it is Friday.
    assert (logged.next_step.kind, logged.next_step.due) == ("confirm", date(2026, 11, 27))
    assert (logged.next_step.reason, logged.next_step.holds_until) == ("hot", date(2026, 11, 28))
    assert (call.next_said, call.next_due) == ("confirming call", date(2026, 11, 27))
    assert sorted(Achievement.objects.values_list("kind", flat=True)) == ["commitment", "lead"]
    event = Event.objects.get(verb="call.logged")
    assert (event.by, event.lead, event.words, event.data["result"]) == (
        inside.sam, hot, "Seeing two on Thursday", "Progressed",
    )  # fmt: skip


def test_reaching_them_tests_the_phone_and_makes_the_lead_hot(inside: Cast, hot: Lead) -> None:
    assert hot.grade_on(DAY) is Grade.NONE
    actions.log_result(hot.next_step_id, result=Result.MET, by=inside.sam)
    assert Lead.objects.get(pk=hot.pk).grade_on(DAY) is Grade.HOT
    number = PhoneNumber.objects.get()
    assert (number.state, number.reached_on) == ("reached", DAY)
    martin = Person.objects.get()
    assert (martin.dials, martin.talks) == (1, 1)


def test_no_answer_counts_a_try_and_marks_the_number(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(warm.next_step_id, result=Result.NO_ANSWER, by=inside.sam)
    assert (logged.next_step.tries, logged.next_step.due) == (1, date(2026, 11, 26))
    assert (logged.call.next_said, logged.next_step.earliest) == ("try again", time(14, 30))
    assert PhoneNumber.objects.get().state == "rang_out"
    martin = Person.objects.get()
    assert (martin.dials, martin.talks, martin.last_talk_at) == (1, 0, None)
    assert logged.next_step.reason == warm.next_step.reason
    assert logged.next_step.why == f"{warm.next_step.why} Tried once, last on Tue 24 Nov."


def test_a_number_that_reached_them_is_not_untested_by_ringing_out(inside: Cast, warm: Lead) -> None:
    PhoneNumber.objects.update(state="reached", reached_on=date(2026, 11, 2))
    actions.log_result(warm.next_step_id, result=Result.NO_ANSWER, by=inside.sam)
    assert PhoneNumber.objects.get().state == "reached"


def test_a_wrong_number_takes_the_grade_away_and_asks_for_another(inside: Cast, warm: Lead) -> None:
    assert warm.grade_on(DAY) is Grade.WARM
    logged = actions.log_result(warm.next_step_id, result=Result.WRONG_NUMBER, by=inside.sam)
    assert PhoneNumber.objects.get().state == "wrong"
    assert Lead.objects.get(pk=warm.pk).grade_on(DAY) is Grade.NONE
    assert (logged.next_step.objective, logged.next_step.due) == ("A number that reaches Martin", date(2026, 11, 25))
    again = actions.log_result(logged.next_step.pk, result=Result.NO_ANSWER, by=inside.sam)
    assert again.call.number is None


def test_the_number_said_is_the_one_that_is_marked(inside: Cast, warm: Lead) -> None:
    other = PhoneNumber.objects.create(person=inside.martin, typed="020 7946 0143", e164="+442079460143")
    actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam, number=other.pk)
    assert PhoneNumber.objects.get(pk=other.pk).state == "reached"
    assert PhoneNumber.objects.get(pk=inside.number.pk).state == "untested"


def test_a_number_of_somebody_else_is_not_marked(inside: Cast, warm: Lead) -> None:
    jane = Person.objects.create(name="Jane Okafor", key="okafor jane")
    hers = PhoneNumber.objects.create(person=jane, typed="020 7946 0199", e164="+442079460199")
    logged = actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam, number=hers.pk)
    assert logged.call.number == inside.number


def test_what_was_heard_becomes_evidence(inside: Cast, warm: Lead) -> None:
    heard = HeardEvidence(Shows.INTERVIEWING, "two on Thursday", DAY, said_by=inside.martin)
    logged = actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam, heard=[heard])
    assert Lead.objects.get(pk=warm.pk).grade_on(DAY) is Grade.HOT
    assert (logged.next_step.kind, logged.next_step.reason) == ("confirm", "hot")
    assert logged.next_step.fact_on == DAY


def test_the_day_they_named_is_agreed_and_the_permission_kept(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(
        warm.next_step_id, result=Result.NOT_NOW, by=inside.sam, said=Said(date(2026, 12, 5), time(10))
    )
    assert (logged.next_step.due, logged.next_step.earliest, logged.next_step.agreed) == (
        date(2026, 12, 5), time(10), True,
    )  # fmt: skip
    permission = Permission.objects.get()
    assert (permission.answer, permission.words) == ("given", "Call on Sat 5 Dec")


def test_a_no_to_the_next_call_is_no_refusal_of_every_call(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam, said=Said(may_call=False))
    assert logged.call.answers == {"permission": "no"}
    assert not Permission.objects.exists()
    assert not Person.objects.get().do_not_call


def test_a_yes_without_a_day_is_kept_too(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam, said=Said(may_call=True))
    assert logged.call.answers == {"permission": "yes"}
    assert Permission.objects.get().words == "May be called about the next decision"


def test_a_day_chosen_goes_before_the_rule(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(
        warm.next_step_id, result=Result.MET, by=inside.sam, next=NextWish(date(2026, 12, 1), time(15), agreed=True)
    )
    assert (logged.next_step.due, logged.next_step.earliest) == (date(2026, 12, 1), time(15))


def test_not_recruiting_after_all_ends_the_lead(inside: Cast, warm: Lead) -> None:
    logged = actions.log_result(
        warm.next_step_id,
        result=Result.NOT_INTERESTED,
        by=inside.sam,
        note="Froze hiring",
        ending=Ending.NOT_RECRUITING,
    )
    lead = Lead.objects.select_related("outcome").get(pk=warm.pk)
    assert (logged.next_step, lead.next_step_id, lead.outcome.kind) == (None, None, "not_recruiting")
    assert (logged.call.next_said, logged.call.next_due) == ("", None)


def test_do_not_call_ends_every_lead_of_theirs(inside: Cast, warm: Lead) -> None:
    other = lead_of(inside, Shows.RUMOUR)
    actions.log_result(
        warm.next_step_id, result=Result.NOT_INTERESTED, by=inside.sam, note="Never again", ending=Ending.DO_NOT_CONTACT
    )
    assert Person.objects.get().do_not_call
    assert set(Lead.objects.values_list("outcome__kind", flat=True)) == {"do_not_contact"}
    assert Lead.objects.get(pk=other.pk).next_step_id is None


def test_somebody_who_said_no_meanwhile_loses_no_note(inside: Cast, warm: Lead) -> None:
    Person.objects.update(do_not_call=True)
    logged = actions.log_result(warm.next_step_id, result=Result.NO_ANSWER, by=inside.sam, note="kept")
    assert (logged.next_step, logged.call.note) == (None, "kept")


def test_the_second_result_for_a_step_is_told_who_was_first(inside: Cast, warm: Lead) -> None:
    step = warm.next_step_id
    actions.log_result(step, result=Result.PROGRESSED, by=inside.priya)
    with pytest.raises(Stale) as told:
        actions.log_result(step, result=Result.MET, by=inside.sam, lead_id=warm.pk)
    assert told.value.message == "Priya Nair has logged this call already: Progressed."
    assert (told.value.who, told.value.when.replace(tzinfo=None)) == ("Priya Nair", TUESDAY)
    assert Call.objects.count() == 1


def test_a_step_that_was_replaced_meanwhile_is_told(inside: Cast, warm: Lead) -> None:
    step = warm.next_step_id
    leads.change_step(warm, seen_step=step, due=date(2026, 12, 1), by=inside.priya)
    with pytest.raises(Stale, match="was changed while you were on the phone"):
        actions.log_result(step, result=Result.MET, by=inside.sam, lead_id=warm.pk)


@pytest.mark.parametrize("lead_id", [None, 999_999])
def test_a_step_that_never_was_is_not_found(inside: Cast, warm: Lead, lead_id: int | None) -> None:
    with pytest.raises(NextStep.DoesNotExist):
        actions.log_result(999_999, result=Result.MET, by=inside.sam, lead_id=lead_id)


def test_a_step_of_another_agency_is_not_found(inside: Cast, warm: Lead, theirs: Cast) -> None:
    with enter(theirs.agency), pytest.raises(NextStep.DoesNotExist):
        actions.log_result(warm.next_step_id, result=Result.MET, by=theirs.sam, lead_id=warm.pk)
    assert actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam).next_step


def test_another_open_lead_of_theirs_is_reordered_and_its_phone_tested(inside: Cast, warm: Lead) -> None:
    other = lead_of(inside, Shows.RUMOUR)
    before = step_of(other).chance
    actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam)
    assert step_of(other).chance > before
    assert Evidence.objects.filter(lead=other, shows="phone_tested").count() == 1


def test_a_note_is_found_again(inside: Cast, warm: Lead) -> None:
    actions.log_result(warm.next_step_id, result=Result.MET, by=inside.sam, note="wants kubernetes people")
    assert search.find_said("kubernetes") == [inside.martin.pk]


def test_logging_takes_few_statements(inside: Cast, warm: Lead) -> None:
    with agencies.at_hand(inside.agency), CaptureQueriesContext(connection) as seen:
        actions.log_result(warm.next_step_id, result=Result.NO_ANSWER, by=inside.sam)
    statements = [one["sql"] for one in seen if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(statements) <= 17, "\n".join(statements)


def test_picking_up_shows_to_colleagues_until_the_result(inside: Cast, warm: Lead) -> None:
    actions.pick_up(inside.martin, by=inside.priya)
    now = datetime.now().astimezone()
    assert queries.on_the_phone(now=now) == {inside.martin.pk: "Priya Nair"}
    assert queries.on_the_phone(now=now, besides=inside.priya) == {}
    assert queries.on_the_phone(now=now + timedelta(hours=2)) == {}
    actions.log_result(warm.next_step_id, result=Result.NO_ANSWER, by=inside.priya)
    assert not OnThePhone.objects.exists()


def test_picking_up_somebody_else_lets_the_first_go(inside: Cast) -> None:
    jane = Person.objects.create(name="Jane Okafor", key="okafor jane")
    actions.pick_up(inside.martin, by=inside.priya)
    actions.pick_up(jane, by=inside.priya)
    assert OnThePhone.objects.get().person == jane
    actions.hang_up(by=inside.priya)
    assert not OnThePhone.objects.exists()
