"""What filters mean: what no longer exists is told, and the rest is asked."""

from __future__ import annotations

import pytest

from rightday.leads.lists import narrowing
from rightday.leads.lists.filters import Filters
from rightday.leads.models import Lead
from rightday.people import search
from rightday.people.models import Company
from rightday.team import queries as team
from tests.leads.lists.test_reading import some


def asked(cast, **params):
    return narrowing.asked(Filters.of(params), cast.sam, team.today(cast.sam))


@pytest.mark.parametrize(
    ("name", "value"), [("owner", "99999"), ("label", "99999"), ("company", "99999"), ("skill", "of the")]
)
def test_what_is_gone_is_told_and_narrows_nothing(inside, name, value):
    some(inside, 6)
    one = asked(inside, **{name: value})
    assert [name for name, _ in one.missing] == [name]
    assert one.parts == ()
    assert narrowing.apply(one.filters, inside.sam, one.on).count() == Lead.objects.open().count()


def test_a_company_by_its_id_or_by_words(inside):
    some(inside, 6)
    search.put_companies(Company.objects.values_list("pk", flat=True))
    for value in (str(inside.halden.pk), "hald"):
        rows = narrowing.apply(Filters.of({"company": value}), inside.sam, team.today(inside.sam))
        assert {lead.company_id for lead in rows} == {inside.halden.pk}


def test_where_many_have_the_place_rows_are_checked(inside, monkeypatch):
    some(inside, 12)
    (few,) = asked(inside, place="Leeds").parts
    monkeypatch.setattr(narrowing, "FEW", 0)
    (many,) = asked(inside, place="Leeds").parts
    assert few.by and not many.by
    on = team.today(inside.sam)
    assert narrowing.apply(Filters.of({"place": "Leeds"}), inside.sam, on).exists()


def test_another_agencys_ids_mean_nothing(inside, theirs):
    one = asked(inside, owner=str(theirs.sam.pk), company=str(theirs.halden.pk))
    assert [name for name, _ in one.missing] == ["owner", "company"]


def test_words_typed_find_persons(inside):
    some(inside, 6)
    search.put_persons([inside.martin.pk])
    rows = narrowing.apply(Filters.of({"q": "ahlq"}), inside.sam, team.today(inside.sam))
    assert {lead.person_id for lead in rows} == {inside.martin.pk}


def test_a_place_that_persons_have_is_found_among_them_too(inside, monkeypatch):
    some(inside, 12)
    on = team.today(inside.sam)
    found = {lead.pk for lead in narrowing.apply(Filters.of({"place": "Paris"}), inside.sam, on)}
    monkeypatch.setattr(narrowing, "FEW", 0)
    (many,) = asked(inside, place="Paris").parts
    assert many.by == () and found
    assert {lead.pk for lead in narrowing.apply(Filters.of({"place": "Paris"}), inside.sam, on)} == found
