"""The text of a CV, in lines; pages part with a form feed."""

import re
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 400_000
"""Signs of text that are kept: a CV of fifty full pages has half of it."""
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x85")
_BLANKS = re.compile("[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]+")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ud800-\udfff]")
_BULLETS = re.compile("^[•◦▪■●‣∙·*➢➤\uf0b7\uf0a7-] ?(?=\\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """`format` is pdf, docx, text or resume; `text` has lines ended by \\n and pages by \\f."""

    format: str
    pages: int
    text: str


def tidy(text: str) -> str:
    """Line ends, blanks and bullets written one way; signs that nobody sees left out; at most LONGEST."""
    text = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text.replace("\xad", "").replace("‐", "-")))
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n"))
    return re.sub("\n{3,}", "\n\n", _BULLETS.sub("• ", "\n".join(lines))).strip("\n ")[:LONGEST]
