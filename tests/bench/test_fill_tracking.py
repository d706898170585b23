from __future__ import annotations

from datetime import timedelta

from rightday.agencies import clock
from rightday.agencies.models import Agency
from rightday.bench.fill_tracking import AGES
from rightday.db.row_security import enter
from rightday.leads.handoffs.models import HandOff
from rightday.leads.lead_words import words_of
from rightday.leads.lists.models import LeadWord
from rightday.leads.models import Lead, Outcome
from rightday.leads.process.models import Milestone
from rightday.leads.process.rules import DEFAULT_TEMPLATE
from rightday.leads.process.track import Fact, awaited
from rightday.leads.watching.models import Sighting
from rightday.people.models import Company


def first() -> Agency:
    return Agency.objects.order_by("pk")[0]


def test_a_lead_stands_where_its_milestones_say(filled):
    with enter(first()):
        tracked = Lead.objects.filter(milestone_on__isnull=False)
        assert tracked.count() > 10
        for lead in tracked[:50]:
            known = {
                row.place: Fact(row.expected, row.done_on, row.answer) for row in Milestone.objects.filter(lead=lead)
            }
            assert awaited(DEFAULT_TEMPLATE, known) == lead.milestone
            assert lead.stage == DEFAULT_TEMPLATE.stage_of(lead.milestone)
            assert known[lead.milestone].expected == lead.milestone_on


def test_leads_were_brought_in_over_years(filled):
    with enter(first()):
        days = {lead.made_at.date() for lead in Lead.objects.all()}
    today = clock.today_in("UTC")
    assert min(days) < today - timedelta(days=AGES // 2)
    assert max(days) <= today


def test_what_is_handed_on_is_handed_to_its_owner_by_another(filled):
    with enter(first()):
        given = list(HandOff.objects.select_related("lead"))
        assert given
        assert all(one.receiver_id == one.lead.owner_id != one.giver_id for one in given)


def test_competitors_fill_and_are_seen(filled):
    with enter(first()):
        rivals = set(Company.objects.filter(competitor=True).values_list("pk", flat=True))
        assert len(rivals) == 6
        assert set(Sighting.objects.values_list("competitor_id", flat=True)) <= rivals
        assert set(Outcome.objects.filter(kind="filled_by_competitor").values_list("rival_id", flat=True)) <= rivals


def test_each_word_of_a_title_is_kept(filled):
    with enter(first()):
        lead = Lead.objects.exclude(title="")[0]
        assert set(LeadWord.objects.filter(lead=lead).values_list("word", flat=True)) == set(words_of(lead.title))
