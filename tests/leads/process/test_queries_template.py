"""Which versions there are, which is in use, and how many open leads follow each."""

from __future__ import annotations

from dataclasses import replace

from rightday.leads.actions import create, end
from rightday.leads.models import Lead
from rightday.leads.process import actions_template as actions
from rightday.leads.process import queries_template as queries
from rightday.leads.process import template_edits
from rightday.leads.process.rules import DEFAULT_TEMPLATE
from rightday.leads.rules import Ending
from rightday.team import queries as team


def test_an_agency_begins_with_the_default(inside):
    found = queries.versions()
    assert [version.number for version in found.all] == [1]
    assert (found.draft, found.shown, found.in_use) == (None, found.all[0], found.all[0])
    assert (found.next_number, found.seen, found.in_use.template) == (2, 0, DEFAULT_TEMPLATE)


def test_draft_and_versions_with_their_followers(inside, django_assert_num_queries):
    actions.edit_template(replace(template_edits.without(DEFAULT_TEMPLATE, 4), number=2), seen=0, by=inside.sam)
    second = actions.publish_template(2, seen=1, by=inside.sam)
    leads = [create(inside.martin, heard=[], title=f"Tester {n}", by=inside.sam) for n in range(4)]
    Lead.objects.filter(pk__in=[one.pk for one in leads]).update(template=None)
    Lead.objects.filter(pk__in=[one.pk for one in leads[:3]]).update(template=second)
    ended = Lead.objects.select_related("person", "company", "owner", "next_step").get(pk=leads[0].pk)
    end(ended, kind=Ending.CANCELLED, on=team.today(inside.sam), by=inside.sam)
    actions.edit_template(replace(DEFAULT_TEMPLATE, number=3), seen=0, by=inside.sam)
    with django_assert_num_queries(2):
        found = queries.versions()
    assert [(one.number, one.draft, one.followers, one.by) for one in found.all] == [
        (3, True, 0, "Sam Whitlock"), (2, False, 2, "Sam Whitlock"), (1, False, 1, ""),
    ]  # fmt: skip
    assert (found.next_number, found.seen, found.in_use.id) == (3, 1, second.pk)
    assert (found.of(2).number, found.of(9)) == (2, None)


def test_followers_are_counted_as_far_as_somebody_reads(inside, monkeypatch):
    monkeypatch.setattr(queries, "COUNTED", 2)
    for number in range(3):
        create(inside.martin, heard=[], title=f"Tester {number}", by=inside.sam)
    assert queries.versions().in_use.followers == 2
