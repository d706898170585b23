"""Small readings of one cell: tidy text, placeholders, email addresses."""

import re

from rightday.kernel.neutral import restored

# What people type into a cell that has no answer.
_PLACEHOLDERS = frozenset(
    {"-", "--", "---", "–", "—", ".", "..", "...", "n/a", "na", "n.a.", "none", "null", "nil", "nan", "#n/a",
     "?", "??", "???", "x", "xx", "xxx", "0/0/00", "00/00/0000", "0000-00-00", "_", "/"}
)  # fmt: skip
_EMAIL = re.compile(
    r"[A-Za-z0-9\u00c0-\uffff!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9\u00c0-\uffff-]{1,63}"
    r"(?:\.[A-Za-z0-9\u00c0-\uffff-]{1,63}){1,8}"
)
_ONE_EMAIL = re.compile(r"[a-z0-9_+.-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,7}\.[a-z]{2,24}")
_BETWEEN = re.compile(r"mailto:|:::|[\s;,/|<>\"'()\[\]:&]+|\band\b|\bor\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_MOST_EMAILS = 20


def tidy(text: str) -> str:
    """Without spaces at the ends and in rows, and without our own mark before a formula; line breaks stay."""
    text = restored(text)
    if text.isprintable() and "  " not in text and text.isascii():
        return text.strip()
    return _SPACES.sub(" ", text).strip()


def is_placeholder(text: str) -> bool:
    """Whether the text stands for "nothing here"."""
    return len(text) <= 10 and text.casefold() in _PLACEHOLDERS


def emails(text: str) -> tuple[tuple[str, ...], str]:
    """The addresses in a cell, lower case and each once, and what else the cell says."""
    lowered = text.lower()
    if _ONE_EMAIL.fullmatch(lowered):
        return (lowered,), ""
    text = text[:20_000]
    found = [one.strip(".'") for one in _EMAIL.findall(text)]
    rest = " ".join(piece for piece in _BETWEEN.split(_EMAIL.sub(" ", text)) if piece)
    kept = tuple(dict.fromkeys(one.lower() for one in found))
    if len(kept) > _MOST_EMAILS:
        return kept[:_MOST_EMAILS], text
    return kept, rest
