"""What was read of a CV, from the row that keeps it."""

from __future__ import annotations

from rightday.talent.cvs.understanding.proposal import Proposal, from_stored
from rightday.talent.models_files import CV


def proposals(cv: CV) -> tuple[Proposal, ...]:
    """What was read of it, in its order."""
    return tuple(map(from_stored, cv.read.get("proposals", ())))
