"""From a CV's bytes to its text: PDF, Word (.docx), plain text, JSON Resume; told by content, never by name.

Refusals say in plain words what the file is and what to bring instead.
"""

from pathlib import Path

from rightday.kernel import limits
from rightday.talent.cvs.reading import apart
from rightday.talent.cvs.reading.document import Document
from rightday.talent.cvs.reading.opening import open_here

__all__ = ["Document", "read"]


def read(path: Path) -> Document:
    """The text of a CV, read by a process of its own with limits. Raises Unreadable."""
    if limits.are_set() or not limits.possible():
        return open_here(path)
    return apart.read_apart(path)
