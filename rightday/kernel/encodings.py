"""The encoding of a text file: its mark, else UTF-8 if all of it is, else a guess among the rest."""

import codecs
from collections.abc import Iterator
from pathlib import Path

import charset_normalizer

_CHUNK = 1024 * 1024
_SAMPLE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Guesses that are believed. Those left out are Western code pages hard to tell from each
# other; among them a spreadsheet was nearly always written on Windows.
_BELIEVED = frozenset(
    {
        *("big5", "big5hkscs", "cp950", "gb18030", "gb2312", "gbk", "cp936"),
        *("shift_jis", "cp932", "shift_jis_2004", "euc_jp", "euc_kr", "cp949"),
        *("cp1251", "koi8_r", "koi8_u", "cp1253", "iso8859_7", "cp1255", "iso8859_8"),
        *("cp1256", "iso8859_6", "tis_620", "cp874"),
    }
)
WESTERN = "cp1252"
_SHOWN = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "cp1252": "Windows-1252"}


def guess(path: Path) -> str:
    """A name that Python decodes with; never raises for what the file holds."""
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if head.startswith(mark) and not _wrong(head, encoding):
            return encoding
    head = head[marked(path) :]
    wide = _unmarked_utf16(head)
    if wide:
        return wide
    if _is_utf8(path, marked(path)) or _mostly_utf8(head):
        return "utf-8"
    return _guess_other(head, path)


def errors(encoding: str) -> str:
    """How Python is to treat bytes that are wrong: files are pasted together from others in older encodings."""
    return "rightday-latin" if encoding in ("utf-8", "utf-8-sig", WESTERN) else "replace"


def marked(path: Path) -> int:
    """The length of a mark at the beginning of the file, right or wrong."""
    with path.open("rb") as file:
        head = file.read(4)
    return next((len(mark) for mark, _encoding in _MARKS if head.startswith(mark)), 0)


def skips(path: Path, encoding: str) -> int:
    """So many bytes to pass over before decoding: a mark that is wrong, as decoders know their own."""
    return 0 if encoding in ("utf-8-sig", "utf-16", "utf-32") else marked(path)


def _wrong(head: bytes, encoding: str) -> bool:
    """A mark that somebody's program put before a text of another encoding."""
    if encoding == "utf-8-sig":
        return False  # what is wrong in it is treated by itself
    return 0 not in head and len(head) > 8


def _mostly_utf8(head: bytes) -> bool:
    """UTF-8 with some lines of an older encoding: letters of several bytes do not come about by chance."""
    text = head.decode("utf-8", "surrogateescape")
    wrong = sum("\udc80" <= sign <= "\udcff" for sign in text)
    return sum(sign > "\x7f" for sign in text) - wrong > wrong // 4


def shown(encoding: str) -> str:
    """The name for people."""
    return _SHOWN.get(encoding, encoding.upper())


def _unmarked_utf16(head: bytes) -> str:
    """Latin text in UTF-16 has a NUL in every second place."""
    pairs = len(head) // 2
    if pairs < 4:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > pairs * 0.4 and even < pairs * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > pairs * 0.4 and odd < pairs * 0.1 else ""


def _is_utf8(path: Path, mark: int) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for number, chunk in enumerate(_chunks(path)):
            if number == 0:
                chunk = chunk[mark:]
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _guess_other(head: bytes, path: Path) -> str:
    high = sum(byte > 127 for byte in head)
    if high < 8:
        return WESTERN
    found = charset_normalizer.from_bytes(head[:16_384]).best()
    encoding = found.encoding if found is not None else WESTERN
    # A few accents in Latin text are no Chinese: there, most bytes would be high.
    if encoding not in _BELIEVED or high < len(head) * 0.08:
        return WESTERN
    return encoding if _decodes(path, encoding) else WESTERN


def _decodes(path: Path, encoding: str) -> bool:
    """A byte in a hundred thousand may be wrong: files are cut and pasted."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    bad = total = 0
    for chunk in _chunks(path):
        text = decoder.decode(chunk)
        bad += text.count("\ufffd")
        total += len(text)
    return bad <= total // 10_000


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are wrong are Windows' Western ones; those undefined there keep their number."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_WESTERN_SIGNS[byte] for byte in wrong), error.end


_WESTERN_SIGNS = tuple(
    bytes([byte]).decode("cp1252" if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "latin-1") for byte in range(256)
)


codecs.register_error("rightday-latin", _as_latin)
