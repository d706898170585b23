"""What another system's export looks like: by which headers it is known, and what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rightday.intake.understanding.fields import Field, by_header, plain


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of record of one system. `must` are headers that together no other table has, in plain form
    (see `fields.plain`); `words` says field → headers, separated by commas; `holds` what the table is about.

    `rest` is what a column means whose header says nothing; None where its values are to be looked at.

    `system` and `kind` name the ids of its records: the same id in its next export is the same record.
    """

    system: str
    kind: str
    name: str
    must: frozenset[str]
    words: Mapping[Field, str]
    holds: str = ""
    rest: Field | None = None
    meanings: Mapping[str, Field] = field(init=False)

    def __post_init__(self) -> None:
        meanings = {word: meant for meant, words in self.words.items() for word in words.split(",")}
        object.__setattr__(self, "meanings", meanings)

    def meaning(self, header: str) -> Field | None:
        """What a column means, by its header in plain form; None where the profile does not say."""
        return self.meanings.get(header) or (self.rest if by_header(header) is None else None)

    def fits(self, headers: frozenset[str]) -> bool:
        return self.must <= headers


def headers_of(header: Sequence[str]) -> frozenset[str]:
    """The headers of a table in plain form."""
    return frozenset(plain(one) for one in header if one)


def must(words: str) -> frozenset[str]:
    return frozenset(words.split(","))
