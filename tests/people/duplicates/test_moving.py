"""No table is forgotten: whatever links to a person or a company is found, and every constraint over it is minded."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.db import models

from rightday.people.duplicates import moving
from rightday.people.duplicates.moving import Moves
from rightday.people.models import Company, Person, PhoneNumber
from tests.conftest import Cast

EVERY = list(apps.get_app_config("rightday").get_models())


@pytest.mark.parametrize("target", [Person, Company])
def test_every_link_is_one_that_moves(target):
    found = set(moving.links(target))
    for model in EVERY:
        for link in model._meta.get_fields(include_hidden=True):
            if getattr(link, "concrete", False) and link.related_model is target:
                assert (model, link.name) in found, f"{model.__name__}.{link.name} would be forgotten by a merge"
                assert not link.many_to_many
    assert len(found) > 8


def test_every_constraint_over_a_link_is_minded():
    """A new one: say in joining.py or moving.py what becomes of two rows that would break it, then add its name."""
    names = set()
    for target in (Person, Company):
        for model, link in moving.links(target):
            one_to_one = model._meta.get_field(link).unique
            assert not one_to_one, f"{model.__name__}.{link}"
            for constraint in model._meta.constraints:
                over = getattr(constraint, "fields", ()) or re.findall(r"\w+", str(constraint.condition))
                if any(word.split("__")[0] == link for word in over):
                    names.add(constraint.name)
            assert not [index for index in model._meta.indexes if isinstance(index, models.UniqueConstraint)]
    assert names <= moving.SETTLED, f"merges do not mind {names - moving.SETTLED}"


def test_what_was_changed_since_is_not_put_back(inside: Cast):
    moves = Moves()
    moves.change(inside.martin, city="Leeds", dials=3, name_confirmed_on=None)
    assert [change[2] for change in moves.changed] == ["city", "dials"]
    Person.objects.filter(pk=inside.martin.pk).update(city="York", dials=5)
    moving.put_back(moves)
    martin = Person.objects.get(pk=inside.martin.pk)
    assert (martin.city, martin.dials) == ("York", 2)


def test_a_number_that_is_gone_or_has_a_rival_is_not_made_first_again(inside: Cast):
    other = PhoneNumber.objects.create(person=inside.martin, typed="1", e164="+441")
    gone = ["PhoneNumber", other.pk + 99, "first", True, False]
    moving.put_back(Moves(changed=[gone, ["PhoneNumber", other.pk, "first", True, False]]))
    assert PhoneNumber.objects.get(person=inside.martin, first=True) == inside.number
