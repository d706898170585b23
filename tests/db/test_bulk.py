"""Many rows in one statement: the same rows as one by one, and the same wall."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from rightday.agenda.models import NextStep
from rightday.db import bulk
from rightday.db.row_security import enter
from rightday.db.scope import OutsideAgency, wall_open
from rightday.people.models import Company, Person
from rightday.timeline.models import Event


def test_nothing_is_nothing(db: None):
    bulk.insert([])


def test_rows_get_their_agency_and_their_ids(ours):
    with enter(ours.agency):
        rows = [Company(name=f"Firm {n}", key=f"firm {n}") for n in range(50)]
        bulk.insert(rows)
        assert {row.agency_id for row in rows} == {ours.agency.pk}
        stored = dict(Company.objects.filter(name__startswith="Firm").values_list("pk", "name"))
        assert stored == {row.pk: row.name for row in rows}
        after = Company.objects.create(name="One more", key="one more")
    assert after.pk not in stored
    rows[0].name = "Changed"
    with enter(ours.agency):
        rows[0].save()  # it knows that it is stored
        assert Company.objects.filter(name__in=["Changed", "Firm 0"]).values_list("name", flat=True)[0] == "Changed"


def test_rows_linked_before_they_had_an_id_are_linked(ours):
    with enter(ours.agency):
        company = Company(name="New", key="new")
        person = Person(name="Ann Lee", key="ann lee", company=company)
        bulk.insert([company])
        bulk.insert([person])
        assert Person.objects.get(pk=person.pk).company_id == company.pk


def test_values_of_every_kind_come_back_as_they_were(ours):
    at = dt.datetime(2026, 1, 5, 9, 30, 15, 123456, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    step = NextStep(
        owner=ours.member, person=ours.person, kind="lead", reason="hot", why="hot", zone="Europe/London",
        fact_on=dt.date(2026, 1, 4), due=dt.date(2026, 1, 5), earliest=dt.time(9, 5), rank=1.5, agreed=True,
    )  # fmt: skip
    events = [Event(at=at, verb="x", data=data) for data in ({}, {"a": [1, None, "é"]})]
    with enter(ours.agency):
        bulk.insert([step])
        bulk.insert(events)
        found = NextStep.objects.get(pk=step.pk)
        assert (found.fact_on, found.due, found.earliest, found.latest, found.rank, found.agreed) == (
            dt.date(2026, 1, 4), dt.date(2026, 1, 5), dt.time(9, 5), None, 1.5, True,
        )  # fmt: skip
        assert found.made_at == step.made_at
        stored = Event.objects.order_by("pk").values_list("at", "data")
        assert list(stored) == [(at, {}), (at, {"a": [1, None, "é"]})]


def test_another_agencys_row_is_refused(ours, theirs):
    with enter(ours.agency), pytest.raises(OutsideAgency):
        bulk.insert([Company(name="A", key="a"), Company(name="B", key="b", agency=theirs.agency)])
    with pytest.raises(OutsideAgency):
        bulk.insert([Company(name="A", key="a")])
    with wall_open():
        assert not Company.objects.filter(name__in=["A", "B"]).exists()


def test_a_link_into_another_agency_is_refused(ours, theirs):
    with enter(ours.agency), pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert([Person(name="X", key="x", company_id=theirs.company.pk)])
        connection.check_constraints()


def test_ids_can_be_reserved_for_rows_that_link_to_each_other(inside):
    with transaction.atomic():
        ids = bulk.reserve(Company, 3)
        rows = [(f"Firm {n}", f"firm {n}", []) for n in range(3)]
        assert list(bulk.insert_values(Company, ("name", "key", "also_written"), rows, ids=ids)) == list(ids)
    assert dict(Company.objects.filter(name__startswith="Firm").values_list("pk", "name")) == dict(
        zip(ids, ["Firm 0", "Firm 1", "Firm 2"], strict=True)
    )
    assert Company.objects.create(name="After", key="after").pk not in ids


class TestUpdate:
    """Each row gets values of its own, and no other row any."""

    def test_values_of_every_kind(self, inside):
        step = NextStep(
            owner=inside.member, person=inside.person, kind="lead", reason="hot", why="hot", zone="Europe/London",
            fact_on=dt.date(2026, 1, 4), due=dt.date(2026, 1, 5), holds_until=dt.date(2026, 1, 9), rank=1.5,
        )  # fmt: skip
        other = NextStep(
            owner=inside.member, person=inside.person, kind="lead", reason="hot", why="hot", zone="Europe/London",
            fact_on=dt.date(2026, 1, 4), due=dt.date(2026, 1, 5),
        )  # fmt: skip
        bulk.insert([step, other])
        columns = ("reason", "due", "holds_until", "earliest", "rank", "agreed")
        values = ("warm", dt.date(2026, 2, 1), None, dt.time(9, 5), 0.25, True)
        bulk.update_values(NextStep, columns, [(step.pk, values), (10**9, values)], version=True)
        assert NextStep.objects.values_list(*columns, "version").get(pk=step.pk) == (*values, 1)
        assert NextStep.objects.values_list("reason", "version").get(pk=other.pk) == ("hot", 0)

    def test_lists_and_dicts(self, inside):
        bulk.update_values(Company, ("also_written",), [(inside.company.pk, [["A", "é"]])])
        assert Company.objects.values_list("also_written", "version").get(pk=inside.company.pk) == (["A", "é"], 0)

    def test_another_agencys_row_stays_as_it_is(self, ours, theirs):
        with enter(ours.agency):
            bulk.update_values(Company, ("name",), [(theirs.company.pk, ["Taken"])])
        with pytest.raises(OutsideAgency):
            bulk.update_values(Company, ("name",), [(theirs.company.pk, ["Taken"])])
        with wall_open():
            assert not Company.objects.filter(name="Taken").exists()

    def test_nothing_is_nothing(self, inside):
        bulk.update_values(Company, ("name",), [])
        assert bulk.insert_values(Company, ("name", "key"), []) == []


def test_values_need_an_agency(db: None):
    with pytest.raises(OutsideAgency):
        bulk.insert_values(Company, ("name", "key"), [("A", "a")])


class TestNew:
    """`bulk.new` gives what the model itself would give."""

    def test_the_same_values_as_the_model_gives(self, inside):
        values = {"name": "Ada King", "key": "ada king", "company": inside.company, "added_by": inside.member}
        quick, usual = bulk.new(Person, **values), Person(**values)
        names = [field.attname for field in Person._meta.concrete_fields]
        assert [getattr(quick, name) for name in names] == [getattr(usual, name) for name in names]
        assert quick.company is inside.company
        assert quick._state.adding

    def test_it_can_be_saved_and_changed(self, inside):
        made = bulk.new(Person, name="Ada King", key="ada king", company=None)
        made.save()
        made.title = "CTO"
        made.save()
        assert Person.objects.get(pk=made.pk).title == "CTO"
        assert made.company is None

    def test_lists_are_its_own(self, inside):
        one, two = (bulk.new(Company, name=name, key=name) for name in "ab")
        one.also_written.append("x")
        assert two.also_written == []

    def test_an_unknown_name_is_refused(self, inside):
        with pytest.raises(KeyError):
            bulk.new(Person, nickname="A")

    def test_columns_may_be_named_by_their_attribute(self, inside):
        assert bulk.new(Person, name="A", key="a", company_id=inside.company.pk).company_id == inside.company.pk
