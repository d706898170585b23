"""Reads email (.eml, .mbox): a row for each message, its sender as the person it is from.

Attachments are named; `attachments` takes them out as files of their own. Pictures of other hosts are never fetched.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from contextlib import suppress
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path

from rightday.intake.reading import letters, tables
from rightday.intake.reading.book import LONGEST_CELL, Book, Cell, Row, Unreadable
from rightday.intake.reading.columned import Columned
from rightday.intake.reading.content_lines import LARGEST
from rightday.intake.reading.package import TOO_LARGE, UNWANTED
from rightday.intake.reading.web import words_of
from rightday.kernel import encodings

_HEADER = ["Name", "Email", "Date", "Subject", "Text", "To", "Cc", "Attachments", "Kind"]
_FROM_LINE = re.compile(rb"^From \S.*\d\d:\d\d.*\d{4}.*$", re.MULTILINE)
_MARKED = re.compile(rb"^>(>*From )", re.MULTILINE)
_ADDRESS = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;:\"]+")
_HEADER_LINE = re.compile(rb"\r?\n[A-Za-z][\w-]*: ?\S")
_MOST = 100_000
_MOST_PARTS = 500
_ALIASES = {"ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "iso-2022-jp": "iso2022_jp_ext", "x-sjis": "cp932"}


def open_eml(path: Path, name: str) -> Book:
    made = Columned(_HEADER)
    return Book(name, "eml", "", "", (tables.made("", [_row(1, _bytes(path), made)], made.header),))


def open_mbox(path: Path, name: str) -> Book:
    made = Columned(_HEADER)
    rows = [_row(number, data, made) for number, data in enumerate(messages(path), start=1)]
    return Book(name, "mbox" if len(rows) > 1 else "eml", "", "", (tables.made("", rows, made.header),))


def messages(path: Path) -> Iterator[bytes]:
    """The bytes of each message of a mailbox, or of the one that a file is. Raises Unreadable."""
    return _messages(_bytes(path))


def file_name(part: Message) -> str:
    """What an attachment is called, '' for what is none; a name is words here and never a path."""
    name = part.get_filename()
    return _clean(_decoded(name)).replace("\\", "/").rpartition("/")[2] if name else ""


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise Unreadable(TOO_LARGE)
    encoding = encodings.guess(path)
    data = path.read_bytes()
    return data.decode(encoding, "replace").encode() if encoding.startswith(("utf-16", "utf-32", "utf-8-sig")) else data


def _messages(data: bytes) -> Iterator[bytes]:
    """Cut at each line "From …" with a day, after an empty line or before a header; in a text it is marked ">"."""
    starts = [
        found.start() for found in _FROM_LINE.finditer(data)
        if found.start() == 0
        or data[found.start() - 4 : found.start()].endswith((b"\n\n", b"\n\r\n"))
        or _HEADER_LINE.match(data, found.end())
    ]  # fmt: skip
    if len(starts) > _MOST:
        raise Unreadable("There are more than 100,000 messages in this file. Bring them in parts.")
    starts = starts or [0]
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        _line, _end, message = data[start:end].partition(b"\n")
        yield _MARKED.sub(rb"\1", message)


def _row(number: int, data: bytes, made: Columned) -> Row:
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    problems: list[str] = []
    kind = _kind(message)
    bounce = kind == "bounce"  # what a mail server writes is from nobody
    for name, address in _people(message, "From")[:1]:
        if bounce:
            made.put("Sent by", letters.addressed(name, address))
        else:
            made.put("Name", name)
            made.put("Email", address)
    moment = _sent(message)
    if moment is None and message.get("Date"):
        problems.append(f"The date of this message could not be read: {_said(message, 'Date')[:60]}")
    made.put("Date", moment)
    made.put("Subject", _said(message, "Subject"))
    own, quoted = letters.parted(_text(message))
    made.put("Text", own)
    made.put("Quoted", quoted)
    for typed in [] if bounce else letters.numbers(own):
        made.put("Phone", typed)
    for header in ("To", "Cc"):
        made.put(
            "Sent to" if bounce else header,
            ", ".join(letters.addressed(name, at) for name, at in _people(message, header)),
        )
    made.put("Attachments", ", ".join(_attached(message)))
    made.put("Kind", kind)
    made.put("Message-ID", _said(message, "Message-ID"))
    made.put("In-Reply-To", _said(message, "In-Reply-To"))
    return made.row(number, problems)


def _said(message: Message, header: str) -> str:
    return next((_clean(_decoded(value)) for value in _raw(message, header)), "")


def _raw(message: Message, header: str) -> Iterator[str]:
    """A header as it stands in the file: bytes that are no ASCII are lone surrogates in it."""
    return (str(value)[:20_000] for name, value in message.raw_items() if name.casefold() == header.casefold())


def _decoded(value: str) -> str:
    value = _as_text(value.encode("utf-8", "surrogateescape"), "utf-8")
    with suppress(Exception):
        pieces = decode_header(value)
        return "".join(_as_text(one, kind or "utf-8") if isinstance(one, bytes) else one for one, kind in pieces)
    return value


def _as_text(data: bytes, encoding: str) -> str:
    for one in (_ALIASES.get(encoding.casefold(), encoding), "utf-8"):
        with suppress(LookupError, UnicodeError):
            return data.decode(one)
    return data.decode("cp1252", "replace")


def _clean(text: str) -> str:
    return " ".join(UNWANTED.sub("", text).split())[:2_000]


def _people(message: Message, header: str) -> list[tuple[str, str]]:
    said = [_as_text(one.encode("utf-8", "surrogateescape"), "utf-8") for one in _raw(message, header)]
    found = getaddresses([re.sub(r"\s+", " ", one) for one in said[:20]])
    found = [(name, address) for name, address in found if (name or address) and address[:1] != "@"] or [
        ("", address) for one in said for address in _ADDRESS.findall(one)
    ]
    return [(_clean(_decoded(name)).strip("\"' "), _clean(address)) for name, address in found[:500]]


def _sent(message: Message) -> Cell:
    """When it was sent; else when it came, as the last machine on its way wrote."""
    said = [_said(message, "Date"), *(one.rpartition(";")[2] for one in _raw(message, "Received"))]
    for one in said:
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            return parsedate_to_datetime(one.strip())
    return None


def _text(message: Message) -> str:
    """Its words: the plain text, else those of its page."""
    plain, page = "", ""
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            break
        if part.is_multipart() or part.get_filename():
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and not plain:
            plain = _body(part)
        elif kind == "text/html" and not page:
            page = words_of(_body(part))
    return UNWANTED.sub("", (plain or page).replace("\r\n", "\n")).strip()[:LONGEST_CELL]


def _body(part: Message) -> str:
    data = part.get_payload(decode=True)
    return _as_text(data, str(part.get_content_charset() or "utf-8")) if isinstance(data, bytes) else ""


def _attached(message: Message) -> Iterator[str]:
    """What attachments are called."""
    for number, part in enumerate(message.walk()):
        if number < _MOST_PARTS and (name := file_name(part)):
            yield name


def _kind(message: Message) -> str:
    """'' for what a person wrote."""
    sender = _said(message, "From").casefold()
    if message.get_content_type() == "multipart/report" or "mailer-daemon" in sender or "postmaster@" in sender:
        return "bounce"
    automatic = _said(message, "Auto-Submitted").casefold() or "no"
    return "automatic" if automatic != "no" else ""
