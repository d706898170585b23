"""The database is what the models say, and its keys carry the agency."""

from __future__ import annotations

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models

from rightday.agencies.wall import AgencyModel
from rightday.db import composite_keys

BEHIND = [m for m in apps.get_app_config("rightday").get_models() if composite_keys.behind_wall(m)]


def test_no_migration_is_missing(db):
    out = StringIO()
    call_command("makemigrations", "rightday", check=True, dry_run=True, stdout=out)
    assert "No changes" in out.getvalue()


def test_keys_carry_the_agency(db):
    assert composite_keys.problems(connection) == []


@pytest.mark.parametrize("model", BEHIND, ids=lambda m: m.__name__)
def test_indexes_and_unique_constraints_begin_with_the_agency(model: type[models.Model]):
    for index in model._meta.indexes:
        assert index.fields[0] == "agency", index.name
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            assert constraint.fields[0] == "agency", constraint.name
    assert [f.name for f in model._meta.local_fields if f.unique and not f.primary_key] == []


@pytest.mark.parametrize("model", BEHIND, ids=lambda m: m.__name__)
def test_rows_behind_the_wall_keep_its_managers(model: type[models.Model]):
    assert issubclass(model, AgencyModel)
    assert model._meta.base_manager_name == "objects"
    assert model._meta.default_manager_name == "objects"


@pytest.mark.parametrize("model", BEHIND, ids=lambda m: m.__name__)
def test_links_between_rows_of_the_trade_carry_the_agency(model: type[models.Model]):
    for field in model._meta.local_fields:
        if isinstance(field, models.ForeignKey) and composite_keys.behind_wall(field.related_model):
            assert getattr(field, "within_agency", False), field.name
            assert [i for i in model._meta.indexes if i.fields[:2] == ["agency", field.name]] or field.name in SELDOM, (
                field.name
            )


# Links that are followed from the row that has them, never looked up from the other side.
SELDOM = {
    "by", "added_by", "owner", "member", "recorded_by", "said_by", "heard_by", "heard_from", "accepted_by", "decided_by",
    "introduced_by", "undone_by", "next_step", "outcome", "became", "company", "person", "lead", "intelligence", "call",
    "batch", "intention", "number", "other", "supervisor", "made_by", "published_by", "rival", "rule",
    "label", "line", "view", "corrects",  # their unique constraints begin with them
    # The desk: followed from the row that has them, or the first of a unique constraint.
    "candidate", "order", "submittal", "interview", "placement", "plan", "play", "mpc", "closing", "stop", "end", "consent",
    "cv", "quote", "position", "skill", "manager", "reader", "fact", "deed", "has", "objection", "answer", "buyer",
    "caller", "taken_by", "corrected_by", "skipped_by", "of", "check_in", "heard", "check_ins", "referee",
}  # fmt: skip


def test_no_signals_and_no_logic_in_save():
    from tests.guards import source

    for path in source.modules():
        text = path.read_text(encoding="utf-8")
        assert "django.db.models.signals" not in text, path
        if path.name == "models.py" or path.name.startswith("models_"):
            assert "def save(" not in text, path
