"""What of a CV is on record already."""

from __future__ import annotations

from collections.abc import Callable

from rightday.people.models import Person
from rightday.talent.cvs import actions
from rightday.talent.cvs.known import known_of
from rightday.talent.cvs.stored import proposals
from rightday.talent.models_files import CV
from tests.conftest import Cast


def test_nothing_but_the_name_at_first_and_all_of_it_once_kept(
    bring: Callable[..., CV], inside: Cast, tomas: Person
) -> None:
    cv = bring(person=tomas)
    assert [one.kind for one in proposals(cv) if known_of(tomas).says(one)] == ["name"]
    actions.keep_all(cv, by=inside.sam)
    tomas.refresh_from_db()
    assert all(known_of(tomas).says(one) for one in proposals(cv))
