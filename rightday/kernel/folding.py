"""Folding: one spelling for all the ways in which the same words are written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile("['\u2018\u2019\u201b\u02bc\u02bb\u00b4`\u2032\uff07]")
# Marks that are written or left out at will: Latin accents, Hebrew points, Arabic vowels and tatweel.
# Signs of other scripts change the word and stay.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u0655\u0670]")
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ß": "ss"}
)
_ASCII_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Small letters without accents or apostrophes, words parted by single spaces.

    "  O’Brien-CAFÉ " is "obrien cafe". Unicode NFKD, so that wide and joined letters become plain
    ones. Folding twice changes nothing. '' when the text holds no letter or digit.
    """
    if text.isascii():
        return _ASCII_NOT_WORD.sub(" ", text.lower().replace("'", "").replace("`", "")).strip()
    return _fold(text) if len(text) <= 200 else _fold_unicode(text)


def _fold_unicode(text: str) -> str:
    previous = ""
    while text != previous:  # case folding can make new decompositions (Greek, Turkish); it settles at once
        previous = text
        text = unicodedata.normalize("NFKD", text).casefold().translate(_STROKES)
        text = _MARKS.sub("", _APOSTROPHES.sub("", text))
        text = "".join(char if _is_of_a_word(char) else " " for char in text)
        text = unicodedata.normalize("NFC", " ".join(text.split()))
    return text


def _is_of_a_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")  # vowel signs of Hindi, Thai, …


_fold = lru_cache(maxsize=8192)(_fold_unicode)
