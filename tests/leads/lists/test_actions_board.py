"""A card moved keeps what is needed to put it back."""

from __future__ import annotations

import pytest

from rightday.agencies.once import Stale
from rightday.leads import actions
from rightday.leads.lists import actions_board
from rightday.leads.models import Lead
from rightday.leads.process import actions_track
from rightday.leads.process.queries import known_of
from rightday.leads.process.rules import Stage
from rightday.leads.rules import HeardEvidence, Shows
from rightday.team import queries as team


@pytest.mark.parametrize("to", [Stage.BOOKED, Stage.DECISION, Stage.PROBATION])
def test_there_and_back(inside, to):
    heard = HeardEvidence(Shows.INTERVIEWING, "", team.today(inside.sam))
    lead = actions.create(inside.martin, heard=[heard], title="x", by=inside.sam)
    actions_board.move_card(lead, stage=Stage.INTERVIEWING, seen=lead.version, by=inside.sam)
    before = dict(known_of(lead)), lead.stage, lead.milestone
    kept = actions_board.move_card(lead, stage=to, seen=lead.version, by=inside.sam)
    assert lead.stage == to and kept.before
    actions_track.put_facts_back(lead, facts=kept.before, seen=kept.version, by=inside.sam)
    lead = Lead.objects.get(pk=lead.pk)
    assert (lead.stage, lead.milestone) == before[1:]
    with pytest.raises(Stale):
        actions_board.move_card(lead, stage=to, seen=lead.version - 1, by=inside.sam)
