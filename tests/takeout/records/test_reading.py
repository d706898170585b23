from __future__ import annotations

import pytest

from rightday.people import search
from rightday.people.actions import mark_number
from rightday.people.models import Company, Person, PhoneNumber
from rightday.people.rules import NumberState
from rightday.takeout.records import reading
from rightday.team import queries as team
from tests.conftest import Cast


def names(found) -> list[str]:
    return [one.name for one in found]


def test_everybody_by_name_in_parts(book: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "PART", 1)
    found = list(reading.people(book.sam))
    assert names(found) == list(Person.objects.order_by("name", "id").values_list("name", flat=True))
    zoe = next(one for one in found if one.given == "Zoë")
    assert [number.words for number in zoe.numbers] == ["+442079460111", "+441614960222 ext 12"]
    assert zoe.emails == ("zoe@fjall.example", "zoe@home.example")
    assert (zoe.company, zoe.title, zoe.refused, zoe.last_spoke_on) == (
        "Fjäll, Ström & Co",
        "Head of data",
        False,
        None,
    )
    assert next(one for one in found if one.given == "Rob").refused


def test_views_and_what_was_found(book: Cast):
    search.put_persons([book.martin.pk])
    assert names(reading.people(book.sam, view="refused")) == ["Rob Ferris"]
    assert names(reading.people(book.sam, q="zoe")) == ["Zoë O’Neil; Brown"]
    assert names(reading.people(book.sam, view="managers")) == []
    assert names(reading.people(book.sam, view="qualify")) == []
    assert names(reading.companies(book.sam, q="corvid")) == ["Corvid Systems"]
    assert reading.person(book.sam, book.martin.pk).name == "Martin Ahlqvist"


def test_wrong_numbers_stay_here(book: Cast):
    number = PhoneNumber.objects.get(e164="+442079460111")
    mark_number(number, state=NumberState.WRONG, on=team.today(book.sam), by=book.sam)
    (zoe,) = reading.people(book.sam, q="zoe")
    assert [number.shown for number in zoe.numbers] == ["+441614960222"]


def test_companies_with_their_people(book: Cast):
    found = {one.name: one for one in reading.companies(book.sam)}
    assert len(found) == Company.objects.count() == 4
    assert (found["Corvid Systems"].people, found["Corvid Systems"].city) == (1, "Leeds")
    assert reading.company(book.sam, book.halden.pk).people == 1


def test_another_agencys_person_is_nobody(book: Cast, theirs: Cast):
    with pytest.raises(Person.DoesNotExist):
        reading.person(book.sam, theirs.martin.pk)
    with pytest.raises(Company.DoesNotExist):
        reading.company(book.sam, theirs.halden.pk)
