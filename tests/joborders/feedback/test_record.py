"""What a plan is built from."""

from __future__ import annotations

from rightday.joborders.feedback.record import first_name, library, record_of, the_interview
from rightday.joborders.feedback.rules import Need
from rightday.joborders.models import OrderFact
from rightday.joborders.objections import actions as objections
from rightday.joborders.objections.models import Objection
from rightday.people.models import Person
from tests.joborders.feedback.test_actions import TODAY, full, met


def test_what_nobody_knows_is_to_be_asked(inside):
    assert record_of(the_interview(met(inside).pk)).unknown == tuple(Need)


def test_names_and_needs(inside):
    record = record_of(the_interview(full(inside).pk))
    assert (record.client, record.candidate) == ("Martin", "Sanna")
    assert record.unknown == (Need.DELIVERABLE, Need.RESULT)
    assert first_name(Person(given="", name="Rey")) == "Rey"


def test_the_latest_word_on_a_point_counts_and_an_open_one_is_not_known(inside):
    interview = full(inside)
    OrderFact.objects.create(
        order=interview.submittal.order, point="goal", words="It should just work", known=False, true_on=TODAY()
    )
    assert Need.GOAL in record_of(the_interview(interview.pk)).unknown


def test_skills_in_words_where_none_are_named(inside):
    interview = met(inside)
    OrderFact.objects.create(order=interview.submittal.order, point="skills", words="Kafka\nGo", true_on=TODAY())
    assert [one.words for one in record_of(the_interview(interview.pk)).needed] == ["Kafka", "Go"]


def test_what_rests_is_not_in_the_library(inside, django_assert_num_queries):
    objections.stock(by=inside.sam)
    objections.rest(Objection.objects.filter(side="client").first(), by=inside.sam)
    with django_assert_num_queries(2):
        rows = library()
    assert len(rows) == Objection.objects.filter(side="client", resting_since=None).count()
    assert all(row.answers for row in rows)
