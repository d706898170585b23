"""The page of a CV, and the CVs of a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rightday.people.models import Person
from rightday.talent.cvs import actions
from rightday.talent.cvs.queries import cv_page, cvs_of, the_cv
from rightday.talent.cvs.rules import ANSWER_WORDS, OPEN_ANSWERS, Answer
from rightday.talent.models_files import CV
from tests.conftest import Cast

Bring = Callable[..., CV]


def test_the_page(bring: Bring, inside: Cast, tomas: Person) -> None:
    cv = bring(person=tomas)
    page = cv_page(inside.sam, cv.pk)
    rows = {row.kind: row for group in page.groups for row in group.rows}
    assert rows["name"].says == "Known already"
    assert rows["phone"].now
    assert rows["phone"].value == "+44 7700 900611"
    assert rows["position"].label == "2016 to 2020"
    assert rows["skill"].words == "Named once. Used it, or built with it?"
    assert (page.waiting, page.counted) == (10, "10")


def test_decided_rows_and_the_one_asked_for(bring: Bring, inside: Cast, tomas: Person) -> None:
    cv = bring(person=tomas)
    actions.answer(cv, "city", answer=Answer.LATER, by=inside.sam)
    page = cv_page(inside.sam, cv.pk, at="city")
    city = next(row for group in page.groups for row in group.rows if row.kind == "city")
    assert (city.now, city.waits, city.says) == (True, True, ANSWER_WORDS[Answer.LATER])
    assert Answer.LATER in OPEN_ANSWERS


def test_whose_it_may_be(bring: Bring, inside: Cast, tomas: Person) -> None:
    page = cv_page(inside.sam, bring().pk)
    assert page.same is None
    assert (page.given, page.family) == ("Tomás", "Rey")


def test_the_cvs_of_a_person(bring: Bring, inside: Cast, tomas: Person) -> None:
    cv = bring(person=tomas)
    (line,) = cvs_of(tomas.pk, date(2026, 1, 1))
    assert line.words.startswith("Read, to confirm, came ")
    assert the_cv(cv.pk).person == tomas
