"""What was archived comes back the same, or nothing comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.intake.models import Import
from rightday.people import search
from rightday.people.actions import add_company
from rightday.people.models import Company, Person
from rightday.takeout.archive import tables
from rightday.takeout.archive.rules import Refused
from rightday.takeout.models import Takeout
from rightday.team.models import Identity, Member
from tests.conftest import Cast
from tests.takeout.archive.helpers import changed, everything, read, row_changed, take_away


def test_every_table_comes_back_equal(ours: Cast, archived: Path, uploads: Path):
    before = everything(ours.agency)
    files = {path.name: path.read_bytes() for path in (uploads / "imports").iterdir()}
    assert sum(bool(rows) for rows in before.values()) >= 20 and len(files) == 2
    take_away(ours.agency)
    Identity.objects.all()._raw_delete("default")
    assert not uploads.exists()
    assert not Agency.objects.filter(pk=ours.agency.pk).exists()
    after = everything(read(archived))
    assert after.keys() == before.keys()
    for name, rows in before.items():
        assert after[name] == rows, name
    assert {path.name: path.read_bytes() for path in (uploads / "imports").iterdir()} == files


def test_people_are_found_again_and_new_rows_get_numbers_of_their_own(ours: Cast, archived: Path):
    take_away(ours.agency)
    agency = read(archived)
    with enter(agency):
        assert search.find_persons("ahlqvist") or search.find_persons("hot1")
        assert search.find_said("mornings") == [ours.martin.pk]
        highest = Company.objects.order_by("-pk")[0].pk
        assert add_company("Thornbury", by=Member.objects.get(pk=ours.sam.pk)).pk > highest


def test_an_address_that_signs_in_here_keeps_its_password(ours: Cast, archived: Path):
    sam = Identity.objects.get(pk=ours.sam.identity_id)
    sam.set_password("hedgehogs at dusk")
    sam.save()
    take_away(ours.agency)
    Identity.objects.exclude(pk=sam.pk)._raw_delete("default")
    agency = read(archived)
    with enter(agency):
        assert Member.objects.get(pk=ours.sam.pk).identity_id == sam.pk
        priya = Identity.objects.get(pk=Member.objects.get(pk=ours.priya.pk).identity_id)
    assert Identity.objects.get(pk=sam.pk).check_password("hedgehogs at dusk")
    assert not priya.has_usable_password() and priya.email == "priya@brightwater.example"


def test_an_address_whose_number_is_taken_gets_another(ours: Cast, archived: Path):
    take_away(ours.agency)
    Identity.objects.all()._raw_delete("default")
    Identity.objects.create(pk=ours.sam.identity_id, email="else@elsewhere.example")
    with enter(read(archived)):
        assert Member.objects.get(pk=ours.sam.pk).identity.email == "sam@brightwater.example"


def test_an_agency_of_that_name_is_not_made_twice(archived: Path):
    with pytest.raises(Refused, match="an agency called Brightwater here already"):
        read(archived)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="there each agency has numbers of its own")
def test_numbers_of_another_agency_are_left_alone(ours: Cast, theirs: Cast, archived: Path):
    take_away(ours.agency)
    with pytest.raises(Refused, match="There is an agency here already, Other Firm"):
        read(archived)
    with enter(theirs.agency):
        assert Person.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's numbers are of the whole book")
def test_beside_another_agency(ours: Cast, theirs: Cast, archived: Path):
    before = everything(ours.agency)
    take_away(ours.agency)
    taken = Agency.objects.create(pk=ours.agency.pk, name="Third Firm")
    agency = read(archived)
    assert agency.pk != taken.pk
    after = everything(agency)
    del before["Agency"], after["Agency"]
    assert after == before


@pytest.mark.parametrize(
    ("table", "values", "words"),
    [
        ("Person", {"dials": "many"}, "A row of Person holds a value of another kind"),
        ("Person", {"added_at": "2026-11-24T09:42:00"}, "A row of Person holds a value of another kind"),
        ("Person", {"colour": "green"}, "This archive holds “colour” of Person"),
        ("Person", {"name": None}, "The rows of this archive do not fit together"),
        ("Person", {"id": None}, "do not fit together|another kind"),
        ("Person", {"dials": 2**70}, "A row of Person holds a value of another kind"),
        ("Member", {"identity_id": 77_777}, "a member without an address"),
        ("Lead", {"next_step_id": None}, "The rows of this archive do not fit together"),
        ("said", {"words": "prefers mornings"}, "are no words"),
    ],
)
def test_rows_that_do_not_fit_leave_nothing(
    ours: Cast, archived: Path, tmp_path: Path, table: str, values: dict[str, object], words: str
):
    take_away(ours.agency)
    wrong = changed(archived, tmp_path / "wrong.zip", row_changed(table, **values))
    with pytest.raises(Refused, match=words):
        read(wrong)
    assert not Agency.objects.filter(name="Brightwater").exists()


def test_a_column_that_came_later_has_its_default(ours: Cast, archived: Path, tmp_path: Path):
    def older(parts: dict[str, bytes]) -> None:
        import json

        first = json.loads(parts["tables/Person.jsonl"].splitlines()[0])
        del first["website"]
        row_changed("Person")(parts)
        lines = parts["tables/Person.jsonl"].splitlines(keepends=True)
        parts["tables/Person.jsonl"] = json.dumps(first).encode() + b"\n" + b"".join(lines[1:])
        said = json.loads(parts["archive.json"])
        import hashlib

        for part in said["tables"]:
            if part["path"] == "tables/Person.jsonl":
                body = parts["tables/Person.jsonl"]
                part |= {"size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
        said["tables"] = [part for part in said["tables"] if part["path"] != "tables/BulkAct.jsonl"]
        del parts["tables/BulkAct.jsonl"]
        parts["archive.json"] = json.dumps(said).encode()

    take_away(ours.agency)
    with enter(read(changed(archived, tmp_path / "older.zip", older))):
        assert Person.objects.order_by("pk")[0].website == ""


def test_a_table_nobody_knows(ours: Cast, archived: Path, tmp_path: Path):
    def later(parts: dict[str, bytes]) -> None:
        import hashlib
        import json

        parts["tables/Moon.jsonl"] = b""
        said = json.loads(parts["archive.json"])
        said["tables"].append(
            {"path": "tables/Moon.jsonl", "rows": 0, "size": 0, "sha256": hashlib.sha256().hexdigest()}
        )
        parts["archive.json"] = json.dumps(said).encode()

    with pytest.raises(Refused, match="the table “Moon”"):
        read(changed(archived, tmp_path / "later.zip", later))


def test_files_of_imports_are_never_replaced(ours: Cast, archived: Path, uploads: Path):
    with enter(ours.agency):
        stored = Import.objects.order_by("pk")[0].stored
    take_away(ours.agency)
    (uploads / "imports").mkdir(parents=True)
    (uploads / "imports" / stored).write_bytes(b"of somebody else")
    with pytest.raises(Refused, match="among the uploads already"):
        read(archived)
    assert (uploads / "imports" / stored).read_bytes() == b"of somebody else"
    assert not Agency.objects.filter(name="Brightwater").exists()


def test_archives_that_are_made_are_no_part_of_one(ours: Cast, archived: Path):
    assert {model.__name__ for model in tables.walled()} & tables.LEFT_OUT.keys() == set()
    assert Takeout not in tables.walled()


def test_progress_ends_with_all_rows(ours: Cast, archived: Path):
    from rightday.takeout.archive import checking, reading

    take_away(ours.agency)
    seen: list[tuple[int, int]] = []
    with archived.open("rb") as file:
        opened = checking.opened(file, schema=tables.schema(), room=10**12)
        reading.read(opened, lambda done, of: seen.append((done, of)))
    assert seen == sorted(seen) and seen[-1][0] == seen[-1][1] == opened.contents.rows


def rows_changed(table: str, change):
    """Changes the rows of a table as a list, and the list of contents with them."""
    import hashlib
    import json

    def apply(parts: dict[str, bytes]) -> None:
        path = f"tables/{table}.jsonl"
        rows = change([json.loads(row) for row in parts[path].splitlines()])
        parts[path] = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
        said = json.loads(parts["archive.json"])
        for part in said["tables"]:
            if part["path"] == path:
                digest = hashlib.sha256(parts[path]).hexdigest()
                part |= {"size": len(parts[path]), "rows": len(rows), "sha256": digest}
        parts["archive.json"] = json.dumps(said).encode()

    return apply


def without(name: str):
    return lambda rows: [{key: value for key, value in row.items() if key != name} for row in rows]


@pytest.mark.parametrize(
    ("table", "change", "words"),
    [
        ("Agency", lambda rows: rows * 2, "does not say whose it is"),
        ("Agency", lambda rows: [], "does not say whose it is"),
        ("Person", without("id"), "A row of Person holds a value of another kind"),
        ("PhoneNumber", without("person_id"), "do not fit together"),
        ("EmailAddress", lambda rows: [{"address": "x"}], "A row of EmailAddress"),
    ],
)
def test_what_must_be_there_and_is_not(ours: Cast, archived: Path, tmp_path: Path, table: str, change, words: str):
    take_away(ours.agency)
    wrong = changed(archived, tmp_path / "wrong.zip", rows_changed(table, change))
    with pytest.raises(Refused, match=words):
        read(wrong)
    assert not Agency.objects.filter(name="Brightwater").exists()
