"""Addresses of what leaves."""

from __future__ import annotations

from django.urls import path

from rightday.takeout import views, views_export

urlpatterns = [
    path("settings/data/", views.data, name="settings_data"),
    path("settings/data/progress/", views.progress, name="archives_progress"),
    path("settings/data/archives/", views.archives, name="archives"),
    path("settings/data/archives/<int:takeout_id>/", views.archive, name="archive"),
    path("people/export/<slug:kind>/", views_export.people, name="people_export"),
    path("companies/export/<slug:kind>/", views_export.companies, name="companies_export"),
    path("leads/cards/<slug:kind>/", views_export.lead_cards, name="lead_cards"),
    path("people/<int:person_id>/export/<slug:kind>/", views_export.person, name="person_export"),
    path("companies/<int:company_id>/export/<slug:kind>/", views_export.company, name="company_export"),
    path("today/calendar/", views_export.calls, name="calls_export"),
]
