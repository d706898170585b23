"""Phone numbers as people write them, read into E.164 and said aloud again.

E.164 (ITU-T recommendation E.164) is "+", country code, national number. What a number may look
like in each country comes from Google's libphonenumber (`phonenumbers`). A number is accepted
when it is *possible* there: the ranges reserved for films and tests (Ofcom's +44 20 7946 0xxx)
are assigned to nobody, hence never *valid*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from rightday.kernel import phone_cells, phone_problems
from rightday.kernel.remembered import Remembered

_E164 = re.compile(r"\+[1-9]\d{4,14}")
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_KEEPS_ZERO = re.compile(r"(?:\+|00)\s*(?:39|378)\b")  # Italy dials the zero after its country code
_TEN = re.compile(r"1?[2-9]\d\d[2-9]\d{6}")
_WRITING = re.compile(r"[\s().\-/,]+")
_NOWHERE = "Etc/Unknown"
# Numbers of Great Britain and of the islands beside it look alike; their clocks are one.
_SAME_CLOCK = {
    "Europe/Guernsey": "Europe/London",
    "Europe/Jersey": "Europe/London",
    "Europe/Isle_of_Man": "Europe/London",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """One number of a cell: as typed, in E.164 (None when unreadable), its extension ('' for none).

    `problem` is a plain sentence with the fix, '' when the number is fine.
    """

    typed: str
    e164: str | None
    ext: str
    problem: str


def read(cell: str | int | float, region: str = "GB") -> tuple[Phone, ...]:
    """Read all the numbers of a spreadsheet cell or a form field, in their order.

    `region` (ISO 3166, two letters) is where a number without a country code is dialled. Whole
    numbers stand for text whose leading zero or plus a spreadsheet dropped. An empty cell gives
    (); a cell without any number gives one Phone with a problem. Letters are never guessed into
    digits. Never raises.
    """
    text = phone_cells.text_of(cell)
    region = "GB" if region.upper() == "UK" else region.upper()
    if len(text) > phone_cells.LONGEST:
        return (Phone(text, None, "", phone_problems.TOO_LONG_TEXT),)
    return _read_text(text, region)


@lru_cache(maxsize=8192)
def spaced(e164: str) -> str:
    """The number for reading aloud, "+44 20 7946 0142"; text that is no E.164 comes back as it is."""
    number = _international(e164)
    if number is None:
        return e164
    written = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return _WRITING.sub(" ", written).strip()


def href(e164: str, ext: str = "") -> str:
    """The link that dials (RFC 3966): "tel:+442079460142;ext=12"."""
    return f"tel:{e164};ext={ext}" if ext else f"tel:{e164}"


@lru_cache(maxsize=8192)
def region_of(e164: str) -> str:
    """The ISO country of a number, '' when it has none (satellites, unreadable text)."""
    number = _international(e164)
    if number is None or number.country_code is None:
        return ""
    region = phonenumbers.region_code_for_number(number)
    region = region or phonenumbers.region_code_for_country_code(number.country_code)
    return region if region.isalpha() and region != "ZZ" else ""


@Remembered
def zone_of(e164: str) -> str | None:
    """The IANA zone when the number leaves only one: a country's, or an area code's; else None."""
    from phonenumbers import timezone  # inline: its table takes 0.1 s to load and few processes need it

    number = _international(e164)
    if number is None:
        return None
    for names in (
        timezone.time_zones_for_number(number),
        timezone.time_zones_for_geographical_number(number),
    ):
        zones = {_SAME_CLOCK.get(name, name) for name in names} - {_NOWHERE}
        if zones:
            return zones.pop() if len(zones) == 1 else None
    return None


@lru_cache(maxsize=8192)
def _read_text(text: str, region: str) -> tuple[Phone, ...]:
    typed = text.strip()
    if _E164.fullmatch(typed):
        return (_read_one(typed, typed, region),)
    if not typed:
        return ()
    refusal = phone_problems.of_cell(typed)
    if refusal:
        return (Phone(typed, None, "", refusal),)
    pieces = phone_cells.pieces(phone_cells.cleaned(typed))
    if not pieces:
        return (Phone(typed, None, "", phone_problems.NOT_A_NUMBER),)
    if len(pieces) == 1:
        return (_read_one(pieces[0], typed, region),)
    return tuple(_read_one(piece, _shown(piece), region) for piece in pieces)


def _shown(piece: str) -> str:
    return piece.replace(phone_cells.EXTENSION, " ext. ")


def _read_one(piece: str, typed: str, region: str) -> Phone:
    """`piece` is one number, cleaned; `typed` is what the Phone keeps."""
    written, _, ext = piece.partition(phone_cells.EXTENSION)
    refusal = phone_problems.of_piece(written)
    if refusal:
        return Phone(typed, None, "", refusal)
    if written.startswith(("+", "00")) and not _KEEPS_ZERO.match(written):
        written = _TRUNK_ZERO.sub("", written)
    dialled = _WRITING.sub("", written)
    if dialled.startswith("+"):
        number = _parse(dialled, region)
        problem = phone_problems.of_number(number) if number else phone_problems.NO_SUCH_COUNTRY
    else:
        number, problem = _without_plus(dialled, region)
    if number is None or problem:
        return Phone(typed, None, "", problem or phone_problems.NOT_A_NUMBER)
    return Phone(typed, phonenumbers.format_number(number, PhoneNumberFormat.E164), ext.strip(), "")


def _without_plus(dialled: str, region: str) -> tuple[PhoneNumber | None, str]:
    """The best reading of digits without a plus, and its problem.

    A valid number of the region comes first, then a valid one of the world (the plus was lost),
    then a possible one of the region. "00" is taken for the plus wherever that can be dialled. Ten digits in
    North America are always a number there: those of films (555) are valid nowhere, and not Norwegian either.
    """
    if dialled.startswith("00"):
        abroad = _parse("+" + dialled[2:], region)
        if abroad and not phone_problems.of_number(abroad):
            return abroad, ""
    here = _parse(dialled, region)
    if here and (phonenumbers.is_valid_number(here) or _north_american(dialled, here)):
        return here, ""
    for guess in (f"+{dialled}", f"0{dialled}"):  # a spreadsheet dropped the plus or Italy's zero
        there = _parse(guess, region) if not dialled.startswith("0") else None
        if there and phonenumbers.is_valid_number(there):
            return there, ""
    if here is None:
        known = region in phonenumbers.SUPPORTED_REGIONS
        return None, phone_problems.NOT_A_NUMBER if known else phone_problems.NO_COUNTRY
    return here, phone_problems.of_number(here)


def _north_american(dialled: str, number: PhoneNumber) -> bool:
    """Ten digits as they are dialled under +1: an area code and seven digits, neither begins with 0 or 1."""
    return number.country_code == 1 and _TEN.fullmatch(dialled) is not None


def _parse(dialled: str, region: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(dialled, region or None)
    except NumberParseException:
        return None


def _international(e164: str) -> PhoneNumber | None:
    return _parse(e164, "") if _E164.fullmatch(e164) else None
