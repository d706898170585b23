"""Names of persons: read into given and family name, folded into keys, compared.

A name in a spreadsheet has lost its order ("MARTINEZ, José Luis"), its case ("DELACROIX R") or its
accents. `read_name` puts it right for people; keys and likeness are for finding the same person again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from rightday.kernel.companies import COMPANY_LIKELY, COMPANY_SAME, company_key, similar_company
from rightday.kernel.folding import fold
from rightday.kernel.name_case import is_capitals, put_right
from rightday.kernel.name_words import PARTICLES, SUFFIXES, TITLES
from rightday.kernel.remembered import Remembered

__all__ = [
    "COMPANY_LIKELY", "COMPANY_SAME", "PERSON_LIKELY", "PERSON_SAME", "PersonName", "company_key", "fold",
    "person_key", "read_name", "similar_company", "similar_person",
]  # fmt: skip

PERSON_SAME = 0.97
"""From here on two names are the same but for order, case, accents or a middle name."""

PERSON_LIKELY = 0.85
"""From here on a duplicate is suggested (with a similar company, FIELD_GUIDE section 2)."""

_LONGEST = 200
_SPACES = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_INITIAL_AS_IT_IS = 0.86  # "A." may be Alan or Anna: with the same family name likely, never the same
_MIDDLE_NAME_MISSING = 0.02
_ONE_WORD_AT_MOST = 0.7


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts; each may be ''. One word alone is the given name."""

    given: str
    family: str
    prefix: str = ""
    suffix: str = ""

    @property
    def full(self) -> str:
        """Given and family name as people say them, without title and suffix."""
        return f"{self.given} {self.family}".strip()


def read_name(text: str) -> PersonName:
    """Read a name in either order, with titles, particles and suffixes; capitals are put right.

    "MARTINEZ, José Luis" → José Luis / Martinez; "DELACROIX R" → R / Delacroix; "Dr Jo van der Berg"
    → Dr / Jo / van der Berg. What stands in brackets is left out when a name remains. Spelling is
    kept where the writer used both cases. Never raises; text without a name gives it back as given.
    """
    return _read_name(text) if len(text) <= _LONGEST else PersonName(_SPACES.sub(" ", text).strip(), "")


@Remembered
def person_key(text: str) -> str:
    """The words of a name, folded and in alphabetical order: "Smith, Alan" and "ALAN SMITH" → "alan smith".

    Titles and suffixes do not count, initials do ("A. Smith" → "a smith"). '' only for a text
    without any letter or digit.
    """
    name = read_name(text)
    return " ".join(sorted(fold(name.full).split())) or fold(text)


@lru_cache(maxsize=16384)
def similar_person(a: str, b: str) -> float:
    """How alike two names are, 0 to 1, in any order; see PERSON_LIKELY and PERSON_SAME.

    An initial matches the names it begins ("A. Smith" ~ "Alan Smith", likely); a missing middle name costs
    little; one word alone is never enough to be likely. The same for (b, a).
    """
    ours, theirs = person_key(a).split(), person_key(b).split()
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    if _joined(a) == _joined(b):  # "Anne Marie" and "Annemarie", "J. R." and "JR"
        return PERSON_SAME
    return _aligned(*sorted((ours, theirs), key=lambda words: (len(words), words)))


def _joined(text: str) -> str:
    return fold(read_name(text).full).replace(" ", "")


def _aligned(few: list[str], many: list[str]) -> float:
    """Pair each word of the shorter name with the best word left of the longer, best pairs first."""
    pairs = sorted(
        ((_alike(one, other), i, j) for i, one in enumerate(few[:8]) for j, other in enumerate(many[:8])),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken_few: set[int] = set()
    taken_many: set[int] = set()
    found: list[float] = []
    whole_word = False
    for likeness, i, j in pairs:
        if i not in taken_few and j not in taken_many:
            taken_few.add(i)
            taken_many.add(j)
            found.append(likeness)
            whole_word = whole_word or (likeness >= 0.8 and min(len(few[i]), len(many[j])) > 1)
    score = sum(found) / max(len(few[:8]), 1) - _MIDDLE_NAME_MISSING * (len(many) - len(few))
    if len(few) == 1 or not whole_word:
        score = min(score, _ONE_WORD_AT_MOST)
    return max(0.0, min(score, 1.0))


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return _INITIAL_AS_IT_IS if one[0] == other[0] else 0.0
    ratio = fuzz.ratio(one, other) / 100
    return ratio if ratio >= 0.75 else ratio * 0.4


@lru_cache(maxsize=8192)
def _read_name(text: str) -> PersonName:
    clean = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(' ,;"“”')
    bare = _BRACKETS.sub(" ", clean).strip(" ,")
    head, comma, tail = (bare or clean).partition(",")
    words, tail_words = head.split(), tail.replace(",", " ").split()
    suffix: list[str] = []
    while tail_words and _folded(tail_words[-1]) in SUFFIXES:
        suffix.insert(0, tail_words.pop())
    prefix: list[str] = []
    for group in (words, tail_words):
        while len(group) > (0 if comma and group is tail_words and words else 1) and _is_title(group[0]):
            prefix.append(group.pop(0))
    while len(words) > 2 and _folded(words[-1]) in SUFFIXES:
        suffix.insert(0, words.pop())
    if tail_words:
        given, family = tail_words, words
    else:
        given, family = _parted(words, titled=bool(prefix))
    all_words = given + family
    shouted = all(is_capitals(word) for word in all_words) or "".join(all_words).islower()
    return PersonName(
        " ".join(put_right(word, shouted=shouted or _stands_out(word, all_words)) for word in given),
        " ".join(_family_words(family, all_words, shouted=shouted)),
        " ".join(prefix),
        " ".join(suffix),
    )


def _parted(words: list[str], *, titled: bool) -> tuple[list[str], list[str]]:
    """Given and family words of a name without a comma."""
    if len(words) < 2:
        return ([], words) if titled else (words, [])
    capitals = [is_capitals(word) and not _is_initial(word) for word in words]
    leading = next((index for index, capital in enumerate(capitals) if not capital), len(words))
    if 0 < leading < len(words) and not any(capitals[leading:]):
        return words[leading:], words[:leading]  # "MARTINEZ José Luis", "DELACROIX R"
    if len(words) == 2 and _is_initial(words[1]) and not _is_initial(words[0]):
        return words[1:], words[:1]  # "Smith A."
    start = next((i for i in range(1, len(words) - 1) if _folded(words[i]) in PARTICLES), len(words) - 1)
    return words[:start], words[start:]


def _family_words(family: list[str], all_words: list[str], *, shouted: bool) -> list[str]:
    return [
        put_right(word, shouted=shouted or _stands_out(word, all_words), particle=index < len(family) - 1)
        for index, word in enumerate(family)
    ]


def _stands_out(word: str, all_words: list[str]) -> bool:
    """In capitals where others are not: the family name of "MARTINEZ, José Luis"."""
    return is_capitals(word) and len(word) > 2 and not _is_initial(word) and len(all_words) > 1


def _is_title(word: str) -> bool:
    folded = _folded(word)
    return folded in TITLES and (len(folded) > 1 or word.endswith("."))


def _is_initial(word: str) -> bool:
    """Letters that stand for names: "A", "A.", "J.-L.", and "JL", which has no vowel."""
    letters = [char for char in word if char.isalpha()]
    if len(letters) == 1:
        return True
    if not is_capitals(word):
        return False
    return len(letters) <= 3 if "." in word else len(letters) == 2 and put_right(word, shouted=True) == word


def _folded(word: str) -> str:
    return fold(word.replace(".", "")).replace(" ", "-")
