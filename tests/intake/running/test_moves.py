"""Moving an import on, and walking through its file."""

from __future__ import annotations

import gc

import pytest

from rightday.agencies.once import Stale
from rightday.intake.models import Import
from rightday.intake.running import moves
from tests.intake.trackers import row


def test_a_chunk_at_a_time(monkeypatch):
    monkeypatch.setattr(moves, "CHUNK", 3)
    assert list(moves.chunks(iter(range(7)))) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(moves.chunks([])) == []


def test_from_the_states_named_alone(bring):
    batch = bring(row("Ada King"), run_it=False)
    with pytest.raises(Stale, match="read by now"):
        moves.move(batch, {moves.State.DONE}, moves.State.UNDOING)
    moves.move(batch, {moves.State.READ}, moves.State.TRIED, seen=0, total=7)
    assert (batch.state, batch.version, batch.total) == (Import.State.TRIED, 1, 7)
    with pytest.raises(Stale):
        moves.move(batch, {moves.State.TRIED}, moves.State.READ, seen=0)


def test_collecting_goes_on_afterwards_as_before():
    with moves.no_cycles():
        assert not gc.isenabled()
        with moves.no_cycles():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
