"""The words of a row by which its person is found."""

from __future__ import annotations

from collections.abc import Sequence

from rightday.intake.understanding.records import Record
from rightday.leads.rules import HeardEvidence


def said(record: Record, heard: Sequence[HeardEvidence]) -> str:
    """What they look for and what was heard, each on a line of its own; '' for nothing."""
    return "\n".join(filter(None, [record.needs, *(one.words for one in heard)]))
