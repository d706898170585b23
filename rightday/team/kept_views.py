"""Views that members keep: which lists have them, who sees them. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Screen(StrEnum):
    LEADS = "leads"
    PEOPLE = "people"
    COMPANIES = "companies"


SCREEN_CHOICES: Final = [(one.value, one.value.capitalize()) for one in Screen]


class Shared(StrEnum):
    """Who sees a view; `SALES` and `RECRUITERS` are everybody of that role, managers and owners."""

    ME = "me"
    SALES = "sales"
    RECRUITERS = "recruiters"
    ALL = "all"


SHARED_WORDS: Final = {
    Shared.ME: "Only me",
    Shared.SALES: "Sales",
    Shared.RECRUITERS: "Recruiters",
    Shared.ALL: "Everybody",
}
SHARED_CHOICES: Final = [(one.value, words) for one, words in SHARED_WORDS.items()]
