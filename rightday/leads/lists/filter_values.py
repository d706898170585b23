"""What a list of leads is asked for, as its address holds it. Pure: nothing is looked up here.

`Filters.of` never raises: what it does not know is kept in `unknown` and said on the page, and the
rest is shown. `query()` is one spelling of it: the same filters always give the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

from rightday.agenda.rules import Kind
from rightday.leads.demand import SOURCE_CHOICES, Ending, Grade
from rightday.leads.process.rules import Stage

LONGEST: Final = 200
MOST_VALUES: Final = 50
MOST_DAYS: Final = 3660
LARGEST_ID: Final = 2**62


class View(StrEnum):
    """The views of the list, in the order of their tabs."""

    OPEN = "open"
    MINE = "mine"
    HOT = "hot"
    STALE = "stale"
    DECIDE = "decide"
    HANDED = "handed"
    QUALIFY = "qualify"
    ENDED = "ended"


class Layout(StrEnum):
    LIST = "list"
    BOARD = "board"


class Sort(StrEnum):
    """What the rows are put in order by; a "-" before it in an address turns it round."""

    GRADE = "grade"
    STAGE = "stage"
    DUE = "due"
    HEARD = "heard"
    OWNER = "owner"
    AGE = "age"
    ENDED = "ended"


class Step(StrEnum):
    """Next steps by their day, or agreed with them; a `Kind` of call is the other way to ask."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    AGREED = "agreed"


ME: Final = "me"
ANY: Final = "any"
SOURCES: Final = tuple(name for name, _ in SOURCE_CHOICES)
STEPS: Final = (*(one.value for one in Step), *(one.value for one in Kind))


@dataclass(frozen=True, slots=True)
class Days:
    """At most so many days ago ("30"), or so many days ago or more ("30-"; a "+" would be a space in an address)."""

    number: int
    more: bool = False

    def __str__(self) -> str:
        return f"{self.number}{'-' if self.more else ''}"


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything that is asked for; a field that is empty asks for nothing. `after`, `before`: where a part ends."""

    view: View = View.OPEN
    layout: Layout = Layout.LIST
    grade: tuple[Grade, ...] = ()
    owner: tuple[str, ...] = ()  # ids, or "me"
    stage: tuple[Stage, ...] = ()
    step: str = ""
    company: str = ""  # an id, or words of its name
    place: str = ""
    skill: str = ""
    source: tuple[str, ...] = ()
    age: Days | None = None
    heard: Days | None = None
    outcome: tuple[str, ...] = ()  # endings, or "any"
    label: tuple[int, ...] = ()
    handed: str = ""
    q: str = ""
    sort: Sort | None = None
    turned: bool = False
    after: str = ""
    before: str = ""
    unknown: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, params: Mapping[str, str]) -> Filters:
        """Of the values of an address, lists with commas between. Unknown names and values go to `unknown`."""
        found: dict[str, Any] = {}
        unknown: list[tuple[str, str]] = []
        for name, raw in params.items():
            text = _plain(raw)
            if not text:
                continue
            read = _READ.get(name)
            known, wrong = read(text) if read else ({}, [text])
            found |= known
            unknown += [(name[:40], one[:60]) for one in wrong]
        return cls(**found, unknown=tuple(unknown[:10]))

    def query(self) -> str:
        """The address of the view in one spelling, without where a part ends and without what is unknown."""
        return _spelled(self)

    def href(self, **changed: Any) -> str:
        """The page of these filters with something changed, from the first part on."""
        return _page(replace(self, **{"after": "", "before": ""} | changed).query())

    @property
    def canonical(self) -> str:
        """The page of exactly this part."""
        return _page(self.part(after=self.after, before=self.before))

    def part(self, *, after: str = "", before: str = "") -> str:
        """The address of another part of the same list."""
        where = [("after", after)] if after else [("before", before)] if before else []
        return urlencode([*self.pairs, *where], safe=",~:")

    def without(self, name: str) -> Filters:
        """These filters with one of them taken off."""
        off: dict[str, Any] = {field.name: field.default for field in fields(Filters) if field.name == name}
        return replace(self, **{"after": "", "before": ""} | off)

    @property
    def set(self) -> tuple[str, ...]:
        """Names of the filters in use, in the order of their chips; neither view nor words typed are among them."""
        return tuple(name for name in NARROWING if getattr(self, name))

    @property
    def closed(self) -> bool:
        """Whether leads that ended are asked for: they and open ones are never in one list."""
        return self.view is View.ENDED or bool(self.outcome)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Names and values of the address, in the order of the one spelling."""
        pairs: list[tuple[str, str]] = []
        if self.view is not View.OPEN:
            pairs.append(("view", self.view))
        if self.layout is not Layout.LIST:
            pairs.append(("as", self.layout))
        for name in (*NARROWING, "q"):
            value = getattr(self, name)
            if value:
                pairs.append((name, ",".join(str(one) for one in value) if isinstance(value, tuple) else str(value)))
        if self.sort is not None:
            pairs.append(("sort", f"{'-' if self.turned else ''}{self.sort}"))
        return pairs


NARROWING: Final = (
    "grade", "owner", "stage", "step", "company", "place", "skill", "source", "age", "heard", "outcome", "label",
    "handed",
)  # fmt: skip
LISTS: Final = frozenset({"grade", "owner", "stage", "source", "outcome", "label"})
"""Filters that take several values; any of them is enough."""


@lru_cache(maxsize=2048)
def _spelled(filters: Filters) -> str:
    """A page of the list links to a score of other orders and views, the same on every visit."""
    return urlencode(filters.pairs, safe=",")


def _page(query: str) -> str:
    return f"/leads/?{query}" if query else "/leads/"


Read = tuple[dict[str, Any], list[str]]


def _plain(text: str) -> str:
    """Without what no database takes and without space around, at most LONGEST signs."""
    shown = "".join(sign for sign in str(text) if sign.isprintable() or sign.isspace())
    return " ".join(shown.split())[:LONGEST].strip()


def _one(name: str, values: Iterable[Any]) -> Callable[[str], Read]:
    by_text = {str(value): value for value in values}
    return lambda text: ({name: by_text[text]}, []) if text in by_text else ({}, [text])


def _several(name: str, values: Iterable[Any]) -> Callable[[str], Read]:
    """In the order of `values`, each once."""
    by_text = {str(value): value for value in values}

    def read(text: str) -> Read:
        asked = [one.strip() for one in text.split(",") if one.strip()]
        chosen = tuple(value for name, value in by_text.items() if name in asked)
        return {name: chosen}, [one for one in asked if one not in by_text]

    return read


def _ids(text: str) -> tuple[list[int], list[str]]:
    asked = [one.strip() for one in text.split(",") if one.strip()]
    good = [one for one in asked if one.isascii() and one.isdecimal() and 0 < int(one[:20]) <= LARGEST_ID]
    return sorted({int(one) for one in good})[:MOST_VALUES], [one for one in asked if one not in good]


def _owner(text: str) -> Read:
    ids, wrong = _ids(text)
    me = (ME,) if ME in wrong else ()
    return {"owner": (*me, *map(str, ids))}, [one for one in wrong if one != ME]


def _label(text: str) -> Read:
    ids, wrong = _ids(text)
    return {"label": tuple(ids)}, wrong


def _days(name: str) -> Callable[[str], Read]:
    def read(text: str) -> Read:
        digits = text.removesuffix("-").strip()
        if digits.isascii() and digits.isdecimal() and len(digits) < 6 and int(digits) <= MOST_DAYS:
            return {name: Days(int(digits), text.endswith("-"))}, []
        return {}, [text]

    return read


def _sort(text: str) -> Read:
    name = text.removeprefix("-")
    if name in set(Sort):
        return {"sort": Sort(name), "turned": text.startswith("-")}, []
    return {}, [text]


def _text(name: str) -> Callable[[str], Read]:
    return lambda text: ({name: text}, [])


_READ: Final[dict[str, Callable[[str], Read]]] = {
    "view": _one("view", View), "as": _one("layout", Layout), "grade": _several("grade", Grade), "owner": _owner,
    "stage": _several("stage", Stage), "step": _one("step", STEPS), "company": _text("company"),
    "place": _text("place"), "skill": _text("skill"), "source": _several("source", SOURCES), "age": _days("age"),
    "heard": _days("heard"), "outcome": _several("outcome", (ANY, *Ending)), "label": _label,
    "handed": _one("handed", (ME,)), "q": _text("q"), "sort": _sort, "after": _text("after"),
    "before": _text("before"),
}  # fmt: skip
