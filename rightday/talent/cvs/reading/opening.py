"""Which reader a CV needs, told by its first bytes; its faults made into words."""

import re
import zipfile
from pathlib import Path
from typing import Final

from rightday.kernel.unreadable import NO_ZIP, Unreadable
from rightday.talent.cvs.reading.document import Document
from rightday.talent.cvs.reading.pdf import read_pdf
from rightday.talent.cvs.reading.plain import read_plain
from rightday.talent.cvs.reading.resumes import read_resume
from rightday.talent.cvs.reading.word import read_word

LARGEST: Final = 20 * 1024 * 1024
DAMAGED = "This file is damaged and cannot be read. The file is kept. Ask for it again, and bring that."
_BRING = "Bring a PDF, a Word file (.docx) or text."
_OLD_WORD = "This is a Word file of the old kind (.doc). Open it in Word, save it as .docx or PDF, and bring that."
_LOCKED = "This file is protected by a password. Open it, save a copy without the password, and bring that."
_OTHERS = (
    (b"{\\rtf", f"This is a file in rich text format (.rtf). Save it as .docx or PDF. {_BRING}"),
    (b"\x89PNG", f"This is a picture. The file is kept, but nothing can be read of it. {_BRING}"),
    (b"\xff\xd8\xff", f"This is a picture. The file is kept, but nothing can be read of it. {_BRING}"),
    (b"GIF8", f"This is a picture. The file is kept, but nothing can be read of it. {_BRING}"),
    (b"\x1f\x8b", f"This is a packed file. Unpack it first. {_BRING}"),
    (b"7z\xbc\xaf", f"This is a packed file. Unpack it first. {_BRING}"),
    (b"Rar!", f"This is a packed file. Unpack it first. {_BRING}"),
    (b"\xd0\xcf\x11\xe0", _OLD_WORD),
)


def open_here(path: Path) -> Document:
    """The CV's text, read in this very process. Raises Unreadable, and nothing else, for what the file holds."""
    try:
        return _read(path)
    except Unreadable:
        raise
    except OSError as problem:
        raise Unreadable(f"This file could not be opened: {problem.strerror or problem}.") from None
    except Exception:  # whatever a reader trips over is the file's
        raise Unreadable(DAMAGED) from None


def _read(path: Path) -> Document:
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(f"This file has {size // 1_048_576} MB; a CV has at most {LARGEST // 1_048_576}. {_BRING}")
    with path.open("rb") as file:
        head = file.read(1024)
    if not head.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise Unreadable(f"This file is empty. {_BRING}")
    if b"%PDF-" in head:  # some programs write a line of their own before it
        return read_pdf(path)
    if head.startswith(b"PK"):
        return _packed(path)
    for magic, words in _OTHERS:
        if head.startswith(magic):
            raise Unreadable(_LOCKED if words is _OLD_WORD and _encrypted(path) else words)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return read_resume(path) if re.match(rb"\{\s*[\"}]", start) else read_plain(path)


def _packed(path: Path) -> Document:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            locked = any(info.flag_bits & 1 for info in archive.infolist())
    except NO_ZIP:
        raise Unreadable(DAMAGED) from None
    if locked:
        raise Unreadable(_LOCKED)
    if "word/document.xml" in names:
        return read_word(path)
    kind = "a spreadsheet" if any(name.startswith("xl/") for name in names) else "a packed file (zip)"
    raise Unreadable(f"By its content this is {kind}, whatever its name says, and no CV. {_BRING}")


def _encrypted(path: Path) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
