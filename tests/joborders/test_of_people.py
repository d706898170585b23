"""Where somebody is in play, and where they were placed."""

from __future__ import annotations

from rightday.joborders import of_people
from tests import desk
from tests.conftest import Cast


def test_open_submittals_and_placements(inside: Cast):
    who = desk.candidate(inside.sam)
    assert of_people.in_play(who.pk) == () == of_people.placed(who.person_id)
    sent = desk.submittal(desk.order(inside.sam, inside.martin), who)
    assert [(one.title, one.company) for one in of_people.in_play(who.pk)] == [
        ("Platform engineer", "Halden Insurance")
    ]
    desk.placement(sent)
    assert of_people.placed(who.person_id) == (of_people.Placed("Platform engineer", "Halden Insurance", True),)
