"""What was measured, as a page of docs: one section a database, replaced by each run on it."""

from __future__ import annotations

import re
from pathlib import Path

from rightday.bench.figures import Line, PageLine, Report

HEAD = """# Benchmarks

Written by `make bench`; do not edit by hand. The big book (`rightday bench fill`) is an invented
installation, seeded, so that two fillings are alike. All figures are of its largest agency.

* **Bare page**: 25 persons by primary key as a plain list in the product's frame, behind the same
  middleware and the same door (session, identity, member with agency), mounted on the measured
  server alone. It is what any page costs before it shows anything of its own.
* Pages are asked for over HTTP from one process of the server, one after the other and each round
  another desk and other records, the bare page in every round. *÷ bare* is p50 ÷ p50 and p95 ÷ p95
  of the same run; a target given as such a ratio holds on any machine.
* Statements are those of a second visit, counted in process, with session and door among them.
* Actions are timed in process from entering the agency to the commit, one transaction each.
* Eight people open Today, call (the plan, then the result), capture and search over HTTP and think
  one to four seconds in between. A write is lost when the server said it was done and no row is there.
* The import is the command (`--yes`) on a copy of the book, from start to end of the process; its memory
  is that of all its processes together. One row in ten is about somebody who stands further up. The trial
  is the command with `--dry-run`, on the same file and book.
* Weight is what a browser fetches, compressed as it travels; the next visit is what its cache lacks.
* PostgreSQL is measured as the app's own role, under row-level security, with fsync on.
"""
OTHERS = """## Beside others

Measured on a machine of this kind with 100,000 leads, p50; ours stand at the end of each section above.

| | home page | a list | a search | a detail page | create a record | import |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| OpenCATS | 440 ms | 999 ms | 99 ms | 10 ms | 6 ms | – |
| DjangoCRM | 211 ms | 699 ms | 621 ms | 178 ms | 98 ms | 33 rows/s |
"""
OURS = {"home page": "Today", "a list": "Leads, list", "a search": "Find: beginning of a name", "a detail page": "Lead"}


def write(path: Path, report: Report) -> None:
    """Puts the report's section into the page; other databases' sections stay."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    sections = dict(re.findall(r"<!-- (\w+) -->\n(.*?)<!-- end -->", old, flags=re.DOTALL))
    key = "postgresql" if report.database.startswith("PostgreSQL") else "sqlite"
    sections[key] = section(report)
    body = "\n".join(f"<!-- {name} -->\n{text}<!-- end -->\n" for name, text in sorted(sections.items(), reverse=True))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{HEAD}\n{body}\n{OTHERS}", encoding="utf-8")


def section(report: Report) -> str:
    """One run in words and tables."""
    parts = [
        f"## {report.database}\n\n{report.machine}. {report.book}.\n",
        _pages(report),
        _lines("Action", report.actions),
        _lines("What", report.rest),
        _ours(report),
    ]
    if report.errors:
        parts.append("Errors:\n\n" + "\n".join(f"* {words}" for words in report.errors) + "\n")
    return "\n".join(part for part in parts if part)


def _pages(report: Report) -> str:
    head = (
        "| page | statements | p50 ms | p95 ms | p50 ÷ bare | p95 ÷ bare | target | reached |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |\n"
    )
    return head + "".join(_page(line, report.bare) for line in (report.bare, *report.pages))


def _page(line: PageLine, bare: PageLine) -> str:
    statements = "" if line.statements is None else str(line.statements)
    if line.times is None or bare.times is None:
        return f"| {line.name} | {statements} | {line.missing or 'missing'} | | | | {_target(line)} | |\n"
    times = line.times
    ratios = f"{times.p50 / bare.times.p50:.2f} | {times.p95 / bare.times.p95:.2f}"
    return (
        f"| {line.name} | {statements} | {times.p50:.1f} | {times.p95:.1f} | {ratios} | {_target(line)} |"
        f" {_said(line.reached(bare.times))} |\n"
    )


def _target(line: PageLine) -> str:
    unit = " ms" if line.absolute else " ×"
    parts = [f"p{p} ≤ {most:g}{unit}" for p, most in ((50, line.most50), (95, line.most95)) if most is not None]
    return ", ".join(parts)


def _lines(title: str, lines: tuple[Line, ...]) -> str:
    if not lines:
        return ""
    rows = "".join(f"| {one.name} | {one.measured} | {one.target} | {_said(one.reached)} |\n" for one in lines)
    return f"| {title.lower()} | measured | target | reached |\n| --- | --- | --- | --- |\n{rows}"


def _ours(report: Report) -> str:
    """This run in the columns of the table of others."""
    pages = {line.name: f"{line.times.p50:.0f} ms" for line in report.pages if line.times}
    lines = {line.name.split(" ")[0]: line.measured for line in (*report.actions, *report.rest)}
    cells = [f"{column} {pages.get(name, '–')}" for column, name in OURS.items()]
    cells += [f"create a record {lines.get('Create', '–')}", f"import {lines.get('Import', '–')}"]
    return "In the columns of the table at the end: " + "; ".join(cells) + ".\n"


def _said(reached: bool | None) -> str:
    return "" if reached is None else "yes" if reached else "**no**"
