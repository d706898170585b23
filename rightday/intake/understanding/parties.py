"""Who takes part in a message or an event: addresses with names, and which of them are other people."""

from __future__ import annotations

from collections.abc import Container, Iterable
from email.utils import getaddresses

from rightday.intake.understanding import cells

Party = tuple[str, str]
"""Name, '' where none is given, and address in lower case."""

MOST = 20
"""A message to more people than that is a circular; so many of them are taken."""


def people_in(text: str) -> list[Party]:
    """Everybody with an address, in order, each once: 'Ada King <ada@x.example>, bo@y.example'."""
    found: dict[str, str] = {}
    for name, said in getaddresses([text[:20_000].replace("\n", ", ")]):
        for address in cells.emails(said)[0]:
            clean = " ".join(name.split()).strip("\"' ")
            found[address] = found.get(address) or ("" if "@" in clean else clean)
    return [(name, address) for address, name in found.items()]


def others(parties: Iterable[Party], ours: Container[str]) -> list[Party]:
    """Those who are not of this agency, each once."""
    return list(dict.fromkeys(one for one in parties if one[1] not in ours))
