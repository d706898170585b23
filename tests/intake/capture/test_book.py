"""What the book knows of the names in a text."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.intake.capture.book import company_of, look_up
from rightday.people import actions as people
from rightday.people import search
from tests.conftest import Cast


@pytest.fixture
def inside(inside: Cast) -> Cast:
    """Halden can be found by the beginning of its name."""
    search.put_companies([inside.halden.pk])
    return inside


def test_names_of_the_text_are_looked_up(inside: Cast, theirs: Cast):
    people.add_company("Castle Telecom plc", by=inside.sam)
    book = look_up("spoke with martin ahlqvist castle telecom about Karen Whitby")
    assert book.known.company("CASTLE TELECOM") == "Castle Telecom plc"
    assert book.known.person("Ahlqvist, Martin") == "Martin Ahlqvist"
    assert book.known.person("Karen Whitby") is None
    assert book.person_id("martin ahlqvist") == inside.martin.pk
    assert book.person_id("Karen Whitby") is None


def test_a_name_that_two_have_is_nobody_in_particular(inside: Cast):
    people.add_person(given="Martin", family="Ahlqvist", by=inside.sam)
    book = look_up("Martin Ahlqvist at Halden")
    assert book.known.person("Martin Ahlqvist") == "Martin Ahlqvist"
    assert book.person_id("Martin Ahlqvist") is None


def test_three_statements_whatever_the_text(inside: Cast):
    for text, expected in (
        ("", 0),
        ("ok thanks", 0),
        ("Martin Ahlqvist at Halden", 3),
        ("Anna Bell, Tom Reed. " * 900, 3),
    ):
        with CaptureQueriesContext(connection) as run:
            look_up(text)
        assert len(run) == expected, text[:30]


class TestCompany:
    def test_however_it_is_written(self, inside: Cast):
        assert company_of("HALDEN INSURANCE LTD") == inside.halden

    def test_by_its_beginning_while_there_is_one(self, inside: Cast):
        assert company_of("Halden") == inside.halden
        assert company_of("Hal") is None
        people.add_company("Halden Foods", by=inside.sam)
        assert company_of("Halden") is None

    def test_a_word_that_many_have_names_none(self, inside: Cast):
        people.add_companies([f"Rail {at}" for at in range(30)] + ["Northgate Rail"], by=inside.sam)
        assert company_of("Rail") is None
        assert company_of("Northgate").name == "Northgate Rail"

    def test_none(self, inside: Cast, theirs: Cast):
        assert company_of("") is None
        assert company_of("Castle") is None
