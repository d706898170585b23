"""CVs that are plain text."""

from pathlib import Path

from rightday.kernel import encodings
from rightday.kernel.unreadable import Unreadable
from rightday.talent.cvs.reading.document import Document, tidy

_EMPTY = "There is no text in this file."
_NO_TEXT = "This is no text, and nothing else that can be read as a CV. Bring a PDF, a Word file (.docx) or text."


def read_plain(path: Path) -> Document:
    """Raises Unreadable for what is no text."""
    text = text_of(path)
    controls = sum(sign < " " and sign not in "\t\n\r\x0b\x0c" for sign in text[:4096])
    if controls > len(text[:4096]) // 20:
        raise Unreadable(_NO_TEXT)
    tidied = "\f".join(filter(None, map(tidy, text.split("\f"))))
    if not any(sign.isalnum() for sign in tidied):
        raise Unreadable(_EMPTY)
    return Document("text", tidied.count("\f") + 1, tidied)


def text_of(path: Path) -> str:
    """The file's text in whatever encoding it is."""
    encoding = encodings.guess(path)
    data = path.read_bytes()[encodings.skips(path, encoding) :]
    return data.decode(encoding, encodings.errors(encoding)).lstrip("\ufeff")
