"""What becomes of each of the shared files when it is brought in: a table, beside what is known of it.

    python tools/intake_report.py [FILE OF THE TABLE]

Each file goes through the command line (`rightday import FILE --dry-run --json`), as anybody would bring it, with a
limit of time. The facts are those of `../shared/data/index.csv`; where that folder is absent, nothing is done.
Exit code 1 when a file crashed the command or ran into the limit: both must never happen.
"""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
SECONDS = 60.0
TEXTS = frozenset(
    {"cv-doc", "cv-pdf", "pdf", "docx", "rtf", "doc", "odt", "msg", "txt", "synthetic-pdf", "synthetic-docx"}
)
"""Kinds that hold no list of people: refused in words, until CVs are read."""


@dataclass(slots=True)
class Outcome:
    """What came of a file; `wrong` names the facts that are neither right nor reported."""

    file: str
    kind: str
    found: str = ""
    rows: int = 0
    right: int = 0
    of: int = 0
    wrong: list[str] = field(default_factory=list)
    crashed: bool = False
    seconds: float = 0.0


def bring(path: Path, folder: str) -> tuple[int, str, float]:
    """Exit code, what was printed, seconds. Code -1 for a file that ran into the limit."""
    command = [sys.executable, "-m", "rightday", "import", str(path), "--dry-run", "--json"]
    began = time.monotonic()
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, timeout=SECONDS, cwd=ROOT,
            env=os.environ | {"RIGHTDAY_DATA": folder},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return -1, "", time.monotonic() - began
    crashed = "Traceback" in done.stderr or done.returncode not in (0, 1)
    return (2 if crashed else done.returncode), done.stdout, time.monotonic() - began


def documents(printed: str) -> list[dict[str, Any]]:
    """The documents printed one after the other, one for each file that was found."""
    decoder, found, at = json.JSONDecoder(), [], 0
    while at < len(printed):
        while at < len(printed) and printed[at].isspace():
            at += 1
        if at >= len(printed):
            break
        one, at = decoder.raw_decode(printed, at)
        found += one if isinstance(one, list) else [one]
    return found


def outcome(name: str, kind: str, facts: dict[str, Any], ran: tuple[int, str, float]) -> Outcome:
    """A file's line of the table."""
    code, printed, seconds = ran
    made = Outcome(name, kind, seconds=seconds)
    if code not in (0, 1):
        made.found, made.crashed = ("ran into the limit" if code == -1 else "crashed"), True
        return made
    found = documents(printed)
    refused = [one["error"] for one in found if one.get("error")]
    read = [one for one in found if not one.get("error")]
    made.rows = sum(table["rows"] for one in read for table in one["tables"])
    made.found = ", ".join(dict.fromkeys(one["format"] for one in read)) or f"refused: {refused[0]}"
    if not read:
        expected = kind in TEXTS or any("error" in key for key in facts) or "unpacked_bytes_about" in facts
        made.right, made.of = int(expected), 1
        made.wrong = [] if expected else ["nothing was read"]
        return made
    for words, right in compared(facts, read):
        made.of += 1
        made.right += right
        if not right:
            made.wrong.append(words)
    return made


def compared(facts: dict[str, Any], read: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """(a fact in words, whether it is right) for every fact that the command can show."""
    tables = [table for one in read for table in one["tables"]]
    said = folded(json.dumps(read, ensure_ascii=False))
    digits = re.sub(r"\D", "", said)
    lines = sum(table["rows"] + len(table["not_records"]) + len(table["refused"]) for table in tables)
    for key in ("records", "begin_vcard", "begin_vevent", "messages"):
        if isinstance(facts.get(key), int):
            rows = sum(table["rows"] for table in tables)
            yield f"{key} {facts[key]}, found {rows}", rows <= facts[key] <= lines or facts[key] == rows
    if len(str(facts.get("delimiter", ""))) == 1:
        yield f"delimiter {facts['delimiter']!r}", read[0].get("delimiter") == facts["delimiter"]
    heads = {folded(column["header"]) for table in tables for column in table["columns"]}
    for column in (str(one).removesuffix("…").strip() for one in facts.get("columns") or ()):
        if column:
            yield f"column {column}", folded(column) in heads or folded(column) in said
    for words in texts_of(facts):
        number = re.sub(r"\D", "", words)
        is_number = len(number) >= 7 and len(number) >= len(words) * 0.6
        yield words[:60], folded(words) in said or (is_number and number in digits)


_SHOWN = (
    "record1_key_fields", "cards", "events_first4", "from", "to", "subject", "name", "email", "title", "summary",
    "org", "label", "location", "attachments",
)  # fmt: skip
_NOT_SHOWN = frozenset({"tzid", "dtstart", "dtend", "rrule", "n", "photo", "rev", "version", "prodid", "uid", "bday"})


_A_DAY = re.compile(r"\d+(\.\d+)?|[\d\s:./TZ+-]*(\d{4}-\d\d|[:/])[\d\s:./TZ+-]*")


def texts_of(facts: dict[str, Any]) -> Iterator[str]:
    """The words among the facts that a reader must find: names, addresses, subjects; no days, which are rewritten."""
    for key in _SHOWN:
        if key in facts:
            yield from _leaves(facts[key])
    expect = facts.get("expect")
    if isinstance(expect, dict):
        yield from (str(expect[key]) for key in ("email",) if key in expect)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in _NOT_SHOWN:
                yield from _leaves(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _leaves(one)
    elif isinstance(value, str):
        words = value.removesuffix("…").strip()
        if len(words) > 2 and not _A_DAY.fullmatch(words):
            yield from (part.strip() for part in re.split(r"[<>\n]|, (?=\S+@)", words) if len(part.strip()) > 2)


def folded(words: str) -> str:
    """Compared without case, space, and what JSON or a mark adds."""
    return re.sub(r"[\s\"\\\ufeff|;]+", " ", words.replace("\\n", " ").replace("\\r", " ")).strip().casefold()


def report(outcomes: list[Outcome]) -> str:
    """The table, in Markdown."""
    right, of = sum(one.right for one in outcomes), sum(one.of for one in outcomes)
    lines = [
        "# What becomes of the shared files",
        "",
        f"{len(outcomes)} files, {sum(one.crashed for one in outcomes)} crashed or ran into the limit; "
        f"{right:,} of {of:,} facts are right ({right / of if of else 0:.1%}). The slowest took "
        f"{max((one.seconds for one in outcomes), default=0):.1f} s.",
        "",
        "| file | kind | read as | rows | facts right | not found |",
        "| --- | --- | --- | ---: | ---: | --- |",
    ]
    for one in outcomes:
        missing = "; ".join(one.wrong[:5]).replace("|", "\\|").replace("\n", " ")
        more = f"; and {len(one.wrong) - 5} more" if len(one.wrong) > 5 else ""
        found = one.found.replace("|", "\\|")
        lines.append(f"| {one.file} | {one.kind} | {found} | {one.rows} | {one.right} of {one.of} | {missing}{more} |")
    return "\n".join([*lines, ""])


def main() -> int:
    if not DATA.exists():
        print("There is no ../shared/data beside the project: nothing to report.")
        return 0
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "var" / "intake-report.md")
    with (DATA / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        bring(DATA / rows[0]["file"], folder)  # makes the folder's own files once
        ran = list(pool.map(lambda row: bring(DATA / row["file"], folder), rows))
    made = [
        outcome(row["file"], row["kind"], json.loads(row["expected_facts_json"] or "{}"), one)
        for row, one in zip(rows, ran, strict=True)
    ]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(report(made), encoding="utf-8")
    print(report(made).split("\n")[2])
    print(f"Written: {target}")
    return 1 if any(one.crashed for one in made) else 0


if __name__ == "__main__":
    sys.exit(main())
