"""Ids of other systems name one record each."""

from __future__ import annotations

from rightday.people import external
from rightday.people.models_files import ExternalId
from tests.conftest import Cast

ADA, BO = ("bullhorn", "ClientContact", "c-1"), ("bullhorn", "ClientContact", "c-2")
HALDEN = ("bullhorn", "company", "corp-1")


def test_an_id_names_a_record_from_now_on_and_keeps_naming_it(inside: Cast):
    made = external.name({ADA: inside.martin.pk}, {HALDEN: inside.halden.pk})
    assert set(made) == {ADA, HALDEN}
    assert external.persons_by([ADA, BO, HALDEN]) == {ADA: inside.martin}
    assert external.companies_by([HALDEN, ADA]) == {HALDEN: inside.halden}
    assert external.name({ADA: inside.martin.pk}, {HALDEN: inside.halden.pk}) == {}
    assert ExternalId.objects.count() == 2


def test_ids_of_nobody_cost_nothing(inside: Cast):
    assert external.persons_by([]) == {}
    assert external.name({}, {}) == {}
