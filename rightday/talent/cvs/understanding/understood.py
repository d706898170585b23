"""All that a CV's text proposes, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from rightday.talent.cvs.understanding import sections
from rightday.talent.cvs.understanding.contact import contact
from rightday.talent.cvs.understanding.deeds import deeds
from rightday.talent.cvs.understanding.positions import jobs
from rightday.talent.cvs.understanding.proposal import Proposal
from rightday.talent.cvs.understanding.skills import runs, skills

Library = Callable[[Collection[str]], dict[str, tuple[int, str]]]
"""Which of these keys are words of a skill: key → its id and name."""


def understood(
    text: str, *, today: date, region: str, fold: Callable[[str], str], library: Library
) -> tuple[Proposal, ...]:
    """`region` is where numbers are dialled, `fold` gives a library's key, `library` says which keys it knows."""
    lines = sections.lines(text)
    found = jobs(lines, today)
    named = runs(lines, fold)
    known = library({run.key for run in named})
    return (
        *contact(lines, region),
        *(job.proposal for job in found),
        *skills(text, named, known, found),
        *deeds(found),
    )
