"""Every way Django offers to read a row, tried at the wall, on both databases."""

import pytest
from django.db import connection
from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery
from django.test.utils import CaptureQueriesContext

from rightday.agencies.models import Agency
from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.db.scope import OutsideAgency
from rightday.leads.models import Lead
from rightday.people.models import Company, Person

PG = connection.vendor == "postgresql"
READS = {
    "list": lambda: list(Lead.objects.all()),
    "count": lambda: Lead.objects.count(),
    "exists": lambda: Lead.objects.exists(),
    "exclude": lambda: list(Lead.objects.exclude(pk=0)),
    "first": lambda: Lead.objects.first(),
    "in_bulk": lambda: Lead.objects.in_bulk(),
    "aggregate": lambda: Lead.objects.aggregate(n=Count("*")),
    "values": lambda: list(Lead.objects.values_list("id")),
    "iterator": lambda: list(Lead.objects.iterator()),
    "union": lambda: list(Lead.objects.values("id").union(Lead.objects.values("id"))),
    "dates": lambda: list(NextStep.objects.dates("due", "day")),
    "contains": lambda: Lead.objects.contains(Lead(pk=1)),
    "update": lambda: Lead.objects.update(title="x"),
    "delete": lambda: Lead.objects.filter(pk=1).delete(),
    "erase": lambda: Lead.objects.filter(pk=1).erase(),
    "raw_delete": lambda: Lead.objects.all()._raw_delete("default"),
    "base_manager": lambda: list(Lead._base_manager.all()),
    "create": lambda: Company.objects.create(name="x"),
    "bulk_create": lambda: Company.objects.bulk_create([Company(name="x")]),
    "get_or_create": lambda: Company.objects.get_or_create(name="x"),
    "subquery": lambda: list(Agency.objects.filter(Exists(Lead.objects.filter(agency_id=OuterRef("pk"))))),
}


@pytest.mark.parametrize("how", READS)
def test_outside_an_agency_nothing_runs(how, db):
    with pytest.raises(OutsideAgency):
        READS[how]()


def test_leaving_an_agency_is_outside_again(ours):
    with enter(ours.agency):
        assert Lead.objects.exists()
    with pytest.raises(OutsideAgency):
        Lead.objects.exists()


def test_reads_see_one_agency(ours, theirs):
    with enter(ours.agency):
        assert [lead.pk for lead in Lead.objects.all()] == [ours.lead.pk]
        assert Lead.objects.count() == 1 and list(Lead.objects.in_bulk()) == [ours.lead.pk]
        with pytest.raises(Lead.DoesNotExist):
            Lead.objects.get(pk=theirs.lead.pk)
        with pytest.raises(Lead.DoesNotExist):
            theirs.lead.refresh_from_db()
        assert list(theirs.person.leads.all()) == []
        with pytest.raises(Company.DoesNotExist):
            Person(agency=theirs.agency, company_id=theirs.company.pk).company
        assert Lead.objects.filter(Exists(Person.objects.filter(pk=OuterRef("person_id")))).count() == 1
        assert not Lead.objects.filter(person__name__startswith="Priya theirs").exists()


def test_a_queryset_takes_the_agency_of_its_evaluation(ours, theirs):
    query = Lead.objects.order_by("pk")
    with enter(theirs.agency):
        assert [lead.pk for lead in query.all()] == [theirs.lead.pk]
    with enter(ours.agency):
        assert [lead.pk for lead in query.all()] == [ours.lead.pk]


def sql_of(run):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        run()
    return [
        q["sql"]
        for q in seen.captured_queries
        if not q["sql"].startswith(("SELECT set_config", "SAVEPOINT", "RELEASE", "BEGIN"))
    ]


def test_every_statement_carries_the_agency(ours):
    with enter(ours.agency):
        lead = Lead.objects.get(pk=ours.lead.pk)
        person = Person.objects.get(pk=ours.person.pk)
        runs = {
            "get": lambda: Lead.objects.get(pk=lead.pk),
            "select_related": lambda: list(Lead.objects.select_related("person__company", "next_step")),
            "prefetch fk": lambda: list(Lead.objects.prefetch_related("person", "next_step__owner")),
            "prefetch reverse": lambda: list(Person.objects.prefetch_related("leads", "leads__calls")),
            "Prefetch": lambda: list(
                Person.objects.prefetch_related(Prefetch("leads", Lead.objects.order_by("pk"), "open"))
            ),
            "forward": lambda: Lead.objects.get(pk=lead.pk).person,
            "reverse": lambda: list(person.leads.all()),
            "reverse count": lambda: person.leads.count(),
            "refresh": lambda: lead.refresh_from_db(),
            "save": lambda: lead.save(),
            "save fields": lambda: lead.save(update_fields=["title"]),
            "update": lambda: Lead.objects.filter(pk=lead.pk).update(title="y"),
            "bulk_update": lambda: Lead.objects.bulk_update([lead], ["title"]),
            "update_or_create": lambda: Company.objects.update_or_create(
                name="Northwind", defaults={"name": "Northwind"}
            ),
            "for_update": lambda: list(Lead.objects.select_for_update().filter(pk=lead.pk)),
            "annotate": lambda: list(Person.objects.annotate(n=Count("leads")).filter(n__gt=0)),
            "group by": lambda: list(
                Person.objects.select_related("company").annotate(n=Count("leads__calls")).order_by("n")
            ),
            "values group": lambda: list(Lead.objects.values("owner__name").annotate(n=Count("*"))),
            "exclude reverse": lambda: list(Person.objects.exclude(leads__title="z")),
            "filter join": lambda: list(Lead.objects.filter(person__company__name="Northwind")),
            "subquery": lambda: list(
                Person.objects.annotate(t=Subquery(Lead.objects.filter(person=OuterRef("pk")).values("title")[:1]))
            ),
            "update join": lambda: Lead.objects.filter(person__name="nobody").update(title="z"),
        }
        for how, run in runs.items():
            for sql in sql_of(run):
                assert "agency_id" in sql, (how, sql)
                for part in sql.split(" JOIN ")[1:]:
                    on = part.split(" ON ")[1].split(" WHERE ")[0]
                    assert "agency_id" in on, (how, sql)
                if sql.startswith("UPDATE"):
                    setting, _, where = sql.partition(" WHERE ")
                    assert "agency_id" not in setting and "agency_id" in where, (how, sql)
