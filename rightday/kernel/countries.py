"""Names of countries, in English, and their codes (iso3166.tab of the IANA time zone database)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from rightday.kernel.folding import fold

_ALSO = {
    "uk": "GB", "united kingdom": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "usa": "US", "america": "US", "united states of america": "US", "holland": "NL", "the netherlands": "NL",
    "czechia": "CZ", "korea": "KR", "south korea": "KR", "uae": "AE",
}  # fmt: skip


def code_of(text: str) -> str:
    """ "Germany", "de" and "Holland" give DE, DE and NL; '' for what is no country."""
    folded = fold(text)
    if folded in _ALSO:
        return _ALSO[folded]
    names = _names()
    return folded.upper() if folded.upper() in names.values() else names.get(folded, "")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    text = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {fold(name.partition("(")[0]): code for code, name in rows}
