"""Persons and companies as vCards, 4.0 or 3.0, written by vobject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import vobject
from django.utils.translation import gettext as _

from rightday.takeout.records.rules import CompanyOut, Kind, NumberOut, PersonOut

_VERSIONS: Final = {Kind.VCARD: "4.0", Kind.VCARD3: "3.0"}
_MOBILE: Final = ("mob", "cell", "handy")


def person_card(one: PersonOut, kind: Kind, also: Sequence[str] = ()) -> bytes:
    """One card. A refusal stands in its note, in words that the intake reads as one; `also` are more lines of it."""
    card = _card(kind, "individual", one.name or one.given or one.family)
    card.add("n").value = vobject.vcard.Name(family=_line(one.family), given=_line(one.given))
    _add(card, "org", [_line(one.company)] if one.company else None)
    _add(card, "title", _line(one.title))
    for number in one.numbers:
        _number(card, number, kind)
    for address in one.emails:
        _add(card, "email", _line(address))
    _place(card, one.city, "")
    _add(card, "url", _line(one.website))
    notes = [
        _("Do not contact") if one.refused else "",
        _("Source: %(source)s") % {"source": _line(one.source)} if one.source else "",
    ]
    _add(card, "note", "\n".join(filter(None, [*notes, *map(_line, also), *_kept(one)])))
    return _bytes(card)


def company_card(one: CompanyOut, kind: Kind) -> bytes:
    card = _card(kind, "org", one.name)
    card.add("n").value = vobject.vcard.Name()
    _add(card, "org", [_line(one.name)])
    for number in one.numbers:
        _number(card, number, kind)
    _place(card, one.city, one.country)
    _add(card, "url", _line(one.website))
    _add(card, "note", "\n".join(filter(None, [_clean(one.note), *_kept(one)])))
    return _bytes(card)


def _card(kind: Kind, what: str, name: str) -> Any:
    card = vobject.vCard()
    card.add("version").value = _VERSIONS[kind]
    card.add("fn").value = _line(name)
    if kind is Kind.VCARD:
        card.add("kind").value = what
    return card


def _number(card: Any, number: NumberOut, kind: Kind) -> None:
    line = card.add("tel")
    mobile = any(word in number.label.casefold() for word in _MOBILE)
    line.type_param = "cell" if mobile else "work"
    if kind is Kind.VCARD and number.dials and not number.ext:
        line.value_param, line.value = "uri", f"tel:{number.shown}"
    else:
        line.value = _line(number.words)


def _kept(one: PersonOut | CompanyOut) -> list[str]:
    return [f"{_line(name)}: {_line(value)}" for name, value in one.kept]


def _place(card: Any, city: str, country: str) -> None:
    if city or country:
        card.add("adr").value = vobject.vcard.Address(city=_line(city), country=_line(country))


def _add(card: Any, name: str, value: Any) -> None:
    if value:
        card.add(name).value = value


def _bytes(card: Any) -> bytes:
    return str(card.serialize(validate=False)).encode("utf-8", "replace")


def _line(text: str) -> str:
    """One line: a line break in a name would begin another property."""
    return " ".join(_clean(text).split())


def _clean(text: str) -> str:
    return "".join(sign for sign in text.replace("\r\n", "\n").replace("\r", "\n") if sign >= " " or sign in "\t\n")
