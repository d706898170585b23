"""Reads contact cards (.vcf, versions 2.1 to 4.0): a row for each card, a column for each kind of entry."""

from collections.abc import Iterator
from pathlib import Path

from rightday.intake.reading import content_lines, tables
from rightday.intake.reading.book import Book, Row, Unreadable
from rightday.intake.reading.columned import Columned
from rightday.intake.reading.content_lines import ContentLine

_NAMES = ("Family name", "Given name", "Additional names", "Prefix", "Suffix")
_HEADERS = {
    "FN": "Full name", "TITLE": "Job title", "NOTE": "Notes", "URL": "Website", "BDAY": "Birthday", "ROLE": "Role",
    "NICKNAME": "Nickname", "CATEGORIES": "Categories", "UID": "UID", "IMPP": "Messenger",
    "X-SOCIALPROFILE": "Profile", "TZ": "Time zone",
}  # fmt: skip
_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_OF_THE_FILE = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV", "X-ABLABEL", "X-ABADR", "LABEL"})
_PLACES = ("home", "work", "other")
_MOST = 500_000


def open_cards(path: Path, name: str) -> Book:
    """The cards of a file. One that is broken is a row with what could be read, and with its problem."""
    made = Columned(["Full name", "Given name", "Family name", "Company", "Job title"])
    rows = []
    for number, card in enumerate(_cards(path), start=1):
        if number > _MOST:
            raise Unreadable("There are more than 500,000 cards in this file. Bring them in parts.")
        rows.append(_row(number, card, made))
    return Book(name, "vcard", "", "", (tables.made("", rows, made.header),))


def _cards(path: Path) -> Iterator[list[ContentLine]]:
    """The lines of each card; a card inside a card (an agent) is left in it."""
    card: list[ContentLine] = []
    for line in content_lines.read(path):
        begins = line.name == "BEGIN" and line.value.strip().upper() == "VCARD"
        if begins and card:
            yield card  # its end is missing
            card = []
        if begins or card:
            card.append(line)
        if line.name == "END" and line.value.strip().upper() == "VCARD" and card:
            yield card
            card = []
    if card:
        yield card


def _row(number: int, card: list[ContentLine], made: Columned) -> Row:
    labels = {line.group: line.text.strip("_$!<>") for line in card if line.name == "X-ABLABEL" and line.group}
    problems = []
    if _of_company(card):
        made.put("Card of a company", "yes")
    for line in card:
        if line.problem:
            problems.append(line.problem)
        elif line.name in _BINARY:
            continue
        elif line.name not in _OF_THE_FILE:
            _put(line, labels.get(line.group, ""), made)
    if card[-1].name != "END":
        problems.append("This card has no end in the file.")
    return made.row(number, problems)


def _put(line: ContentLine, label: str, made: Columned) -> None:
    if line.name == "N":
        for header, value in zip(_NAMES, content_lines.parts(line.value), strict=False):
            made.put(header, value)
    elif line.name == "ORG":
        company, *department = content_lines.parts(line.value)
        made.put("Company", company)
        made.put("Department", ", ".join(filter(None, department)))
    elif line.name == "TEL":
        made.put(_of_phone(line, label), line.text.removeprefix("tel:"))
    elif line.name == "EMAIL":
        made.put(_header("Email", line, label), line.text.removeprefix("mailto:"))
    elif line.name == "ADR":
        _put_address(line, label, made)
    else:
        made.put(_HEADERS.get(line.name, line.name), ", ".join(filter(None, content_lines.parts(line.value, ","))))


def _put_address(line: ContentLine, label: str, made: Columned) -> None:
    """The whole; and of the first one town and country by themselves, which say where numbers are dialled."""
    parts = content_lines.parts(line.value)
    made.put(_header("Address", line, label), ", ".join(filter(None, parts)))
    for header, place in (("City", 3), ("Country", 6)):
        if len(parts) > place and not made.has(header):
            made.put(header, parts[place])


def _of_company(card: list[ContentLine]) -> bool:
    """Whether a card is a company's: it says so, or it names nobody but an organisation."""
    said = {line.name: line.text.strip() for line in reversed(card) if line.name}
    if said.get("KIND", "").casefold() == "org" or said.get("X-ABSHOWAS", "").casefold() == "company":
        return True
    company, *_department = content_lines.parts(said.get("ORG", ""))
    named = "".join(content_lines.parts(said.get("N", ""))).strip()
    return bool(company) and not named and said.get("FN", company) == company


def _of_phone(line: ContentLine, label: str) -> str:
    if line.types & {"cell", "mobile", "iphone"}:
        return "Mobile"
    return _header("Fax" if "fax" in line.types else "Phone", line, label)


def _header(kind: str, line: ContentLine, label: str) -> str:
    place = next((place for place in _PLACES if place in line.types), label.casefold()[:30])
    return f"{kind} {place}".strip()
