"""How the text of one cell is cut into the numbers it holds. Knows no country's rules."""

from __future__ import annotations

import math
import re
import unicodedata

LONGEST = 400
"""Characters. A longer cell is prose, not a list of numbers."""

EXTENSION = "~"
"""Stands before an extension in a cleaned cell: "02079460958~12"."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212\u30fc]")
_EXTENSION = re.compile(
    r"(?<=[\d)])[\s,;.\-(]*(?:extension|extn|ext|xtn|x|#|durchwahl|dw|poste)[\s.:=\-]*(\d{1,7})(?!\d)\)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?<![^\W_])(?:[^\W\d_]{2,}[.:]*|[^\W\d_](?![^\W_])[.:]*|[tmhwfpcdTMHWFPCD](?=[0+]))")
_ODD = re.compile(r"[^\w+()\-.\s/,;|&~]|_")
_EMPTY_BRACKETS = re.compile(r"\([\s|.:\-]*\)")
_PLUS_WITHIN = re.compile(r"(?<=[\d)])[\s\-]*(?=\+)")
_HARD = re.compile(r"[|;&\n\r\t]")
_SOFT = re.compile(r"[/,]")
_NEXT_NUMBER = re.compile(r"[\s\-]+(?=[0(])")
_NOT_DIGIT = re.compile(r"\D")
_SPREADSHEET_NUMBER = re.compile(r"(\d{5,})\.0*")


def text_of(cell: str | int | float) -> str:
    """The cell as text: 2079460958.0 is "2079460958"; not-a-number and infinity are ''."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return ""
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)


def cleaned(text: str) -> str:
    """Plain digits, dashes and spaces; labels become "|"; an extension follows a tilde."""
    if not text.isascii():
        text = _DASHES.sub("-", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))
        text = "".join(str(unicodedata.decimal(char, char)) for char in text)
    text = text.replace("~", " ").strip()
    lost_zero = _SPREADSHEET_NUMBER.fullmatch(text)
    if lost_zero:
        return lost_zero[1]
    if any(char.isalpha() for char in text) or "#" in text:
        text = _EXTENSION.sub(rf"{EXTENSION}\1 ", text)
        text = _LABEL.sub("|", text)
        text = _EMPTY_BRACKETS.sub("|", text)
    return _ODD.sub(" ", text).strip(" -.,:;|/")


def pieces(clean: str) -> list[str]:
    """The numbers of a cleaned cell, each still with its spaces; () when there is no digit to speak of."""
    found: list[str] = []
    for part in _HARD.split(_PLUS_WITHIN.sub("|", clean)):
        for piece in _soft_parts(part):
            found += _doubles(piece)
    return [piece.strip(" -.,:/") for piece in found if digits(piece) >= 3]


def digits(text: str) -> int:
    """How many digits stand before the extension."""
    return len(_NOT_DIGIT.sub("", text.partition(EXTENSION)[0]))


def _soft_parts(part: str) -> list[str]:
    """Cut at "/" and "," only between whole numbers: "030/1234567" is one number of Berlin."""
    first, *rest = _SOFT.split(part)
    parts = [first]
    for text in rest:
        before, here = digits(parts[-1]), digits(text)
        if before >= 7 and here >= 7:
            parts.append(text)
        elif before >= 9 and here <= 4:
            continue  # "01234 567890/1": a neighbouring line of the same switchboard
        else:
            parts[-1] += " " + text
    return parts


def _doubles(piece: str) -> list[str]:
    """Two numbers with nothing but a space or a dash between them: too many digits for one."""
    if digits(piece) < 17:
        return [piece]
    for gap in _NEXT_NUMBER.finditer(piece):
        left, right = piece[: gap.start()], piece[gap.end() :]
        if digits(left) >= 9 and digits(right) >= 9:
            return [left, *_doubles(right)]
    return [piece]
