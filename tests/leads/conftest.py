"""A lead to show."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people import search
from rightday.team import queries as team


@pytest.fixture
def shown(ours):
    with enter(ours.agency):
        search.put_persons([ours.martin.pk])
        today = team.today(ours.sam)
        heard = [HeardEvidence(Shows.INTERVIEWING, "two platform engineers", today - timedelta(days=1))]
        return actions.create(ours.martin, heard=heard, title="2 platform engineers", by=ours.sam)


def reload(ours, lead):
    with enter(ours.agency):
        return Lead.objects.select_related("next_step", "outcome", "owner").get(pk=lead.pk)
