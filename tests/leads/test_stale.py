"""Who was first, and when."""

from __future__ import annotations

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.stale import stale
from rightday.timeline.models import Event


def test_the_last_who_did_something_is_named(ours, shown):
    with enter(ours.agency):
        actions.note(shown, words="Mornings", by=ours.priya)
        problem = stale(shown)
        assert (problem.who, problem.when) == ("Priya Nair", Event.objects.latest("id").at)
        Event.objects.all().delete()
        assert (stale(shown).who, stale(shown).when) == ("", None)
