"""One thing read in a CV, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

Span = tuple[int, int]


class Kind(StrEnum):
    """What a proposal would become."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    CITY = "city"
    POSITION = "position"
    SKILL = "skill"
    DEED = "deed"


GROUPS: Final = (
    ("Contact", "", (Kind.NAME, Kind.PHONE, Kind.EMAIL, Kind.CITY)),
    ("Positions", "", (Kind.POSITION,)),
    ("Skills", "with where they were used", (Kind.SKILL,)),
    ("What they did", "", (Kind.DEED,)),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """`key` tells it apart from the others of its CV and stays the same when it is read again.

    `values` are texts and days (ISO); `spans` its places in the text; `ask` what is unsure, as a question;
    `of` the key of the position it belongs to.
    """

    key: str
    kind: Kind
    values: dict[str, Any]
    spans: tuple[Span, ...]
    ask: str = ""
    of: str = ""

    def stored(self) -> dict[str, Any]:
        return {
            "key": self.key, "kind": self.kind.value, "values": self.values, "spans": [list(one) for one in self.spans],
            "ask": self.ask, "of": self.of,
        }  # fmt: skip


def from_stored(kept: dict[str, Any]) -> Proposal:
    spans = tuple((int(start), int(end)) for start, end in kept["spans"])
    return Proposal(kept["key"], Kind(kept["kind"]), kept["values"], spans, kept["ask"], kept["of"])
