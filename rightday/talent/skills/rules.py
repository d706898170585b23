"""Words for skills: how they are folded, so that "C++", "C#" and "C" stay three; and what a library entry is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from rightday.kernel.folding import fold

_SIGNS: Final = (
    ("c++", "cplusplus"),
    ("c#", "csharp"),
    ("f#", "fsharp"),
    (".net", "dotnet"),
    ("objective-c", "objectivec"),
)
_DOTTED: Final = re.compile(r"\.js\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """A skill of a library, with other words for it; `uri` where it stands in ESCO."""

    name: str
    aliases: tuple[str, ...] = ()
    uri: str = ""


def key(name: str) -> str:
    """The folded word: small, without accents, its signs kept as letters; at most 120. '' where nothing is left."""
    small = _DOTTED.sub("js", name.casefold())
    for sign, letters in _SIGNS:
        small = small.replace(sign, f" {letters} ")
    return fold(small)[:120]
