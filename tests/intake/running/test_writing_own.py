"""Fields of their own and ids of other systems come in with a row, and go out with it."""

from __future__ import annotations

from pathlib import Path

from rightday.intake import actions
from rightday.intake.models import Import
from rightday.people.models import Company, Person, PhoneNumber
from rightday.people.models_files import ExternalId, Kept
from rightday.people.suppression import suppress
from rightday.team.queries import today
from tests.conftest import Cast

CONTACTS = (
    "externalID,firstName,lastName,clientCorporation.externalID,massMailOptOut,email,phone,customText1,occupation"
)
COMPANIES = "externalID,name,annualRevenue,feeArrangement,address.city"


def bring(cast: Cast, tmp_path: Path, header: str, *lines: str) -> Import:
    place = tmp_path / "file.csv"
    place.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return actions.run_now(actions.receive(place, name="file.csv", by=cast.sam), by=cast.sam)


def test_an_export_of_contacts_finds_its_companies_by_their_ids(inside: Cast, tmp_path: Path):
    bring(inside, tmp_path, COMPANIES, "corp-1,Alder Bank,5,20,London", "corp-2,Birch,6,20,Leeds")
    bring(inside, tmp_path, CONTACTS, "c-1,Ada,King,corp-1,0,ada@alder.example,,Likes robots,CTO")
    ada = Person.objects.get(name="Ada King")
    assert (ada.company.name, ada.title) == ("Alder Bank", "CTO")
    assert list(Kept.objects.filter(person=ada).values_list("name", "value")) == [
        ("massMailOptOut", "0"), ("customText1", "Likes robots"),
    ]  # fmt: skip
    alder = Company.objects.get(name="Alder Bank")
    assert list(Kept.objects.filter(company=alder).values_list("name", "value")) == [("annualRevenue", "5")]


def test_a_company_of_a_file_has_its_number_its_website_and_its_address(inside: Cast, tmp_path: Path):
    header = "Is a Company,Name,City,Phone,Email,Website"
    lines = ("1,Alder Bank,London,020 7946 0777,info@alder.example,https://alder.example",
             "1,Halden Insurance,London,020 7946 0778,,https://halden.example")  # fmt: skip
    batch = bring(inside, tmp_path, header, *lines)
    alder = Company.objects.get(name="Alder Bank")
    assert alder.website == "https://alder.example"
    assert list(PhoneNumber.objects.filter(company=alder).values_list("e164", "first")) == [("+442079460777", False)]
    assert ("Email", "info@alder.example") in Kept.objects.filter(company=alder).values_list("name", "value")
    assert list(PhoneNumber.objects.filter(company=inside.halden).values_list("e164", flat=True)) == ["+442079460778"]
    assert ("Website", "https://halden.example") in Kept.objects.filter(company=inside.halden).values_list(
        "name", "value"
    )
    bring(inside, tmp_path, header, *lines)
    assert PhoneNumber.objects.filter(company__isnull=False).count() == 2
    for one in Import.objects.order_by("-pk"):
        actions.undo(one, by=inside.sam)
    assert not PhoneNumber.objects.filter(company__isnull=False).exists()
    assert not Company.objects.filter(name="Alder Bank").exists()
    assert batch.total == 2


def test_the_next_export_makes_nobody_twice(inside: Cast, tmp_path: Path):
    bring(inside, tmp_path, CONTACTS, "c-1,Ada,King,corp-1,0,,,Likes robots,CTO")
    again = bring(inside, tmp_path, CONTACTS, "c-1,Ada,King,corp-1,0,ada@new.example,,Likes trains,CTO")
    assert again.counts["known"] == 1
    ada = Person.objects.get(name="Ada King")
    assert list(ada.emails.values_list("address", flat=True)) == ["ada@new.example"]
    assert list(Kept.objects.filter(person=ada, name="customText1").values_list("value", flat=True)) == [
        "Likes robots", "Likes trains",
    ]  # fmt: skip
    assert ExternalId.objects.filter(person=ada).count() == 1
    actions.undo(again, by=inside.sam)
    assert list(Kept.objects.filter(name="customText1").values_list("value", flat=True)) == ["Likes robots"]


def test_an_id_that_two_different_people_have_joins_nobody(inside: Cast, tmp_path: Path):
    bring(inside, tmp_path, CONTACTS, "c-1,Ada,King,,0,,,,CTO")
    other = bring(inside, tmp_path, CONTACTS, "c-1,Bo,Larsson,,0,,,,CFO")
    assert other.counts["known"] == 0
    assert Person.objects.filter(name="Bo Larsson").exists()


def test_two_rows_with_one_id_are_one_person(inside: Cast, tmp_path: Path):
    batch = bring(inside, tmp_path, CONTACTS, "c-1,Ada,King,,0,,,,CTO", "c-1,Ada,King,,0,,,,CEO")
    assert Person.objects.filter(name="Ada King").count() == 1
    assert batch.counts["known"] == 1
    actions.undo(batch, by=inside.sam)
    assert not Person.objects.filter(name="Ada King").exists()
    assert not ExternalId.objects.exists()
    assert not Kept.objects.exists()


def test_somebody_erased_is_not_made_again(inside: Cast, tmp_path: Path):
    bring(inside, tmp_path, CONTACTS, "c-1,Ada,King,,0,ada@alder.example,,,CTO")
    suppress(Person.objects.get(name="Ada King").pk, on=today(inside.sam), by=inside.sam)
    again = bring(inside, tmp_path, CONTACTS, "x-9,Ada,King,,0,ADA@alder.example,,,CTO", "x-8,Bo,Lee,,0,,,,CTO")
    assert again.counts["refused"] == 1
    assert Person.objects.filter(name="Bo Lee").exists()
