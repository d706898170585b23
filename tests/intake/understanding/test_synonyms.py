"""Headers in other languages."""

from __future__ import annotations

import pytest

from rightday.intake.understanding import fields
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.synonyms import SYNONYMS


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Voornaam", Field.GIVEN), ("Cognome", Field.FAMILY), ("Imię i nazwisko", Field.PERSON), ("Företag", Field.COMPANY),
        ("Raison sociale", Field.COMPANY), ("Téléphone portable", Field.MOBILE), ("Sähköposti", Field.EMAIL),
        ("Città", Field.PLACE), ("Laatst gesproken", Field.SPOKE_ON), ("Date de relance", Field.NEXT_ON),
        ("Poznámky", Field.NOTES), ("Kontaktsperre", Field.DO_NOT_CONTACT), ("Offene Stellen", Field.NEEDS),
        ("Email Opt Out", Field.DO_NOT_EMAIL), ("External ID", Field.EXTERNAL_ID), ("Nazwa firmy", Field.COMPANY),
    ],
)  # fmt: skip
def test_headers_of_other_languages_are_known(header: str, field: Field):
    found = fields.by_header(header)
    assert found is not None
    assert found[0] is field


def test_every_word_is_in_plain_form_and_of_a_field():
    for field, words in SYNONYMS.items():
        assert Field(field)
        assert all(word == fields.plain(word) for word in words.split(","))


def test_a_slip_is_forgiven_where_the_header_row_is_known():
    assert fields.by_likeness("Compnay name") == (Field.COMPANY, "company name")
    assert fields.by_likeness("Compnay") == (Field.COMPANY, "company")
    assert fields.by_likeness("Telefonnumer") is not None
    assert fields.by_likeness("Sector code") is None
    assert fields.by_likeness("Shoe size") is None
    assert fields.by_likeness("Nmae") is None
