"""The lines of cards and calendars: "name;parameter=value:value", folded, escaped, in three dialects.

Read with patience: what is no such line is given back as a problem, and the next one is read.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rightday.intake.reading.book import LONGEST_CELL, Unreadable
from rightday.intake.reading.package import TOO_LARGE, UNWANTED
from rightday.kernel import encodings

LARGEST = 64 * 1024 * 1024
_HEAD = re.compile(r'(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):', re.ASCII)
_PARAMETER = re.compile(r';([^=:;]*)(?:=((?:[^";]|"[^"]*")*))?')
_UNFOLDED = re.compile(r"(?:\r\n|\n|\r)[ \t]")
_BARE = {"QUOTED-PRINTABLE": "ENCODING", "BASE64": "ENCODING", "B": "ENCODING", "8BIT": "ENCODING"}
_ESCAPED = re.compile(r"\\([\\,;:nN])")


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One line; `name` and the names of `parameters` are in capitals. `problem` stands instead where it is none."""

    number: int
    group: str
    name: str
    parameters: dict[str, tuple[str, ...]]
    value: str
    problem: str = ""

    @property
    def types(self) -> frozenset[str]:
        return frozenset(word.casefold() for one in self.parameters.get("TYPE", ()) for word in one.split(","))

    @property
    def text(self) -> str:
        return plain(self.value)


def read(path: Path) -> Iterator[ContentLine]:
    """Every line of the file. Raises Unreadable for a file too large to be one of these."""
    for number, line in _logical(text_of_file(path)):
        if line.strip():
            yield _parsed(number, line)


def text_of_file(path: Path) -> str:
    """The whole text of a file that is kept in memory. Raises Unreadable."""
    if path.stat().st_size > LARGEST:
        raise Unreadable(TOO_LARGE)
    encoding = encodings.guess(path)
    data = path.read_bytes()[encodings.skips(path, encoding) :]
    return data.decode(encoding, encodings.errors(encoding)).lstrip("\ufeff")


def plain(value: str) -> str:
    """Without escapes, and without signs that no cell keeps."""
    text = _ESCAPED.sub(lambda match: "\n" if match.group(1) in "nN" else match.group(1), value)
    return UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()[:LONGEST_CELL]


def parts(value: str, by: str = ";") -> list[str]:
    """The parts of a value that has several: "Smith;Alan;;Dr" has four."""
    found = re.split(rf"(?<!\\){by}", value)
    return [plain(one) for one in found[:1_000]]


def _logical(text: str) -> Iterator[tuple[int, str]]:
    """Lines put together again where they were folded, or broken by "=" in quoted-printable."""
    held, began, soft = "", 0, False
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if soft:
            held, soft = held[:-1] + line, line.endswith("=")
            continue
        if not line.strip():
            continue  # some writers fold over an empty line
        if line[:1] in (" ", "\t") and held:
            held += line[1:]
            continue
        if held:
            yield began, held
        held, began = line, number
        soft = line.endswith("=") and "QUOTED-PRINTABLE" in line.partition(":")[0].upper()
    if held:
        yield began, held


def _parsed(number: int, line: str) -> ContentLine:
    head = _HEAD.match(line[:10_000])
    if head is None:
        return ContentLine(number, "", "", {}, line, f"Line {number} could not be read: {line.strip()[:80]}")
    parameters: dict[str, tuple[str, ...]] = {}
    for name, value in _PARAMETER.findall(head.group(3)):
        name = name.strip().upper()
        if not value:  # version 2.1 leaves the names out
            name, value = _BARE.get(name, "TYPE"), name
        parameters[name] = (*parameters.get(name, ()), *re.findall(r'"[^"]*"|[^,]+', value))
    parameters = {name: tuple(one.strip('" ') for one in values) for name, values in parameters.items()}
    value = _decoded(line[head.end() :], parameters)
    return ContentLine(number, (head.group(1) or "").casefold(), head.group(2).upper(), parameters, value)


def _decoded(value: str, parameters: dict[str, tuple[str, ...]]) -> str:
    if "QUOTED-PRINTABLE" not in {one.upper() for one in parameters.get("ENCODING", ())}:
        return value
    data = quopri.decodestring(value.encode("latin-1", "replace"))
    for encoding in (*parameters.get("CHARSET", ()), "utf-8"):
        try:
            return data.decode(encoding)
        except (LookupError, ValueError):  # of no such name, or of one that cannot be
            continue
    return data.decode("cp1252", "replace")  # nothing says, so as Windows writes most often
