"""Every way Django offers to write or delete a row, and forms, tried at the wall, on both databases."""

import datetime as dt

import pytest
from django import forms
from django.db import IntegrityError, connection, transaction

from rightday.agenda.models import Intention
from rightday.db.row_security import enter
from rightday.db.scope import OutsideAgency, wall_open
from rightday.leads.models import Lead
from rightday.people.models import Company, Person
from rightday.team.models import Member
from tests.db.test_wall import sql_of

PG = connection.vendor == "postgresql"


def test_delete_carries_the_agency(ours):
    with enter(ours.agency):
        extra = Company.objects.create(name="Contoso")
        statements = sql_of(lambda: extra.delete())
        assert all("agency_id" in sql for sql in statements), statements
        extra = Company.objects.create(name="Contoso")
        statements = sql_of(lambda: Company.objects.filter(pk=extra.pk).delete())
        assert all("agency_id" in sql for sql in statements), statements


def test_inserts_get_the_agency_and_no_other(ours, theirs):
    with enter(ours.agency):
        made = Company.objects.bulk_create([Company(name="A"), Company(name="B")])
        assert {company.agency_id for company in made} == {ours.agency.pk}
        assert ours.company.people.create(name="New").agency_id == ours.agency.pk
        company, made_one = Company.objects.update_or_create(name="C", defaults={"name": "D"})
        assert made_one and company.agency_id == ours.agency.pk
        day = dt.date(2026, 1, 5)
        Intention.objects.create(member=ours.member, day=day, words="A")
        Intention.objects.bulk_create(
            [Intention(member=ours.member, day=day, words="B")],
            update_conflicts=True,
            update_fields=["words"],
            unique_fields=["agency", "member", "day"],
        )
        assert [row.words for row in Intention.objects.all()] == ["B"]
        for run in (
            lambda: Company.objects.create(name="E", agency=theirs.agency),
            lambda: Company.objects.bulk_create([Company(name="E", agency=theirs.agency)]),
            lambda: Company.objects.update(agency=theirs.agency),
            lambda: Company.objects.filter(pk=ours.company.pk).update(agency_id=theirs.agency.pk),
            lambda: theirs.company.save(),
        ):
            with pytest.raises(OutsideAgency), transaction.atomic():
                run()
        ours.company.agency = theirs.agency
        with pytest.raises(OutsideAgency), transaction.atomic():
            ours.company.save()


def test_the_database_refuses_a_link_into_another_agency(ours, theirs):
    """On SQLite too. The check is deferred to the commit, as Django's own keys are."""
    for bad in (
        lambda: Person.objects.create(name="X", company_id=theirs.company.pk),
        lambda: Person.objects.bulk_create([Person(name="X", company_id=theirs.company.pk)]),
        lambda: Person.objects.update(company_id=theirs.company.pk),
    ):
        with enter(ours.agency), pytest.raises(IntegrityError), transaction.atomic():
            bad()
            connection.check_constraints()


def test_form_choices(ours, theirs):
    class PersonForm(forms.ModelForm):  # made outside any agency, as at import
        class Meta:
            model = Person
            fields = ["name", "company"]

    with enter(ours.agency):
        form = PersonForm({"name": "P", "company": str(theirs.company.pk)})
        assert not form.is_valid() and "company" in form.errors
        form = PersonForm({"name": "P", "company": str(ours.company.pk)})
        assert form.is_valid(), form.errors
        assert form.save().agency_id == ours.agency.pk
        assert "theirs" not in form.as_p()
        assert form.fields["company"].queryset.count() == 1
        with pytest.raises(forms.ValidationError):  # unique with the agency is checked
            Member(identity=ours.member.identity, name="x", agency=ours.agency).validate_constraints()


def test_wall_open_opens_it_on_purpose(ours, theirs):
    with wall_open():
        seen = Lead.objects.count()
    assert seen == (0 if PG else 2)  # PostgreSQL's own wall still stands


def test_nested_agencies_are_restored(ours, theirs):
    with enter(ours.agency):
        with enter(theirs.agency):
            assert Lead.objects.get().pk == theirs.lead.pk
        assert Lead.objects.get().pk == ours.lead.pk
        with pytest.raises(ZeroDivisionError), enter(theirs.agency):
            1 / 0
        assert Lead.objects.get().pk == ours.lead.pk
    with pytest.raises(OutsideAgency):
        Lead.objects.exists()


def test_erasing_is_one_statement_and_carries_the_agency(ours, theirs):
    with enter(ours.agency):
        extra = Company.objects.create(name="Extra", key="extra")
        statements = sql_of(lambda: Company.objects.filter(pk__in=[extra.pk, theirs.company.pk]).erase())
        assert len(statements) == 1
        assert "agency_id" in statements[0]
        assert not Company.objects.filter(pk=extra.pk).exists()
    with enter(theirs.agency):
        assert Company.objects.filter(pk=theirs.company.pk).exists()
