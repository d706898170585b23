"""The page of one order."""

from __future__ import annotations

from rightday.joborders import actions, queries
from rightday.joborders.rules import POINT_QUESTIONS, AskAnswer, Point, Say, Stage
from tests import desk
from tests.counting import counted


def test_the_questions_are_those_of_what_is_not_known(inside):
    order = desk.order(inside.sam, inside.martin)
    actions.know(order, point=Point.GOAL, words="Book online", true_on=order.taken_on, by=inside.sam)
    asked = queries.questions_of(order)
    assert asked[0] == (Point.CHALLENGES, POINT_QUESTIONS[Point.CHALLENGES])
    assert len(asked) == 9
    page = queries.order_page(inside.sam, order.pk)
    assert page.known == 2
    assert page.questions == tuple(question for _point, question in asked[:3])


def test_a_manager_who_said_no_has_no_number(inside):
    order = desk.order(inside.sam, inside.martin)
    assert queries.order_page(inside.sam, order.pk).number == inside.number
    inside.martin.do_not_call = True
    inside.martin.save()
    assert queries.order_page(inside.sam, order.pk).number is None


def test_one_count_of_statements_for_one_row_and_for_three(inside):
    order = desk.order(inside.sam, inside.martin)
    counts = []
    for number in range(3):
        who = desk.someone(f"Candidate {number}x")
        desk.submittal(order, desk.candidate(inside.sam, who), stage=Stage.OFFER, offer_on=order.taken_on)
        actions.add_person(order, person=who, role=Say.DECIDES, by=inside.sam)
        actions.ask_for_skill(order, skill=f"Skill {number}", by=inside.sam)
        actions.answer(actions.ask(order, words="Yes?", by=inside.sam), answer=AskAnswer.YES, by=inside.sam)
        actions.know(order, point=Point.GOAL, words="x", true_on=order.taken_on, by=inside.sam, said_by=who)
        with counted() as found:
            page = queries.order_page(inside.sam, order.pk)
        counts.append(len(found))
        assert len(page.columns[3].who) == number + 1
    assert len(set(counts)) == 1
    assert counts[0] <= 15
