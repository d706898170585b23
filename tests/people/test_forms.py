"""Browser strings to clean Python."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.people.forms import (
    CompanyForm,
    NewPersonForm,
    PermissionForm,
    PersonForm,
    details_of_company,
    details_of_person,
    zones,
)
from rightday.people.models import Company, Person

TUE = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("given", "family", "read"),
    [
        ("Ruth", "Delacroix", ("Ruth", "Delacroix")), ("Ruth Delacroix", "", ("Ruth", "Delacroix")),
        ("", "DELACROIX, Ruth", ("Ruth", "Delacroix")), ("Ruth", "", ("Ruth", "")),
        ("", "Delacroix", ("", "Delacroix")),
        ("Ana Maria", "Lee", ("Ana Maria", "Lee")),
    ],
)  # fmt: skip
def test_a_whole_name_in_one_field_is_read_as_people_say_it(given, family, read):
    form = PersonForm({"given": given, "family": family})
    assert form.is_valid()
    assert (form.cleaned_data["given"], form.cleaned_data["family"]) == read


def test_a_number_is_read_where_the_agency_is():
    form = NewPersonForm({"given": "A", "phone": "030 1234567"}, region="DE")
    assert form.is_valid()
    assert form.cleaned_data["phone"][0].e164 == "+49301234567"


@pytest.mark.parametrize(("typed", "value"), [("yes", True), ("no", False), ("", None)])
def test_what_is_not_known_is_not_no(typed, value):
    form = CompanyForm({"name": "X", "works_with_agencies": typed})
    assert form.is_valid()
    assert form.cleaned_data["works_with_agencies"] is value
    assert details_of_company(Company(works_with_agencies=value))["works_with_agencies"] == typed
    assert details_of_person(Person(works_with_agencies=value, company=Company(name="C")))["company"] == "C"


def test_a_permission_is_of_today_unless_said():
    form = PermissionForm({"channel": "phone", "answer": "given"}, today=TUE)
    assert form.is_valid()
    assert form.cleaned_data["on"] == TUE
    assert not PermissionForm({"channel": "fax", "answer": "given"}, today=TUE).is_valid()
    assert not PermissionForm({"channel": "phone", "answer": "given", "days": ["9"]}, today=TUE).is_valid()


def test_zones_are_places():
    names = [name for name, _ in zones()]
    assert names[0] == ""
    assert "Europe/London" in names
    assert not [name for name in names if name.startswith("Etc/")]
