"""A long reading sees one moment, and holds nobody up."""

from __future__ import annotations

import pytest
from django.db import connection

from rightday.agencies.models import Agency
from rightday.db.snapshot import snapshot


def test_in_a_transaction_it_is_that_one(ours):
    with snapshot():
        assert Agency.objects.count() == 1
    assert connection.in_atomic_block


@pytest.mark.django_db(transaction=True)
def test_what_is_written_after_it_is_seen_again():
    with snapshot():
        assert Agency.objects.count() == 0
    Agency.objects.create(name="Brightwater")
    with snapshot():
        assert Agency.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_it_ends_when_the_reading_fails():
    with pytest.raises(ZeroDivisionError), snapshot():
        _ = 1 / 0
    Agency.objects.create(name="Brightwater")
    assert Agency.objects.count() == 1
