"""Words on a page: what was asked for marked, the sentence in which it was said, numbers left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rightday.kernel.folding import fold

_OF_FILE = re.compile(r"(.*?) ?\(as written in (.+)\)", re.DOTALL)
_DIGITS = re.compile(r"\+?\d[\d\s().\-/]{5,}\d")


def without_numbers(words: str) -> str:
    """Words with whatever could be dialled left out: for the page of somebody who said no."""
    return _DIGITS.sub("…", words)


def without_file(words: str) -> tuple[str, str]:
    """Words that came with a file, and its name; '' when they came otherwise."""
    found = _OF_FILE.fullmatch(words)
    return (found[1], found[2]) if found else (words, "")


def marks(text: str, terms: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, each with whether it is the beginning of a word that was asked for."""
    pieces: list[tuple[str, bool]] = []
    last = 0
    for word in re.finditer(r"\w+", text):
        length = max((len(term) for term in terms if fold(word[0]).startswith(term)), default=0)
        if length:
            pieces += [(text[last : word.start()], False), (word[0][:length], True)]
            last = word.start() + min(length, len(word[0]))
    pieces.append((text[last:], False))
    return tuple(piece for piece in pieces if piece[0])


def sentence_with(words: str, terms: Sequence[str], longest: int = 160) -> str:
    """The sentence of a note in which most of the words asked for begin; '' when none does."""
    sentences = [one.strip() for one in re.split(r"(?<=[.!?])\s+|\n+", words) if one.strip()]
    scored = [(sum(any(w.startswith(t) for w in fold(one).split()) for t in terms), one) for one in sentences]
    score, best = max(scored, key=lambda pair: pair[0], default=(0, ""))
    if not score:
        return ""
    return best if len(best) <= longest else best[: longest - 1].rstrip() + "…"
