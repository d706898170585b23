"""Evidence changes the grade, and the next step follows where the rule made it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agenda.models import NextStep
from rightday.leads import actions
from rightday.leads.models import Evidence, Lead
from rightday.leads.process import actions as process
from rightday.leads.rules import Ending, Grade, HeardEvidence, Shows
from rightday.people import search
from rightday.people.models import Person, PhoneNumber
from rightday.team import queries as team
from rightday.timeline.models import Event


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    heard = [HeardEvidence(shows, "", today) for shows in (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED)]
    heard += [HeardEvidence(Shows.PHONE_TESTED, "", today), HeardEvidence(Shows.CONTRACTORS, "Two", today)]
    return actions.create(inside.martin, heard=heard, title="Java", by=inside.sam)


def hear(cast, lead, shows, on, **more):
    return actions.add_evidence(lead, heard=HeardEvidence(shows, more.pop("words", ""), on, **more), by=cast.priya)


def step(lead):
    return Lead.objects.select_related("next_step").get(pk=lead.pk).next_step


def test_news_makes_it_hot_and_the_call_is_today(inside, lead, today):
    before = step(lead)
    hear(inside, lead, Shows.INTERVIEWING, today, words="Seeing two on Thursday", said_by_words="the market")
    after = step(lead)
    assert (before.reason, after.reason, after.pk, after.subject) == ("warm", "hot", before.pk, "Java")
    assert after.due <= before.due and after.then_reason == "warm"
    assert lead.grade_on(today) is Grade.HOT and lead.version == Lead.objects.get().version == 1
    event = Event.objects.order_by("-id").first()
    assert (event.verb, event.words, event.data["said_by"], event.data["grade"]) == (
        "lead.evidence", "Seeing two on Thursday", "the market", "Hot",
    )  # fmt: skip
    assert search.find_said("thursday") == [inside.martin.pk]


def test_from_the_manager_today_the_next_call_confirms(inside, lead, today):
    hear(inside, lead, Shows.INTERVIEWING, today, said_by=inside.martin)
    assert step(lead).kind == "confirm"
    assert today < step(lead).due < today + timedelta(days=5)


def test_a_denial_takes_the_grade_back(inside, lead, today):
    hear(inside, lead, Shows.INTERVIEWING, today)
    hear(inside, lead, Shows.NOT_INTERVIEWING, today, said_by=inside.martin)
    assert lead.grade_on(today) is Grade.WARM and step(lead).reason == "warm"
    assert Event.objects.order_by("-id").first().verb == "lead.denied"


def test_an_agreed_day_stays(inside, lead, today):
    agreed = actions.change_step(
        lead, seen_step=lead.next_step_id, due=today + timedelta(days=6), agreed=True, by=inside.sam
    )
    hear(inside, lead, Shows.INTERVIEWING, today)
    assert (step(lead).pk, step(lead).due, step(lead).reason) == (agreed.pk, agreed.due, "warm")


def test_more_of_the_same_changes_no_step(inside, lead, today):
    before = step(lead)
    hear(inside, lead, Shows.CONTEXT, today, words="Likes numbers")
    assert step(lead).version == before.version


def test_a_call_being_logged_plans_its_own(inside, lead, today):
    heard = HeardEvidence(Shows.INTERVIEWING, "", today)
    actions.add_evidence(lead, heard=[heard], by=inside.sam, replan=False)
    assert step(lead).reason == "warm" and lead.grade_on(today) is Grade.HOT


def test_evidence_on_an_ended_lead_is_kept(inside, lead, today):
    actions.end(lead, kind=Ending.CANCELLED, on=today, by=inside.sam)
    hear(inside, lead, Shows.INTERVIEWING, today)
    assert lead.hot_until == today + timedelta(days=5) and step(lead) is None


def test_evidence_about_somebody_who_said_no_is_kept(inside, lead, today):
    Person.objects.filter(pk=inside.martin.pk).update(do_not_call=True)
    hear(inside, lead, Shows.INTERVIEWING, today)
    assert lead.grade_on(today) is Grade.HOT and step(lead).reason == "warm"


def test_a_name_confirmed_is_right_on_every_lead(inside, today):
    one, two = (actions.create(inside.martin, heard=[], title=title, by=inside.sam) for title in "ab")
    actions.confirm(one, shows=Shows.NAME_CONFIRMED, by=inside.sam, words="Spelled it")
    assert set(Evidence.objects.values_list("lead_id", "shows")) == {
        (one.pk, "name_confirmed"),
        (two.pk, "name_confirmed"),
    }
    inside.martin.refresh_from_db()
    assert inside.martin.name_confirmed_on == today
    actions.confirm(one, shows=Shows.COMPANY_CONFIRMED, by=inside.sam)
    assert Evidence.objects.filter(shows="company_confirmed").count() == 1


def test_reaching_them_tests_the_phone_once(inside, today):
    one = actions.create(inside.martin, heard=[], title="a", by=inside.sam)
    assert actions.phone_tested(inside.martin, on=today, by=inside.sam) == 1
    assert actions.phone_tested(inside.martin, on=today, by=inside.sam) == 0
    assert Evidence.objects.get().lead == one


def test_a_wrong_number_voids_it(inside, today):
    lead = actions.create(inside.martin, heard=[], title="a", by=inside.sam)
    yesterday = today - timedelta(days=1)
    assert actions.phone_wrong(inside.martin, on=today, by=inside.sam) == 0  # nothing to void
    actions.phone_tested(inside.martin, on=yesterday, by=inside.sam)
    PhoneNumber.objects.filter(pk=inside.number.pk).update(state="reached")
    assert actions.phone_wrong(inside.martin, on=today, by=inside.sam) == 0  # another number reaches them
    PhoneNumber.objects.filter(pk=inside.number.pk).update(state="wrong")
    assert actions.phone_wrong(inside.martin, on=today, by=inside.sam) == 1
    assert [piece.shows for piece in lead.evidence.order_by("id")] == ["phone_tested", "phone_wrong"]


def tracked(cast, lead, today):
    """Its second interview is expected in three weeks, and they have been spoken to."""
    process.reach(lead, place=6, on=today, seen=lead.version, by=cast.sam)
    process.expect(lead, place=7, day=today + timedelta(days=21), seen=lead.version, by=cast.sam)
    Lead.objects.filter(pk=lead.pk).update(last_talk_on=today - timedelta(days=10))
    found = Lead.objects.select_related("person__company").get(pk=lead.pk)
    process.note_milestone(found, place=7, words="Panel", seen=found.version, by=cast.sam)
    process.expect(found, place=7, day=today + timedelta(days=22), seen=found.version, by=cast.sam)
    return found


def test_hot_news_goes_before_a_later_milestone_and_its_denial_brings_that_back(inside, lead, today):
    found = tracked(inside, lead, today)
    before = step(found)
    assert (before.kind, before.subject) == ("milestone", "2nd interview completed")
    hear(inside, found, Shows.INTERVIEWING, today)
    hot = step(found)
    assert (hot.kind, hot.reason, hot.subject, hot.pk) == ("lead", "hot", "Java", before.pk)
    hear(inside, found, Shows.NOT_INTERVIEWING, today)
    assert (step(found).kind, step(found).subject) == ("milestone", "2nd interview completed")


def test_more_of_the_same_leaves_a_milestone_as_it_is(inside, lead, today):
    found = tracked(inside, lead, today)
    before = step(found)
    hear(inside, found, Shows.CONTEXT, today, words="Likes numbers")
    assert step(found).version == before.version


def test_who_wants_no_call_stays_off_the_sheet_whatever_is_heard(inside, lead, today):
    Lead.objects.update(uncalled_on=today)
    NextStep.objects.update(kind="find_out", place=9)
    hear(inside, Lead.objects.get(), Shows.INTERVIEWING, today)
    assert (step(lead).kind, step(lead).place, step(lead).reason) == ("find_out", 9, "hot")


def test_many_at_once_keep_the_days_agreed(inside, lead, today):
    agreed = actions.change_step(
        lead, seen_step=lead.next_step_id, due=today + timedelta(days=6), agreed=True, by=inside.sam
    )
    found = Lead.objects.select_related("person__company").get(pk=lead.pk)
    heard = HeardEvidence(Shows.INTERVIEWING, "", today)
    actions.add_evidence_to_many([(found, [heard])], by=inside.sam)
    assert (step(lead).pk, step(lead).reason, found.grade_on(today)) == (agreed.pk, "warm", Grade.HOT)
