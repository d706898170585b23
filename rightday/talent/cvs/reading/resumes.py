"""JSON Resume (jsonresume.org), written out as the CV that it describes."""

import json
from pathlib import Path
from typing import Any, Final

from rightday.kernel.unreadable import Unreadable
from rightday.talent.cvs.reading.document import Document, tidy
from rightday.talent.cvs.reading.plain import text_of

_DAMAGED = "This JSON is damaged. Export the CV again, and bring that."
_OTHER = "This is JSON, but no CV: a JSON Resume has a part called basics. Bring a PDF, a Word file or text."
_MOST: Final = 200


def read_resume(path: Path) -> Document:
    """Raises Unreadable for JSON that is damaged or of another trade."""
    try:
        data = json.loads(text_of(path), strict=False)
    except (ValueError, RecursionError):
        raise Unreadable(_DAMAGED) from None
    if not isinstance(data, dict) or not isinstance(data.get("basics"), dict):
        raise Unreadable(_OTHER)
    return Document("resume", 0, tidy("\n".join(_written(data))))


def _written(data: dict[str, Any]) -> list[str]:
    basics = data["basics"]
    place = basics.get("location")
    where = [_text(place.get("city"))] if isinstance(place, dict) else []
    lines = [_text(basics.get("name")), _text(basics.get("label")), *where]
    lines += [_text(basics.get(name)) for name in ("phone", "email", "url", "website")]
    if basics.get("summary"):
        lines += ["", "Profile", _text(basics["summary"])]
    for title, name in (("Experience", "work"), ("Volunteering", "volunteer"), ("Education", "education")):
        lines += _section(title, _records(data, name), _job)
    lines += _section("Skills", _records(data, "skills"), _skill)
    lines += _section("Languages", _records(data, "languages"), lambda one: [_text(one.get("language"))])
    return lines


def _section(title: str, records: list[dict[str, Any]], say: Any) -> list[str]:
    return ["", title, *(line for one in records for line in say(one))] if records else []


def _job(one: dict[str, Any]) -> list[str]:
    firm = _text(one.get("name") or one.get("company") or one.get("organization") or one.get("institution"))
    title = _text(one.get("position") or one.get("studyType") or one.get("area"))
    began, ended = _text(one.get("startDate")), _text(one.get("endDate")) or "present"
    done = one.get("highlights")
    highlights = [f"• {_text(line)}" for line in done[:_MOST]] if isinstance(done, list) else []
    head = [", ".join(filter(None, [title, firm])), f"{began[:7]} – {ended[:7]}" if began else ""]
    return ["", *filter(None, head), *filter(None, [_text(one.get("summary"))]), *highlights]


def _skill(one: dict[str, Any]) -> list[str]:
    words = one.get("keywords")
    named = [_text(word) for word in words[:_MOST]] if isinstance(words, list) else []
    return [", ".join(filter(None, [_text(one.get("name")), *named]))]


def _records(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = data.get(name)
    return [one for one in found[:_MOST] if isinstance(one, dict)] if isinstance(found, list) else []


def _text(value: Any) -> str:
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
