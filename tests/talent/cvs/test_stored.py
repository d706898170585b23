"""Proposals come back from the row in the order in which they were read."""

from __future__ import annotations

from rightday.talent.cvs.stored import proposals
from rightday.talent.models_files import CV


def test_a_cv_that_was_not_read_has_none():
    assert proposals(CV()) == ()
