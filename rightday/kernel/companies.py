"""Company names: folded into keys, compared."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from rightday.kernel.folding import fold
from rightday.kernel.name_words import AND, COMMON_IN_COMPANIES, LEGAL, LEGAL_SEQUENCES
from rightday.kernel.remembered import Remembered

COMPANY_SAME = 0.97
"""From here on two names differ in nothing but writing."""

COMPANY_LIKELY = 0.84
"""From here on the same company is suggested."""

_DOTTED = re.compile(r"(?<![^\W_])([^\W\d_])\.\s?(?=[^\W\d_](?:[^\W_](?![^\W_])|(?![^\W_])))")
_ALIKE_BUT_COMMON = 0.92
_PART_OF_THE_OTHER = 0.86


@Remembered
def company_key(text: str) -> str:
    """The name folded, without its legal form and "The"; "&" is "and".

    "Smith & Sons Ltd", "Smith and Sons Limited" and "SMITH & SONS LTD." are "smith and sons". Never empty
    for a name with anything but spaces in it ("Limited" is "limited", "???" is "???").
    """
    words = fold(_DOTTED.sub(r"\1", text.replace("&", " and ").replace("+", " and "))).split()
    if len(words) > 2:
        words[1:-1] = ["and" if word in AND else word for word in words[1:-1]]
    if len(words) > 1 and words[-1] == "the":  # "Body Shop, The"
        words = words[:-1]
    words = _without_legal_form(words)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words) or " ".join(text.casefold().split())


@lru_cache(maxsize=16384)
def similar_company(a: str, b: str) -> float:
    """How alike two company names are, 0 to 1; see COMPANY_LIKELY. The same for (b, a).

    Equal keys give 1. Words that many companies share (group, holdings, UK) weigh little. A name that is
    wholly part of the other ("Acme" in "Acme Widgets") is likely, never the same.
    """
    ours, theirs = sorted((company_key(a), company_key(b)))
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    if ours.replace(" ", "") == theirs.replace(" ", ""):
        return COMPANY_SAME
    letters = max(fuzz.ratio(ours, theirs), fuzz.token_sort_ratio(ours, theirs)) / 100
    our_words, their_words = _telling(ours), _telling(theirs)
    if our_words == their_words:
        return max(letters, _ALIKE_BUT_COMMON)
    shared = our_words & their_words
    if shared in (our_words, their_words) and any(len(word) >= 4 for word in shared):
        return max(letters, _PART_OF_THE_OTHER)
    if not shared:  # alike in what says little: "Alpha Consulting Group", "Beta Consulting Group"
        return min(letters, fuzz.ratio(" ".join(sorted(our_words)), " ".join(sorted(their_words))) / 100)
    return letters


def _telling(key: str) -> frozenset[str]:
    words = frozenset(key.split())
    return words - COMMON_IN_COMPANIES or words


def _without_legal_form(words: list[str]) -> list[str]:
    while len(words) > 1:
        sequence = next((s for s in LEGAL_SEQUENCES if tuple(words[-len(s) :]) == s), None)
        length = len(sequence) if sequence else int(words[-1] in LEGAL)
        if not length or length >= len(words):
            break
        words = words[:-length]
    return words
