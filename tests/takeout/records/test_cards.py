from __future__ import annotations

import pytest
import vobject

from rightday.takeout.records import cards, reading
from rightday.takeout.records.rules import Kind
from tests.conftest import Cast


@pytest.mark.parametrize(("kind", "version"), [(Kind.VCARD, "4.0"), (Kind.VCARD3, "3.0")])
def test_a_card_says_all_of_a_person(book: Cast, kind: Kind, version: str):
    (zoe,) = reading.people(book.sam, q="zoe")
    card = vobject.readOne(cards.person_card(zoe, kind).decode())
    assert card.version.value == version
    assert card.fn.value == "Zoë O’Neil; Brown"
    assert (card.n.value.given, card.n.value.family) == ("Zoë", "O’Neil; Brown")
    assert card.org.value == ["Fjäll, Ström & Co"] and card.title.value == "Head of data"
    assert [line.value.removeprefix("tel:") for line in card.tel_list] == ["+442079460111", "+441614960222 ext 12"]
    assert [line.value for line in card.email_list] == ["zoe@fjall.example", "zoe@home.example"]
    assert not hasattr(card, "note")


def test_a_no_leaves_with_who_said_it(book: Cast):
    (rob,) = reading.people(book.sam, view="refused")
    assert "Do not contact" in vobject.readOne(cards.person_card(rob, Kind.VCARD3).decode()).note.value


@pytest.mark.parametrize("kind", [Kind.VCARD, Kind.VCARD3])
def test_a_company_is_a_card_too(book: Cast, kind: Kind):
    (firm,) = reading.companies(book.sam, q="corvid")
    card = vobject.readOne(cards.company_card(firm, kind).decode())
    assert (card.fn.value, card.org.value, card.adr.value.city) == ("Corvid Systems", ["Corvid Systems"], "Leeds")


def test_a_line_break_in_a_name_begins_no_other_property(book: Cast):
    from dataclasses import replace

    (zoe,) = reading.people(book.sam, q="zoe")
    evil = replace(zoe, name="Zoë\r\nTEL:+449999", given="Zoë\nEMAIL:x@y.example", source="a\x00b")
    body = cards.person_card(evil, Kind.VCARD).decode()
    assert not [line for line in body.splitlines() if line.startswith(("TEL:+449", "EMAIL:x"))]
    assert "\x00" not in body
