"""Addresses of people and companies, and of find-or-do."""

from __future__ import annotations

from django.urls import path

from rightday.people import views, views_company, views_edit, views_find, views_person, views_reach
from rightday.people.duplicates import views as duplicates

_PERSONS, _COMPANIES = {"kind": "persons"}, {"kind": "companies"}

urlpatterns = [
    path("duplicates/", duplicates.duplicates, _PERSONS, name="duplicates_persons"),
    path("duplicates/all/", duplicates.duplicates_all, _PERSONS, name="duplicates_all_persons"),
    path("duplicates/search/", duplicates.duplicates_search, name="duplicates_search"),
    path("duplicates/<int:pair_id>/", duplicates.duplicate, _PERSONS, name="duplicate_persons"),
    path("duplicates/<int:pair_id>/merge/", duplicates.duplicate_merge, _PERSONS, name="duplicate_merge_persons"),
    path("duplicates/companies/", duplicates.duplicates, _COMPANIES, name="duplicates_companies"),
    path("duplicates/companies/all/", duplicates.duplicates_all, _COMPANIES, name="duplicates_all_companies"),
    path("duplicates/companies/<int:pair_id>/", duplicates.duplicate, _COMPANIES, name="duplicate_companies"),
    path(
        "duplicates/companies/<int:pair_id>/merge/",
        duplicates.duplicate_merge,
        _COMPANIES,
        name="duplicate_merge_companies",
    ),
    path("merges/<int:merge_id>/apart/", duplicates.merge_apart, name="merge_apart"),
    path("find/", views_find.find, name="find"),
    path("people/", views.people, name="people"),
    path("people/new/", views_edit.new_person, name="new_person"),
    path("people/known/", views_edit.known_person, name="known_person"),
    path("people/<int:person_id>/", views_person.person, name="person"),
    path("people/<int:person_id>/details/", views_edit.person_details, name="person_details"),
    path("people/<int:person_id>/notes/", views_person.person_notes, name="person_notes"),
    path("people/<int:person_id>/numbers/", views_reach.person_numbers, name="person_numbers"),
    path("people/<int:person_id>/numbers/<int:number_id>/", views_reach.person_number, name="person_number"),
    path("people/<int:person_id>/emails/", views_reach.person_emails, name="person_emails"),
    path("people/<int:person_id>/emails/<int:email_id>/", views_reach.person_email, name="person_email"),
    path("people/<int:person_id>/permission/", views_reach.person_permission, name="person_permission"),
    path("companies/", views.companies, name="companies"),
    path("companies/new/", views_edit.new_company, name="new_company"),
    path("companies/<int:company_id>/", views_company.company, name="company"),
    path("companies/<int:company_id>/details/", views_edit.company_details, name="company_details"),
    path("companies/<int:company_id>/competitor/", views_company.company_competitor, name="company_competitor"),
    path("companies/<int:company_id>/notes/", views_person.company_notes, name="company_notes"),
    path("companies/<int:company_id>/numbers/", views_reach.company_numbers, name="company_numbers"),
]
