"""Vacancies as schema.org's JobPosting: JSON-LD, microdata or RDFa in a page, or JSON by itself."""

import json
from contextlib import suppress
from html import unescape
from typing import Any

from rightday.intake.reading import tables
from rightday.intake.reading.book import Table
from rightday.intake.reading.columned import Columned
from rightday.intake.reading.web import Element, words_of

_HEADER = ["Job title", "Company", "Location", "Salary", "Type", "Posted", "Valid until", "Description"]
_NAMES = {
    "title": "Job title", "name": "Job title", "hiringOrganization": "Company", "jobLocation": "Location",
    "baseSalary": "Salary", "estimatedSalary": "Salary", "salary": "Salary", "company": "Company", "type": "Type",
    "location": "Location", "date": "Posted", "employmentType": "Type", "datePosted": "Posted",
    "validThrough": "Valid until", "description": "Description", "url": "Website", "jobLocationType": "Remote",
    "applicationContact": "Contact",
}  # fmt: skip
_DEEPEST = 12
_LINKS = {"a": "href", "link": "href", "img": "src", "meta": "content", "time": "datetime", "data": "value"}


def postings_of(page: Element) -> Table | None:
    """The vacancies that a page declares; None for a page that declares none."""
    found: list[dict[str, Any]] = []
    for one in page.all():
        if one.tag == "script" and "ld+json" in one.attributes.get("type", ""):
            with suppress(ValueError, RecursionError):
                found += postings_in(json.loads(one.as_written(), strict=False))
    found += postings_in(_declared(page, {}))
    return table_of(found) if found else None


def postings_in(data: Any, depth: int = 0) -> list[dict[str, Any]]:
    """Every JobPosting somewhere in JSON-LD."""
    if depth > _DEEPEST:
        return []
    if isinstance(data, list):
        return [found for one in data for found in postings_in(one, depth + 1)]
    if not isinstance(data, dict):
        return []
    kinds = data.get("@type")
    if any(str(kind).endswith("JobPosting") for kind in (kinds if isinstance(kinds, list) else [kinds])):
        return [data]
    return [found for one in data.values() for found in postings_in(one, depth + 1)]


def table_of(postings: list[dict[str, Any]]) -> Table:
    made, rows = Columned(_HEADER), []
    for number, posting in enumerate(postings, start=1):
        for key, value in posting.items():
            if not key.startswith(("@", "$")) and key != "meta":
                made.put(_NAMES.get(key, key), _said(key, value))
        rows.append(made.row(number))
    return tables.made("", rows, made.header)


def _said(key: str, value: Any, depth: int = 0) -> str:
    """A value in words: of an organisation its name, of a place where it is, of a salary from what to what."""
    if value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_said(key, one, depth + 1) for one in value[:200])))
    if isinstance(value, dict):
        if "minValue" in value or "maxValue" in value:
            span = " to ".join(str(value[end]) for end in ("minValue", "maxValue") if value.get(end) not in (None, ""))
            return f"{span} {_said(key, value.get('unitText'), depth + 1)}".strip()
        if key in ("hiringOrganization", "company") and value.get("name"):
            return str(value["name"])
        said = (_said(name, one, depth + 1) for name, one in value.items() if not name.startswith(("@", "$")))
        return ", ".join(filter(None, said))
    text = "yes" if value is True else "no" if value is False else str(value)
    text = unescape(text)  # in a script, where no page would do it
    return words_of(text) if "<" in text else text.strip().removeprefix("http://schema.org/")


def _declared(element: Element, around: dict[str, Any], depth: int = 0) -> list[dict[str, Any]]:
    """Microdata and RDFa as JSON-LD would say it; properties go into `around`, items that are of nothing come back."""
    items: list[dict[str, Any]] = []
    for one in element.elements():
        said = one.attributes
        kind, names = (
            said.get("itemtype", said.get("typeof", "")),
            said.get("itemprop", said.get("property", "")).split(),
        )
        item: dict[str, Any] | None = None
        if "itemscope" in said or "typeof" in said:
            item = {"@type": kind.rpartition("/")[2]}
        inner = _declared(one, around if item is None else item, depth + 1)
        for name in names[:10]:
            _add(around, name.rpartition(":")[2], _value(one) if item is None else item)
        items += ([item] if item is not None and not names else []) + inner
    return items


def _add(item: dict[str, Any], name: str, value: Any) -> None:
    if name in item:
        before = item[name]
        item[name] = [*(before if isinstance(before, list) else [before]), value]
    else:
        item[name] = value


def _value(element: Element) -> str:
    link = element.attributes.get("content") or element.attributes.get(_LINKS.get(element.tag, ""), "")
    return link or element.words()
