"""Reading a timeline: latest first, part by part, in one statement."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rightday.db.row_security import enter
from rightday.timeline import queries
from rightday.timeline.actions import record
from tests import desk

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


def note(cast, words, at=NINE, by="priya", **about):
    about = about or {"person": cast.martin}
    return record("note", by=getattr(cast, by) if by else None, at=at, words=words, **about)


def test_the_latest_comes_first_with_who_and_the_words(inside):
    note(inside, "first")
    note(inside, "second", at=NINE + timedelta(hours=1), by="sam")
    rows = queries.of_person(inside.martin.pk, reader=inside.sam.pk)
    assert [(row.title, row.words, row.by) for row in rows] == [
        ("You noted", "second", "Sam Whitlock"),
        ("Priya noted", "first", "Priya Nair"),
    ]


def test_a_timeline_is_read_on_without_gaps_or_doubles(inside):
    for number in range(7):
        note(inside, str(number), at=NINE + timedelta(minutes=number // 3))
    read, before = [], None
    while rows := queries.of_person(inside.martin.pk, before=before, limit=2):
        read += [row.words for row in rows]
        before = rows[-1].key
    assert read == ["6", "5", "4", "3", "2", "1", "0"]


@pytest.mark.parametrize("before", ["", "nonsense", "2026-11-24T09:00:00~7", "2026-11-24T09:00:00+00:00~x", "~"])
def test_a_key_that_is_none_begins_at_the_top(inside, before):
    note(inside, "here")
    assert len(queries.of_person(inside.martin.pk, before=before)) == 1


def test_a_key_survives_an_address_that_lost_its_plus(inside):
    note(inside, "early")
    late = note(inside, "late", at=NINE + timedelta(hours=1))
    key = queries.of_person(inside.martin.pk)[0].key
    assert late.pk == int(key.split("~")[1])
    assert [row.words for row in queries.of_person(inside.martin.pk, before=key.replace("+", " "))] == ["early"]


def test_each_record_shows_its_own(inside):
    note(inside, "about halden", company=inside.halden)
    note(inside, "about martin")
    assert [row.words for row in queries.of_company(inside.halden.pk)] == ["about halden"]
    assert queries.of_lead(1) == ()


@pytest.mark.parametrize("rows", [1, 3])
def test_one_statement_for_one_row_and_for_three(inside, rows, django_assert_num_queries):
    for number in range(rows):
        note(inside, str(number), by=None)
    queries.of_person(inside.martin.pk)
    with django_assert_num_queries(1):
        assert len(queries.of_person(inside.martin.pk)) == rows


def test_no_more_than_a_hundred_at_once(inside):
    for number in range(103):
        note(inside, str(number))
    assert len(queries.of_person(inside.martin.pk, limit=10_000)) == 100
    assert len(queries.of_person(inside.martin.pk, limit=0)) == 1


def test_another_agencys_timeline_is_empty(ours, theirs):
    with enter(theirs.agency):
        note(theirs, "secret")
        assert len(queries.of_person(theirs.martin.pk)) == 1
    with enter(ours.agency):
        assert queries.of_person(theirs.martin.pk) == ()


def test_when_the_latest_thing_happened(inside, theirs):
    assert queries.latest_at() is None
    note(inside, "later", at=NINE + timedelta(hours=1))
    note(inside, "earlier")
    assert queries.latest_at() == NINE + timedelta(hours=1)
    with enter(theirs.agency):
        assert queries.latest_at() is None


def test_an_order_shows_its_own(inside):
    order = desk.order(inside.sam, inside.martin)
    record("note", by=inside.sam, order=order, at=NINE, words="about the order")
    note(inside, "about martin")
    assert [row.words for row in queries.of_order(order.pk)] == ["about the order"]
    assert [row.words for row in queries.of_company(inside.halden.pk)] == ["about the order"]
