"""Small numbers in a sentence are words."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext, gettext_noop

_WORDS: Final = (
    gettext_noop("none"),
    gettext_noop("one"),
    gettext_noop("two"),
    gettext_noop("three"),
    gettext_noop("four"),
    gettext_noop("five"),
    gettext_noop("six"),
    gettext_noop("seven"),
    gettext_noop("eight"),
    gettext_noop("nine"),
)


def spelled(number: int) -> str:
    """ "three"; from ten on figures, "1,204". At the beginning of a sentence: `.capitalize()`."""
    return gettext(_WORDS[number]) if 0 <= number < len(_WORDS) else f"{number:,}"
