"""The case of names: words in capitals, or all small, put right as their owners write them."""

from __future__ import annotations

import re

from rightday.kernel.name_words import LOWER_PARTICLES

_PARTS = re.compile(r"([\W_]+)")
_IRISH = re.compile(r"(?:^|(?<=[\W_]))(o|d|l|m)(?=['’ʼ]\w)", re.IGNORECASE)
_VOWELS = frozenset("AEIOUYÁÀÂÄÅÃÉÈÊËÍÎÏÓÔÖÕØÚÛÜÝ")


def is_capitals(word: str) -> bool:
    """True when the word has letters of a script with cases and all are capitals: "O’BRIEN", "A."."""
    return word.isupper()


def put_right(word: str, *, shouted: bool, particle: bool = False) -> str:
    """A word of a name in its usual case: "MCDONALD" → "McDonald", "O’BRIEN" → "O’Brien".

    Only when `shouted`: the name was written without the difference. A `particle` (a word before the
    last of a family name) goes small when it is one of the usual ones. Two consonants are initials and stay.
    """
    if not shouted:
        return word
    if particle and word.casefold() in LOWER_PARTICLES:
        return word.lower()
    if word.isupper() and len(word) <= 3 and not _VOWELS & set(word):
        return word
    return "".join(_capitalised(part) for part in _PARTS.split(word))


def _capitalised(part: str) -> str:
    if len(part) > 3 and part[:2].lower() == "mc":
        return "Mc" + part[2:].capitalize()
    return part.capitalize()
