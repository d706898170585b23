from __future__ import annotations

from datetime import date

import pytest
from django.db import connection, transaction

from rightday.agencies import clock
from rightday.agencies.models import Agency
from rightday.agenda import queries as agenda
from rightday.agenda.models import NextStep
from rightday.bench.fill import Book, Filling, fill
from rightday.db import composite_keys
from rightday.db.row_security import enter
from rightday.db.scope import wall_open
from rightday.leads import rules
from rightday.leads.models import Lead
from rightday.leads.planning import pieces_of
from rightday.people import search
from rightday.people.models import Person, PhoneNumber
from rightday.team.models import Member
from tests.bench.conftest import SMALL, as_owner


def agencies() -> list[Agency]:
    return list(Agency.objects.order_by("pk"))


def test_sizes_are_shared_out():
    assert list(Book(leads=1_000, agencies=4, first=400, members=4).sizes()) == [(400, 4), (200, 3), (200, 3), (200, 3)]
    assert sum(leads for leads, _ in Book().sizes()) == 1_000_000
    assert next(iter(Book().sizes())) == (300_000, 200)
    assert len(list(Book().sizes())) == 50


def test_each_agency_has_its_leads_and_members(filled):
    found = []
    for agency in agencies():
        with enter(agency):
            found.append((Lead.objects.count(), Member.objects.count()))
    assert found == [(80, 2), (40, 3)]
    assert filled["Lead"] == filled["Person"] == 120


def test_keys_and_links_hold(filled):
    assert composite_keys.problems(connection) == []
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_key_check")
            assert cursor.fetchall() == []
            return
        cursor.execute("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND NOT convalidated")
        assert cursor.fetchone() == (0,)
    for agency in agencies():
        with enter(agency):
            assert not Lead.objects.exclude(person__in=Person.objects.all()).exists()


def test_indexes_are_made_again(filled):
    with connection.cursor() as cursor:
        for model in (Lead, NextStep, Person):
            there = connection.introspection.get_constraints(cursor, model._meta.db_table)
            assert {index.name for index in model._meta.indexes} - there.keys() == set()


def test_every_open_lead_has_exactly_one_step(filled):
    for agency in agencies():
        with enter(agency):
            steps = list(Lead.objects.open().values_list("next_step_id", flat=True))
            assert len(steps) == len(set(steps)) == NextStep.objects.count()
            assert set(steps) == set(NextStep.objects.values_list("pk", flat=True))
            assert not Lead.objects.filter(next_step=None, outcome=None).exists()


def test_grades_are_those_of_the_evidence(filled):
    seen = set()
    for agency in agencies():
        with enter(agency):
            for lead in Lead.objects.all():
                assert lead.dates == rules.dates(pieces_of(lead))
                seen.add(lead.grade_on(lead.heard_on))
    assert seen == set(rules.Grade)


def test_today_has_calls(filled, today: date):
    with enter(agencies()[0]):
        member = Member.objects.order_by("pk")[0]
        sheet = agenda.sheet(member, on=today, now=clock.now())
        assert sheet.due > 0
        assert len(sheet.now) + len(sheet.later) == min(sheet.due, agenda.SHOWN)


def test_search_finds_who_was_filled_in(filled):
    with enter(agencies()[0]):
        person = Person.objects.select_related("company").order_by("pk")[5]
        number = PhoneNumber.objects.get(person=person)
        for typed in (f"{person.given} {person.family}", f"{person.family[:4]} {person.company.name}", number.e164[4:]):
            assert person.pk in search.find_persons(typed, 200), typed
        assert person.company_id in search.find_companies(person.company.name)
        assert person.pk in search.find_said(Lead.objects.get(person=person).title, 200)


def test_search_holds_what_the_actions_would_write(filled):
    with enter(agencies()[0]):
        person = Person.objects.order_by("pk")[3]

        def tokens(kind: str, pk: int) -> set[str]:
            return set(search._index().tokens_of(connection, kind, agencies()[0].pk, pk))

        before = tokens("person", person.pk), tokens("company", person.company_id)
        search.put_persons([person.pk])
        search.put_companies([person.company_id])
        assert (tokens("person", person.pk), tokens("company", person.company_id)) == before


def test_another_agency_finds_nothing_of_it(filled):
    first, second = agencies()
    with enter(first):
        number = PhoneNumber.objects.order_by("pk")[0].e164
    with enter(second):
        assert search.find_persons(number) == []


def test_new_rows_go_on_after_the_filled_ones(filled):
    with enter(agencies()[0]):
        last = Person.objects.order_by("-pk")[0].pk
        assert Person.objects.create(name="Ada Moss", key="ada moss").pk > last


def test_the_same_seed_makes_the_same_book(transactional_db, today: date):
    def rows(seed: int) -> list[object]:
        with as_owner(), transaction.atomic(), wall_open():
            filling = Filling(Book(seed=seed), today)
            filling.agency(Agency(pk=1), [1, 2, 3], 40)
            transaction.set_rollback(True)
        return [[row[: 2 + len(table.fields)] for row in table.rows] for table in filling.tables()]

    assert rows(7) == rows(7)
    assert rows(7) != rows(8)


def test_an_installation_in_use_is_not_filled(ours, today: date):
    with pytest.raises(ValueError, match="holds an agency already"):
        fill(SMALL, today)
