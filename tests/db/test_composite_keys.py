"""Later migrations: whatever they do, the keys carry the agency, forwards and backwards."""

import pytest
from django.db import NotSupportedError, connection, migrations, models
from django.db.migrations.loader import MigrationLoader

from rightday.agencies.wall import AgencyField, AgencyForeignKey
from rightday.db import composite_keys

PG = connection.vendor == "postgresql"
ID = ("id", models.BigAutoField(primary_key=True))
STEPS = [
    migrations.CreateModel(
        "Note",
        [ID, ("agency", AgencyField()), ("text", models.TextField(default="x"))],
        options={"indexes": [models.Index(fields=["agency", "text"], name="note_text")]},
    ),
    migrations.AddField("Note", "lead", AgencyForeignKey("rightday.Lead", null=True, related_name="+")),
    migrations.AddField("Note", "person", AgencyForeignKey("rightday.Person", null=True, related_name="+")),
    migrations.AlterField("Note", "person", AgencyForeignKey("rightday.Person", related_name="+")),
    migrations.RenameField("Note", "lead", "about"),
    migrations.AddField("Note", "stars", models.IntegerField(default=0)),
    migrations.AddField("Person", "nickname", models.CharField(max_length=9, default="")),
    migrations.CreateModel(
        "Reply",
        [ID, ("agency", AgencyField()), ("note", AgencyForeignKey("rightday.Note", related_name="+"))],
    ),
    migrations.RenameModel("Note", "Remark"),
    migrations.AddConstraint("Remark", models.CheckConstraint(condition=models.Q(stars__gte=0), name="stars")),
    migrations.AlterField("Remark", "about", AgencyForeignKey("rightday.Company", null=True, related_name="+")),
    migrations.RemoveIndex("Remark", "note_text"),
    migrations.AlterField("Reply", "note", AgencyForeignKey("rightday.Remark", null=True, related_name="+")),
    migrations.RemoveField("Remark", "about"),
]


def keys_of(state):
    """{table: foreign keys} of all models of a state, or the problems."""
    found = {}
    with connection.cursor() as cursor:
        for model in state.apps.get_app_config("rightday").get_models():
            if composite_keys.behind_wall(model):
                table = model._meta.db_table
                cons = connection.introspection.get_constraints(cursor, table).values()
                assert any(c["columns"] == ["agency_id", "id"] and (c["primary_key"] or c["unique"]) for c in cons), (
                    table
                )
                if PG:
                    foreign = [c["columns"] for c in cons if c["foreign_key"]]
                    cursor.execute("SELECT relrowsecurity FROM pg_class WHERE relname = %s", [table])
                    assert cursor.fetchone() == (True,), table
                else:
                    cursor.execute(f'PRAGMA foreign_key_list("{table}")')
                    links = {}
                    for row in cursor.fetchall():
                        links.setdefault(row[0], []).append(row[3])
                    foreign = list(links.values())
                want = sorted(["agency_id", f.column] for f in composite_keys.agency_links(model))
                got = sorted(f for f in foreign if len(f) == 2)
                assert got == want, (table, got, want)
                single = {f[0] for f in foreign if len(f) == 1}
                assert not single & {f.column for f in composite_keys.agency_links(model)}, (table, single)
                found[table] = want
    return found


@pytest.fixture
def owner(transactional_db):
    if PG:
        connection.close()
        role = connection.settings_dict["OPTIONS"].pop("assume_role")
    yield
    if PG:
        connection.close()
        connection.settings_dict["OPTIONS"]["assume_role"] = role


def test_later_migrations(owner):
    state = MigrationLoader(connection).project_state()
    before = keys_of(state)
    states = [state]
    for step in STEPS:
        new = states[-1].clone()
        step.state_forwards("rightday", new)
        with connection.schema_editor() as editor:
            step.database_forwards("rightday", editor, states[-1], new)
        keys_of(new)
        states.append(new)
    for step, old, new in reversed(list(zip(STEPS, states, states[1:], strict=False))):
        with connection.schema_editor() as editor:
            step.database_backwards("rightday", editor, new, old)
        keys_of(old)
    assert keys_of(state) == before


def test_an_existing_table_cannot_get_an_agency_later(owner):
    state = MigrationLoader(connection).project_state()
    made = migrations.CreateModel("Plain", [ID])
    added = migrations.AddField("Plain", "agency", AgencyField(default=1))
    one = state.clone()
    made.state_forwards("rightday", one)
    with connection.schema_editor() as editor:
        made.database_forwards("rightday", editor, state, one)
    two = one.clone()
    added.state_forwards("rightday", two)
    with pytest.raises(NotSupportedError, match="first migration"), connection.schema_editor() as editor:
        added.database_forwards("rightday", editor, one, two)
    with connection.schema_editor() as editor:
        made.database_backwards("rightday", editor, one, state)
