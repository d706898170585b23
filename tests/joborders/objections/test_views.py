"""The objection library as a browser sees it."""

from __future__ import annotations

from rightday.db.row_security import enter
from rightday.joborders.objections import actions
from rightday.joborders.objections.models import Objection, ObjectionAnswer
from rightday.joborders.objections.rules import About, Side
from tests.counting import of_page


def text(answer):
    return answer.content.decode()


def stocked(ours):
    with enter(ours.agency):
        actions.stock(by=ours.sam)
        return Objection.objects.get(words="We want to see one more person.")


def test_an_empty_library_begins_with_ours(ours):
    browser = ours.client()
    assert "Nothing in the library yet." in text(browser.get("/objections/"))
    assert "We want to see one more person." in text(browser.post("/objections/stock/", follow=True))


def test_each_side_and_mine(ours):
    one = stocked(ours)
    browser = ours.client()
    assert "We may only confirm dates." in text(browser.get("/objections/?side=referee"))
    assert "None here yet." in text(browser.get("/objections/?side=mine"))
    with enter(ours.agency):
        actions.raised(one, held=True, person=ours.martin, by=ours.sam)
    said = text(browser.get("/objections/?side=mine"))
    assert "last by Martin Ahlqvist" in said
    assert "Too few to say" in said


def test_ten_times_show_a_range_and_the_best_answer_stands_first(ours):
    one = stocked(ours)
    with enter(ours.agency):
        best = ObjectionAnswer.objects.filter(objection=one).last()
        for n in range(12):
            actions.raised(one, held=n > 2, answer=best, by=ours.sam)
    said = text(ours.client().get(f"/objections/{one.pk}/"))
    assert "75.0 percent held" in said
    assert said.index("Let your candidate show") < said.index("Of course. What would")


def test_names_stand_in_plans_alone(ours):
    stocked(ours)
    said = text(ours.client().get("/objections/"))
    assert "{candidate}" not in said
    assert "Your candidate is over budget." in said


def test_adding_and_resting(ours):
    one = stocked(ours)
    browser = ours.client()
    assert "Which one?" in text(browser.post(f"/objections/{one.pk}/", {"words": "Which one?"}, follow=True))
    assert browser.post(f"/objections/{one.pk}/", {"words": " "}).status_code == 422
    new = {"words": "Not this year.", "side": "client", "about": "decision"}
    assert "Not this year." in text(browser.post("/objections/new/", new, follow=True))
    assert browser.post("/objections/new/", new | {"words": ""}).status_code == 422
    assert "Write what they said." in text(browser.post("/objections/new/", new | {"words": "?!"}))
    with enter(ours.agency):
        mine = ObjectionAnswer.objects.get(words="Which one?")
    assert "Which one?" not in text(browser.post(f"/objections/{one.pk}/rest/", {"answer": mine.pk}, follow=True))
    browser.post(f"/objections/{one.pk}/rest/")
    assert "We want to see one more person." not in text(browser.get("/objections/"))


def test_others_see_nothing(ours, theirs):
    one = stocked(ours)
    assert theirs.client().get(f"/objections/{one.pk}/").status_code == 404


def test_a_fixed_number_of_statements(ours):
    with enter(ours.agency):
        first = actions.add("No.", side=Side.CLIENT, about=About.MONEY, by=ours.sam)
        actions.answer(first, words="Why?", by=ours.sam)
    one = of_page(ours.client(), "/objections/")
    stocked_more = ("Later.", "Perhaps.")
    with enter(ours.agency):
        for words in stocked_more:
            actions.add(words, side=Side.CLIENT, about=About.MONEY, by=ours.sam)
            actions.answer(first, words=words, by=ours.sam)
    assert len(of_page(ours.client(), "/objections/")) == len(one)
