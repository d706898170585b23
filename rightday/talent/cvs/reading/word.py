"""Text of a Word file (.docx): paragraphs, table rows, and text boxes, in their order, of the main part alone.

Read from its XML with suspicion: sizes are counted as they come out, a document type is refused, nothing is fetched.
"""

import zipfile
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from rightday.kernel.unreadable import NO_ZIP, Unreadable
from rightday.talent.cvs.reading.document import Document, tidy

LARGEST: Final = 32 * 1024 * 1024
_DAMAGED = "This Word file is damaged and cannot be read. Open it in Word, save it again, and bring that."
_LARGE = "This Word file unpacks to far more than a CV holds and was not opened. Save it as a PDF and bring that."
_EMPTY = "There is no text in this Word file; perhaps it holds a picture of a CV. The file is kept."


def read_word(path: Path) -> Document:
    """Raises Unreadable for damage, a bomb, and a file without text."""
    root = _body(path)
    text = tidy("\n".join(_lines(root)))
    if not any(sign.isalnum() for sign in text):
        raise Unreadable(_EMPTY)
    return Document("docx", 0, text)


def _body(path: Path) -> Element:
    try:
        with zipfile.ZipFile(path) as archive, archive.open("word/document.xml") as part:
            data = part.read(LARGEST + 1)
    except (*NO_ZIP, KeyError):
        raise Unreadable(_DAMAGED) from None
    if len(data) > LARGEST:
        raise Unreadable(_LARGE)
    if b"<!DOCTYPE" in data[:4096]:
        raise Unreadable(_DAMAGED)
    try:
        return fromstring(data)  # noqa: S314  # without a document type there are no entities, and limits are set
    except ParseError:
        raise Unreadable(_DAMAGED) from None


def _lines(root: Element) -> list[str]:
    """A line each paragraph, and those of a table's row side by side where they are short."""
    lines: list[str] = []
    for one in root.iter():
        if _name(one) == "p":
            lines += "".join(_said(one)).split("\n")
    return lines


def _said(paragraph: Element) -> list[str]:
    said: list[str] = []
    if any(_name(one) == "numPr" for one in paragraph.iter()):
        said.append("• ")
    stack = list(reversed(list(paragraph)))
    while stack:
        one = stack.pop()
        name = _name(one)
        if name in ("p", "Fallback", "del"):  # a text box's paragraphs have their turn; what was struck out has none
            continue
        if name == "t":
            said.append(one.text or "")
        elif name in ("tab", "br", "cr"):
            said.append(" \t" if name == "tab" else "\n")
        stack.extend(reversed(list(one)))
    return said


def _name(one: Element) -> str:
    return one.tag.rpartition("}")[2]
