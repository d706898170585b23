"""The ISO code of a country that a cell names, for reading phone numbers beside it."""

from functools import lru_cache

from babel import Locale

_ALIASES = {
    "uk": "GB", "u.k.": "GB", "gb": "GB", "great britain": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "northern ireland": "GB", "britain": "GB", "usa": "US", "us": "US", "u.s.": "US",
    "u.s.a.": "US", "america": "US", "united states of america": "US", "uae": "AE", "holland": "NL",
    "the netherlands": "NL", "eire": "IE", "republic of ireland": "IE", "czech republic": "CZ",
    "turkey": "TR", "hong kong": "HK", "korea": "KR",
}  # fmt: skip
_LANGUAGES = ("en", "de", "fr", "es", "it", "nl")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in reversed(_LANGUAGES):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found[name.casefold()] = code
    return found | _ALIASES


@lru_cache(maxsize=2048)
def region_of(country: str) -> str:
    """ "Deutschland", "germany" and "DE" → "DE"; '' when the text names no country."""
    text = " ".join(country.casefold().split())
    if text in _names():
        return _names()[text]
    code = text.upper()
    return code if len(code) == 2 and code in _names().values() else ""
