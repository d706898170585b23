"""Every model is behind the wall, or here with the reason why it is not."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from rightday.agencies.wall import AgencyManager, AgencyModel
from rightday.db.composite_keys import agency_links, behind_wall

OUTSIDE = {
    "Agency": "the tenant itself: its row is what the wall is made of",
    "Identity": "one human may work for several agencies; holds name, address and password hash",
    "WorkerBeat": "a worker that is alive: holds nothing of any agency",
    "Recurrence": "when recurring work is due next: holds nothing of any agency",
}
OURS = [model for model in apps.get_models() if model._meta.app_label == "rightday"]
BEHIND = [model for model in OURS if model.__name__ not in OUTSIDE]


def named(model: Any) -> str:
    return model.__name__


def test_the_list_names_no_model_that_is_gone():
    assert set(OUTSIDE) - {model.__name__ for model in OURS} == set()
    assert len(BEHIND) >= 20


@pytest.mark.parametrize("model", BEHIND, ids=named)
def test_the_model_is_behind_the_wall(model):
    assert issubclass(model, AgencyModel)
    assert behind_wall(model)
    for manager in model._meta.managers:
        assert isinstance(manager, AgencyManager), manager
    assert isinstance(model._base_manager, AgencyManager), "class Meta(AgencyModel.Meta) was forgotten"
    assert isinstance(model._default_manager, AgencyManager)


@pytest.mark.parametrize("model", BEHIND, ids=named)
def test_links_between_rows_carry_the_agency(model):
    plain = [
        field.name
        for field in model._meta.local_fields
        if field.is_relation and behind_wall(field.related_model) and field not in agency_links(model)
    ]
    assert plain == []
    assert model._meta.local_many_to_many == []


@pytest.mark.parametrize("model", BEHIND, ids=named)
def test_indexes_and_uniqueness_begin_with_the_agency(model):
    for index in model._meta.indexes:
        assert index.fields[0] == "agency", index.name
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            assert constraint.fields[0] == "agency", constraint.name
    alone = [field.name for field in model._meta.local_fields if field.unique and not field.primary_key]
    assert alone == []


@pytest.mark.parametrize("model", BEHIND, ids=named)
def test_nothing_links_to_it_from_outside_the_wall(model):
    from_outside = [link.related_model for link in model._meta.related_objects if not behind_wall(link.related_model)]
    assert from_outside == []
