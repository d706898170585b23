"""The processes of the sample agency, dated around today."""

from __future__ import annotations

from rightday.commands import demo
from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.leads.process.queries import track_of


def test_one_in_the_middle_and_one_at_the_beginning(db):
    agency = demo.make()
    with enter(agency):
        nadia = track_of(Lead.objects.open().get(person__name="Nadia Petrov").pk)
        daniel = track_of(Lead.objects.open().get(person__name="Daniel Mbeki").pk)
    assert (nadia.here, nadia.awaited.mark.name, nadia.awaited.note) == (6, "2nd interview arranged", "unconfirmed")
    assert [point.place for point in nadia.points if point.state == "done"] == [1, 2, 4, 5]
    assert not nadia.points[11].about
    assert daniel.here == 2
