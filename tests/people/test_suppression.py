"""Who was erased is known again by a number or an address, and by nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.people import actions, suppression
from rightday.people.models_files import Suppressed
from rightday.team.rules import NotAllowed
from tests.conftest import Cast

DAY = date(2026, 5, 14)


def test_numbers_and_addresses_are_kept_as_hashes_alone(inside: Cast):
    actions.add_email(inside.martin, "Martin@Halden.example", by=inside.sam)
    assert suppression.suppress(inside.martin.pk, on=DAY, by=inside.sam) == 2
    assert suppression.suppress(inside.martin.pk, on=DAY, by=inside.sam) == 0
    kept = set(Suppressed.objects.values_list("hash", flat=True))
    assert kept == set(suppression.hashes(["+442079460142"], ["martin@halden.example"]))
    assert not any("halden" in one or "2079460142" in one for one in kept)


def test_they_are_found_again_and_others_are_not(inside: Cast):
    assert suppression.suppressed(suppression.hashes(["+442079460142"], [])) == frozenset()
    suppression.suppress(inside.martin.pk, on=DAY, by=inside.sam)
    same, other = suppression.hashes(["+442079460142", "+442079460143"], ["", ""])
    assert suppression.suppressed([same, other]) == {same}


def test_an_outsider_erases_nobody(inside: Cast):
    assert suppression.hashes([""], []) == []
    with pytest.raises((NotAllowed, AttributeError)):
        suppression.suppress(inside.martin.pk, on=DAY, by=None)  # type: ignore[arg-type]
