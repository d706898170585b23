"""People, members and skills of an order."""

from __future__ import annotations

from rightday.joborders import actions
from rightday.joborders.rules import Say
from rightday.timeline import queries as timeline
from tests import desk


def verbs(order):
    return [row.verb for row in timeline.of_order(order.pk)]


def test_somebody_has_a_say_once_in_each_role(inside):
    order = desk.order(inside.sam, inside.martin)
    row = actions.add_person(order, person=inside.martin, role=Say.DECIDES, by=inside.sam)
    again = actions.add_person(order, person=inside.martin, role=Say.DECIDES, words="Trusts references", by=inside.sam)
    assert (again.pk, again.words, order.people.count()) == (row.pk, "Trusts references", 1)
    actions.remove_person(row, by=inside.sam)
    assert order.people.count() == 0
    assert verbs(order) == ["order.person_removed", "order.person"]


def test_colleagues_work_on_an_order(inside):
    order = desk.order(inside.sam, inside.martin)
    row = actions.add_member(order, member=inside.priya, by=inside.sam)
    assert actions.add_member(order, member=inside.priya, by=inside.sam) == row
    actions.remove_member(row, by=inside.sam)
    assert verbs(order) == ["order.member_left", "order.member"]


def test_skills_asked_for_make_their_point_known(inside):
    order = desk.order(inside.sam, inside.martin)
    row = actions.ask_for_skill(order, skill=desk.skill("Go"), years=5, by=inside.sam)
    assert (row.must, row.years, order.known) == (True, 5, 2)
    actions.ask_for_skill(order, skill=desk.skill("Go"), must=False, by=inside.sam)
    row.refresh_from_db()
    assert row.must is False
    actions.drop_skill(row, by=inside.sam)
    order.refresh_from_db()
    assert order.known == 1
    assert verbs(order)[0] == "order.skill_dropped"
