"""A watch is put down, asked about again, answered, becomes a lead, or is dropped."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.agenda.rules import Kind
from rightday.leads.models import Evidence, Intelligence, Lead
from rightday.leads.rules import Grade, Shows
from rightday.leads.watching import actions
from rightday.leads.watching.actions_sightings import see
from rightday.leads.watching.models import Sighting
from rightday.leads.watching.rules import QUESTION, Found, Watching
from rightday.leads.watching.sightings import SightingKind
from rightday.people.models import Company
from rightday.team import actions_agency
from rightday.team import queries as team
from rightday.team.rules import NotAllowed, Refused
from rightday.timeline import queries as timeline

WORDS = "Two data engineers, on their website"


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def one(inside):
    return actions.watch(inside.halden, words=f" {WORDS} ", by=inside.sam)


@pytest.fixture
def harrow(inside):
    return Company.objects.create(name="Harrow & Pike", key="harrow pike", competitor=True)


def told(company):
    return [(row.title, row.words) for row in timeline.of_company(company.pk) if "advertis" in row.title]


class TestWatching:
    def test_it_is_asked_about_in_thirty_days(self, inside, one, today):
        assert (one.due, one.owner, one.shows, one.question) == (
            today + timedelta(days=30), inside.sam, "advert", QUESTION,
        )  # fmt: skip
        assert (one.words, one.true_on, one.company, one.closed_on) == (WORDS, today, inside.halden, None)
        ((title, words),) = told(inside.halden)
        assert title.startswith("Sam put down an advertisement without a manager; asks about it on")
        assert words == WORDS

    def test_the_agency_says_after_how_many(self, inside, today):
        actions_agency.change_numbers(
            inside.agency, section="watches", numbers=Watching(10), seen=inside.agency.version, by=inside.sam
        )
        seen_on = today - timedelta(days=3)
        assert actions.watch(inside.halden, words=WORDS, true_on=seen_on, by=inside.sam).due == today + timedelta(
            days=7
        )
        assert actions.watch(inside.halden, words=WORDS, due=today, owner=inside.jo, by=inside.sam).owner == inside.jo

    def test_a_day_past_is_refused(self, inside, today):
        with pytest.raises(Refused, match="past"):
            actions.watch(inside.halden, words=WORDS, due=today - timedelta(days=1), by=inside.sam)
        assert not Intelligence.objects.exists()

    def test_who_left_does_nothing(self, inside, one, today):
        inside.jo.left_at = one.recorded_at
        for act in (
            lambda: actions.watch(inside.halden, words=WORDS, by=inside.jo),
            lambda: actions.postpone(one, due=today, seen=0, by=inside.jo),
            lambda: actions.answer(one, found=Found.GONE, on=today, seen=0, by=inside.jo),
            lambda: actions.became(one, person=inside.martin, seen=0, by=inside.jo),
            lambda: actions.drop(one, seen=0, by=inside.jo),
        ):
            with pytest.raises(NotAllowed):
                act()


class TestStillOpen:
    def test_it_is_asked_again_on_another_day(self, inside, one, today):
        later = today + timedelta(days=14)
        actions.postpone(one, due=later, seen=0, words="Still interviewing", by=inside.priya)
        kept = Intelligence.objects.get()
        assert (kept.due, kept.owner, kept.version, kept.closed_on) == (later, inside.sam, 1, None)
        assert told(inside.halden)[0][1] == "Still interviewing"

    def test_what_nobody_watched_is_watched_by_who_asked(self, inside, today):
        heard = Intelligence.objects.create(
            company=inside.halden, words="x", true_on=today, recorded_at="2026-11-01T00:00Z"
        )
        actions.postpone(heard, due=today, seen=0, by=inside.priya)
        kept = Intelligence.objects.get()
        assert (kept.owner, kept.question) == (inside.priya, QUESTION)

    def test_a_day_past_is_refused(self, inside, one, today):
        with pytest.raises(Refused):
            actions.postpone(one, due=today - timedelta(days=1), seen=0, by=inside.sam)
        assert Intelligence.objects.get().version == 0


class TestAnswered:
    def test_a_competitor_who_filled_it_was_seen_there(self, inside, one, today, harrow):
        actions.answer(
            one, found=Found.COMPETITOR, on=today, who=" Ana Duarte ", rival=harrow, words="Their receptionist", seen=0,
            by=inside.sam,
        )  # fmt: skip
        kept = Intelligence.objects.get()
        assert (kept.answer, kept.closed_on) == ("Filled by a competitor: Harrow & Pike, Ana Duarte", today)
        seen = Sighting.objects.get()
        assert (seen.competitor, seen.company, seen.kind, seen.with_words, seen.seen_on) == (
            harrow, inside.halden, "filled", "Ana Duarte", today,
        )  # fmt: skip
        assert any("found out what became" in title for title, _ in told(inside.halden))

    @pytest.mark.parametrize("found", list(Found))
    def test_nobody_is_seen_where_nobody_is_named(self, inside, one, today, found):
        actions.answer(one, found=found, on=today, seen=0, by=inside.sam)
        assert Intelligence.objects.get().closed_on == today
        assert not Sighting.objects.exists()

    def test_a_competitor_beside_another_answer_is_refused(self, inside, one, today, harrow):
        with pytest.raises(Refused, match="competitor"):
            actions.answer(one, found=Found.OWN, on=today, rival=harrow, seen=0, by=inside.sam)
        assert Intelligence.objects.get().closed_on is None


class TestTheManagerIsFound:
    def test_what_was_heard_becomes_the_evidence_of_a_lead(self, inside, one, today):
        lead = actions.became(one, person=inside.martin, title=" two data engineers ", seen=0, by=inside.priya)
        assert (lead.person, lead.owner, lead.title, lead.grade_on(today)) == (
            inside.martin, inside.sam, "two data engineers", Grade.NONE,
        )  # fmt: skip
        assert lead.next_step.kind == Kind.QUALIFY
        heard = Evidence.objects.get(lead=lead, shows=Shows.ADVERT)
        assert (heard.words, heard.true_on, heard.said_by_words) == (WORDS, today, "the market")
        kept = Intelligence.objects.get()
        assert (kept.became, kept.closed_on, kept.answer) == (lead, today, "Manager found: Martin Ahlqvist")
        assert any("found the manager" in row.title for row in timeline.of_lead(lead.pk))

    def test_of_somebody_who_said_no_nobody_is_called(self, inside, one):
        type(inside.martin).objects.filter(pk=inside.martin.pk).update(do_not_call=True)
        inside.martin.refresh_from_db()
        assert actions.became(one, person=inside.martin, seen=0, by=inside.sam).outcome is not None


class TestReopened:
    def test_an_answer_is_taken_back_with_the_competitor_seen(self, inside, one, today, harrow):
        seen = actions.answer(one, found=Found.COMPETITOR, on=today, rival=harrow, seen=0, by=inside.sam)
        actions.reopen(one, seen=one.version, sighting=seen.pk, by=inside.sam)
        kept = Intelligence.objects.get()
        assert (kept.answer, kept.closed_on, kept.version) == ("", None, 2)
        assert kept.due >= today
        assert not Sighting.objects.exists()
        assert any("asks about the advertised place again" in title for title, _ in told(inside.halden))

    def test_what_was_seen_elsewhere_stays(self, inside, one, today, harrow):
        other = see(harrow, kind=SightingKind.CALLED, seen_on=today, by=inside.sam, company=inside.halden)
        actions.drop(one, seen=0, by=inside.sam)
        actions.reopen(one, seen=one.version, sighting=other.pk, by=inside.sam)
        assert Sighting.objects.exists()

    def test_not_what_is_open_or_has_changed(self, inside, one):
        with pytest.raises(Stale):
            actions.reopen(one, seen=one.version, by=inside.sam)
        actions.drop(one, seen=0, by=inside.sam)
        with pytest.raises(Stale):
            actions.reopen(one, seen=0, by=inside.sam)


def test_dropped(inside, one, today):
    actions.drop(one, seen=0, words="An old advertisement", by=inside.sam)
    kept = Intelligence.objects.get()
    assert (kept.closed_on, kept.answer) == (today, "An old advertisement")
    assert told(inside.halden)[0] == ("Sam asks no more about the advertised place", "An old advertisement")


def test_of_two_at_once_the_second_is_told(inside, one, today, harrow):
    again = Intelligence.objects.select_related("company", "owner").get()
    actions.postpone(one, due=today, seen=0, by=inside.sam)
    for act in (
        lambda: actions.postpone(again, due=today, seen=0, by=inside.jo),
        lambda: actions.answer(again, found=Found.COMPETITOR, on=today, rival=harrow, seen=0, by=inside.jo),
        lambda: actions.became(again, person=inside.martin, seen=0, by=inside.jo),
        lambda: actions.drop(again, seen=0, by=inside.jo),
    ):
        with pytest.raises(Stale):
            act()
    assert (Sighting.objects.count(), Lead.objects.count()) == (0, 0)
    actions.drop(one, seen=1, by=inside.sam)
    with pytest.raises(Stale):  # what is closed stays closed
        actions.drop(one, seen=2, by=inside.sam)
