"""Reads JSON: a JSON Resume (a row for its person), vacancies, or a list of records."""

import json
from pathlib import Path
from typing import Any

from rightday.intake.reading import jobs, tables
from rightday.intake.reading.book import Book, Table, Unreadable
from rightday.intake.reading.columned import Columned
from rightday.intake.reading.content_lines import text_of_file

DAMAGED_JSON = "This JSON is damaged: {words}. Export it again."
UNKNOWN_JSON = "This is JSON, but neither a résumé, a vacancy nor a list of records. Bring a table (.xlsx or .csv)."
_BASICS = {
    "name": "Full name", "label": "Job title", "email": "Email", "phone": "Phone", "url": "Website",
    "website": "Website", "summary": "Notes",
}  # fmt: skip
_MOST = 500_000


def open_json(path: Path, name: str) -> Book:
    """Told by its keys. Raises Unreadable for JSON of another trade."""
    try:
        data = json.loads(text_of_file(path), strict=False)
    except RecursionError:
        raise Unreadable(DAMAGED_JSON.format(words="it is nested too deep")) from None
    except json.JSONDecodeError as problem:
        words = f"line {problem.lineno}, column {problem.colno}: {problem.msg}"
        raise Unreadable(DAMAGED_JSON.format(words=words[:100])) from None
    except ValueError:
        raise Unreadable(DAMAGED_JSON.format(words="a number in it is too long")) from None
    postings = jobs.postings_in(data)
    if postings:
        return Book(name, "jobposting", "", "", (jobs.table_of(postings),))
    if isinstance(data, dict) and isinstance(data.get("basics"), dict):
        return Book(name, "jsonresume", "", "", (_resumes([data]),))
    if isinstance(data, dict) and "title" in data and ("description" in data or "responsibilities" in data):
        return Book(name, "jobposting", "", "", (jobs.table_of([data]),))
    records = _records(data)
    if records and all(isinstance(one.get("basics"), dict) for one in records):
        return Book(name, "jsonresume", "", "", (_resumes(records),))
    if records:
        return Book(name, "json", "", "", (_table(records),))
    raise Unreadable(UNKNOWN_JSON)


def _records(data: Any) -> list[dict[str, Any]]:
    """A list of objects, by itself or as the only list of an object."""
    if isinstance(data, dict):
        lists = [one for one in data.values() if isinstance(one, list) and one]
        data = lists[0] if len(lists) == 1 else None
    if not isinstance(data, list) or len(data) > _MOST:
        return []
    return data if all(isinstance(one, dict) for one in data) else []


def _resumes(people: list[dict[str, Any]]) -> Table:
    made, rows = Columned(["Full name", "Job title", "Email", "Phone", "Company", "Location"]), []
    for number, person in enumerate(people, start=1):
        for key, value in person["basics"].items():
            made.put(_BASICS.get(key, key.capitalize()), _said(value))
        work = person.get("work")
        if isinstance(work, list) and work and isinstance(work[0], dict):
            made.put("Company", _said(work[0].get("name") or work[0].get("company")))
        for key, value in person.items():
            if key not in ("basics", "meta") and not key.startswith("$"):
                made.put(key.capitalize(), _said(value))
        rows.append(made.row(number))
    return tables.made("", rows, made.header)


def _table(records: list[dict[str, Any]]) -> Table:
    made, rows = Columned(), []
    for number, record in enumerate(records, start=1):
        for key, value in record.items():
            made.put(str(key)[:100], value if isinstance(value, int | float | bool) else _said(value))
        rows.append(made.row(number))
    return tables.made("", rows, made.header)


def _said(value: Any, depth: int = 0) -> str:
    """A value in words: lists of things a line each."""
    if value is None or depth > 8:
        return ""
    if isinstance(value, list):
        by = "\n" if any(isinstance(one, dict) for one in value) else ", "
        return by.join(filter(None, (_said(one, depth + 1) for one in value[:500])))
    if isinstance(value, dict):
        return ", ".join(filter(None, (_said(one, depth + 1) for one in value.values())))
    return "yes" if value is True else "no" if value is False else str(value).strip()
