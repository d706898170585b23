"""Addresses of profiles and ids of other systems, however they were written."""

from __future__ import annotations

import pytest

from rightday.people.duplicates.exact import link_of, profile, same_id, system_words


@pytest.mark.parametrize(
    ("address", "compared"),
    [
        ("https://uk.linkedin.com/in/Ada-King/?x=1", "linkedin.com/in/ada-king"),
        ("http://www.linkedin.com/in/j%C3%B6rg-k/en#about", "linkedin.com/in/jörg-k"),
        ("linkedin.com/pub/ada-king", "linkedin.com/in/ada-king"),
        ("linkedin.com/pub/ada-king/12/3a4/5b6", "linkedin.com/pub/ada-king/12/3a4/5b6"),
        ("https://www.xing.com/profile/Ada_King/portfolio", "xing.com/profile/ada_king"),
        ("https://www.xing.com/companies/halden", ""),
        ("https://ada.example/", ""),
        ("https://notlinkedin.com/in/ada", ""),
        ("linkedin.com/company/halden", ""),
        ("https://linkedin.com/in/", ""),
        ("", ""),
    ],
)
def test_addresses_of_profiles_are_compared_in_one_form(address: str, compared: str):
    assert profile(address) == compared


def test_two_of_one_name_with_old_addresses_are_two():
    assert profile("linkedin.com/pub/john-smith/1/2/3") != profile("linkedin.com/pub/john-smith/4/5/6")


@pytest.mark.parametrize(
    ("system", "one", "other"),
    [
        ("bullhorn", "00123", "123"),
        ("bullhorn", "123.0", "123"),
        ("bullhorn", "000", "0"),
        ("salesforce", "0035g00000XyZaB", "0035g00000XyZaBAAX"),
        ("hubspot", "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}", "6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
        ("file", " A-17 ", "A-17"),
    ],
)
def test_an_id_is_the_same_however_a_spreadsheet_changed_it(system: str, one: str, other: str):
    assert same_id(system, "contact", one) == same_id(system, "contact", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("salesforce", "Contact", "0035g00000XyZaB"), ("salesforce", "Contact", "0035g00000xyzab")),
        (("bullhorn", "Candidate", "12"), ("bullhorn", "ClientContact", "12")),
        (("bullhorn", "contact", "12"), ("zoho", "contact", "12")),
        (("bullhorn", "contact", "12"), ("bullhorn", "contact", "120")),
    ],
)
def test_other_ids_are_others(one: tuple[str, str, str], other: tuple[str, str, str]):
    assert same_id(*one) != same_id(*other)


def test_an_id_of_a_network_is_a_profile_and_systems_have_names():
    assert link_of("linkedin", "https://www.linkedin.com/in/ada") == "linkedin.com/in/ada"
    assert link_of("bullhorn", "https://www.linkedin.com/in/ada") == ""
    assert [system_words(one) for one in ("opencats", "file", "vincere")] == ["OpenCATS", "the file", "Vincere"]
