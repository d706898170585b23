"""Text on its way out to a spreadsheet: nothing that a cell would take for a formula."""

import re

# OWASP, "CSV Injection": these beginnings make spreadsheet programs evaluate a cell.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
# A phone number or a plain number is no formula, and must come back as it went.
_HARMLESS = re.compile(r"[+-]\d[\d ().\-/]*(?:(?:ext\.?|x|#)\s?\d+)?")


def neutral(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would evaluate it."""
    start = text.lstrip(" \u00a0")
    if not start.startswith(_DANGEROUS) or (start == text and _HARMLESS.fullmatch(text)):
        return text
    return "'" + text


def restored(text: str) -> str:
    """The text that `neutral` was given: what left in a spreadsheet comes back as it was."""
    return text[1:] if text.startswith("'") and neutral(text[1:]) == text else text
