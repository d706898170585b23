"""What cannot wait, as a browser reads it."""

from __future__ import annotations

from datetime import UTC, datetime, time

import time_machine

from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.team.models import Member

NOW = datetime(2026, 11, 25, 9, 12, tzinfo=UTC)


def wants(ours, *, notify: bool = True) -> None:
    with enter(ours.agency):
        Member.objects.filter(pk=ours.sam.pk).update(notify=notify)


def agreed(ours, at: time | None) -> NextStep:
    with enter(ours.agency):
        made = actions.create(ours.martin, heard=[], title="a tester", by=ours.sam)
        NextStep.objects.filter(pk=made.next_step_id).update(
            agreed=True,
            due=NOW.date(),
            urgent_from=NOW.date(),
            urgent_until=NOW.date(),
            earliest=at,
            objective="Who decides?",
        )
        return made.next_step


def test_whose_moment_has_come(ours):
    wants(ours)
    with time_machine.travel(NOW, tick=False) as clock:
        step = agreed(ours, time(14))
        browser = ours.client()
        assert browser.get("/reminders/").json() == {"reminders": []}
        clock.move_to(datetime(2026, 11, 25, 13, 50, tzinfo=UTC))
        answer = browser.get("/reminders/")
        assert answer.json() == {
            "reminders": [
                {
                    "key": f"agreed-{step.pk}-2026-11-25", "title": "Agreed for today, 14:00 there",
                    "words": "Martin Ahlqvist, Halden Insurance. Who decides?", "href": f"/today/{step.pk}/",
                }
            ]
        }  # fmt: skip
        assert answer["Cache-Control"] == "no-store"


def test_who_turned_it_off_is_told_nothing_and_never_asks(ours):
    with time_machine.travel(NOW, tick=False):
        agreed(ours, None)
        browser = ours.client()
        assert browser.get("/reminders/").json() == {"reminders": []}
        assert "data-reminders" not in browser.get("/settings/me/").content.decode()
        wants(ours)
        assert 'data-reminders="/reminders/"' in browser.get("/settings/me/").content.decode()
        assert len(browser.get("/reminders/").json()["reminders"]) == 1
