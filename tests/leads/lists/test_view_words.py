"""Saved views of leads in words, and their one spelling."""

from __future__ import annotations

from rightday.leads.lists import view_words
from rightday.leads.lists.actions_labels import label_named


def test_a_whole_address_and_a_query_are_kept_in_one_spelling():
    kept = "view=stale&grade=hot,warm"
    assert view_words.canonical("grade=warm,hot&view=stale&after=1~2~3&colour=red") == kept
    assert view_words.canonical("https://a.example/leads/?grade=hot,warm&view=stale") == kept
    assert view_words.canonical("/leads/?grade=hot,warm&view=stale") == kept
    assert view_words.canonical("") == ""


def test_views_are_told_in_words(inside, django_assert_num_queries):
    label = label_named("Priority", by=inside.sam)
    queries = [
        "", "view=stale&heard=4-&grade=hot,warm", f"owner=me,{inside.jo.pk}&label={label.pk},987",
        f"company={inside.halden.pk}&sort=due&q=mar", "as=board&colour=red&owner=99999",
    ]  # fmt: skip
    with django_assert_num_queries(3):
        words = view_words.describe(queries)
    assert words == [
        "Leads",
        "Leads, going stale, grade hot or warm, last heard 4 days ago or more",
        "Leads, owner me or Jo Lindqvist, label Priority or ?",
        "Leads, company Halden Insurance, with “mar”, by due",
        "Board of leads, owner ?, no longer known: colour",
    ]


def test_a_view_begins_with_its_own_name():
    assert view_words.name_for(view_words.filters_of("view=stale")) == "Going stale"
    assert view_words.name_for(view_words.filters_of("grade=hot")) == ""
