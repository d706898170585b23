from __future__ import annotations

from django.apps import apps

from rightday.db.composite_keys import agency_links, behind_wall
from rightday.people.models import Person
from rightday.takeout.archive import tables


def test_every_table_behind_the_wall_is_in_an_archive_or_left_out_with_a_reason():
    behind = {model.__name__ for model in apps.get_models() if behind_wall(model)}
    assert {model.__name__ for model in tables.walled()} == behind - tables.LEFT_OUT.keys()
    assert tables.LEFT_OUT.keys() < behind


def test_a_row_comes_after_those_it_points_to():
    order = {model: place for place, model in enumerate(tables.walled())}
    before = [
        (model.__name__, link.name)
        for model in order
        for link in agency_links(model)
        if link.related_model is not model and order[link.related_model] > order[model]
    ]
    # A record and how it ended point at each other: that one is checked at the end.
    assert set(before) <= {(name, "was_of") for name in ("Outcome", "Closing", "SubmittalStop")}


def test_columns_begin_with_the_id_and_leave_the_agency_out():
    names = [field.column for field in tables.columns(Person)]
    assert names[0] == "id" and "company_id" in names and "agency_id" not in names


def test_the_schema_is_the_last_change():
    assert tables.schema() >= "0005_duplicates"
