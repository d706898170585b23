"""What a file is, by its content: names lie (an .xlsx called Leads.csv is common)."""

import re
import zipfile
from enum import StrEnum
from pathlib import Path

from rightday.intake.reading.book import LARGEST_FILE, LARGEST_TEXT, Unreadable
from rightday.kernel.unreadable import NO_ZIP

_HEAD = 4096


class Format(StrEnum):
    """Kinds of file that are worth telling apart; not all of them can be read."""

    XLSX = "xlsx"
    DELIMITED = "csv"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    VCARD = "vcard"
    ICALENDAR = "icalendar"
    EML = "eml"
    MBOX = "mbox"
    JSON = "json"
    WEB_PAGE = "html"


_MAGIC = (
    (b"%PDF", "This is a PDF. Save the table as .xlsx or .csv and bring that."),
    (b"\x89PNG", "This is a picture. Type the leads into quick capture, or bring a spreadsheet."),
    (b"\xff\xd8\xff", "This is a picture. Type the leads into quick capture, or bring a spreadsheet."),
    (b"GIF8", "This is a picture. Type the leads into quick capture, or bring a spreadsheet."),
    (b"{\\rtf", "This is a text document. Copy the table into a spreadsheet and save it as .xlsx."),
    (b"\x1f\x8b", "This is a packed file. Unpack it first, then bring the spreadsheet in it."),
    (b"7z\xbc\xaf", "This is a packed file. Unpack it first, then bring the spreadsheet in it."),
    (b"Rar!", "This is a packed file. Unpack it first, then bring the spreadsheet in it."),
    (b"SQLite format 3", "This is a database, not a spreadsheet."),
)
_XML = "This is XML, not a spreadsheet. Open it in Excel and save it as .xlsx."
_OF_OUTLOOK = "This is a message as Outlook keeps it (.msg). Save it as .eml, or forward it as text."
_NOT_A_TABLE = "This is no spreadsheet, and nothing else that can be read here. Bring an .xlsx or a .csv file."
LOCKED = "This file is protected by a password. Open it, save a copy without the password, and bring that."
_MAIL = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}: ?\S")
_MAIL_LINE = re.compile(
    rb"^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(path: Path) -> Format:
    """The format of the file.

    Raises Unreadable for files that are empty, too large, protected, or of another trade.
    """
    size = path.stat().st_size
    found = _format(path, size)
    if size > (LARGEST_TEXT if found is Format.DELIMITED else LARGEST_FILE):
        raise Unreadable(
            f"This file has {size / 1024 / 1024:,.0f} MB; at most 256 MB can be imported, and 4,096 MB of plain .csv. "
            "Split it into parts, or save it as .csv without pictures."
        )
    return found


def _format(path: Path, size: int) -> Format:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        if size <= _HEAD:
            raise Unreadable("This file is empty.")
        raise Unreadable(_NOT_A_TABLE)
    if head.startswith(b"PK"):
        return _packed(path)
    if head.startswith(_OLE):
        return _compound(path)
    return _other(head)


def _packed(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = _mimetype(archive) if "mimetype" in names else ""
    except NO_ZIP:
        raise Unreadable("This file is damaged: its end is missing. Save or download it again.") from None
    if "opendocument.spreadsheet" in kind:
        return Format.ODS
    if "xl/workbook.bin" in names:
        return Format.XLSB
    if any(name.startswith("word/") for name in names) or "opendocument.text" in kind:
        raise Unreadable("This is a text document. Copy the table into a spreadsheet and save it as .xlsx.")
    if any(name.startswith("xl/") for name in names) or "[Content_Types].xml" in names:
        return Format.XLSX
    raise Unreadable("This is a packed file. Unpack it first, then bring the spreadsheet in it.")


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as part:
        return part.read(100).decode("ascii", "replace")


def _compound(path: Path) -> Format:
    """Old Office files; their directory names the streams in UTF-16."""
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE)
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable(LOCKED)
    if "WordDocument".encode("utf-16-le") in data:
        raise Unreadable(_NOT_A_TABLE)
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return Format.XLS
    raise Unreadable(_OF_OUTLOOK if "__substg1.0_".encode("utf-16-le") in data else _NOT_A_TABLE)


def _other(head: bytes) -> Format:
    for magic, reason in _MAGIC:
        if head.startswith(magic):
            raise Unreadable(reason)
    if head.startswith((b"\x09\x08", b"\x09\x04\x06", b"\x09\x02\x06")):
        return Format.XLS  # sheets older than the compound file
    said = _text_format(head)
    if said is not None:
        return said
    text = not head.startswith((b"\xff\xfe", b"\xfe\xff")) and head.count(0) < len(head) // 10
    controls = sum(1 for byte in head if byte < 32 and byte not in b"\t\n\r\x0b\x0c\x00\x1a\x1b")
    if text and controls > len(head) // 20:
        raise Unreadable(_NOT_A_TABLE)
    return Format.DELIMITED


def _text_format(head: bytes) -> Format | None:
    """Formats that are told by how their text begins; None for any other text."""
    start = (head if head.count(0) < 4 else head.replace(b"\0", b"")).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    lower = start[:600].lower()
    if lower.startswith(b"begin:vcard"):
        return Format.VCARD
    if lower.startswith((b"begin:vcalendar", b"begin:vevent", b"begin:vtimezone", b"begin:vtodo")):
        return Format.ICALENDAR
    if lower.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<body", b"<div", b"<script")):
        return Format.WEB_PAGE
    if lower.startswith((b"<!doctype", b"<?xml")):
        if b"<html" in lower:
            return Format.WEB_PAGE
        raise Unreadable(_XML)
    if re.match(rb"From \S.*\d\d:\d\d", start):
        return Format.MBOX
    if _MAIL.match(start) and len(_MAIL_LINE.findall(start)) >= 2:
        return Format.EML
    return Format.JSON if re.match(rb"\{\s*[\"}]|\[\s*[{\[]", start) else None
