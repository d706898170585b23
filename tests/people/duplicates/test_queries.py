"""Where a merged record is, and rows that find what they knew gone."""

from __future__ import annotations

from rightday.people import actions as people
from rightday.people.duplicates import actions, moving, queries
from rightday.people.matching import Sought
from rightday.people.models import Company, DuplicateSuggestion, Person
from tests.conftest import Cast
from tests.counting import counted


def test_a_link_to_a_merged_company_leads_to_the_kept_one_and_to_a_gone_one_nowhere(inside: Cast):
    ada = people.add_person(
        given="Ada", family="King", company=people.add_company("Corvid", by=inside.sam), by=inside.sam
    )
    columns = moving.columns(ada)
    actions.merge_companies(inside.halden.pk, gone=ada.company_id, by=inside.sam)
    assert queries.alive(Person, columns)["company_id"] == inside.halden.pk
    assert queries.alive(Person, {**columns, "added_by_id": 10**6})["added_by_id"] is None
    assert queries.where(Company, 10**6) is None


def test_a_row_that_cannot_be_without_what_is_gone_is_left_out(inside: Cast):
    ada = people.add_person(given="Ada", family="King", by=inside.sam)
    pair = moving.columns(people.suggest_duplicate(inside.martin, ada, [], 0.9))
    gone = {**pair, "other_id": 10**6}
    name = DuplicateSuggestion.__name__
    assert queries.alive_rows([[name, pair], [name, gone]]) == [[name, pair]]


def test_a_chunk_of_people_is_compared_at_once(inside: Cast):
    sought = [
        Sought("Martin Ahlquist", "Halden Insurance"),
        Sought("M. A.", phones=(inside.number.e164,)),
        Sought("Zoe"),
    ]
    with counted() as statements:
        like, same, nobody = queries.alike(sought)
    assert [one.person_id for one in like.suggestions] == [inside.martin.pk]
    assert (same.person, nobody.suggestions) == (inside.martin, ())
    assert len(statements) <= 8
