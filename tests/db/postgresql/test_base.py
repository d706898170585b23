"""What PostgreSQL needs beside keys and policies: the key alone groups nothing."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import Count

from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.people.models import Person

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's own backend")


def test_the_backend_is_ours():
    assert connection.settings_dict["ENGINE"] == "rightday.db.postgresql"
    assert connection.ops.compiler_module == "rightday.db.compiler"


def test_an_id_alone_determines_no_row_behind_the_wall(ours):
    assert not connection.features.allows_group_by_selected_pks_on_model(Person)
    assert connection.features.allows_group_by_selected_pks_on_model(Agency)
    with enter(ours.agency):
        found = Person.objects.select_related("company").annotate(n=Count("leads"))
        assert [(person.company.name, person.n) for person in found] == [("Northwind", 1)]
