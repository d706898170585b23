"""What a library for names adds to the plain rules, when it is installed (`pip install rightday[names]`).

spaCy with its small English model takes "Java" and numbers for names, so its finds pass the filter
of the rules. Nothing here is ever required.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from typing import Any

from rightday.intake.capture_words import NOT_NAMES

SPACY = all(importlib.util.find_spec(name) for name in ("spacy", "en_core_web_sm"))


def by_library(text: str, pipeline: Any = None) -> tuple[tuple[int, int, bool], ...]:
    """(start, end, is a person) of the names spaCy finds in `text`; () where it is not installed."""
    pipeline = pipeline or (_pipeline() if SPACY else None)
    if pipeline is None:
        return ()
    found: list[tuple[int, int, bool]] = []
    for entity in pipeline(text).ents:
        words = str(entity.text).lower().split()
        real = any(char.isalpha() for char in str(entity.text)) and not any(w in NOT_NAMES for w in words)
        if real and entity.label_ in ("PERSON", "ORG"):
            found.append((int(entity.start_char), int(entity.end_char), entity.label_ == "PERSON"))
    return tuple(found)


@cache
def _pipeline() -> Any:
    # Loading takes a second, and most installations have none: only when first wanted.
    import spacy

    return spacy.load("en_core_web_sm", disable=["parser", "lemmatizer", "attribute_ruler", "tagger"])
