from __future__ import annotations

from dataclasses import replace
from random import Random

from rightday.bench import verbs
from rightday.calls.models import Call
from rightday.db.row_security import enter
from rightday.intake.models import Captured
from rightday.leads.lists.models import BulkAct
from rightday.leads.models import Lead


def test_actions_are_timed_and_done(drawn, today):
    with enter(drawn.agency):
        before = Lead.objects.count(), Call.objects.count()
    lines, errors = verbs.measure(drawn, today, rounds=8, seed=1)
    assert errors == []
    assert [line.name for line in lines] == [
        "Create a lead", "Log a result", "Take a result back", "Save a quick capture",
        "Drag a lead to another column", "Drag it back",
        "Move the next step of 1,000 leads", "Take it back for 1,000 leads",
    ]  # fmt: skip
    assert all(line.measured.startswith("p50 ") for line in lines)
    with enter(drawn.agency):
        done = 8 + verbs.WARM_UP
        assert Call.objects.count() == before[1] + done
        assert Lead.objects.count() >= before[0] + done
        assert Captured.objects.count() == done
        acts = list(BulkAct.objects.all())
        assert len(acts) == verbs.BULKS and all(
            act.done == act.total > 0 == act.undone - len(act.before) for act in acts
        )


def test_what_fails_is_said(drawn, today, monkeypatch):
    def refuse(*_: object) -> None:
        raise ValueError("no such row")

    refuse.__name__ = "_log"
    monkeypatch.setattr(verbs, "_log", refuse)
    lines, errors = verbs.measure(drawn, today, rounds=2, seed=1)
    assert errors == [f"log: ValueError: no such row ({2 + verbs.WARM_UP} times)"]
    assert lines[1].measured == "not measured"


def test_an_ended_lead_is_passed_over(drawn, today):
    with enter(drawn.agency):
        ended = tuple(Lead.objects.filter(next_step=None).values_list("pk", flat=True))
    clock = verbs.Clock()
    verbs._log(clock, drawn, replace(drawn.desks[0], leads=ended), today, Random(1))
    assert ended
    assert clock.seconds == {}
