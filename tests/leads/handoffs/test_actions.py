"""Handing a lead on: whose it is, whose turn it is, and until when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from rightday.agencies.models import Agency
from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind
from rightday.calls import actions as calls
from rightday.calls.rules import Result
from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.handoffs import actions as hand_offs
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rules import Answer, Return
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people.models import Person
from rightday.team.models import Identity, Member
from rightday.team.rules import NotAllowed, Refused, Role
from rightday.timeline.models import Event
from tests.conftest import cast
from tests.threads import together

TUESDAY = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)
KNOWN = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TUESDAY, tick=False) as moved:
        yield moved


def make(members, *shows, person=None, by=None, owner=None):
    heard = [HeardEvidence(each, "Words", TUESDAY.date() - timedelta(days=1)) for each in (*KNOWN, *shows)]
    made = actions.create(
        person or members.martin, heard=heard, title="Java", by=by or members.priya, owner=owner or members.priya
    )
    return fresh(made)


def fresh(lead):
    return Lead.objects.select_related("owner", "next_step", "person__company", "company").get(pk=lead.pk)


def offer(members, lead, *, to=None, by=None, words="She likes Tomás."):
    return hand_offs.offer(lead, to=to or members.jo, words=words, seen=lead.version, by=by or members.priya)


def kept(hand_off):
    return HandOff.objects.get(pk=hand_off.pk)


def told():
    return list(Event.objects.order_by("id").values_list("verb", flat=True))[1:]


@pytest.fixture
def hot(inside):
    return make(inside, Shows.INTERVIEWING)


# Offering


def test_an_offer_waits_for_its_receiver_and_stays_the_givers(inside, hot):
    made = offer(inside, hot)
    now = fresh(hot)
    assert (made.grade, made.answer, made.words) == ("hot", "", "She likes Tomás.")
    assert made.answer_by == datetime(2026, 11, 24, 11, 42, tzinfo=UTC)
    assert (now.owner, now.next_step.owner, now.version) == (inside.priya, inside.priya, hot.version)
    assert told() == ["lead.offered"]
    assert hot.version == 1
    assert str(made) == "2026-11-24 "


@pytest.mark.parametrize(
    ("shows", "grade", "until"),
    [
        ((Shows.CONTRACTORS,), "warm", "2026-11-25T09:42+00:00"),
        ((Shows.PROJECT,), "cold", "2026-11-27T09:42+00:00"),
        ((), "none", "2026-11-27T09:42+00:00"),
    ],
)
def test_each_grade_has_its_clock(inside, shows, grade, until):
    made = offer(inside, make(inside, *shows))
    assert (made.grade, made.answer_by) == (grade, datetime.fromisoformat(until))


def test_the_clock_runs_in_the_working_hours_of_the_receiver(inside, hot, clock):
    Member.objects.filter(pk=inside.jo.pk).update(zone="America/New_York")
    jo = Member.objects.get(pk=inside.jo.pk)
    assert offer(inside, hot, to=jo).answer_by == datetime(2026, 11, 24, 15, 30, tzinfo=UTC)  # 10:30 there


def test_nights_weekends_and_holidays_do_not_count(inside, hot, clock):
    clock.move_to(datetime(2026, 12, 24, 17, 0, tzinfo=UTC))
    # Christmas, Boxing Day moved to Monday
    assert offer(inside, hot).answer_by > datetime(2026, 12, 29, 8, 30, tzinfo=UTC)


def test_the_team_may_have_agreed_otherwise(inside, hot):
    Agency.objects.filter(pk=inside.agency.pk).update(settings={"handoffs": {"answer_hot": 1.0}})
    assert offer(inside, hot).answer_by == TUESDAY + timedelta(hours=1)


def test_not_to_oneself(inside, hot):
    with pytest.raises(Refused, match="yours already"):
        offer(inside, hot, to=inside.priya)
    with pytest.raises(Refused, match="Priya Nair’s already"):
        offer(inside, hot, to=inside.priya, by=inside.sam)
    with pytest.raises(Refused, match="change its owner"):
        offer(inside, hot, to=inside.sam, by=inside.sam)
    assert not HandOff.objects.exists()


def test_not_to_somebody_who_left(inside, hot):
    inside.jo.left_at = TUESDAY
    with pytest.raises(Refused, match="Jo Lindqvist has left"):
        offer(inside, hot)


def test_not_a_lead_that_ended(inside, hot):
    actions.end(hot, kind=Ending.CANCELLED, on=TUESDAY.date(), by=inside.sam)
    with pytest.raises(Refused, match="has ended"):
        offer(inside, fresh(hot))


def test_not_a_second_time_while_one_waits(inside, hot):
    offer(inside, hot)
    with pytest.raises(Refused, match="waits for Jo Lindqvist’s answer, until today, 11:42"):
        offer(inside, hot, to=inside.sam)
    assert HandOff.objects.count() == 1


def test_not_a_lead_that_has_changed_meanwhile(inside, hot):
    seen = fresh(hot)
    actions.edit(hot, seen=hot.version, title="Kotlin", by=inside.sam)
    with pytest.raises(Stale) as stale:
        offer(inside, seen)
    assert (stale.value.who, stale.value.when) == ("Sam Whitlock", TUESDAY)


def test_whoever_has_left_offers_nothing(inside, hot):
    inside.priya.left_at = TUESDAY
    with pytest.raises(NotAllowed):
        offer(inside, hot)


# Accepting


def test_accepting_moves_the_lead_and_its_step(inside, hot, clock):
    NextStep.objects.filter(pk=hot.next_step_id).update(due=date(2026, 12, 10))
    made = offer(inside, hot)
    clock.move_to(TUESDAY + timedelta(hours=1))
    accepted = hand_offs.accept(made, by=inside.jo)
    now = fresh(hot)
    assert (now.owner, now.next_step.owner, now.next_step_id) == (inside.jo, inside.jo, hot.next_step_id)
    assert now.next_step.due == date(2026, 11, 24)
    assert accepted.call_by == kept(made).call_by == TUESDAY + timedelta(hours=5)
    assert (kept(made).answer, kept(made).answered_at) == (Answer.ACCEPTED, TUESDAY + timedelta(hours=1))
    assert told() == ["lead.offered", "lead.accepted"]


def test_a_step_due_sooner_stays(inside, hot):
    was = hot.next_step.due
    lead = make(inside, Shows.PROJECT)
    NextStep.objects.filter(pk=lead.next_step_id).update(due=was)
    hand_offs.accept(offer(inside, lead), by=inside.jo)
    assert fresh(lead).next_step.due == was


def test_a_day_agreed_with_them_stays_and_the_clock_waits_for_it(inside, hot):
    day = date(2026, 12, 3)
    actions.change_step(hot, seen_step=hot.next_step_id, due=day, agreed=True, by=inside.priya)
    lead = fresh(hot)
    accepted = hand_offs.accept(offer(inside, lead), by=inside.jo)
    assert fresh(lead).next_step.due == day
    assert accepted.call_by == datetime(2026, 12, 3, 18, 0, tzinfo=UTC)


def test_a_step_that_is_no_call_has_no_clock(inside, hot):
    day = date(2026, 12, 10)
    NextStep.objects.filter(pk=hot.next_step_id).update(kind=Kind.FIND_OUT, due=day)
    accepted = hand_offs.accept(offer(inside, hot), by=inside.jo)
    assert (accepted.call_by, fresh(hot).next_step.due) == (None, day)


def test_a_key_pressed_twice_accepts_once(inside, hot):
    made = offer(inside, hot)
    first, again = (hand_offs.accept(made, by=inside.jo) for _ in range(2))
    assert (first.pk, again.answer) == (made.pk, Answer.ACCEPTED)
    assert told().count("lead.accepted") == 1


def test_of_two_who_accept_the_second_sees_who_was_first(inside, hot):
    made = offer(inside, hot)
    hand_offs.accept(made, by=inside.sam)  # a manager takes on what Jo does not get to
    with pytest.raises(Stale, match="Sam Whitlock has accepted this lead already") as stale:
        hand_offs.accept(made, by=inside.jo)
    assert (stale.value.who, stale.value.when) == ("Sam Whitlock", TUESDAY)
    assert (fresh(hot).owner, kept(made).receiver) == (inside.sam, inside.sam)


@pytest.mark.usefixtures("at_once")
def test_accepted_by_two_people_at_once_one_wins(transactional_db):
    members = cast("Brightwater")
    with enter(members.agency):
        lead = make(members, Shows.INTERVIEWING)
        made = offer(members, lead)
    people = [members.jo, members.sam]

    def work(i):
        with enter(members.agency):
            return hand_offs.accept(HandOff.objects.get(pk=made.pk), by=people[i])

    answers = together(2, work)
    won = [one for one in answers if isinstance(one, HandOff)]
    lost = [one for one in answers if isinstance(one, Stale)]
    assert (len(won), len(lost)) == (1, 1), answers
    with enter(members.agency):
        owner = fresh(lead).owner
        assert lost[0].who == owner.name
        assert fresh(lead).next_step.owner == owner
        assert Event.objects.filter(verb="lead.accepted").count() == 1


@pytest.mark.usefixtures("at_once")
def test_offered_by_two_people_at_once_one_waits(transactional_db):
    members = cast("Brightwater")
    with enter(members.agency):
        lead = make(members, Shows.INTERVIEWING)

    def work(i):
        with enter(members.agency):
            return offer(members, fresh(lead), to=members.jo, by=[members.priya, members.sam][i])

    answers = together(2, work)
    assert sorted(type(one).__name__ for one in answers) in (["HandOff", "Refused"], ["HandOff", "Stale"])
    with enter(members.agency):
        assert HandOff.objects.waiting().count() == 1


def test_nobody_else_accepts(inside, hot):
    made = offer(inside, hot)
    with pytest.raises(Refused, match="offered to Jo Lindqvist"):
        hand_offs.accept(made, by=inside.priya)
    identity = Identity.objects.create_user("el@brightwater.example", name="El Mace")
    other = Member.objects.create(identity=identity, name="El Mace", role=Role.SALESPERSON)
    with pytest.raises(Refused, match="offered to Jo Lindqvist"):
        hand_offs.accept(made, by=other)
    with pytest.raises(Refused, match="offered to Jo Lindqvist"):
        hand_offs.give_back(made, reason=Return.MOVED, words="", by=other)


def test_a_manager_who_gave_it_does_not_accept_for_the_receiver(inside):
    made = offer(inside, make(inside, Shows.INTERVIEWING, by=inside.sam, owner=inside.sam), by=inside.sam)
    with pytest.raises(Refused, match="offered to Jo"):
        hand_offs.accept(made, by=inside.sam)
    with pytest.raises(Refused, match="offered to Jo"):
        hand_offs.give_back(made, reason=Return.MOVED, words="", by=inside.sam)


def test_what_ended_meanwhile_waits_no_more(inside, hot):
    made = offer(inside, hot)
    actions.end(fresh(hot), kind=Ending.CANCELLED, on=TUESDAY.date(), by=inside.priya)
    assert kept(made).answer == Answer.WITHDRAWN
    with pytest.raises(Stale, match="The lead ended"):
        hand_offs.accept(made, by=inside.jo)
    assert told() == ["lead.offered", "lead.withdrawn", "lead.ended"]


def test_an_ended_lead_is_not_accepted_even_where_its_offer_waits(inside, hot):
    made = offer(inside, hot)
    actions.end(fresh(hot), kind=Ending.CANCELLED, on=TUESDAY.date(), by=inside.priya)
    HandOff.objects.filter(pk=made.pk).update(answer="")
    with pytest.raises(Refused, match="ended meanwhile"):
        hand_offs.accept(made, by=inside.jo)


def test_what_went_to_another_owner_waits_no_more(inside, hot):
    made = offer(inside, hot)
    lead = fresh(hot)
    actions.edit(lead, seen=lead.version, title="Java", owner=inside.sam, by=inside.priya)
    with pytest.raises(Stale, match="Sam Whitlock’s now"):
        hand_offs.accept(made, by=inside.jo)


# Returning, taking back, keeping


def test_returning_says_what_was_missing(inside, hot):
    made = offer(inside, hot)
    hand_offs.give_back(made, reason=Return.MOVED, words=" Paul left in October. ", by=inside.jo)
    back = kept(made)
    assert (back.answer, back.reason, back.answer_words) == (Answer.RETURNED, "moved", "Paul left in October.")
    assert (fresh(hot).owner, list(HandOff.objects.came_back())) == (inside.priya, [made])
    assert told() == ["lead.offered", "lead.returned"]
    assert Event.objects.latest("id").data["reason"] == "the person has moved"


def test_another_reason_needs_words(inside, hot):
    made = offer(inside, hot)
    with pytest.raises(Refused, match="what was missing"):
        hand_offs.give_back(made, reason=Return.OTHER, words="  ", by=inside.jo)
    hand_offs.give_back(made, reason=Return.OTHER, words="Their site closes.", by=inside.jo)
    with pytest.raises(Stale, match="Jo Lindqvist has sent this lead back already"):
        hand_offs.give_back(made, reason=Return.MOVED, words="", by=inside.jo)


def test_mended_and_offered_again(inside, hot):
    hand_offs.give_back(offer(inside, hot), reason=Return.MOVED, words="", by=inside.jo)
    again = offer(inside, fresh(hot), words="Ada has his team now.")
    assert not HandOff.objects.came_back().exists()
    hand_offs.accept(again, by=inside.jo)
    assert fresh(hot).owner == inside.jo


def test_kept_after_it_came_back(inside, hot):
    made = offer(inside, hot)
    hand_offs.give_back(made, reason=Return.MOVED, words="", by=inside.jo)
    with pytest.raises(Refused):
        hand_offs.keep(kept(made), by=inside.jo)
    hand_offs.keep(kept(made), by=inside.priya)
    assert kept(made).seen_at == TUESDAY


def test_what_waits_cannot_be_kept(inside, hot):
    made = offer(inside, hot)
    hand_offs.keep(made, by=inside.priya)
    assert kept(made).seen_at is None


def test_an_offer_is_taken_back_by_who_made_it(inside, hot):
    made = offer(inside, hot)
    with pytest.raises(Refused, match="Priya Nair offered this lead"):
        hand_offs.withdraw(made, by=inside.jo)
    hand_offs.withdraw(made, by=inside.priya)
    assert (kept(made).answer, told()) == (Answer.WITHDRAWN, ["lead.offered", "lead.withdrawn"])
    with pytest.raises(Stale, match="Priya Nair has taken this lead back") as stale:
        hand_offs.accept(made, by=inside.jo)
    assert stale.value.who == "Priya Nair"
    offer(inside, fresh(hot))


# Clocks


def test_what_nobody_answers_goes_back(inside, hot, clock):
    made, later = offer(inside, hot), offer(inside, make(inside, Shows.CONTRACTORS))
    clock.move_to(TUESDAY + timedelta(hours=1, minutes=59))
    assert hand_offs.lapse_due(now=datetime.now(UTC)) == 0
    clock.move_to(TUESDAY + timedelta(hours=2))
    assert hand_offs.lapse_due(now=datetime.now(UTC)) == 1
    assert hand_offs.lapse_due(now=datetime.now(UTC)) == 0
    assert (kept(made).answer, kept(later).answer) == (Answer.LAPSED, "")
    assert list(HandOff.objects.came_back()) == [made]
    assert fresh(hot).owner == inside.priya
    assert told()[-1] == "lead.lapsed"
    with pytest.raises(Stale, match="The time to answer was over") as stale:
        hand_offs.accept(made, by=inside.jo)
    assert (stale.value.who, stale.value.when) == ("", TUESDAY + timedelta(hours=2))


def test_what_is_answered_while_others_lapse_stays_answered(inside, clock, monkeypatch):
    first, second = (offer(inside, make(inside, Shows.INTERVIEWING)) for _ in range(2))
    clock.move_to(TUESDAY + timedelta(hours=2))
    record = hand_offs.timeline.record

    def accepted_meanwhile(verb, **told):
        HandOff.objects.filter(pk=second.pk).update(answer=Answer.ACCEPTED)
        return record(verb, **told)

    monkeypatch.setattr(hand_offs.timeline, "record", accepted_meanwhile)
    assert hand_offs.lapse_due(now=datetime.now(UTC)) == 1
    assert (kept(first).answer, kept(second).answer) == (Answer.LAPSED, Answer.ACCEPTED)


def test_an_answer_after_its_time_counts_until_it_went_back(inside, hot, clock):
    made = offer(inside, hot)
    clock.move_to(TUESDAY + timedelta(hours=3))
    hand_offs.accept(made, by=inside.jo)
    assert fresh(hot).owner == inside.jo


def test_an_answer_and_the_clock_at_the_same_moment(inside, hot, monkeypatch):
    made = offer(inside, hot)
    read = hand_offs._waiting

    def lapsed_meanwhile(*args):
        found = read(*args)
        hand_offs.lapse_due(now=made.answer_by)
        return found

    monkeypatch.setattr(hand_offs, "_waiting", lapsed_meanwhile)
    with pytest.raises(Stale, match="The time to answer was over"):
        hand_offs.accept(made, by=inside.jo)


def test_the_first_call_stops_the_clock(inside, hot, clock):
    hand_offs.accept(offer(inside, hot), by=inside.jo)
    clock.move_to(TUESDAY + timedelta(hours=1))
    logged = calls.log_result(hot.next_step_id, result=Result.PROGRESSED, by=inside.jo)
    assert HandOff.objects.get().called_at == logged.call.at
    said = Event.objects.get(verb="lead.first_called")
    assert said.data["in_time"] == "in time"
    calls.log_result(logged.next_step.pk, result=Result.NO_ANSWER, by=inside.jo)
    assert HandOff.objects.get().called_at == logged.call.at
    assert Event.objects.filter(verb="lead.first_called").count() == 1


def test_a_first_call_may_be_late(inside, hot, clock):
    hand_offs.accept(offer(inside, hot), by=inside.jo)
    clock.move_to(TUESDAY + timedelta(days=1))
    calls.log_result(hot.next_step_id, result=Result.NO_ANSWER, by=inside.jo)
    assert Event.objects.get(verb="lead.first_called").data["in_time"] == "late"


def test_a_call_taken_back_lets_the_clock_run_again(inside, hot):
    hand_offs.accept(offer(inside, hot), by=inside.jo)
    logged = calls.log_result(hot.next_step_id, result=Result.NO_ANSWER, by=inside.jo)
    calls.undo(logged.call.pk, by=inside.jo)
    assert HandOff.objects.get().called_at is None


def test_a_call_before_it_is_accepted_is_the_givers(inside, hot):
    made = offer(inside, hot)
    logged = calls.log_result(hot.next_step_id, result=Result.PROGRESSED, by=inside.priya)
    assert kept(made).called_at is None
    hand_offs.accept(made, by=inside.jo)
    assert fresh(hot).next_step == logged.next_step


def test_a_call_without_any_hand_off_is_none(inside, hot):
    assert hand_offs.called(hot, at=TUESDAY, by=inside.priya) is False
    hand_offs.withdraw(offer(inside, hot), by=inside.priya)
    assert hand_offs.called(hot, at=TUESDAY, by=inside.priya) is False


def test_a_lead_handed_on_twice_has_one_clock(inside, hot):
    first = hand_offs.accept(offer(inside, hot), by=inside.jo)
    lead = fresh(hot)
    second = hand_offs.accept(offer(inside, lead, to=inside.sam, by=inside.jo), by=inside.sam)
    hand_offs.called(fresh(hot), at=TUESDAY, by=inside.sam)
    assert (kept(first).called_at, kept(second).called_at) == (None, TUESDAY)


def test_other_agencies_see_nothing_of_it(inside, hot):
    made = offer(inside, hot)
    other = cast("Other Firm")
    with enter(other.agency):
        assert not HandOff.objects.exists()
        with pytest.raises(Lead.DoesNotExist):
            hand_offs.accept(made, by=other.jo)
        assert not Person.objects.filter(pk=inside.martin.pk).exclude(pk=other.martin.pk).exists()
