"""What leaves as a list comes in again through the intake as the same people."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from rightday.db.row_security import enter
from rightday.intake import actions as intake
from rightday.intake.reading.sniff import Format
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber
from rightday.people.models_files import Kept
from rightday.takeout.records.files import ListFile, companies_file, people_file
from rightday.takeout.records.rules import Kind
from tests.conftest import Cast
from tests.takeout.records.conftest import FORMULA

READ = [Kind.CSV, Kind.XLSX] + [kind for kind in (Kind.VCARD, Kind.VCARD3) if "VCARD" in Format.__members__]


def written(rows: ListFile, kind: Kind, folder: Path) -> Path:
    path = folder / f"list.{kind.value}"
    if kind is Kind.XLSX:
        rows.write_workbook(path)
    else:
        path.write_bytes(b"".join(rows.lines(kind)))
    return path


def people() -> set[tuple[str, str, str, tuple[str, ...], tuple[str, ...], bool]]:
    return {
        (
            one.name, one.title, one.company.name if one.company else "",
            tuple(sorted(PhoneNumber.objects.filter(person=one).values_list("e164", flat=True))),
            tuple(sorted(EmailAddress.objects.filter(person=one).values_list("key", flat=True))), one.do_not_call,
        )
        for one in Person.objects.select_related("company")
    }  # fmt: skip


@pytest.mark.parametrize("kind", READ)
def test_it_comes_in_again_as_the_same_people(book: Cast, theirs: Cast, kind: Kind, tmp_path: Path, settings):
    settings.UPLOADS = tmp_path / "uploads"
    Person.objects.filter(given=FORMULA).update(given="Meera", name="Meera Joshi")
    Person.objects.filter(given="Zoë").update(family="O’Neil", name="Zoë O’Neil")
    # An apostrophe before what would be a formula stays in the cell: these two are tried below.
    Company.objects.filter(name__startswith="@").update(name="Sum Ltd")
    before = people()
    path = written(people_file(book.sam), kind, tmp_path)
    with enter(theirs.agency):
        Person.objects.filter(pk=theirs.martin.pk).update(
            name="Somebody Else", given="Somebody", family="Else", key="else"
        )
        PhoneNumber.objects.all().update(e164="+442079469999")
        batch = intake.run_now(intake.receive(path, name=path.name, by=theirs.sam), by=theirs.sam)
        assert batch.counts["refused"] == 0
        after = {one for one in people() if one[0] != "Somebody Else"}
    assert after == before


@pytest.mark.parametrize("kind", READ)
def test_it_comes_in_again_as_people_one_knows(book: Cast, kind: Kind, tmp_path: Path, settings):
    settings.UPLOADS = tmp_path / "uploads"
    before = people()
    path = written(people_file(book.sam), kind, tmp_path)
    batch = intake.run_now(intake.receive(path, name=path.name, by=book.sam), by=book.sam)
    assert people() == before
    assert batch.counts["known"] == len(before)


def test_no_cell_is_a_formula(book: Cast, tmp_path: Path):
    body = written(people_file(book.sam), Kind.CSV, tmp_path).read_text("utf-8-sig")
    assert "'=HYPERLINK" in body.replace('""', '"') and "'@SUM" in body


def test_companies_as_every_kind(book: Cast, tmp_path: Path):
    for kind in (Kind.CSV, Kind.JSON, Kind.VCARD):
        assert "Corvid Systems" in written(companies_file(book.sam), kind, tmp_path).read_text("utf-8")


def test_fields_of_their_own_leave_as_columns_and_in_cards(book: Cast, tmp_path: Path):
    zoe = Person.objects.get(given="Zoë")
    Kept.objects.create(person=zoe, name="Shoe size", value="42")
    Kept.objects.create(person=zoe, name="Shoe size", value="=43")
    Kept.objects.create(company=book.halden, name="Sector", value="Insurance")
    rows = list(csv.DictReader(written(people_file(book.sam), Kind.CSV, tmp_path).open(encoding="utf-8-sig")))
    assert {row["Name"]: row["Shoe size"] for row in rows if row["Shoe size"]} == {zoe.name: "42; =43"}
    assert "Sector" not in rows[0]
    assert "Shoe size: 42" in written(people_file(book.sam), Kind.VCARD3, tmp_path).read_text("utf-8")
    assert "Sector: Insurance" in written(companies_file(book.sam), Kind.VCARD, tmp_path).read_text("utf-8")
    said = json.loads(written(companies_file(book.sam), Kind.JSON, tmp_path).read_text("utf-8"))["companies"]
    assert next(one["kept"] for one in said if one["name"] == "Halden Insurance") == [["Sector", "Insurance"]]
