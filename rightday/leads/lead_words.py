"""The words of a lead's title by which it is found as a skill. Pure.

"2 Senior Java Developers (Zürich)" is found by senior, java, developer and zurich: whole words, so that
"java" does not find JavaScript; small and large letters, accents and a plural s make no difference.
"""

from __future__ import annotations

from typing import Final

from rightday.kernel.folding import fold

LONGEST_WORD: Final = 40
MOST_WORDS: Final = 30
# Said in every second title; nobody asks for them.
_SMALL: Final = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"})


def words_of(text: str) -> tuple[str, ...]:
    """Each word once, in its order; () where there is none to ask for."""
    words = (_stem(word)[:LONGEST_WORD] for word in fold(text).split() if word not in _SMALL and not word.isdecimal())
    return tuple(dict.fromkeys(words))[:MOST_WORDS]


def _stem(word: str) -> str:
    """Without the s of a plural: "analysts" and "analyst" are one; "devops", "sales" fold alike on both sides."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
