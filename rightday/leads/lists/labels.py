"""Words of labels: one word is one label, however it is written. Pure."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 40


def name_of(typed: str) -> str:
    """A label's name as it is kept: one line, without space around; "" where nothing was typed."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in typed).split())[:LONGEST].strip()


def key_of(name: str) -> str:
    """What tells labels apart: "Urgent" and "urgent" are one."""
    return name_of(name).casefold()[:LONGEST]
