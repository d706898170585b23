"""What columns are taken for, by header and by content."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.intake.reading import Row
from rightday.intake.understanding import columns
from rightday.intake.understanding.columns import Field

TODAY = date(2026, 5, 14)


def guessed(header: list[str], *rows: list[object]) -> dict[str, Field]:
    sample = [Row(number, tuple(cells)) for number, cells in enumerate(rows, start=2)]  # type: ignore[arg-type]
    return {column.name: column.field for column in columns.guess(header, sample, TODAY)}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Co. Name ", Field.COMPANY), ("Hiring Mgr", Field.PERSON), ("Contact", Field.PERSON),
        ("Client", Field.COMPANY), ("Tel No.", Field.PHONE), ("Mob", Field.MOBILE), ("E-mail", Field.EMAIL),
        ("Date\nadded", Field.HEARD_ON),
        ("Next F/U", Field.NEXT_ON), ("Spoke", Field.SPOKE_ON), ("Role(s) they need", Field.NEEDS), ("Fee", Field.FEE),
        ("Status", Field.STATUS), ("Owner", Field.OWNER), ("Notes", Field.NOTES), ("Source", Field.SOURCE),
        ("Do Not Call", Field.DO_NOT_CONTACT), ("LinkedIn URL", Field.WEBSITE), ("Hot/Cold", Field.GRADE),
        ("firstName", Field.GIVEN), ("last_name", Field.FAMILY), ("address.countryName", Field.COUNTRY),
        ("Firma", Field.COMPANY), ("Ansprechpartner", Field.PERSON), ("Letzter Kontakt", Field.SPOKE_ON),
        ("Prénom", Field.GIVEN), ("Société", Field.COMPANY), ("Téléphone", Field.PHONE), ("Teléfono", Field.PHONE),
        ("Empresa", Field.COMPANY), ("Phone 2 - Value", Field.PHONE), ("email2", Field.EMAIL),
        ("fax2", Field.OWN),
        ("Business Fax", Field.OWN), ("Total Time Spent on Website", Field.OWN),
        ("Shoe size", Field.OWN), ("E-mail Type", Field.OWN), ("Day rate", Field.RATE),
        ("Name of the company we talked about", Field.COMPANY), ("Date of last call", Field.SPOKE_ON),
        ("x" * 70 + " phone", Field.OWN),
    ],
)  # fmt: skip
def test_headers_are_understood(header: str, field: Field) -> None:
    assert list(guessed([header]).values()) == [field]


def test_values_speak_against_a_header() -> None:
    found = guessed(
        ["Company", "Contact", "Client", "Phone", "Next"],
        ["Acme", "020 7946 0958", "a@b.example", "https://x.example/a", "send CVs"],
        ["Beta", "07700 900123", "c@d.example", "www.y.example", "ring Jo"],
        ["Gamma", "07700 900124", "e@f.example", "linkedin.com/in/z", "chase"],
    )
    assert list(found.values()) == [
        Field.COMPANY, Field.PHONE, Field.EMAIL, Field.WEBSITE, Field.OWN,
    ]  # fmt: skip


def test_without_headers_the_values_decide() -> None:
    row = ["Smith Ltd", "Alan Smith", 2079460958, "a@b.example", date(2026, 4, 3), 7,
           "met him at the expo, wants to hear from us again"]  # fmt: skip
    assert list(guessed(["A", "B", "C", "D", "E", "F", "G"], row, row).values()) == [
        Field.COMPANY, Field.PERSON, Field.PHONE, Field.EMAIL, Field.HEARD_ON, Field.KEEP_AS_NOTE, Field.NOTES,
    ]  # fmt: skip


def test_one_column_for_each_field_and_the_rest_are_notes() -> None:
    found = guessed(["Company", "Firm", "Phone", "Tel", "Title", "Job title"], ["a", "b", "1", "2", "c", "d"])
    assert list(found.values()) == [
        Field.COMPANY, Field.OWN, Field.PHONE, Field.PHONE, Field.OWN, Field.TITLE,
    ]  # fmt: skip


def test_a_client_beside_a_company_is_a_person() -> None:
    assert list(guessed(["Client", "Company"], ["Ann Lee", "Acme"]).values()) == [Field.PERSON, Field.COMPANY]


def test_forms_of_address_are_no_job_title() -> None:
    assert guessed(["Title", "Last Name"], ["Mr.", "Lee"], ["Dr", "Ray"])["Title"] is Field.OWN


def test_the_order_of_days_is_learned_from_the_column() -> None:
    sample = [Row(2, ("04/23/2026",)), Row(3, ("04/03/2026",))]
    assert [column.dayfirst for column in columns.guess(["Spoke"], sample, TODAY)] == [False]


def test_columns_without_header_and_values_are_none() -> None:
    assert guessed(["Company", "", ""], ["Acme", "", " "]) == {"Company": Field.COMPANY}


def test_an_empty_column_keeps_its_header() -> None:
    assert guessed(["Company", "Shoe size"], ["Acme"])["Shoe size"] is Field.OWN


def test_a_person_changes_what_a_column_is() -> None:
    first, second = columns.changed(columns.guess(["Company", "Firm"], [], TODAY), {1: Field.PLACE})
    assert (first.field, second.field, second.sure, second.why) == (
        Field.COMPANY, Field.PLACE, 1.0, "Chosen by you.",
    )  # fmt: skip


def test_a_plan_is_in_the_order_of_the_sheet() -> None:
    found = columns.guess(["Company", "Phone"], [], TODAY)
    assert columns.plan(reversed(found)) == columns.Plan(found, frozenset({0, 1}))


@given(
    st.lists(st.text(max_size=30), max_size=6),
    st.lists(st.lists(st.one_of(st.none(), st.text(max_size=30), st.floats(), st.dates(), st.booleans())), max_size=5),
)
def test_any_table_gets_columns_with_reasons(header: list[str], rows: list[list[object]]) -> None:
    sample = [Row(number, tuple(cells)) for number, cells in enumerate(rows)]  # type: ignore[arg-type]
    found = columns.guess(header, sample, TODAY)
    assert [column.index for column in found] == sorted({column.index for column in found})
    assert all(column.why.endswith(".") and 0 < column.sure <= 1 for column in found)
