"""CVs read by a process of their own (`kernel.apart`): PDFs are strangers, and their reader is C++."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rightday.kernel.apart import Apart
from rightday.talent.cvs.reading.document import Document
from rightday.talent.cvs.reading.opening import open_here

_STOPPED = "Reading this CV took too long or too much memory, so it was ended. Save it anew as a PDF, and bring that."
_FELL = "This file is damaged in a way that makes its reader fall over. Save it anew as a PDF, and bring that."


@dataclass(frozen=True, slots=True)
class Reading:
    """The wish to have a CV read."""

    path: Path


def read_apart(path: Path) -> Document:
    """Raises Unreadable."""
    with APART.asked(Reading(path.absolute())) as answers:
        document: Document = APART.answer(answers)
    return document


def answers_to(asked: Reading) -> Iterator[Document]:
    yield open_here(asked.path)


APART: Final = Apart(__name__, says=(Reading, Document), answers=answers_to, stopped=_STOPPED, fell=_FELL)
