"""Several people in one cell: "Ada King / Bo Lee" becomes two records, each with what is clearly theirs.

Only where each part is a whole name by itself: "Smith & Jones" is a firm, "Ann and Bob Lee" may be one card.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rightday.intake.understanding.draft import NAMELESS
from rightday.intake.understanding.records import Record
from rightday.kernel import names

_MOST = 5
_BETWEEN = re.compile(r"\s*[;|\n+]\s*|\s+/\s+|/(?=\w)|\s+(?:&|and|und|et|en|och|oraz)\s+")
_SPEED = re.compile(r"[;|\n+/&]| (?:and|und|et|en|och|oraz) ")
_WHOLE = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,3}[^\W\d_][\w'’.-]+")
_NO_NAME = re.compile(
    r"\b(?:ltd|limited|plc|llp|llc|inc|gmbh|ag|group|team|dept|department|office|reception|director|manager|head"
    r"|partners|sons|co|hr|it|the|of|or|via|ask|for|left|now)\b",
    re.IGNORECASE,
)


def apart(record: Record) -> tuple[Record, ...]:
    """The record, or one for each person named in it. Numbers and addresses go one to each where there are as many
    as people, else all to the first; every other field is said of all of them.
    """
    if record.parties:
        return _parted(record)
    name = record.full_name
    if len(name) < 9 or not _SPEED.search(name):
        return (record,)
    people = [part.strip(" ,") for part in _BETWEEN.split(name) if part.strip(" ,")]
    if not 1 < len(people) <= _MOST or not all(map(_is_name, people)):
        return (record,)
    return tuple(_one(record, people, place) for place in range(len(people)))


def _parted(record: Record) -> tuple[Record, ...]:
    """A record for each of those who take part: the words and the day are of all of them, an agreed day as well."""
    first, told = replace(record, parties=()), tuple(one for one in record.problems if one != NAMELESS)
    others = []
    for name, address in record.parties:
        read, whole = names.read_name(name), name or address
        others.append(
            replace(
                first,
                given=read.given if name else address,
                family=read.family,
                full_name=whole,
                emails=(address,),
                phones=(),
                external_id="",
                title="",
                company="",
                problems=told if name else (*told, NAMELESS),
            )
        )
    return first, *others


def _is_name(part: str) -> bool:
    return len(part) <= 40 and _WHOLE.fullmatch(part) is not None and not _NO_NAME.search(part)


def _one(record: Record, people: list[str], place: int) -> Record:
    read, count = names.read_name(people[place]), len(people)
    numbers = tuple(phone for phone in record.phones if phone.e164)
    each_number, each_email = len(numbers) == count, len(record.emails) == count
    others = ", ".join(one for one in people if one != people[place])
    note = f"Named together with {others} in one cell."
    first = place == 0
    return replace(
        record,
        given=read.given,
        family=read.family,
        full_name=people[place],
        phones=(numbers[place],) if each_number else record.phones if first else (),
        emails=(record.emails[place],) if each_email else record.emails if first else (),
        notes="\n".join(filter(None, [record.notes, note])),
        external_id=record.external_id if first else "",
    )
