"""How many leads a saved view has."""

from __future__ import annotations

import pytest

from rightday.leads.lists import view_counts
from rightday.leads.lists.filter_values import Filters
from rightday.team import queries as team
from tests.leads.many import some_leads


@pytest.mark.parametrize(("most", "words"), [(99, "4"), (4, "4"), (3, "3+")])
def test_leads_are_counted_up_to_what_is_said(inside, monkeypatch, most, words):
    some_leads(inside, 4)
    some_leads(inside, 1, owner=inside.jo, at=20)
    monkeypatch.setattr(view_counts, "MOST", most)
    assert view_counts.count_words(Filters.of({"view": "mine"}), inside.sam, team.today(inside.sam)) == words
