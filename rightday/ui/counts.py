"""Small numbers in a sentence are words."""

from __future__ import annotations

from django.utils.translation import gettext as _


def spelled(number: int) -> str:
    """ "three"; from ten on figures, "1,204". At the beginning of a sentence: `.capitalize()`."""
    words = (
        _("none"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
    )
    return words[number] if 0 <= number < len(words) else f"{number:,}"
