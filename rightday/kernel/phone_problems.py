"""What is wrong with a number that cannot be dialled, in one sentence with the fix."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from babel import Locale
from phonenumbers import PhoneMetadata, PhoneNumber, PhoneNumberType, ValidationResult

NOT_A_NUMBER = "This does not look like a phone number."
TOO_LONG_TEXT = "This is too long for a phone number. Put the number alone in the field."
CUT_SHORT = "The spreadsheet cut this number short. Format the column as text and read it again."
LETTER = "There is a letter among the digits. Type the number again with digits only."
NO_AREA = "The area code is missing. Ask for it."
NO_COUNTRY = "The country is not known. Start the number with + and the country code."
NO_SUCH_COUNTRY = "No country has this code. Check the digits after the +."

_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e\+?\d{1,3}", re.IGNORECASE)
# Ofcom's National Telephone Numbering Plan: the areas people read numbers back for most.
_BRITISH_AREAS = {
    "20": "London", "23": "Southampton or Portsmouth", "24": "Coventry", "28": "Northern Ireland",
    "29": "Cardiff", "113": "Leeds", "114": "Sheffield", "115": "Nottingham", "116": "Leicester",
    "117": "Bristol", "118": "Reading", "121": "Birmingham", "131": "Edinburgh", "141": "Glasgow",
    "151": "Liverpool", "161": "Manchester", "191": "Tyneside",
}  # fmt: skip
_WITH_ARTICLE = ("United", "Netherlands", "Philippines", "Bahamas", "Maldives", "Gambia")
_COUNTED = {1: "One digit", 2: "Two digits", 3: "Three digits"}


def of_cell(text: str) -> str:
    """A problem of the whole cell that hides its digits: "4.47701E+11"."""
    return CUT_SHORT if _SCIENTIFIC.fullmatch(text.strip()) else ""


def of_piece(piece: str) -> str:
    """A problem seen before any country's rules: letters. "O" is never taken for a nought."""
    return LETTER if any(char.isalpha() for char in piece) else ""


def of_number(number: PhoneNumber) -> str:
    """Why nobody could dial this number; '' when it is possible.

    A possible number of another length than its country's is refused unless it is a known one: national plans
    allow a few short ranges, elsewhere a digit was left out.
    """
    country_code = number.country_code or 0
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == ValidationResult.INVALID_COUNTRY_CODE:
        return NO_SUCH_COUNTRY
    if reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return NO_AREA
    national = phonenumbers.national_significant_number(number)
    if country_code == 44:
        national = national.lstrip("0")  # libphonenumber leaves the trunk zero on what is no number
    usual = _usual_length(country_code)
    if reason == ValidationResult.IS_POSSIBLE and (usual in (0, len(national)) or phonenumbers.is_valid_number(number)):
        return ""
    lengths = (usual,) if usual else _possible_lengths(country_code)
    return _counted(len(national), lengths, _place(country_code, national))


@lru_cache(maxsize=512)
def _usual_length(country_code: int) -> int:
    """How many digits all the usual numbers of a country have; 0 where they differ (Germany)."""
    region = phonenumbers.region_code_for_country_code(country_code)
    kinds = (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)
    examples = [phonenumbers.example_number_for_type(region, kind) for kind in kinds]
    lengths = {len(phonenumbers.national_significant_number(example)) for example in examples if example}
    return lengths.pop() if len(lengths) == 1 else 0


def _counted(length: int, lengths: tuple[int, ...], place: str) -> str:
    short, long = min(lengths) - length, length - max(lengths)
    if short in _COUNTED:
        return f"{_COUNTED[short]} short for {place}. Read it back to them."
    if long in _COUNTED:
        return f"{_COUNTED[long]} too many for {place}. Read it back to them."
    return NOT_A_NUMBER


def _possible_lengths(country_code: int) -> tuple[int, ...]:
    region = phonenumbers.region_code_for_country_code(country_code)
    metadata = PhoneMetadata.metadata_for_region_or_calling_code(country_code, region)
    description = metadata.general_desc if metadata else None
    lengths = tuple(description.possible_length) if description else ()
    return lengths or (0,)


def _place(country_code: int, national: str) -> str:
    if country_code == 44:
        if national.startswith("7"):
            return "a British mobile"
        area = _BRITISH_AREAS.get(national[:2]) or _BRITISH_AREAS.get(national[:3])
        return area or "the United Kingdom"
    region = phonenumbers.region_code_for_country_code(country_code)
    name = str(Locale("en").territories.get(region, "this country"))
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name
