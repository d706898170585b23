"""Incentives: what earns, who is paid, the marks of a ledger line (FIELD_GUIDE 5). Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Earns(StrEnum):
    """What a line is for."""

    HOT_LEAD = "hot_lead"
    CLIENT = "client"
    BY_HAND = "by_hand"
    CORRECTION = "correction"


EARNS_WORDS: Final = {
    Earns.HOT_LEAD: "Hot lead passed on",
    Earns.CLIENT: "Lead became a client",
    Earns.BY_HAND: "Added by hand",
    Earns.CORRECTION: "Correction",
}
EARNS_CHOICES: Final = [(one.value, words) for one, words in EARNS_WORDS.items()]


class Pays(StrEnum):
    """Whom a rule pays: colleagues, people outside (candidates, consultants, referees), or both."""

    COLLEAGUES = "colleagues"
    OTHERS = "others"
    ANYBODY = "anybody"


PAYS_WORDS: Final = {
    Pays.COLLEAGUES: "a colleague",
    Pays.OTHERS: "a candidate, consultant or referee",
    Pays.ANYBODY: "whoever passed it on",
}
PAYS_CHOICES: Final = [(one.value, words) for one, words in PAYS_WORDS.items()]


class Mark(StrEnum):
    APPROVED = "approved"
    DECLINED = "declined"
    PAID = "paid"


MARK_WORDS: Final = {Mark.APPROVED: "Approved", Mark.DECLINED: "Declined", Mark.PAID: "Paid"}
MARK_CHOICES: Final = [(one.value, words) for one, words in MARK_WORDS.items()]
